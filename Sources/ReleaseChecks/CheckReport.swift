public import Diagnostics

/// What stage 2 says about an archive.
public struct CheckReport: Sendable {
  /// In order of release, then of rule; waived ones are notes among them.
  public var findings: [Finding]
  /// What was checked, one for each release of the archive and in its order.
  public var releases: [ReleaseRecord]

  public init(findings: [Finding] = [], releases: [ReleaseRecord] = []) {
    self.findings = findings
    self.releases = releases
  }
}

/// What the checks came to for one release: the matter of a data-quality page.
public struct ReleaseRecord: Hashable, Sendable {
  /// How often each rule held.
  public internal(set) var heldCounts: HeldCounts
  /// What was found and set aside, with the author's reason.
  public var waived: [Waived]
  /// What could not be decided.
  public var undecided: [Undecided]

  public init(held: [Held] = [], waived: [Waived] = [], undecided: [Undecided] = []) {
    var tally = HeldTally()
    for entry in held {
      guard let rule = archiveCheckCodes.firstIndex(of: entry.code) else { continue }
      tally.add(rule, entry.count)
    }
    self.init(counts: HeldCounts(tally.counts), waived: waived, undecided: undecided)
  }

  /// The record of a release for which nothing was set aside or left undecided.
  ///
  /// - Parameter counts: how often each rule of ``archiveCheckCodes`` held, in their order.
  public init(heldCounts counts: HeldCounts) { self.init(counts: counts) }

  init(counts: HeldCounts, waived: [Waived] = [], undecided: [Undecided] = []) {
    heldCounts = counts
    self.waived = waived
    self.undecided = undecided
  }

  public struct Held: Hashable, Sendable {
    public var code: DiagnosticCode
    public var count: Int

    public init(code: DiagnosticCode, count: Int) {
      self.code = code
      self.count = count
    }
  }

  public struct Waived: Hashable, Sendable {
    public var finding: Finding
    public var reason: String

    public init(finding: Finding, reason: String) {
      self.finding = finding
      self.reason = reason
    }
  }

  /// A relation whose figures are too large to be calculated with.
  public struct Undecided: Hashable, Sendable {
    public var code: DiagnosticCode
    public var subject: Subject

    public init(code: DiagnosticCode, subject: Subject) {
      self.code = code
      self.subject = subject
    }
  }

  /// The rules that held, in order of code.
  public var held: [Held] {
    zip(archiveCheckCodes, heldCounts.all).compactMap { code, count in
      count == 0 ? nil : Held(code: code, count: Int(count))
    }.sorted { $0.code.id < $1.code.id }
  }

  /// How many relations held.
  public var heldCount: Int { heldCounts.sum }
}
