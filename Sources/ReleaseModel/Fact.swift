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
  private var packedPlace: UInt64

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

  /// Whether the fact is printed before another of its release: statements in order, row by row, then single
  /// figures.
  func isPrinted(before other: Fact) -> Bool { packedPlace < other.packedPlace }

  private static func packed(_ place: Place) -> UInt64 {
    switch place {
    case .statement(let index, let row, let column):
      UInt64(UInt16(truncatingIfNeeded: index)) << 48 | UInt64(row & 0xFF_FFFF) << 24
        | UInt64(column & 0xFF_FFFF)
    case .figure(let index): 0xFFFF << 48 | UInt64(index & 0xFF_FFFF)
    }
  }

  public init(concept: ConceptID, period: Period, value: Amount, decimals: Int8, place: Place) {
    self.concept = concept
    self.period = period
    self.value = value
    self.decimals = decimals
    packedPlace = Self.packed(place)
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
  public var note: String?

  public init(
    concept: ConceptID, label: String, period: Period, value: Amount, decimals: Int8,
    note: String? = nil
  ) {
    self.concept = concept
    self.label = label
    self.period = period
    self.value = value
    self.decimals = decimals
    self.note = note
  }
}

extension Release {
  /// How many facts the release can tell at most: cells may be blank, and rows may be headings.
  var factLimit: Int { statements.reduce(figures.count) { $0 + $1.rows.count * $1.columns.count } }

  /// Every figure the release tells: statements in order, row by row, then single figures.
  ///
  /// `catalog` tells which concepts a statement's scale covers. Figures too large for their scale are
  /// left out; loading reports those.
  public func facts(_ catalog: ConceptCatalog) -> [Fact] {
    var facts: [Fact] = []
    facts.reserveCapacity(factLimit)
    for (index, statement) in statements.enumerated() {
      for (row, line) in statement.rows.enumerated() {
        guard let concept = line.concept else { continue }
        let power = catalog.kind(of: concept).isScaled ? statement.scale.power : 0
        for (column, cell) in line.cells.enumerated() {
          guard case .figure(let printed, let decimals) = cell,
            let value = printed.timesPowerOfTen(power)
          else { continue }
          facts.append(
            Fact(
              concept: concept, period: statement.columns[column], value: value, decimals: decimals,
              place: .statement(index: index, row: row, column: column)))
        }
      }
    }
    for (index, figure) in figures.enumerated() {
      facts.append(
        Fact(
          concept: figure.concept, period: figure.period, value: figure.value,
          decimals: figure.decimals, place: .figure(index: index)))
    }
    return facts
  }
}

extension Concept.Kind {
  /// Whether "in thousands" applies: it covers money and shares, never per-share figures or ratios.
  public var isScaled: Bool { self == .money || self == .shares }
}
