import ExactNumbers

/// A measure with a small bar for each period.
public struct SparkRow: Hashable, Sendable {
  public var label: String
  /// One for each period; `nil` where there is no value.
  public var values: [ChartSeries.Value?]
  /// The last figure as it is printed: `$6.98 million`.
  public var figure: String
  /// The periods before which its figures begin to have another basis, by their places.
  public var breaks: [Int]
  /// The periods for which its source prints a dash instead of a value, by their places.
  public var nils: Set<Int>

  public init(
    label: String, values: [ChartSeries.Value?], figure: String, breaks: [Int] = [], nils: Set<Int> = []
  ) {
    self.label = label
    self.values = values
    self.figure = figure
    self.breaks = breaks
    self.nils = nils
  }
}

/// The preset `sparkline`: a row for each measure with its name, a bar for each period and its last figure.
///
/// Each row has its own scale from zero, as rows may count different things.
///
/// - Parameter periods: in full, oldest first: `Q3 2003`.
public func sparklineChart(_ text: ChartText, periods: [String], rows: [SparkRow]) -> Chart {
  let content = SparkRows(title: text.title, periods: periods, rows: rows)
  var chart = Chart(content: .sparks(content), description: describe(content))
  chart.source = text.source
  return chart
}

struct SparkRows: Sendable {
  var title: String
  var periods: [String]
  var rows: [SparkRow]

  var unitNote: String {
    guard let first = periods.first, let last = periods.last else { return "" }
    return (first == last ? first : "\(first) to \(last)")
      + (rows.count > 1 ? ", each row on its own scale" : "")
  }
}

/// The drawing: names at the left or above, bars in the middle, the last figures at the right.
func sparkScene(_ chart: SparkRows, width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  let isNarrow = width == .narrow
  let figures = chart.rows.map { textWidth($0.figure, strong: true) }.max() ?? 0
  let names: Pixels = isNarrow ? 0 : scene.width * 2 / 5
  let right = scene.width - 1
  let from = isNarrow ? Pixels(1) : names + 12
  let to = max(from + 40, right - figures - 14)
  let count = max(1, chart.periods.count)
  let step = Pixels(hundredths: min(1600, (to - from).hundredths / count))
  let bar = max(Pixels(hundredths: 80), step * 2 / 3)
  var y: Pixels = 4
  for (index, row) in chart.rows.enumerated() {
    if index > 0 {
      scene.addRule(from: 0, to: scene.width, at: y, ink: .grid)
      y += 6
    }
    let lines =
      wrapped(row.label, into: isNarrow ? scene.width - 2 : names, lines: 3, cuttingWords: true)
      ?? [shortened(row.label, to: names)]
    let height = isNarrow ? 28 : max(Pixels(28), lineHeight * lines.count)
    for (place, line) in lines.enumerated() {
      scene.add(Label(x: 0, y: y + 14 + lineHeight * place, text: line))
    }
    if isNarrow { y += lineHeight * lines.count + 4 }
    drawBars(of: row, from: from, step: step, bar: bar, top: y + 2, height: 24, into: &scene)
    scene.add(
      Label(x: right, y: y + 18, text: row.figure, anchor: .end, isStrong: true))
    y += height + 6
  }
  scene.height = (y + 2).roundedUp
  return scene
}

private func drawBars(
  of row: SparkRow, from left: Pixels, step: Pixels, bar: Pixels, top: Pixels, height: Pixels,
  into scene: inout Scene
) {
  let precision = Precision(for: row.values.compactMap { $0?.amount })
  let quantities = row.values.map { $0.map { precision.quantity($0.amount) } }
  let present = quantities.compactMap { $0 }
  let (low, high) = (min(0, present.min() ?? 0), max(0, present.max() ?? 0))
  let scale = LinearScale(low: low, high: max(high, low + 1), start: top + height, end: top)
  let zero = scale.position(0)
  let last = quantities.lastIndex { $0 != nil }
  let looks = (old: Look(.other, repetition: 0), new: Look(.primary, repetition: 0))
  for (index, quantity) in quantities.enumerated() {
    guard let quantity, quantity != 0 else { continue }
    let end = scale.position(quantity)
    let size = max(1, end < zero ? zero - end : end - zero)
    let box = Box(x: left + step * index, y: quantity < 0 ? zero : zero - size, width: bar, height: size)
    let isHollow = row.values[index].map { $0.isApproximate || $0.isRevised } ?? false
    let look = index == last ? looks.new : looks.old
    if isHollow, bar > 3 {
      scene.addRect(box, look: look, isHollow: true)
    } else {
      scene.shapes.append(.rect(box, ink: .fill(look.style), fill: nil))
    }
  }
  scene.addRule(
    from: left, to: left + step * max(1, row.values.count) - (step - bar), at: zero, ink: .zero)
  for place in row.breaks {
    let x = left + step * place - (step - bar) / 2
    scene.shapes.append(.path([.move(x, top - 2), .vertical(top + height + 2)], ink: .basis))
  }
}

private func describe(_ chart: SparkRows) -> String {
  let rows = chart.rows.map { row in
    let told = zip(chart.periods, row.values).enumerated().compactMap { place, told in
      let (period, value) = told
      return value.map { "\(period) \(spokenAmount($0.amount))\($0.isRevised ? ", revised" : "")" }
        ?? (row.nils.contains(place) ? "\(period) nil" : nil)
    }
    return "\(row.label): \(told.isEmpty ? "no figures" : told.joined(separator: "; "))."
  }
  return (["Small bars, a row for each measure."] + rows).joined(separator: " ")
}

/// `minus 4,679,000`.
func spokenAmount(_ amount: Amount) -> String {
  amount.isNegative ? "minus " + amount.text().dropFirst() : amount.text()
}

/// A row for each period, a column for each measure, in full units.
func dataTable(of chart: SparkRows) -> ChartTable {
  ChartTable(
    caption: "In full", heads: chart.rows.map(\.label),
    rows: chart.periods.enumerated().map { index, period in
      ChartTable.Row(
        head: period,
        cells: chart.rows.map { row in
          row.values[index]?.amount.accounting ?? (row.nils.contains(index) ? ChartTable.nilText : nil)
        })
    })
}
