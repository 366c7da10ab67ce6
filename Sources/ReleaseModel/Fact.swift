public import ExactNumbers

/// One value of one concept for one period, as one release tells it.
///
/// An archive has hundreds of thousands of them, so the fields are ordered to take 32 bytes.
public struct Fact: Hashable, Sendable {
  /// The full value: 6980000 whether the statement prints `6,980` in thousands or `6,980,000`.
  public var value: Amount
  /// How exactly it is known: XBRL's `decimals` (XBRL 2.1, 4.6.5), -5 for "rounded to hundred thousands".
  public var decimals: Int8
  public var concept: ConceptID
  public var period: Period
  /// In rising order of ``Place``: the statement's number, its row and column, 24 bits each of the last two.
  @usableFromInline var packedPlace: UInt64

  /// Where in its release the fact stands.
  public enum Place: Hashable, Sendable {
    case statement(index: Int, row: Int, column: Int)
    case figure(index: Int)
  }

  /// Where in its release the fact stands. A file has at most 200,000 cells and a release fewer than 65,535
  /// statements, so every place fits.
  public var place: Place {
    get {
      let index = Int(packedPlace >> 48)
      let (row, column) = (Int(packedPlace >> 24 & 0xFF_FFFF), Int(packedPlace & 0xFF_FFFF))
      return index == 0xFFFF ? .figure(index: column) : .statement(index: index, row: row, column: column)
    }
    set { packedPlace = Self.packed(newValue) }
  }

  private static func packed(_ place: Place) -> UInt64 {
    switch place {
    case .statement(let index, let row, let column):
      UInt64(UInt16(truncatingIfNeeded: index)) << 48 | UInt64(row & 0xFF_FFFF) << 24
        | UInt64(column & 0xFF_FFFF)
    case .figure(let index): 0xFFFF << 48 | UInt64(index & 0xFF_FFFF)
    }
  }

  public init(concept: ConceptID, period: Period, value: Amount, decimals: Int8, place: Place) {
    self.init(
      concept: concept, period: period, value: value, decimals: decimals, packedPlace: Self.packed(place))
  }

  @inlinable init(
    concept: ConceptID, period: Period, value: Amount, decimals: Int8, packedPlace: UInt64
  ) {
    self.concept = concept
    self.period = period
    self.value = value
    self.decimals = decimals
    self.packedPlace = packedPlace
  }

  /// All the values the fact may stand for; `nil` only for amounts near the end of what fits.
  public var interval: Interval? { Interval(value, decimals: Int(decimals)) }
}

/// A figure a release states outside its statements: one row of `figures.csv`.
public struct StatedFigure: Hashable, Sendable {
  public var concept: ConceptID
  public var label: String
  public var period: Period
  public var value: Amount
  public var decimals: Int8
  /// Whether it is printed in the ``MinorUnit`` of its currency; its value is in the currency all the same.
  public var isInMinorUnit: Bool
  public var note: String?

  public init(
    concept: ConceptID, label: String, period: Period, value: Amount, decimals: Int8,
    isInMinorUnit: Bool = false, note: String? = nil
  ) {
    self.concept = concept
    self.label = label
    self.period = period
    self.value = value
    self.decimals = decimals
    self.isInMinorUnit = isInMinorUnit
    self.note = note
  }
}

extension Release {
  /// Every figure the release tells: statements in order, row by row, then single figures.
  ///
  /// `catalog` tells which concepts a statement's scale covers. Figures too large for their scale are
  /// left out; loading reports those.
  public func facts(_ catalog: ConceptCatalog) -> [Fact] {
    var facts: [Fact] = []
    facts.reserveCapacity(
      self.statements.reduce(self.figures.count) { $0 + $1.rows.count * $1.columns.count })
    forEachFact(catalog) { facts.append($0) }
    return facts
  }

  /// The fact of a concept and a period that is printed first; `nil` where none is printed.
  public func firstFact(of concept: ConceptID, period: Period, _ catalog: ConceptCatalog) -> Fact? {
    for (index, statement) in self.statements.enumerated() {
      let rows = statement.rows
      for row in rows.indices where rows.concept(of: row) == concept {
        for (column, end) in statement.columns.enumerated() where end == period {
          if let fact = statement.fact(index, row: row, rows[row], column: column, catalog) { return fact }
        }
      }
    }
    return self.figures.firstIndex { $0.concept == concept && $0.period == period }
      .map { self.figures[$0].fact($0) }
  }

  /// All of them, one at a time.
  @inline(__always)
  func forEachFact(_ catalog: ConceptCatalog, _ take: (Fact) -> Void) {
    for (index, statement) in self.statements.enumerated() {
      for (row, line) in statement.rows.enumerated() {
        guard let concept = line.concept else { continue }
        let power = catalog.kind(of: concept).isScaled ? statement.scale.power : 0
        for column in line.cells.indices {
          guard case .figure(let amount, let decimals) = line.cells[column],
            let value = power == 0 ? amount : amount.timesPowerOfTen(power)
          else { continue }
          take(
            Fact(
              concept: concept, period: statement.columns[column], value: value, decimals: decimals,
              place: .statement(index: index, row: row, column: column)))
        }
      }
    }
    for (index, figure) in self.figures.enumerated() { take(figure.fact(index)) }
  }
}

extension Statement {
  /// The fact in one of its cells; `nil` for a cell without a figure.
  fileprivate func fact(
    _ index: Int, row: Int, _ line: Row, column: Int, _ catalog: ConceptCatalog
  ) -> Fact? {
    guard let concept = line.concept, line.cells.indices.contains(column),
      case .figure(let amount, let decimals) = line.cells[column],
      let value = amount.timesPowerOfTen(catalog.kind(of: concept).isScaled ? self.scale.power : 0)
    else { return nil }
    return Fact(
      concept: concept, period: columns[column], value: value, decimals: decimals,
      place: .statement(index: index, row: row, column: column))
  }
}

extension StatedFigure {
  fileprivate func fact(_ index: Int) -> Fact {
    Fact(concept: concept, period: period, value: value, decimals: decimals, place: .figure(index: index))
  }
}

extension Concept.Kind {
  /// Whether "in thousands" applies: it covers money and shares, never per-share figures or ratios.
  public var isScaled: Bool { self == .money || self == .shares }
}
