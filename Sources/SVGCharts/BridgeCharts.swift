import Diagnostics
public import ExactNumbers

/// One column of a bridge.
public struct BridgeStep: Hashable, Sendable {
  public var label: String
  /// A total's height, or how much a step adds.
  public var amount: Amount
  public var isTotal: Bool

  public init(label: String, amount: Amount, isTotal: Bool) {
    self.label = label
    self.amount = amount
    self.isTotal = isTotal
  }
}

/// The preset `bridge`: a waterfall from one total to the next, steps hanging between them.
///
/// A step begins where the one before ended, below zero too; a total stands on zero.
public func bridgeChart(_ text: ChartText, steps: [BridgeStep]) -> Chart {
  let (factor, unit) = moneyUnit(steps.map(\.amount), text.currency)
  var rows: [PlotRow] = []
  var running = Amount.zero
  for (index, step) in steps.enumerated() {
    let value = step.amount.approximate / factor
    let before = step.isTotal ? Amount.zero : running
    // The running total is exact; what does not fit an amount does not fit a chart.
    running = before + step.amount ?? before
    let (start, end) = (before.approximate / factor, running.approximate / factor)
    rows.append(
      PlotRow(
        range: nowhere,
        fields: [
          "step": .text(step.label), "next": .text(steps[min(index + 1, steps.count - 1)].label),
          "start": .number(start), "end": .number(end), "change": .number(value),
          "top": .number(max(start, end)),
          "kind": .text(step.isTotal ? "Total" : value < 0 ? "Decrease" : "Increase"),
        ]))
  }
  var step = field(.x, "step", .nominal)
  step.order = .asGiven
  var end = field(.y, "end", .quantitative)
  end.title = .text(unit)
  var kind = field(.color, "kind", .nominal)
  kind.order = .listed([.text("Total"), .text("Decrease"), .text("Increase")])
  let connectors = layer(
    .rule, [step, field(.x2, "next", .nominal), silent(field(.y, "end", .quantitative))], rows.dropLast())
  let bars = layer(.bar, [step, end, silent(field(.y2, "start", .quantitative)), kind], rows)
  var labels = layer(
    .text, [step, silent(field(.y, "top", .quantitative)), field(.text, "change", .quantitative)], rows)
  labels.options.dy = -11
  return Chart(Plot(PlotSpec(title: text.title, layers: [connectors, bars, labels])))
}

/// The preset `composition`: what is owned and what is owed as two columns of equal height.
public func compositionChart(
  _ text: ChartText, columns: [(name: String, parts: [(label: String, amount: Amount)])]
) -> Chart {
  let (factor, unit) = moneyUnit(columns.flatMap { $0.parts.map(\.amount) }, text.currency)
  var rows: [PlotRow] = []
  for column in columns {
    for (index, part) in column.parts.enumerated() {
      rows.append(
        PlotRow(
          range: nowhere,
          fields: [
            "column": .text(column.name), "part": .text(part.label), "order": .number(-Double(index)),
            "amount": .number(part.amount.approximate / factor),
          ]))
    }
  }
  var column = field(.x, "column", .nominal)
  column.order = .asGiven
  var amount = field(.y, "amount", .quantitative)
  amount.title = .text(unit)
  var part = field(.color, "part", .nominal)
  part.order = .asGiven
  let bars = layer(.bar, [column, amount, part, field(.order, "order", .quantitative)], rows)
  return Chart(Plot(PlotSpec(title: text.title, layers: [bars])))
}

/// The preset `margin`: results as parts of another figure, in percent, over the periods.
public func marginChart(_ title: String, measure: String, points: [(label: String, percent: Double?)])
  -> Chart
{
  let rows = points.map { point in
    PlotRow(
      range: nowhere,
      fields: ["period": .text(point.label), "margin": point.percent.map { .number($0) } ?? .missing])
  }
  var period = field(.x, "period", .ordinal)
  period.order = .asGiven
  var margin = field(.y, "margin", .quantitative)
  margin.title = .text(measure)
  var line = layer(.line, [period, margin], rows)
  line.options.hasPoints = true
  var words = field(.text, "margin", .quantitative)
  words.axis.format = NumberFormat(".1f")
  return Chart(Plot(PlotSpec(title: title, layers: [line, layer(.text, [period, margin, words], rows)])))
}

/// Made charts have no file to point at.
private let nowhere = SourceRange(line: 1, column: 1, length: 0)

private func field(_ name: ChannelName, _ field: String, _ type: FieldType) -> PlotChannel {
  PlotChannel(name: name, range: nowhere, field: field, type: type)
}

private func silent(_ channel: PlotChannel) -> PlotChannel {
  var channel = channel
  channel.title = .none
  return channel
}

private func layer(_ mark: PlotMark, _ channels: [PlotChannel], _ rows: some Sequence<PlotRow>) -> PlotLayer {
  var layer = PlotLayer(mark: mark)
  for channel in channels { layer[channel.name] = channel }
  layer.rows = Array(rows)
  return layer
}

/// The unit money is counted in, by its largest figure: `Millions of US dollars`.
private func moneyUnit(_ amounts: [Amount], _ currency: String) -> (factor: Double, name: String) {
  let most = amounts.map { $0.approximate.magnitude }.reduce(0) { max($0, $1) }
  let power = [9, 6, 3].first { most >= 2 * SVGCharts.power($0) } ?? 0
  return (SVGCharts.power(power), ChartUnit(power: power, decimals: 0).name(of: currency))
}
