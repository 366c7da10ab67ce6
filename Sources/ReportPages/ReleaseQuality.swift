public import ReleaseChecks

/// What the checks of a release came to, for the section on data quality of its page.
public struct ReleaseQuality: Sendable {
  /// The figures in its texts.
  public var prose: ProseReport
  /// How many relations of its statements were checked and held, where the archive's rules say so.
  public var held: Int?
  /// What the archive's rules found and the release sets aside.
  public var waived: [WaivedCheck]

  /// A finding that is published instead of stopping the build.
  public struct WaivedCheck: Hashable, Sendable {
    /// `V204`.
    public var code: String
    /// The finding in words.
    public var message: String
    public var reason: String

    public init(code: String, message: String, reason: String) {
      self.code = code
      self.message = message
      self.reason = reason
    }
  }

  public init(prose: ProseReport, held: Int? = nil, waived: [WaivedCheck] = []) {
    self.prose = prose
    self.held = held
    self.waived = waived
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
