import Diagnostics
public import ExactNumbers

/// One column of a bridge.
public struct BridgeStep: Hashable, Sendable {
  public var label: String
  /// A total's height, or how much a step adds.
  public var amount: Amount
  public var isTotal: Bool
  /// Of figures that their source rounds; drawn hollow.
  public var isApproximate: Bool
  /// Of figures that were told otherwise before; drawn hollow.
  public var isRevised: Bool

  public init(
    label: String, amount: Amount, isTotal: Bool, isApproximate: Bool = false, isRevised: Bool = false
  ) {
    self.label = label
    self.amount = amount
    self.isTotal = isTotal
    self.isApproximate = isApproximate
    self.isRevised = isRevised
  }

  var isHollow: Bool { isApproximate || isRevised }
}

/// The preset `bridge`: a waterfall from one total to the next, steps hanging between them.
///
/// A step begins where the one before ended, below zero too; a total stands on zero.
public func bridgeChart(_ text: ChartText, steps: [BridgeStep]) -> Chart {
  var chart = Chart(Plot(waterfall(title: text.title, measure: text.measure, steps: steps)))
  chart.source = text.source
  return chart
}

/// A waterfall in the terms of the grammar: connectors, bars that hang between them, and figures.
func waterfall(title: String?, measure: ChartMeasure, steps: [BridgeStep]) -> PlotSpec {
  let steps = withoutRepetition(steps)
  let unit = measure.isScaled ? ChartUnit(power: 0, decimals: 0) : moneyUnit(steps.map(\.amount))
  let factor = power(unit.power)
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
        ],
        fact: step.isHollow
          ? PlotRow.FactNote(isRevised: step.isRevised, isApproximate: step.isApproximate) : nil))
  }
  var step = field(.x, "step", .nominal)
  step.order = .asGiven
  var end = field(.y, "end", .quantitative)
  end.title = .text(unit.short(measure))
  end.axis.format = .accounting
  var kind = field(.color, "kind", .nominal)
  kind.order = .listed([.text("Total"), .text("Decrease"), .text("Increase")])
  let connectors = layer(
    .rule, [step, field(.x2, "next", .nominal), silent(field(.y, "end", .quantitative))], rows.dropLast())
  let bars = layer(.bar, [step, end, silent(field(.y2, "start", .quantitative)), kind], rows)
  var change = field(.text, "change", .quantitative)
  change.axis.format = .accounting
  // As many digits for each, so that they are seen to add up.
  change.axis.format?.decimals = min(2, decimalsNeeded(steps.map { $0.amount.approximate / factor }))
  var labels = layer(.text, [step, silent(field(.y, "top", .quantitative)), change], rows)
  labels.options.dy = -11
  var spec = PlotSpec(title: title, layers: [connectors, bars, labels])
  spec.bridge = BridgeData(steps: steps, measure: measure, unit: unit)
  return spec
}

/// The steps of a waterfall as they were given, for its table and its description.
struct BridgeData: Sendable {
  var steps: [BridgeStep]
  var measure: ChartMeasure
  var unit: ChartUnit

  /// What the steps come to after each of them.
  var running: [Amount] {
    var running = Amount.zero
    return steps.map { step in
      running = step.isTotal ? step.amount : running + step.amount ?? running
      return running
    }
  }
}

/// Steps of the same name apart: each has its own place.
private func withoutRepetition(_ steps: [BridgeStep]) -> [BridgeStep] {
  var used: [String: Int] = [:]
  return steps.map { step in
    var step = step
    let count = used[step.label, default: 0] + 1
    used[step.label] = count
    if count > 1 { step.label += " (\(count))" }
    return step
  }
}

/// `From Revenues 6.98 by Costs minus 8.5 and Taxes minus 3.16 to Net loss minus 4.68.`
func describe(_ bridge: BridgeData) -> String {
  let unit = bridge.unit.nameInSentence(of: bridge.measure.words)
  func spoken(_ amount: Amount) -> String {
    spokenAmount((amount.timesPowerOfTen(-bridge.unit.power) ?? amount).withoutTrailingZeros)
  }
  let told = zip(bridge.steps, bridge.running).map { step, running in
    let amount = (step.isApproximate ? "about " : "") + spoken(step.amount)
    // A year at the label's end and the amount after it are two numbers.
    let label = step.label.last?.isNumber == true ? step.label + ":" : step.label
    return step.isTotal ? "\(label) \(amount)" : "\(label) \(amount), which makes \(spoken(running))"
  }
  let revised = bridge.steps.filter(\.isRevised).map(\.label)
  let remark = revised.isEmpty ? "" : " Revised: \(revised.joined(separator: "; "))."
  return "Bridge\(unit.isEmpty ? "" : " in \(unit)"). " + told.joined(separator: "; ") + "." + remark
}

/// A row for each step: what it adds and what it makes; a total adds nothing.
func dataTable(of bridge: BridgeData) -> ChartTable {
  func text(_ amount: Amount) -> String {
    (amount.timesPowerOfTen(-bridge.unit.power) ?? amount).withoutTrailingZeros.accounting
  }
  return ChartTable(
    caption: bridge.unit.name(of: bridge.measure.words), heads: ["Change", "Total"],
    rows: zip(bridge.steps, bridge.running).map { step, running in
      ChartTable.Row(head: step.label, cells: [step.isTotal ? "" : text(step.amount), text(running)])
    })
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

/// The unit figures are counted in, by the largest of them.
private func moneyUnit(_ amounts: [Amount]) -> ChartUnit {
  let most = amounts.map { $0.approximate.magnitude }.reduce(0) { max($0, $1) }
  return ChartUnit(power: [12, 9, 6, 3].first { most >= 2 * power($0) } ?? 0, decimals: 0)
}
