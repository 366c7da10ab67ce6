/// A financial statement as a release prints it: rows of concepts over columns of periods.
///
/// What its ``Head`` holds is read and written as if it were the statement's own.
@dynamicMemberLookup
public struct Statement: Sendable {
  /// Most often what it was a quarter before, and then one in memory with that.
  @usableFromInline var head: Shared<Head>
  public var columns: [Period]
  @usableFromInline var cells: [PackedFigure]
  @usableFromInline var width: Int

  /// What a statement is but for its periods and figures.
  public struct Head: Hashable, Sendable {
    /// The file's name without its ending: `income-statement`.
    public var name: String
    public var title: String
    /// The currency, ISO 4217: `USD`.
    public var currency: String
    public var scale: Scale
    /// Whether the figures are audited; `nil` where the release does not say.
    public var audited: Bool?
    /// Which changes between its columns the page shows beside them, in this order.
    public var changes: [Change]
    /// Whether each row ends with a small drawing of its last quarters.
    public var hasSparklines: Bool
    /// Its rows, without their figures.
    public var rows: [Row.Head]

    public init(
      name: String, title: String, currency: String, scale: Scale, audited: Bool?, changes: [Change] = [],
      hasSparklines: Bool = false, rows: [Row.Head]
    ) {
      self.name = name
      self.title = title
      self.currency = currency
      self.scale = scale
      self.audited = audited
      self.changes = changes
      self.hasSparklines = hasSparklines
      self.rows = rows
    }
  }

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
    columns: [Period], rows: Rows
  ) {
    head = Shared(
      Head(
        name: name, title: title, currency: currency, scale: scale, audited: audited, rows: rows.heads))
    self.columns = columns
    cells = rows.cells
    width = rows.width
  }

  /// - Parameter packed: the cells as ``Cells`` holds them, with room for so many in each row.
  init(_ head: Shared<Head>, columns: [Period], packed: [PackedFigure], width: Int) {
    self.head = head
    self.columns = columns
    cells = packed
    self.width = width
  }

  /// - Parameter cells: for each row as many as there are columns; those of a heading were never set.
  public init(_ head: Shared<Head>, columns: [Period], cells: Cells) {
    precondition(
      head.value.rows.count * columns.count <= cells.count, "no room for the cells of so many rows")
    self.head = head
    self.columns = columns
    self.cells = cells.packed
    width = columns.count
  }

  @inlinable public subscript<Part>(dynamicMember part: WritableKeyPath<Head, Part>) -> Part {
    get { head.value[keyPath: part] }
    set { head.value[keyPath: part] = newValue }
  }

  @inlinable public var rows: Rows {
    get { Rows(heads: head.value.rows, cells: cells, width: width) }
    set {
      head.value.rows = newValue.heads
      cells = newValue.cells
      width = newValue.width
    }
  }

  public enum Role: String, Hashable, Sendable, CaseIterable {
    case item
    case subtotal
    case total
  }
}

extension Statement: Hashable {
  public static func == (a: Statement, b: Statement) -> Bool {
    a.head == b.head && a.columns == b.columns && a.rows == b.rows
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    hasher.combine(columns)
  }
}
