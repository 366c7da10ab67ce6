public import Diagnostics
public import ReleaseModel

/// What checking the texts of one page came to.
public struct ProseReport: Sendable {
  /// Every link to a figure that could be understood, in the order of the texts.
  public var claims: [ProseClaim]
  /// Amounts of money and percentages without a link, in the same order.
  public var unlinked: [UnlinkedFigure]
  /// In the same order; waived ones are notes among them.
  public var findings: [ProseFinding]
  /// What the author set aside, with the reason that readers see.
  public var waived: [WaivedProse]
  /// Waivers of checks of the prose that set nothing aside.
  public var waiverFindings: [Finding]

  public init() {
    claims = []
    unlinked = []
    findings = []
    waived = []
    waiverFindings = []
  }

  public var counts: ProseCounts {
    var counts = ProseCounts()
    for claim in claims {
      switch claim.outcome {
      case .verified: counts.verified += 1
      case .contradicted: counts.contradicted += 1
      case .notVerifiable: counts.notVerifiable += 1
      }
    }
    counts.unlinked = unlinked.count
    return counts
  }
}

/// How many figures in prose came to what.
public struct ProseCounts: Hashable, Sendable {
  public var verified = 0
  public var contradicted = 0
  public var notVerifiable = 0
  public var unlinked = 0

  public init() {}

  public var all: Int { verified + contradicted + notVerifiable + unlinked }

  public static func += (a: inout ProseCounts, b: ProseCounts) {
    a.verified += b.verified
    a.contradicted += b.contradicted
    a.notVerifiable += b.notVerifiable
    a.unlinked += b.unlinked
  }
}

/// A link to a figure and what became of it.
public struct ProseClaim: Hashable, Sendable {
  /// Which of the page's texts, from 0.
  public var text: Int
  /// The whole link in byte offsets of its text.
  public var range: Range<Int>
  /// The words of the link: `2.8% less`.
  public var literal: String
  /// `calc:growth(Revenues,2002-Q3)`.
  public var destination: String
  public var outcome: ClaimOutcome
  /// What it is about: the concept and period of its first figure.
  public var concept: ConceptID
  public var period: Period
}

public enum ClaimOutcome: Hashable, Sendable {
  /// The data say the same, and not only the very row that was made from the claim.
  case verified
  case contradicted
  case notVerifiable(Reason)

  public enum Reason: Hashable, Sendable {
    /// Only this release's own list of single figures tells it, and nothing confirms it.
    case statedOnce
    /// The words hold no figure: `doubled`.
    case noFigure
    /// A figure that it needs is not told.
    case untold
    /// The figures are too large to calculate with.
    case tooLarge
  }
}

/// An amount or percentage that stands in prose without a link.
public struct UnlinkedFigure: Hashable, Sendable {
  public var text: Int
  public var range: Range<Int>
  /// As printed: `$5 million`.
  public var words: String
}

/// A finding about a text, in byte offsets.
public struct ProseFinding: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Diagnostic.Severity
  public var message: String
  public var text: Int
  public var range: Range<Int>
  public var label: String?
  /// Cells and other parts of the archive that take part.
  public var related: [Finding.Related] = []
  public var notes: [String] = []
  public var hints: [String] = []
  /// The release whose figure it is about, where it is about one.
  public var teller: Int?
  /// Further places of the same text with the same fault, in order.
  public var others: [Other] = []

  /// A further place, and what stands there.
  public struct Other: Hashable, Sendable {
    public var range: Range<Int>
    public var words: String
  }

  init(
    _ code: DiagnosticCode, _ message: String, in text: Int, at range: Range<Int>,
    severity: Diagnostic.Severity = .error, label: String? = nil, related: [Finding.Related] = [],
    notes: [String] = [], hints: [String] = [], teller: Int? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.text = text
    self.range = range
    self.label = label
    self.related = related
    self.notes = notes
    self.hints = hints
    self.teller = teller
  }
}

/// A finding about a text that its release sets aside.
public struct WaivedProse: Hashable, Sendable {
  public var finding: ProseFinding
  public var reason: String
}
