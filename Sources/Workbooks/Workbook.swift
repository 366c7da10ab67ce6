public import ExactNumbers

/// A spreadsheet workbook as a value; ``workbookBytes(_:temporaryFolder:)`` makes a file of it.
public struct Workbook: Hashable, Sendable {
  public var title: String
  /// Who answers for the figures.
  public var author: String
  /// When the figures were published, in seconds since 1970; what the file says of its own making.
  public var created: Int64
  public var sheets: [Sheet]

  public init(title: String, author: String, created: Int64, sheets: [Sheet] = []) {
    self.title = title
    self.author = author
    self.created = created
    self.sheets = sheets
  }

  /// Whether a number cell holds an amount with all its digits: spreadsheets keep 15 (ECMA-376 leaves it to binary64).
  public static func holds(_ amount: Amount) -> Bool {
    var mantissa = amount.mantissa.magnitude
    while mantissa >= 1_000_000_000_000_000, mantissa % 10 == 0 { mantissa /= 10 }
    return mantissa < 1_000_000_000_000_000
  }

  /// One sheet: rows of cells from the top left.
  public struct Sheet: Hashable, Sendable {
    /// As wanted; what spreadsheets do not allow in a name is replaced when it is written.
    public var name: String
    /// In characters, one for each column.
    public var widths: [Double]
    /// How many rows and columns stay while the others scroll.
    public var frozen: (rows: Int, columns: Int) {
      get { (frozenRows, frozenColumns) }
      set { (frozenRows, frozenColumns) = newValue }
    }
    var frozenRows = 0
    var frozenColumns = 0
    public var isLandscape = false
    public var rows: [[Cell]] = []

    /// The most rows that a sheet can have (ECMA-376 allows more, spreadsheets do not).
    public static let mostRows = 1_048_576

    public init(name: String, widths: [Double]) {
      self.name = name
      self.widths = widths
    }
  }

  public enum Cell: Hashable, Sendable {
    case empty
    /// Text, which no spreadsheet reads as a formula; `across` is how many columns it stands over.
    case text(String, Style = Style(), across: Int = 1)
    case number(Amount, Style)
    /// An address that leads to itself.
    case link(String)
  }

  /// How a cell looks.
  public struct Style: Hashable, Sendable {
    /// A number format of ECMA-376, 18.8.30: `#,##0_);(#,##0)`.
    public var format = ""
    public var isBold = false
    public var isItalic = false
    public var isLarge = false
    public var isMuted = false
    public var indent = 0
    /// A rule above, under each column of a sum.
    public var isRuledAbove = false
    /// A double rule below, under a result.
    public var isRuledBelow = false
    /// A single rule below, under headings.
    public var isHeading = false
    public var alignment = Alignment.automatic

    public enum Alignment: Hashable, Sendable {
      case automatic
      case center
      case right
    }

    public init() {}
  }
}
