import CivilTime
import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel

/// A company's figures over time: concepts down, periods across, newest first.
struct FinancialsTable {
  var kind: Kind
  /// The power of ten that money and shares are shown without.
  var power: Int
  var columns: [Period]
  /// The release that most of a column comes from.
  var columnReleases: [Int]
  var rows: [Row]

  /// The statements that the rows belong to, in the order of the rows: title and first row. Empty where all
  /// rows belong to one.
  var groups: [(title: String, first: Int)] = []

  /// Which periods a table holds; periods of different length never stand side by side unmarked.
  enum Kind: String, CaseIterable {
    case quarters
    case parts
    case years
    case instants
  }

  struct Row {
    var concept: ConceptID
    /// One for each column.
    var cells: [Retelling?]
    /// What no release tells and follows from longer periods, by column.
    var derived: [Int: DerivedFigure] = [:]
  }
}

/// Which table a period belongs in.
func tableKind(of period: Period, _ fiscal: FiscalCalendar) -> FinancialsTable.Kind {
  guard !period.isInstant else { return .instants }
  guard let part = fiscal.name(of: period)?.part else { return .parts }
  if part.isQuarter { return .quarters }
  return part == .year ? .years : .parts
}

/// The tables of a company's history in the order of ``FinancialsTable/Kind``, and apart from them the
/// figures of concepts that a table would show in one column only.
func financialsTables(
  company: Int, _ archive: ReleaseArchive, _ history: FactHistory
) -> (tables: [FinancialsTable], single: [Retelling]) {
  let fiscal = archive.companies[company].fiscal
  var byKind: [FinancialsTable.Kind: [ConceptID: [Period: Retelling]]] = [:]
  for concept in archive.catalog.allIDs {
    var rest = history.tellings(company: company, concept: concept)
    while let first = rest.first {
      let period = first.fact.period
      let tellings = rest.prefix { $0.fact.period == period }
      rest = rest.dropFirst(tellings.count)
      let kind = tableKind(of: period, fiscal)
      byKind[kind, default: [:]][concept, default: [:]][period] = Retelling(tellings)
    }
  }
  let order = StatementOrder(company: company, archive)
  let derived = derivedQuarters(company: company, archive, history)
  var single: [Retelling] = []
  let tables = FinancialsTable.Kind.allCases.compactMap { kind -> FinancialsTable? in
    guard let values = byKind[kind] else { return nil }
    let derivedHere = derived.filter { tableKind(of: $0.period, fiscal) == kind }
    // A balance sheet's two dates are a table; one lone figure among forty quarters is not.
    let isLone = { (concept: ConceptID, told: [Period: Retelling]) in
      kind == .quarters && told.count == 1 && !derivedHere.contains { $0.concept == concept }
    }
    single += values.sorted { $0.key < $1.key }.filter { isLone($0.key, $0.value) }.flatMap(\.value.values)
    let listed = values.filter { !isLone($0.key, $0.value) }
    guard !listed.isEmpty else { return nil }
    let told = Set(
      listed.values.flatMap(\.keys) + derivedHere.filter { listed[$0.concept] != nil }.map(\.period))
    let columns =
      switch kind {
      case .quarters: quarters(spanning: told, fiscal)
      case .years: years(spanning: told, fiscal)
      case .parts, .instants: told.sorted(by: >)
      }
    let rows = listed.keys.sorted { order.precedes($0, $1) }.map { concept in
      FinancialsTable.Row(
        concept: concept, cells: columns.map { listed[concept]?[$0] },
        derived: derivedCells(concept, columns, derived))
    }
    var table = FinancialsTable(
      kind: kind, power: commonPower(rows, archive.catalog), columns: columns,
      columnReleases: columns.indices.map { mainRelease(column: $0, rows) }, rows: rows)
    table.groups = order.groups(of: rows.map(\.concept))
    return table
  }
  return (tables, single)
}

private func derivedCells(
  _ concept: ConceptID, _ columns: [Period], _ derived: [DerivedFigure]
) -> [Int: DerivedFigure] {
  var cells: [Int: DerivedFigure] = [:]
  for figure in derived where figure.concept == concept {
    if let column = columns.firstIndex(of: figure.period) { cells[column] = figure }
  }
  return cells
}

/// How many quarters in a row that nobody tells still stand among those that are told.
private let longestGap = 8

/// The quarters that are told and those in gaps between them, newest first, so that a gap is seen as one.
///
/// A longer gap stays out: a year mistyped as 3003 must not make a table of four thousand columns.
func quarters(spanning told: Set<Period>, _ fiscal: FiscalCalendar) -> [Period] {
  var columns: [Period] = []
  for quarter in told.sorted(by: >) {
    if let newer = columns.last { columns += gap(from: newer, to: quarter, fiscal) }
    columns.append(quarter)
  }
  return columns
}

/// The years that are told and those in gaps between them, newest first, up to the same length of a gap.
func years(spanning told: Set<Period>, _ fiscal: FiscalCalendar) -> [Period] {
  var columns: [Period] = []
  for year in told.sorted(by: >) {
    var between: [Period] = []
    while let next = fiscal.yearEarlier(between.last ?? columns.last ?? year), next > year,
      between.count <= longestGap
    {
      between.append(next)
    }
    if between.count <= longestGap { columns += between }
    columns.append(year)
  }
  return columns
}

/// The quarters between two, newest first; none where they are too many.
private func gap(from newer: Period, to older: Period, _ fiscal: FiscalCalendar) -> [Period] {
  var between: [Period] = []
  var last = newer
  while let next = last.start.flatMap({ fiscal.quarter(endingOn: $0.adding(days: -1)) }), next > older {
    if between.count == longestGap { return [] }
    between.append(next)
    last = next
  }
  return between
}

extension FiscalCalendar {
  /// The quarter that ends with a day, or `nil` when none does.
  func quarter(endingOn day: Day) -> Period? {
    Part.allCases.lazy.filter(\.isQuarter).compactMap { period(year(of: day), $0) }
      .first { $0.end == day }
  }
}

/// Thousands when all money and shares are whole thousands, else units.
private func commonPower(_ rows: [FinancialsTable.Row], _ catalog: ConceptCatalog) -> Int {
  let isWhole = rows.allSatisfy { row in
    guard catalog[row.concept].kind.isScaled else { return true }
    return row.cells.allSatisfy { cell in
      guard let value = cell?.current.fact.value.withoutTrailingZeros else { return true }
      return value.scale == 0 && value.mantissa % 1000 == 0
    }
  }
  return isWhole ? 3 : 0
}

/// The release that tells the most figures of a column; the latest of several.
private func mainRelease(column: Int, _ rows: [FinancialsTable.Row]) -> Int {
  var counts: [Int: Int] = [:]
  for row in rows {
    if let retelling = row.cells[column] { counts[Int(retelling.current.release), default: 0] += 1 }
  }
  return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? -1
}
