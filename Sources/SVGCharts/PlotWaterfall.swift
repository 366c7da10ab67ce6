import Diagnostics
import ExactNumbers
import SourceSyntax

extension SpecReader {
  /// Whether a chart's mark is a waterfall, which draws several marks and so stands alone.
  func isWaterfall(_ parts: [String: Node]) -> Bool {
    guard let mark = parts["mark"] else { return false }
    if case .mapping(let entries) = mark.value {
      return entries.first { $0.key == "type" }?.value.scalar?.text == "waterfall"
    }
    return mark.scalar?.text == "waterfall"
  }

  /// Reads a chart of the mark `waterfall`: `x` names the steps, `y` says what each adds.
  ///
  /// The first and the last step are totals, or those that `totals` of the mark names; a total without a
  /// value is what the steps before it come to, and one that says something else is an error.
  mutating func waterfallSpec(_ parts: [String: Node], at node: Node, resolve: ChartDataResolver) -> PlotSpec?
  {
    var totals: [Datum]?
    var totalNodes: [Node] = []
    if let mark = parts["mark"], case .mapping = mark.value {
      guard let options = mapping(mark, "a waterfall", keys: ["type", "totals", "tooltip"]) else {
        return nil
      }
      if let tooltip = options["tooltip"] { noteTooltip(tooltip) }
      if let list = options["totals"] {
        totals = self.totals(list)
        if case .sequence(let items) = list.value { totalNodes = items }
      }
    }
    guard let data = parts["data"] else {
      report(.missingChartProperty, "a chart needs 'data'", at: node.range)
      return nil
    }
    guard var rows = rows(of: data, resolve: resolve) else { return nil }
    if let transform = parts["transform"] { rows = transformed(rows, by: transform) }
    var layer = PlotLayer(mark: .bar)
    if let encoding = parts["encoding"] { readChannels(encoding, into: &layer.channels) }
    layer.rows = rows
    for channel in layer.channels.compactMap({ $0 }) where channel.name != .x && channel.name != .y {
      report(
        .unsupportedChartCombination, "a waterfall has 'x' and 'y', not '\(channel.name.word)'",
        at: channel.range)
    }
    guard let x = layer[.x], let step = x.field, let y = layer[.y], let amount = y.field else {
      report(
        .missingChartProperty, "a waterfall needs the fields 'x' for its steps and 'y' for their amounts",
        at: parts["encoding"]?.range ?? node.range)
      return nil
    }
    checkFields(layer)
    let steps = rows.map { $0.fields[step] ?? .missing }
    for node in totalNodes where !rows.isEmpty {
      guard let scalar = node.scalar, !steps.contains(datum(scalar)) else { continue }
      report(
        .unknownChartField, "no step is called '\(scalar.text)'", at: node.range,
        hints: didYouMean(scalar.text, among: steps.map(\.words)))
    }
    if diagnostics.hasErrors { return nil }
    let drawn = spec(rows, step: step, amount: y, amountField: amount, totals: totals)
    return diagnostics.hasErrors ? nil : drawn
  }

  private mutating func totals(_ node: Node) -> [Datum] {
    guard case .sequence(let items) = node.value else {
      report(.chartPropertyShape, "'totals' is a list of steps", at: node.range)
      return []
    }
    return items.compactMap { $0.scalar.map(datum) }
  }

  private mutating func spec(
    _ rows: [PlotRow], step: String, amount: PlotChannel, amountField: String, totals: [Datum]?
  ) -> PlotSpec {
    var steps: [BridgeStep] = []
    var ranges: [SourceRange] = []
    var running = Amount.zero
    for (index, row) in rows.enumerated() {
      let label = row.fields[step] ?? .missing
      let isTotal = totals?.contains(label) ?? (index == 0 || index == rows.count - 1)
      let value = row.fields[amountField]?.amount
      guard let added = value ?? (isTotal ? running : nil) else { continue }
      running = isTotal ? added : running + added ?? running
      steps.append(
        BridgeStep(
          label: label.words, amount: added, isTotal: isTotal,
          isApproximate: row.fact?.isApproximate ?? false, isRevised: row.fact?.isRevised ?? false))
      ranges.append(row.range)
    }
    for missed in missedTotals(steps) { report(missed, of: steps[missed.place], at: ranges[missed.place]) }
    var measure = ChartMeasure(words: amountField)
    if case .text(let title) = amount.title { measure.words = title }
    if case .none = amount.title { measure.words = "" }
    return waterfall(title: nil, measure: measure, steps: steps)
  }

  private mutating func report(_ missed: MissedTotal, of total: BridgeStep, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .missedTotal,
        "the steps before '\(total.label)' come to \(missed.reached.withoutTrailingZeros), not \(total.amount.withoutTrailingZeros)",
        at: Place(path, range), severity: missed.isCertain ? .error : .warning,
        hints: ["correct a figure, or say what is missing as a step of its own"]))
  }
}
