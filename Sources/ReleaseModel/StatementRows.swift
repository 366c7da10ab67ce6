extension Statement {
  /// The rows of a statement.
  public struct Rows: RandomAccessCollection, MutableCollection, Sendable {
    @usableFromInline var heads: [Row.Head]
    /// Those of each row side by side.
    @usableFromInline var cells: [PackedFigure]
    /// For how many cells of each row there is room.
    @usableFromInline var width: Int

    @inlinable init(heads: [Row.Head], cells: [PackedFigure], width: Int) {
      self.heads = heads
      self.cells = cells
      self.width = width
    }

    public init(_ rows: some Collection<Row>) {
      let width = rows.lazy.map(\.cells.count).max() ?? 0
      var cells = Cells(room: rows.count * width)
      for (number, row) in rows.enumerated() {
        for (column, cell) in row.cells.enumerated() { cells[number * width + column] = cell }
      }
      self.init(heads: rows.map { $0.heads[$0.number] }, cells: cells.packed, width: width)
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { heads.count }

    /// The label of a row.
    @inlinable public func label(of number: Int) -> String { heads[number].label }

    /// The concept of a row; `nil` for a heading.
    @inlinable public func concept(of number: Int) -> ConceptID? { heads[number].concept }

    /// Whether the release prints a row with the other sign.
    @inlinable public func isNegated(_ number: Int) -> Bool { heads[number].isNegated }

    /// Whether the release prints a row in its currency's minor unit.
    @inlinable public func isInMinorUnit(_ number: Int) -> Bool { heads[number].isInMinorUnit }

    @inlinable public subscript(number: Int) -> Row {
      get { Row(heads: heads, number: number, cells: Cells(cells, row: number, width: width)) }
      set {
        var rows = Array(self)
        rows[number] = newValue
        self = Rows(rows)
      }
    }
  }

  /// One row of a statement.
  public struct Row: Sendable {
    @usableFromInline var heads: [Head]
    /// Which of them is this row's.
    @usableFromInline var number: Int
    /// One cell for each column, in the sign of its concept; none for a heading.
    public var cells: Cells

    /// What stands in a row beside its figures.
    public struct Head: Hashable, Sendable {
      /// `nil` for a heading: a label without numbers.
      public var concept: ConceptID?
      /// The label as the release prints it.
      public var label: String
      public var role: Role
      /// What a total adds up, where the file says so.
      public var items: [ConceptID]
      /// How far the label is indented, 0 for not at all.
      public var level: UInt8
      /// Whether the release prints its figures with the other sign, as costs that stand in parentheses.
      ///
      /// XBRL gives such a row a negated label (Link Role Registry, XBRL International,
      /// http://www.xbrl.org/2009/role/negatedLabel): the fact keeps the sign of its concept.
      public var isNegated: Bool
      /// Whether the release prints its figures in the ``MinorUnit`` of the statement's currency, earnings per share in
      /// pence; the cells hold them in the currency all the same.
      public var isInMinorUnit: Bool
      public var note: String?

      public init(
        concept: ConceptID?, label: String, role: Role = .item, items: [ConceptID] = [], level: UInt8 = 0,
        isNegated: Bool = false, isInMinorUnit: Bool = false, note: String? = nil
      ) {
        self.concept = concept
        self.label = label
        self.role = role
        self.items = items
        self.level = level
        self.isNegated = isNegated
        self.isInMinorUnit = isInMinorUnit
        self.note = note
      }
    }

    @inlinable init(heads: [Head], number: Int, cells: Cells) {
      self.heads = heads
      self.number = number
      self.cells = cells
    }

    public init(
      concept: ConceptID?, label: String, role: Role = .item, items: [ConceptID] = [],
      level: UInt8 = 0, isNegated: Bool = false, isInMinorUnit: Bool = false, note: String? = nil,
      cells: [Cell]
    ) {
      let head = Head(
        concept: concept, label: label, role: role, items: items, level: level, isNegated: isNegated,
        isInMinorUnit: isInMinorUnit, note: note)
      self.init(heads: [head], number: 0, cells: Cells(cells))
    }

    @inlinable public var concept: ConceptID? { heads[number].concept }
    @inlinable public var label: String { heads[number].label }
    @inlinable public var role: Role { heads[number].role }
    @inlinable public var items: [ConceptID] { heads[number].items }
    @inlinable public var level: UInt8 { heads[number].level }
    @inlinable public var isNegated: Bool { heads[number].isNegated }
    @inlinable public var isInMinorUnit: Bool { heads[number].isInMinorUnit }
    @inlinable public var note: String? { heads[number].note }
    @inlinable public var isHeading: Bool { heads[number].concept == nil }

    /// One of its cells as the release prints it: in a negated row with the other sign, and in pence where it has them.
    @inlinable public func printed(_ cell: Cell) -> Cell {
      let cell = isInMinorUnit ? cell.inMinorUnit : cell
      return isNegated ? cell.negated : cell
    }
  }
}

extension Statement.Rows: ExpressibleByArrayLiteral, Hashable {
  public init(arrayLiteral rows: Statement.Row...) { self.init(rows) }

  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    for row in self { hasher.combine(row) }
  }
}

extension Statement.Row: Hashable {
  public static func == (a: Self, b: Self) -> Bool {
    a.heads[a.number] == b.heads[b.number] && a.cells == b.cells
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(heads[number])
    hasher.combine(cells)
  }
}
