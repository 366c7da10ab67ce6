public import ExactNumbers
import Markup

/// A part of a column: what it is called and how much it is.
public struct ChartPart: Hashable, Sendable {
  public var label: String
  public var amount: Amount

  public init(label: String, amount: Amount) {
    self.label = label
    self.amount = amount
  }
}

/// The preset `composition`: what is owned and what is owed as two columns of equal height, each part with its
/// name beside it.
public func compositionChart(_ text: ChartText, columns: [(name: String, parts: [ChartPart])]) -> Chart {
  let columns = PartColumns(text, columns)
  var chart = Chart(content: .parts(columns), description: describe(columns))
  chart.source = text.source
  return chart
}

/// Columns of parts over a common zero; negative parts hang below it.
struct PartColumns: Sendable {
  var title: String
  var measure: ChartMeasure
  var unit: ChartUnit
  var digits: Int
  var columns: [Column]

  struct Column: Sendable {
    var name: String
    var parts: [Part]

    var total: Int128 { parts.reduce(0) { $0 + $1.quantity } }
    var above: Int128 { parts.reduce(0) { $0 + max(0, $1.quantity) } }
    var below: Int128 { parts.reduce(0) { $0 - min(0, $1.quantity) } }
  }

  struct Part: Sendable {
    var label: String
    var amount: Amount
    var quantity: Int128
    var look: Look
  }

  init(_ text: ChartText, _ given: [(name: String, parts: [ChartPart])]) {
    title = text.title
    measure = text.measure
    let precision = Precision(for: given.flatMap { $0.parts.map(\.amount) })
    digits = precision.digits
    let styles = ChartSeries.Style.allCases
    columns = given.map { column in
      // Neighbours differ in color and in pattern.
      let looks = looks(of: column.parts.indices.map { styles[$0 % styles.count] })
      return Column(
        name: column.name,
        parts: zip(column.parts, looks).map { part, look in
          Part(
            label: part.label, amount: part.amount, quantity: precision.quantity(part.amount), look: look)
        })
    }
    unit = .rounded(for: columns.map(\.total) + columns.flatMap { $0.parts.map(\.quantity) }, digits: digits)
  }

  func figure(_ quantity: Int128) -> String { unit.text(quantity, digits: digits) }
}

/// The drawing: columns side by side, each with its names at its right.
func partScene(_ chart: PartColumns, width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  let share = scene.width / max(1, chart.columns.count)
  let bar: Pixels = width == .narrow ? 40 : 96
  let room = share - bar - 22
  let labels = chart.columns.map { column in column.parts.map { lines(of: $0, chart, room: room) } }
  let top: Pixels = 48
  let needed = labels.map { $0.reduce(Pixels(0)) { $0 + lineHeight * $1.count + 4 } }.max() ?? 0
  let height = max(width == .narrow ? 280 : 320, needed)
  let above = chart.columns.map(\.above).max() ?? 0
  let below = chart.columns.map(\.below).max() ?? 0
  let scale = LinearScale(low: -below, high: max(above, 1 - below), start: top + height, end: top)
  let zero = scale.position(0)
  for (index, column) in chart.columns.enumerated() {
    let left = share * index + 1
    scene.add(
      Label(
        x: left, y: 15, text: shortened(column.name, to: share - 4, strong: true), isStrong: true))
    scene.add(Label(x: left, y: 34, text: chart.figure(column.total), voice: .axis))
    var (high, low) = (scale.position(column.above), zero)
    var middles: [Pixels] = []
    for part in column.parts {
      let isNegative = part.quantity < 0
      let length = isNegative ? scale.position(part.quantity) - zero : zero - scale.position(part.quantity)
      let start = isNegative ? low : high
      let inset: Pixels = length > 6 ? 1 : 0
      let box = Box(
        x: left, y: start + inset / 2, width: bar, height: max(length - inset, Pixels(hundredths: 80)))
      scene.addRect(box, look: part.look)
      middles.append(start + length / 2)
      if isNegative { low += length } else { high += length }
    }
    let heights = labels[index].map { lineHeight * $0.count + 4 }
    let places = spread(middles, heights: heights, from: top - 2, to: top + height + 2)
    for ((middle, place), lines) in zip(zip(middles, places), labels[index]) {
      let x = left + bar + 16
      if middle - place > 4 || place - middle > 4 {
        scene.shapes.append(.path([.move(left + bar + 2, middle), .line(x - 4, place)], ink: .tick))
      }
      let first = place - lineHeight * lines.count / 2 + Pixels(hundredths: 1250)
      for (row, line) in lines.enumerated() {
        scene.add(Label(x: x, y: first + lineHeight * row, text: line))
      }
    }
    scene.addRule(from: left, to: left + bar, at: zero, ink: .zero)
  }
  scene.height = (top + height + 8).roundedUp
  return scene
}

/// A part's name with its figure, in lines.
private func lines(of part: PartColumns.Part, _ chart: PartColumns, room: Pixels) -> [String] {
  let figure = chart.figure(part.quantity)
  let name =
    wrapped(part.label, into: room, lines: 4, cuttingWords: true) ?? [shortened(part.label, to: room)]
  let last = (name.last ?? "") + "  " + figure
  return textWidth(last) <= room ? name.dropLast() + [last] : name + [figure]
}

/// Moves the middles of boxes apart so that none meets another, each as near to its place as they allow.
///
/// All heights together must fit between `low` and `high`; the middles need not be in order, and the order of
/// the result is that of their places.
func spread(_ middles: [Pixels], heights: [Pixels], from low: Pixels, to high: Pixels) -> [Pixels] {
  let order = middles.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
  var places = middles
  var floor = low
  for index in order {
    places[index] = max(middles[index], floor + heights[index] / 2)
    floor = places[index] + heights[index] / 2
  }
  var ceiling = high
  for index in order.reversed() {
    places[index] = min(places[index], ceiling - heights[index] / 2)
    ceiling = places[index] - heights[index] / 2
  }
  return places
}

private func describe(_ chart: PartColumns) -> String {
  let unit = chart.unit.nameInSentence(of: chart.measure.words)
  func spoken(_ quantity: Int128) -> String {
    var words = ByteSink(capacity: 64)
    words.spoken(quantity, in: chart.unit, digits: chart.digits)
    return words.text()
  }
  let columns = chart.columns.map { column in
    let parts = column.parts.map { "\($0.label) \(spoken($0.quantity))" }.joined(separator: ", ")
    return "\(column.name) \(spoken(column.total)): \(parts)."
  }
  return (["Columns of parts\(unit.isEmpty ? "" : " in \(unit)")."] + columns).joined(separator: " ")
}

/// The parts of all columns in the chart's unit.
func dataTable(of chart: PartColumns) -> ChartTable {
  let all = chart.columns.flatMap { $0.parts.map(\.quantity) }
  let decimals = exactDecimals(all, digits: chart.digits + chart.unit.power)
  var unit = chart.unit
  unit.decimals = max(decimals, unit.decimals)
  let rows = chart.columns.flatMap { column in
    column.parts.map {
      ChartTable.Row(head: $0.label, cells: [column.name, unit.text($0.quantity, digits: chart.digits)])
    }
  }
  return ChartTable(
    caption: unit.name(of: chart.measure.words), heads: ["Column", "Amount"], rows: rows)
}
