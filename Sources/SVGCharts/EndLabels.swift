/// The room at the right that the names of lines take; `nil` where a legend names the series.
func endNames(of chart: Composition, width: Pixels) -> Pixels? {
  guard chart.namesEnds, chart.panels.count == 1, let panel = chart.panels.first, panel.mark == .line,
    panel.hasLegend,
    panel.series.count <= mostLooks, chart.categories.count > 1
  else { return nil }
  let last = chart.categories.count - 1
  guard panel.series.allSatisfy({ $0.points[last] != nil }) else { return nil }
  let widest = panel.series.map { textWidth($0.name) }.max() ?? 0
  return widest <= width / 4 ? widest + 16 : nil
}

/// The names of the lines at their ends, moved apart; `nil` where one would stand far from its line.
func endLabels(of chart: Composition, _ layout: ColumnLayout) -> [Label]? {
  guard let panel = chart.panels.first, let frame = layout.frames.first else { return nil }
  let last = chart.categories.count - 1
  let ends = panel.series.map { $0.points[last].map { frame.position($0.quantity) } ?? frame.zero }
  let x = layout.bands.center(last) + 14
  return nameLabels(panel.series.map(\.name), at: ends, x: x, from: frame.head, to: frame.foot)
}

/// Names beside the ends of lines; `nil` where they do not find room near them.
func nameLabels(_ names: [String], at ends: [Pixels], x: Pixels, from low: Pixels, to high: Pixels)
  -> [Label]?
{
  guard lineHeight * names.count <= high - low else { return nil }
  let places = spread(ends, heights: names.map { _ in lineHeight }, from: low - 8, to: high + 8)
  // Among many lines a name that is moved far would stand at the end of another one.
  let farthest: Pixels = names.count > 6 ? 8 : 22
  guard zip(places, ends).allSatisfy({ $0 - $1 <= farthest && $1 - $0 <= farthest }) else { return nil }
  return zip(names, places).map { name, place in
    Label(x: x, y: place + Pixels(hundredths: 450), text: name)
  }
}

extension Composition {
  /// The same with its series named in a legend although their ends have room.
  var withLegend: Composition {
    var chart = self
    chart.namesEnds = false
    return chart
  }
}

/// The names of a written chart's lines where all of them end at its right edge and have room there; none
/// where a legend names them.
func namesAtEnds(_ plot: Plot, _ scales: PlotScales, height: Pixels) -> [(text: String, y: Pixels)] {
  let colored = plot.views.filter { $0.layer[.color]?.field != nil }
  guard plot.namesColors, plot.facets.count == 1, (2...mostLooks).contains(plot.series.count),
    colored.count == 1,
    let view = colored.first, view.mark == .line, view.measure == .y,
    !plot.views.contains(where: { $0.mark == .text }), let x = scales.x, let y = scales.y, !y.isDiscrete
  else { return [] }
  var ends: [Pixels] = []
  for series in plot.series {
    let items = view.items.filter { $0[.color] == series && !$0[.y].isMissing }
    let last = items.max { x.position($0[.x]) ?? 0 < x.position($1[.x]) ?? 0 }
    let nearness = x.isDiscrete ? x.step * 0.6 : 0.01
    guard let last, let place = x.position(last[.x]), place >= 1 - nearness, let part = y.position(last[.y])
    else { return [] }
    ends.append(pixels((1 - part) * height.value))
  }
  let names = plot.series.map(\.words)
  guard names.allSatisfy({ textWidth($0) <= 140 }),
    let labels = nameLabels(names, at: ends, x: 0, from: 0, to: height)
  else { return [] }
  return labels.map { ($0.text, $0.y - Pixels(hundredths: 450)) }
}
