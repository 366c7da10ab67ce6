public import ExactNumbers

/// A financial statement as a release prints it: rows of concepts over columns of periods.
public struct Statement: Hashable, Sendable {
  /// The file's name without its ending: `income-statement`.
  public var name: String
  public var title: String
  /// The currency, ISO 4217: `USD`.
  public var currency: String
  public var scale: Scale
  /// Whether the figures are audited; `nil` where the release does not say.
  public var audited: Bool?
  public var columns: [Period]
  public var rows: [Row]
  /// Which changes between its columns the page shows beside them, in this order.
  public var changes: [Change]
  /// Whether each row ends with a small drawing of its last quarters.
  public var hasSparklines: Bool

  /// What stands in a column of changes.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// Relative to the earlier amount: `−2.8%`.
    case percent
    /// In the statement's own units: `(201)`.
    case amount
  }

  /// The power of ten that printed figures leave out.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    case ones
    case thousands
    case millions
    case billions

    public var power: Int {
      switch self {
      case .ones: 0
      case .thousands: 3
      case .millions: 6
      case .billions: 9
      }
    }
  }

  public init(
    name: String, title: String, currency: String, scale: Scale = .ones, audited: Bool? = nil,
    columns: [Period], rows: [Row]
  ) {
    self.name = name
    self.title = title
    self.currency = currency
    self.scale = scale
    self.audited = audited
    self.columns = columns
    self.rows = rows
    changes = []
    hasSparklines = false
  }

  public struct Row: Hashable, Sendable {
    /// `nil` for a heading: a label without numbers.
    public var concept: ConceptID?
    /// The label as the release prints it.
    public var label: String
    public var role: Role
    /// What a total adds up, where the file says so.
    public var items: [ConceptID]
    /// How far the label is indented, 0 for not at all.
    public var level: UInt8
    public var note: String?
    /// One cell for each column; none for a heading.
    public var cells: [Cell]

    public init(
      concept: ConceptID?, label: String, role: Role = .item, items: [ConceptID] = [],
      level: UInt8 = 0, note: String? = nil, cells: [Cell]
    ) {
      self.concept = concept
      self.label = label
      self.role = role
      self.items = items
      self.level = level
      self.note = note
      self.cells = cells
    }

    public var isHeading: Bool { concept == nil }
  }

  public enum Role: String, Hashable, Sendable, CaseIterable {
    case item
    case subtotal
    case total
  }
}

/// One cell of a statement.
public enum Cell: Hashable, Sendable {
  /// Blank: the release does not report it.
  case absent
  /// A dash: the release reports nothing, zero or nil, and says so.
  case dash
  /// A figure as printed, before the statement's scale, with XBRL's `decimals` of the scaled value.
  case figure(Amount, decimals: Int8)

  /// The printed figure.
  public var printed: Amount? {
    if case .figure(let amount, _) = self { amount } else { nil }
  }
}
