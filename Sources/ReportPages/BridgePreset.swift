import ExactNumbers
import ReleaseChecks
import ReleaseModel
import SVGCharts

/// From the first concept to the last by those between, or with two periods from one result to the next.
///
/// What a step adds or takes is found from the figures: of all signs the ones whose sum reaches the last
/// total. Where no signs do, a last step says what remains. A concept between whose parts are all that stands before it
/// is no step but a total of them.
func bridge(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  guard request.concepts.count > 1 else {
    throw ChartFault(
      "a bridge needs two concepts or more", hints: ["from the first to the last by those between"])
  }
  let named =
    switch request.periods {
    case .listed(let periods): periods
    case .last(let count, let step): facts.last(count, step, of: request.concepts)
    case .usual: [reportedPeriod(request, facts)].compactMap { $0 }
    }
  guard let first = named.first, named.count <= 2 else {
    throw ChartFault(
      "a bridge is of one period, or from one to another", hints: ["name them under 'periods'"])
  }
  return named.count == 2
    ? try bridgeBetween(named[0], named[1], request, facts) : try bridge(in: first, request, facts)
}

private func bridge(
  in period: Period, _ request: ChartRequest, _ facts: ChartFacts
) throws(ChartFault) -> (Chart, String) {
  let catalog = facts.catalog
  func name(_ id: ConceptID, _ value: Amount) -> String { catalog[id].label(negative: value.isNegative) }
  var told: [(id: ConceptID, told: ChartFacts.Told)] = []
  for (place, id) in request.concepts.enumerated() {
    guard let figure = facts.told(id, period) else {
      // A step of nothing is no step.
      if place > 0, place + 1 < request.concepts.count, facts.isDash(id, period) { continue }
      throw ChartFault("'\(catalog[id].name)' is not told for \(facts.fiscal.spelling(of: period))")
    }
    told.append((id, figure))
  }
  let totals = subtotals(of: told.map(\.id), catalog)
  try refuseRepetition(in: told.map(\.id), totals, request, catalog)
  let start = told[0]
  func step(_ id: ConceptID, _ figure: ChartFacts.Told, _ amount: Amount, isTotal: Bool) -> BridgeStep {
    BridgeStep(
      label: name(id, figure.value), amount: amount, isTotal: isTotal, isApproximate: figure.isRounded,
      isRevised: figure.isRevised)
  }
  var steps = [step(start.id, start.told, start.told.value, isTotal: true)]
  var from = 0
  for place in totals + [told.count - 1] {
    let (total, between) = (told[place], told[from + 1..<place])
    let all = told[from...place].map(\.told)
    let wanted = total.told.value - told[from].told.value
    let amounts = between.map(\.told.value)
    let isTaken = try taken(
      between.map(\.id), toward: total.id, from: [amounts], reaching: [wanted], give: rounding(of: all),
      catalog)
    let changes = signed(amounts, isTaken)
    for (part, amount) in zip(between, changes) {
      steps.append(step(part.id, part.told, amount, isTotal: false))
    }
    steps += rest(of: wanted, after: changes, all)
    steps.append(step(total.id, total.told, total.told.value, isTotal: true))
    from = place
  }
  let ends = [steps[0], steps[steps.count - 1]].map { catalog.inSentence($0.label) }
  let title = "From \(ends[0]) to \(ends[1])"
  let text = ChartText(
    title: "\(title), \(facts.fiscal.words(period).inSentence)", measure: facts.measure(of: start.id),
    source: facts.source(told.map(\.told)))
  return (bridgeChart(text, steps, request, facts, over: [period]), text.title)
}

/// Which concepts between the first and the last are totals of all that stands before them since the last total: gross
/// profit after revenues and their cost.
private func subtotals(of concepts: [ConceptID], _ catalog: ConceptCatalog) -> [Int] {
  var places: [Int] = []
  for place in concepts.indices.dropFirst().dropLast() where isMadeOfOthers(concepts[place], catalog) {
    let parts = weights(of: Array(concepts[(places.last ?? 0)..<place]), in: concepts[place], catalog)
    if parts[0] == 1, parts.allSatisfy({ $0 != nil }) { places.append(place) }
  }
  return places
}

/// Refuses a step that holds another one, and one that takes again what a total before it has taken: both would count
/// the same amount. What is added back to a total, as depreciation is to operating income, counts once.
///
/// - Parameter totals: the places of concepts that are no steps.
private func refuseRepetition(
  in concepts: [ConceptID], _ totals: [Int], _ request: ChartRequest, _ catalog: ConceptCatalog
) throws(ChartFault) {
  let last = concepts.count - 1
  for whole in 1..<max(1, last) where isMadeOfOthers(concepts[whole], catalog) {
    let isTotal = totals.contains(whole)
    let others = (0..<last).filter { isTotal ? $0 > whole : $0 != whole }
    let parts = weights(of: others.map { concepts[$0] }, in: concepts[whole], catalog)
    let inEnd = weights(of: others.map { concepts[$0] }, in: concepts[last], catalog)
    guard let found = parts.indices.first(where: { parts[$0] != nil && (!isTotal || parts[$0] == inEnd[$0]) })
    else { continue }
    let (part, total) = (catalog[concepts[others[found]]].name, catalog[concepts[whole]].name)
    throw ChartFault(
      "'\(part)' is a part of '\(total)' and would count twice",
      hints: ["put '\(total)' right after all its parts, or leave it out"],
      concept: request.concepts.firstIndex(of: concepts[whole]))
  }
}

/// From the last concept's figure for one period to its figure for another, by what the others changed.
private func bridgeBetween(
  _ before: Period, _ after: Period, _ request: ChartRequest, _ facts: ChartFacts
) throws(ChartFault) -> (Chart, String) {
  let catalog = facts.catalog
  var told: [(before: ChartFacts.Told, after: ChartFacts.Told)] = []
  for id in request.concepts {
    guard let old = facts.told(id, before), let new = facts.told(id, after) else {
      throw ChartFault(
        "'\(catalog[id].name)' is not told for both \(facts.fiscal.spelling(of: before)) and \(facts.fiscal.spelling(of: after))"
      )
    }
    told.append((old, new))
  }
  guard let result = request.concepts.last, let total = told.popLast() else {
    throw ChartFault("a bridge needs two concepts or more")
  }
  // Here all but the last are steps, the first one too.
  try refuseRepetition(in: [result] + request.concepts, [], request, catalog)
  // The signs by which the parts make the result in both periods, else in one of them; else all add.
  let (old, new) = (told.map(\.before.value), told.map(\.after.value))
  let isTaken = try taken(
    Array(request.concepts.dropLast()), toward: result, from: [old, new],
    reaching: [total.before.value, total.after.value],
    give: rounding(of: told.flatMap { [$0.before, $0.after] } + [total.before, total.after]), catalog)
  let changes = signed(told.map { change(from: $0.before, to: $0.after) }, isTaken)
  let name = catalog[result].label(negative: total.after.value.isNegative)
  let (from, to) = (facts.fiscal.shortWords(before), facts.fiscal.shortWords(after))
  func step(_ label: String, _ amount: Amount, _ told: [ChartFacts.Told], isTotal: Bool) -> BridgeStep {
    BridgeStep(
      label: label, amount: amount, isTotal: isTotal, isApproximate: told.contains(where: \.isRounded),
      isRevised: told.contains(where: \.isRevised))
  }
  var steps = [
    step(
      "\(catalog[result].label(negative: total.before.value.isNegative)), \(from)", total.before.value,
      [total.before], isTotal: true)
  ]
  for (index, change) in changes.enumerated() {
    let (before, after) = told[index]
    steps.append(step(catalog[request.concepts[index]].label, change, [before, after], isTotal: false))
  }
  let all = told.flatMap { [$0.before, $0.after] } + [total.before, total.after]
  let exact = signed(zip(old, new).map { $1 - $0 ?? .zero }, isTaken)
  steps += rest(of: total.after.value - total.before.value, after: exact, all)
  steps.append(step("\(name), \(to)", total.after.value, [total.after], isTotal: true))
  let text = ChartText(
    title: "\(name) from \(from) to \(to)", measure: facts.measure(of: result),
    source: facts.source(all))
  return (bridgeChart(text, steps, request, facts, over: [before, after]), text.title)
}

/// A bridge with what parts its two periods, and the reasons for which its figures were revised.
private func bridgeChart(
  _ text: ChartText, _ steps: [BridgeStep], _ request: ChartRequest, _ facts: ChartFacts,
  over periods: [Period]
) -> Chart {
  var chart = SVGCharts.bridgeChart(text, steps: steps)
  let named = request.concepts.map { (concept: $0, name: facts.catalog[$0].name) }
  for found in facts.breaks(named, over: periods.sorted()) where !chart.remarks.contains(found.note) {
    chart.remarks.append(found.note)
  }
  if steps.contains(where: \.isRevised) { chart.remarks += reasonsOfRevisions(request, facts, over: periods) }
  return chart
}

/// What one figure is more than another one, with no more digits than the more rounded of them has.
private func change(from old: ChartFacts.Told, to new: ChartFacts.Told) -> Amount {
  guard let change = new.value - old.value else { return .zero }
  guard old.isRounded || new.isRounded else { return change }
  let decimals = Int(min(old.current.fact.decimals, new.current.fact.decimals))
  return change.timesPowerOfTen(decimals)?.rounded(scale: 0)?.timesPowerOfTen(-decimals) ?? change
}

/// What the steps leave open of the way from one total to the other, where it is more than the rounding of the figures.
private func rest(of wanted: Amount?, after steps: [Amount], _ told: [ChartFacts.Told]) -> [BridgeStep] {
  let reached = steps.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
  guard let wanted, let reached, let rest = wanted - reached, !rest.isZero,
    abs(rest.approximate) > rounding(of: told)
  else { return [] }
  return [
    BridgeStep(
      label: "Other, net", amount: rest, isTotal: false, isApproximate: told.contains(where: \.isRounded))
  ]
}

/// Which parts are taken away, so that each list of them comes to its sum.
///
/// A part that is known to add or to take away does so. Of all signs of the others those count that reach the sums; where
/// none do, the others take away, as most steps between a revenue and a result do.
///
/// - Parameter give: by how much a list may miss its sum because its figures are rounded.
private func taken(
  _ concepts: [ConceptID], toward total: ConceptID, from lists: [[Amount]], reaching sums: [Amount?],
  give: Double, _ catalog: ConceptCatalog
) throws(ChartFault) -> [Bool] {
  let known = weights(of: concepts, in: total, catalog).map { $0.map { $0 < 0 } }
  let open = known.indices.filter { known[$0] == nil }
  let usual = known.map { $0 ?? true }
  guard !open.isEmpty, open.count <= 12 else { return usual }
  var found: [[Bool]] = []
  for pattern in 0..<(1 << open.count) {
    var isTaken = usual
    for (bit, place) in open.enumerated() { isTaken[place] = pattern >> bit & 1 == 0 }
    let isReached = zip(lists, sums).allSatisfy { amounts, wanted in
      let sum = signed(amounts, isTaken).reduce(Optional(Amount.zero)) { sum, amount in
        sum.flatMap { $0 + amount }
      }
      guard let wanted, let missed = sum.flatMap({ wanted - $0 }) else { return false }
      return missed.isZero || abs(missed.approximate) <= give
    }
    if isReached { found.append(isTaken) }
  }
  guard let first = found.first else { return usual }
  // Signs of nothing make no difference.
  let others = found.dropFirst().filter { other in lists.contains { signed($0, other) != signed($0, first) } }
  guard let other = others.first else { return first }
  let place = first.indices.first { first[$0] != other[$0] } ?? 0
  throw ChartFault(
    "whether '\(catalog[concepts[place]].name)' adds or takes away cannot be told: the figures fit both",
    hints: ["leave out one of two equal steps, or draw a chart of another kind"])
}

/// By how much a sum of figures may miss another because each is rounded.
func rounding(of told: [ChartFacts.Told]) -> Double {
  told.reduce(0) { $0 + 0.5 * pow10(-Int($1.derived?.decimals ?? $1.current.fact.decimals)) } * 1.000001
}

private func pow10(_ power: Int) -> Double {
  var value = 1.0
  for _ in 0..<abs(power) { value *= 10 }
  return power < 0 ? 1 / value : value
}

private func signed(_ amounts: [Amount], _ isTaken: [Bool]) -> [Amount] {
  zip(amounts, isTaken).map { $1 ? $0.negated ?? $0 : $0 }
}
