import ExactNumbers
import ReleaseChecks
import ReleaseModel
import SVGCharts

/// A balance sheet as two columns of equal height: the assets, and the liabilities and equity that stand after them.
///
/// Which concepts are parts of which side is known of the built-in ones; a company's own count where they stand. Where
/// the total of the sheet is told and the concepts do not make it up, a last part of the column says what remains.
func composition(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  guard
    let period = request.periods.named.first
      ?? reportedPeriod(request, facts).map({ Period(instant: $0.end) })
  else { throw ChartFault("a composition is of one day", hints: ["name it under 'periods': [2003-09-30]"]) }
  let sheet = BalanceSheetParts(facts.catalog)
  try checkParts(request.concepts, sheet, facts.catalog)
  var told: [ChartFacts.Told] = []
  for (place, id) in request.concepts.enumerated() {
    guard let figure = facts.told(id, period) else {
      throw ChartFault(
        "'\(facts.catalog[id].name)' is not told for \(facts.fiscal.spelling(of: period))", concept: place)
    }
    told.append(figure)
  }
  let whole = sheet.totals.lazy.compactMap { facts.told($0, period) }.first
  let split = try split(request.concepts, told, whole, sheet, facts.catalog)
  var columns: [(name: String, parts: [ChartPart])] = []
  for (name, places) in [("Assets", 0..<split), ("Liabilities and equity", split..<told.count)] {
    var parts = places.map { place in
      ChartPart(
        label: facts.catalog[request.concepts[place]].label(negative: told[place].value.isNegative),
        amount: told[place].value)
    }
    if let whole, let rest = try rest(of: whole, after: Array(told[places]), name: name) {
      parts.append(ChartPart(label: "All other \(name.inSentence)", amount: rest))
    }
    columns.append((name, parts))
  }
  let text = ChartText(
    title: "Balance sheet \(facts.fiscal.words(Period(instant: period.end)).inSentence)",
    measure: facts.measure(of: request.concepts[0]), source: facts.source(told + [whole].compactMap { $0 }))
  return (compositionChart(text, columns: columns), text.title)
}

/// Whether all concepts are parts of the sheet, in its order, each once.
private func checkParts(
  _ concepts: [ConceptID], _ sheet: BalanceSheetParts, _ catalog: ConceptCatalog
) throws(ChartFault) {
  let sides = concepts.map { sheet.side(of: $0) }
  for (place, id) in concepts.enumerated() where sides[place] == .neither || catalog[id].balance != .stock {
    throw ChartFault("'\(catalog[id].name)' is no part of a balance sheet", concept: place)
  }
  if let claim = sides.firstIndex(of: .claims), let asset = sides[claim...].firstIndex(of: .assets) {
    throw ChartFault(
      "'\(catalog[concepts[claim]].name)' is no asset and stands before '\(catalog[concepts[asset]].name)', which is one",
      hints: ["list every part of the assets, then every part of liabilities and equity"], concept: claim)
  }
  for (place, id) in concepts.enumerated() {
    if concepts[..<place].contains(id) {
      throw ChartFault("'\(catalog[id].name)' would count twice", concept: place)
    }
    if let whole = concepts.first(where: { sheet.holds($0, id) }) {
      throw ChartFault(
        "'\(catalog[id].name)' is a part of '\(catalog[whole].name)' and would count twice", concept: place)
    }
  }
}

/// How many of the concepts are assets.
private func split(
  _ concepts: [ConceptID], _ told: [ChartFacts.Told], _ whole: ChartFacts.Told?, _ sheet: BalanceSheetParts,
  _ catalog: ConceptCatalog
) throws(ChartFault) -> Int {
  let sides = concepts.map { sheet.side(of: $0) }
  let first = (sides.lastIndex(of: .assets) ?? 0) + 1
  let last = sides.firstIndex(of: .claims) ?? concepts.count - 1
  let hints = ["list every part of the assets, then every part of liabilities and equity"]
  guard first <= last else {
    throw ChartFault(
      "a composition in 'charts' has two columns, and its concepts are all \(sides.contains(.assets) ? "assets" : "liabilities and equity")",
      hints: hints)
  }
  let splits = first...last
  if let split = balancingSplit(told.map(\.value), among: splits, give: rounding(of: told)) { return split }
  // What remains of a total is told for each column, where no concept is in doubt.
  if whole != nil, first == last { return first }
  throw ChartFault(
    "the concepts of a composition in 'charts' do not divide into assets and an equal sum after them",
    hints: hints)
}

/// How many of the amounts come before the place that divides them into equal sums, to the rounding of their figures.
func balancingSplit(_ amounts: [Amount], among splits: ClosedRange<Int>, give: Double = 0) -> Int? {
  func difference(_ split: Int) -> Double? {
    guard amounts.indices.contains(split), let before = sum(amounts[..<split]),
      let after = sum(amounts[split...]), !before.isZero
    else { return nil }
    return (before - after)?.approximate.magnitude
  }
  return splits.first { difference($0) == 0 } ?? splits.first { difference($0).map { $0 <= give } ?? false }
}

private func sum(_ amounts: some Sequence<Amount>) -> Amount? {
  amounts.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
}

/// What the parts of a column leave of the sheet's total; `nil` for nothing but rounding.
private func rest(
  of whole: ChartFacts.Told, after parts: [ChartFacts.Told], name: String
) throws(ChartFault) -> Amount? {
  guard let reached = sum(parts.map(\.value)), let rest = whole.value - reached,
    rest.approximate.magnitude > rounding(of: parts + [whole])
  else { return nil }
  if rest.isNegative {
    throw ChartFault(
      "the parts of \(name.inSentence) in 'charts' come to \(reached.accounting), more than the total of \(whole.value.accounting)",
      hints: ["list every part, also those below zero, and none of another total"])
  }
  return rest
}
