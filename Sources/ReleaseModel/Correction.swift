/// A figure of an earlier release that a later one declares to have changed, with the reason readers will see.
public struct Restatement: Hashable, Sendable {
  public var concept: ConceptID
  public var period: Period
  public var reason: String

  public init(concept: ConceptID, period: Period, reason: String) {
    self.concept = concept
    self.period = period
    self.reason = reason
  }
}

/// A change to a release after its publication, which readers are told of.
public struct Correction: Hashable, Sendable {
  public var date: Moment
  /// What was changed, in a sentence.
  public var what: String
  /// Why, in a sentence.
  public var why: String?
  /// The folder under `versions/` with text and data as they stood until then: `2003-11-14`.
  public var version: String?

  public init(date: Moment, what: String, why: String? = nil, version: String? = nil) {
    self.date = date
    self.what = what
    self.why = why
    self.version = version
  }
}

/// A release as it stood until a correction; it tells no facts to the archive.
public struct OldVersion: Sendable {
  /// The folder of the release that it was.
  public var current: String
  /// The place of the correction that ended it among the release's corrections.
  public var correction: Int
  /// Its folder is `2003-11-14-third-quarter-results/versions/2003-11-14`, and its slug goes on likewise.
  public var release: Release

  public init(current: String, correction: Int, release: Release) {
    self.current = current
    self.correction = correction
    self.release = release
  }
}
