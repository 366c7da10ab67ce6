public import ExactNumbers

extension Statement {
  /// Cells of a statement: those of one row, or room for those of all.
  public struct Cells: RandomAccessCollection, MutableCollection, Sendable {
    /// The cells of all rows, and after them the mantissas that need more than the room of a cell.
    @usableFromInline var packed: [PackedFigure]
    /// Where the first of these cells lies.
    @usableFromInline let start: Int
    public let endIndex: Int

    @inlinable public var startIndex: Int { 0 }

    /// Room for so many cells; those that are never set are no cells of their row.
    public init(room: Int) {
      packed = Array(repeating: .none, count: room)
      start = 0
      endIndex = room
    }

    public init(_ cells: some Collection<Cell>) {
      self.init(room: cells.count)
      for (place, cell) in cells.enumerated() { self[place] = cell }
    }

    /// The cells of one row among those of all: as many as there is room for, without those at its end that were
    /// never set.
    @inlinable init(_ packed: [PackedFigure], row: Int, width: Int) {
      self.packed = packed
      start = row * width
      var count = width
      while count > 0, packed[start + count - 1].bits == PackedFigure.none.bits { count -= 1 }
      endIndex = count
    }

    @inlinable public subscript(place: Int) -> Cell {
      get {
        precondition(place >= 0 && place < endIndex, "no such cell")
        let cell = packed[start + place]
        guard cell.isFigure else { return cell.bits == PackedFigure.dash.bits ? .dash : .absent }
        return .figure(cell.amount { Int64(bitPattern: packed[$0].bits) }, decimals: cell.decimals)
      }
      set {
        precondition(place >= 0 && place < endIndex, "no such cell")
        switch newValue {
        case .absent: packed[start + place] = .absent
        case .dash: packed[start + place] = .dash
        case .figure(let amount, let decimals):
          packed[start + place] = PackedFigure(amount, decimals: decimals) { mantissa in
            packed.append(PackedFigure(bits: UInt64(bitPattern: mantissa)))
            return packed.count - 1
          }
        }
      }
    }

    /// How many digits a figure has after its full stop; none where there is no figure.
    @inlinable public func digitsAfterPoint(at place: Int) -> Int {
      precondition(place >= 0 && place < endIndex, "no such cell")
      return packed[start + place].digitsAfterPoint
    }

    /// Makes cells into ones that were never set.
    public mutating func unset(_ places: Range<Int>) {
      for place in places { packed[start + place] = .none }
    }

    /// The cells, each changed.
    public func map(_ change: (Cell) throws -> Cell) rethrows -> Cells {
      var cells = self
      for place in indices { cells[place] = try change(self[place]) }
      return cells
    }
  }
}

extension Statement.Cells: ExpressibleByArrayLiteral, Hashable {
  public init(arrayLiteral cells: Cell...) { self.init(cells) }

  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    for cell in self { hasher.combine(cell) }
  }
}

/// One cell of a statement.
public enum Cell: Hashable, Sendable {
  /// Blank: the release does not report it.
  case absent
  /// A dash: the release reports nothing, zero or nil, and says so.
  case dash
  /// A figure in the sign of its concept, before the statement's scale, with XBRL's `decimals` of the scaled value.
  case figure(Amount, decimals: Int8)

  /// The figure, before the statement's scale.
  public var amount: Amount? {
    if case .figure(let amount, _) = self { amount } else { nil }
  }

  /// The cell with its figure in the other sign.
  public var negated: Cell {
    guard case .figure(let amount, let decimals) = self, let other = amount.negated else { return self }
    return .figure(other, decimals: decimals)
  }

  /// The cell with its figure as it is printed in a ``MinorUnit``: 17.1 for 0.171. Its decimals stay those of the value.
  public var inMinorUnit: Cell {
    guard case .figure(let amount, let decimals) = self, let other = amount.timesPowerOfTen(MinorUnit.power)
    else { return self }
    return .figure(other, decimals: decimals)
  }
}
