import CivilTime
import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel

/// A company's figures over time: concepts down, periods across, newest first.
struct FinancialsTable {
  var kind: Kind
  /// What its amounts are counted in, an ISO 4217 code.
  var currency: String
  /// Whether the company tells amounts in other currencies too, which have tables of their own.
  var isOneOfSeveral = false
  /// Whether it is the first of its kind, whose anchors are the plain ones.
  var isFirst = true
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
    /// The minor unit in which the newest of its figures is printed, and all are shown; `nil` for the currency.
    var minor: MinorUnit?
    /// The columns for which a release prints a dash and none tells a figure.
    var nils: Set<Int> = []
    /// The columns whose figures a table in another currency has too, under the plain anchors.
    var repeated: Set<Int> = []
  }

  /// The anchor of the table: `quarters`, `quarters-usd`.
  var anchor: String { isFirst ? kind.rawValue : "\(kind.rawValue)-\(currency.lowercased())" }

  /// The heading: `Quarters`, `Quarters, in US dollars`.
  var title: String {
    isOneOfSeveral && hasAmounts ? "\(kind.title), in \(currencyWords(currency))" : kind.title
  }

  /// Whether some row has a currency.
  var hasAmounts = true

  /// The anchor of a figure in one of its cells.
  func anchor(of plain: String, _ row: Row, column: Int) -> String {
    row.repeated.contains(column) ? "\(plain)-\(currency)" : plain
  }
}

/// Which table a period belongs in.
func tableKind(of period: Period, _ fiscal: FiscalCalendar) -> FinancialsTable.Kind {
  guard !period.isInstant else { return .instants }
  guard let part = fiscal.name(of: period)?.part else { return .parts }
  if part.isQuarter { return .quarters }
  return part == .year ? .years : .parts
}

/// The tables of a company's history in the order of ``FinancialsTable/Kind`` and for each currency apart, and besides
/// them the figures of concepts that a table would show in one column only.
func financialsTables(
  company: Int, _ archive: ReleaseArchive, _ history: FactHistory
) -> (tables: [FinancialsTable], single: [Retelling]) {
  let fiscal = archive.companies[company].fiscal
  var byKind: [FinancialsTable.Kind: ToldAmounts] = [:]
  let currencies = history.currencies(company: company)
  for concept in archive.catalog.allIDs {
    let isShared = currencies.count > 1 && !archive.catalog.kind(of: concept).isDenominated
    for denomination in history.denominations(company: company, concept: concept) {
      var rest = history.tellings(company: company, concept: concept, in: denomination)
      while let first = rest.first {
        let period = first.fact.period
        let tellings = rest.prefix { $0.fact.period == period }
        rest = rest.dropFirst(tellings.count)
        let kind = tableKind(of: period, fiscal)
        if isShared {
          byKind[kind, default: ToldAmounts()].shared[concept, default: [:]][period] = Retelling(tellings)
        } else {
          byKind[kind, default: ToldAmounts()].amounts[denomination, default: [:]][concept, default: [:]][
            period] = Retelling(tellings)
        }
      }
    }
  }
  let order = StatementOrder(company: company, archive)
  let id = archive.companies[company].id
  let releases = archive.releases.indices.filter { archive.releases[$0].company == id }
  let derived = derivedQuarters(company: company, archive, history)
  var single: [Retelling] = []
  var tables: [FinancialsTable] = []
  for kind in FinancialsTable.Kind.allCases {
    guard var told = byKind[kind] else { continue }
    let derivedHere = derived.filter { tableKind(of: $0.period, fiscal) == kind }
    if kind == .quarters {
      single += told.takeLone { concept in derivedHere.contains { $0.concept == concept } }
    }
    var anchored: Set<FigureOfPeriod> = []
    for number in currencies.indices {
      let denomination = Denomination(number: number)
      let own =
        currencies.count == 1
        ? derivedHere : derivedHere.filter { history.denomination(of: $0.whole) == denomination }
      let listed = told.listed(in: denomination)
      guard
        var table = financialsTable(kind, listed, own, order, archive, fiscal, currency: currencies[number])
      else { continue }
      table.noteNils { concept, period in
        let isDenominated = archive.catalog.kind(of: concept).isDenominated
        return archive.printsDash(
          concept, period, in: isDenominated ? currencies[number] : nil, among: releases)
      }
      if currencies.count > 1 {
        table.isOneOfSeveral = true
        table.isFirst = !tables.contains { $0.kind == kind }
        table.hasAmounts = table.rows.contains { archive.catalog.kind(of: $0.concept).isDenominated }
        table.noteRepeated(&anchored)
      }
      tables.append(table)
    }
  }
  return (tables, single)
}

/// What is told for periods of one kind.
private struct ToldAmounts {
  /// In each denomination.
  var amounts: [Denomination: [ConceptID: [Period: Retelling]]] = [:]
  /// What has no currency, where the company tells amounts in several.
  var shared: [ConceptID: [Period: Retelling]] = [:]

  /// Takes out the figures of concepts that are told for one period only, in whatever denomination: a balance sheet's
  /// two dates are a table; one lone figure among forty quarters is not.
  mutating func takeLone(except isListed: (ConceptID) -> Bool) -> [Retelling] {
    var counts: [ConceptID: Int] = [:]
    for told in amounts.values.joined() { counts[told.key, default: 0] += told.value.count }
    for told in shared { counts[told.key, default: 0] += told.value.count }
    let lone = counts.filter { $0.value == 1 && !isListed($0.key) }.keys.sorted()
    var taken: [Retelling] = []
    for concept in lone {
      for denomination in amounts.keys {
        if let told = amounts[denomination]?.removeValue(forKey: concept) { taken += told.values }
      }
      if let told = shared.removeValue(forKey: concept) { taken += told.values }
    }
    return taken
  }

  /// What a table in a denomination shows: amounts in it, and for their periods what has no currency; in the newest
  /// one also what is told for no period of any amount.
  func listed(in denomination: Denomination) -> [ConceptID: [Period: Retelling]] {
    var listed = amounts[denomination] ?? [:]
    guard !shared.isEmpty else { return listed }
    let own = Set(listed.values.flatMap(\.keys))
    let all = denomination == .newest ? Set(amounts.values.flatMap { $0.values.flatMap(\.keys) }) : []
    for (concept, told) in shared {
      let shown = told.filter { own.contains($0.key) || (denomination == .newest && !all.contains($0.key)) }
      if !shown.isEmpty { listed[concept] = shown }
    }
    return listed
  }
}

/// A figure by what it is about.
private struct FigureOfPeriod: Hashable {
  var concept: ConceptID
  var period: Period
}

extension FinancialsTable {
  /// Notes for which columns a dash is printed; nothing is calculated for them, because they are told to be nil.
  fileprivate mutating func noteNils(_ printsDash: (ConceptID, Period) -> Bool) {
    for row in rows.indices {
      for column in columns.indices
      where rows[row].cells[column] == nil && printsDash(rows[row].concept, columns[column]) {
        rows[row].nils.insert(column)
        rows[row].derived[column] = nil
      }
    }
  }

  /// Notes which figures stand in a table before, and adds its own.
  fileprivate mutating func noteRepeated(_ anchored: inout Set<FigureOfPeriod>) {
    for row in rows.indices {
      for column in columns.indices where rows[row].cells[column] != nil || rows[row].derived[column] != nil {
        let figure = FigureOfPeriod(concept: rows[row].concept, period: columns[column])
        if !anchored.insert(figure).inserted { rows[row].repeated.insert(column) }
      }
    }
  }
}

/// One table; `nil` where nothing is told.
private func financialsTable(
  _ kind: FinancialsTable.Kind, _ listed: [ConceptID: [Period: Retelling]], _ derived: [DerivedFigure],
  _ order: StatementOrder, _ archive: ReleaseArchive, _ fiscal: FiscalCalendar, currency: String
) -> FinancialsTable? {
  guard !listed.isEmpty else { return nil }
  let told = Set(
    listed.values.flatMap(\.keys) + derived.filter { listed[$0.concept] != nil }.map(\.period))
  let columns =
    switch kind {
    case .quarters: quarters(spanning: told, fiscal)
    case .years: years(spanning: told, fiscal)
    case .parts, .instants: told.sorted(by: >)
    }
  let rows = listed.keys.sorted { order.precedes($0, $1) }.map { concept in
    let cells = columns.map { listed[concept]?[$0] }
    var row = FinancialsTable.Row(
      concept: concept, cells: cells, derived: derivedCells(concept, columns, derived))
    if archive.catalog.kind(of: concept) == .perShare {
      row.minor = cells.lazy.compactMap { $0 }.first.flatMap { archive.unit(of: $0.current).minor }
    }
    return row
  }
  var table = FinancialsTable(
    kind: kind, currency: currency, power: commonPower(rows, archive.catalog), columns: columns,
    columnReleases: columns.indices.map { mainRelease(column: $0, rows) }, rows: rows)
  table.groups = order.groups(of: rows.map(\.concept))
  return table
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
  let scaled = rows.filter { catalog.kind(of: $0.concept).isScaled }
  let isWhole = scaled.allSatisfy { row in
    row.cells.allSatisfy { cell in
      guard let value = cell?.current.fact.value.withoutTrailingZeros else { return true }
      return value.scale == 0 && value.mantissa % 1000 == 0
    }
  }
  return isWhole && !scaled.isEmpty ? 3 : 0
}

/// The release that tells the most figures of a column; the latest of several.
private func mainRelease(column: Int, _ rows: [FinancialsTable.Row]) -> Int {
  var counts: [Int: Int] = [:]
  for row in rows {
    if let retelling = row.cells[column] { counts[Int(retelling.current.release), default: 0] += 1 }
  }
  return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? -1
}
