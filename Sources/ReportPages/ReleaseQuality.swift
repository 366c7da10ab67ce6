public import ReleaseChecks

/// What the checks of a release came to, for the section on data quality of its page.
public struct ReleaseQuality: Sendable {
  /// The figures in its texts.
  public var prose: ProseReport
  /// What the archive's rules came to.
  public var checks: ReleaseRecord

  public init(prose: ProseReport, checks: ReleaseRecord = ReleaseRecord()) {
    self.prose = prose
    self.checks = checks
  }
}

/// How links to figures are marked on a page: those that the checks verified, and all others.
struct ClaimClasses: Sendable {
  private var outcomes: [Key: ClaimOutcome] = [:]

  private struct Key: Hashable {
    var destination: String
    var text: String
  }

  init(_ report: ProseReport?) {
    for claim in report?.claims ?? [] {
      outcomes[Key(destination: claim.destination, text: claim.literal)] = claim.outcome
    }
  }

  /// - Parameter isSingle: whether only `figures.csv` tells the figure, for links that were not checked.
  func classes(of destination: String, text: String, isSingle: Bool) -> String {
    let outcome = outcomes[Key(destination: destination, text: text)]
    let isVerified = outcome.map { $0 == .verified } ?? !isSingle
    return isVerified ? "claim" : "claim once"
  }
}
