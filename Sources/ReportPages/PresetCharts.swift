import ExactNumbers
import ReleaseModel
import SVGCharts

/// A bridge of a release: from its first concept to its last by those between, in one period.
///
/// What a step adds or takes is found from the figures: of all signs the ones whose sum reaches the last
/// total. Where no signs do, a last step says what remains.
func bridgeChart(_ request: ChartRequest, _ view: ReleaseView, _ context: PageContext) -> Chart {
  let catalog = context.archive.catalog
  let period = request.periods.first ?? view.release.period
  let facts = request.concepts.compactMap { id in
    period.flatMap { chartFigure(id, $0, view, context) }.map { (id, $0.value) }
  }
  func name(_ id: ConceptID, _ value: Amount) -> String { catalog[id].label(negative: value.isNegative) }
  guard let first = facts.first, let last = facts.last, facts.count > 1,
    first.0 == request.concepts.first, last.0 == request.concepts.last
  else { return Chart() }
  let between = facts.dropFirst().dropLast()
  let wanted = last.1 - first.1
  let amounts = between.map(\.1)
  let signed = wanted.flatMap { signs(of: amounts, reaching: $0) } ?? amounts.map { $0.negated ?? $0 }
  var steps = [BridgeStep(label: name(first.0, first.1), amount: first.1, isTotal: true)]
  for ((id, value), amount) in zip(between, signed) {
    steps.append(BridgeStep(label: name(id, value), amount: amount, isTotal: false))
  }
  let reached = signed.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
  if let wanted, let reached, let rest = wanted - reached, !rest.isZero {
    steps.append(BridgeStep(label: "Other, net", amount: rest, isTotal: false))
  }
  steps.append(BridgeStep(label: name(last.0, last.1), amount: last.1, isTotal: true))
  let title = "From \(steps[0].label.inSentence) to \(steps[steps.count - 1].label.inSentence)"
  let span = period.map { ", " + view.fiscal.words($0).inSentence } ?? ""
  return SVGCharts.bridgeChart(chartText(title + span, view), steps: steps)
}

/// The amounts, each with the sign that makes their sum the one wanted; `nil` where no signs do.
private func signs(of amounts: [Amount], reaching wanted: Amount) -> [Amount]? {
  guard amounts.count <= 12 else { return nil }
  for pattern in 0..<(1 << amounts.count) {
    // Costs first: most steps between a revenue and a result take away.
    let signed = amounts.enumerated().map { index, amount in
      pattern >> index & 1 == 0 ? amount.negated ?? amount : amount
    }
    let sum = signed.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
    if sum == wanted { return signed }
  }
  return nil
}

/// A balance sheet as two columns of equal height: the concepts up to where their sum is that of the others.
///
/// Where no such place is, or a figure is missing, nothing is drawn: unequal columns would be no balance.
func compositionChart(_ request: ChartRequest, _ view: ReleaseView, _ context: PageContext) -> Chart {
  let catalog = context.archive.catalog
  let period = request.periods.first ?? view.release.period.map { Period(instant: $0.end) }
  let parts = request.concepts.compactMap { id -> (label: String, amount: Amount)? in
    guard let period, let fact = chartFigure(id, period, view, context) else { return nil }
    return (catalog[id].label(negative: fact.value.isNegative), fact.value)
  }
  guard parts.count == request.concepts.count, let split = balancingSplit(parts.map(\.amount)) else {
    return Chart()
  }
  let span = period.map { ", " + view.fiscal.words($0).inSentence } ?? ""
  return SVGCharts.compositionChart(
    chartText("Balance sheet" + span, view),
    columns: [
      (name: "Assets", parts: Array(parts[..<split])),
      (name: "Liabilities and equity", parts: Array(parts[split...])),
    ])
}

/// How many of the amounts come before the place that divides them into equal sums.
func balancingSplit(_ amounts: [Amount]) -> Int? {
  func sum(_ amounts: ArraySlice<Amount>) -> Amount? {
    amounts.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
  }
  return amounts.indices.dropFirst().first { split in
    guard let before = sum(amounts[..<split]), let after = sum(amounts[split...]) else { return false }
    return before == after && !before.isZero
  }
}

/// Concepts as a part of the first one, in percent, over the quarters the archive knows.
func marginChart(
  _ request: ChartRequest, _ periods: [Period], _ view: ReleaseView, _ context: PageContext
) -> Chart {
  let catalog = context.archive.catalog
  guard let whole = request.concepts.first, request.concepts.count > 1 else { return Chart() }
  let part = request.concepts[1]
  let points = periods.map { period -> (label: String, percent: Double?) in
    let label = view.fiscal.shortWords(period)
    guard let base = chartFigure(whole, period, view, context), !base.value.isZero, !base.value.isNegative,
      let share = chartFigure(part, period, view, context)
    else { return (label, nil) }
    return (label, share.value.approximate / base.value.approximate * 100)
  }
  let names = "\(catalog[part].label), percent of \(catalog[whole].label.inSentence)"
  return SVGCharts.marginChart(
    names, measure: "Percent of \(catalog[whole].label.inSentence)", points: points)
}

private func chartText(_ title: String, _ view: ReleaseView) -> ChartText {
  ChartText(title: title, currency: currencyWords(view.release.statements.first?.currency ?? "USD"))
}
