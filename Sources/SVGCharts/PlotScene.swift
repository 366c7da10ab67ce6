/// Draws a written chart: legend, titles, axes and marks, its small multiples in as many rows as they need.
func plotScene(_ plot: Plot, width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  let layout = PlotLayout(plot, width: scene.width)
  var y = drawPlotLegend(plot, namesEnds: !layout.endNames.isEmpty, from: 1, to: scene.width, into: &scene)
  if y > 0 { y += 8 }
  for line in layout.heading {
    y += lineHeight
    scene.add(Label(x: 0, y: y, text: line, voice: .axis))
  }
  y += layout.headroom
  var taken = Obstacles(left: 0, right: scene.width - 1)
  for (row, start) in stride(from: 0, to: plot.facets.count, by: layout.perRow).enumerated() {
    if row > 0 { y += 18 }
    let facets = plot.facets[start..<min(start + layout.perRow, plot.facets.count)]
    let names =
      plot.facets.count > 1
      ? facets.map { facet in
        facet.map { fitted($0.words, into: layout.cellWidth, lines: 4, strong: true) } ?? []
      } : []
    if plot.facets.count > 1 { y += lineHeight * max(1, names.map(\.count).max() ?? 1) + 4 }
    var foot: Pixels = 0
    for (place, facet) in facets.enumerated() {
      let x = layout.left + (layout.cellWidth + layout.gap) * place
      let cell = Box(x: x, y: y, width: layout.cellWidth, height: layout.plotHeight)
      if !names.isEmpty {
        for (row, line) in names[place].reversed().enumerated() {
          scene.add(Label(x: cell.x, y: y - 8 - lineHeight * row, text: line, isStrong: true))
        }
      }
      let axes = drawAxes(plot, layout, cell, isFirst: place == 0, into: &scene)
      drawBreaks(plot, layout, cell, facet: facet, into: &scene, taken: &taken)
      drawMarks(plot, layout, cell, facet: facet, into: &scene, taken: &taken)
      for name in layout.endNames {
        let label = Label(x: cell.right + 10, y: cell.y + name.y + Pixels(hundredths: 450), text: name.text)
        taken.add(label.box)
        scene.add(label)
      }
      foot = max(foot, axes)
    }
    y += layout.plotHeight + foot
  }
  scene.clearGridBehindFigures()
  if !layout.footing.isEmpty {
    for line in layout.footing {
      y += lineHeight
      scene.add(
        Label(
          x: layout.left + (scene.width - layout.left) / 2, y: y, text: line, anchor: .middle, voice: .axis))
    }
  }
  scene.height = (y + 6).roundedUp
  return scene
}

/// A distance in the drawing from a number of pixels.
func pixels(_ value: Double) -> Pixels {
  Pixels(hundredths: Int((max(-1e6, min(1e6, value)) * 100).rounded(.toNearestOrAwayFromZero)))
}

extension Pixels {
  var value: Double { Double(hundredths) / 100 }
}

/// Where the parts of a written chart stand.
struct PlotLayout {
  var scales: PlotScales
  /// The titles over and under the plots.
  var heading: [String]
  var footing: [String]
  var left: Pixels
  var cellWidth: Pixels
  var plotHeight: Pixels
  var gap: Pixels = 20
  var perRow: Int
  /// Room over the plots for what reaches beyond their upper edge.
  var headroom: Pixels
  /// The labels of the categories on y, in lines.
  var rowLabels: [[String]] = []
  /// The names of lines beside their ends, by their middles.
  var endNames: [(text: String, y: Pixels)] = []

  init(_ plot: Plot, width: Pixels) {
    let bands = plotScale(.x, plot.views, target: 2)?.categories.count ?? 1
    let own =
      plot.spec.width.map { Pixels($0) } ?? plot.spec.widthStep.map { Pixels(min(4000, $0 * max(1, bands))) }
    let usable = min(width, own.map { $0 + 80 } ?? width)
    let isSmall = plot.facets.count > 1
    let isNarrow = width <= 320
    scales = PlotScales(
      plot.views, across: isSmall ? 3 : isNarrow ? 4 : 6, upwards: isSmall ? 4 : isNarrow ? 5 : 6)
    let titleOfY = plot.axisTitle(.y)
    let isDiscreteY = scales.y?.isDiscrete ?? true
    heading =
      isDiscreteY || titleOfY.isEmpty
      ? []
      : wrapped(titleOfY, into: width, lines: 3) ?? [
        shortened(titleOfY, to: width)
      ]
    let titleOfX = plot.axisTitle(.x)
    let isSaid = scales.x.map { !$0.isDiscrete && $0.kind != .time } ?? false
    footing =
      isSaid && !titleOfX.isEmpty
      ? wrapped(titleOfX, into: width - 40, lines: 2) ?? [shortened(titleOfX, to: width - 40)] : []
    left = 4
    plotHeight = plot.spec.height.map { Pixels($0) } ?? (width <= 320 ? 200 : 236)
    let hidesY = plot.views.contains { $0.layer[.y]?.axis.isHidden ?? false }
    if let y = scales.y, y.isDiscrete {
      let room = min(220, usable * 38 / 100)
      rowLabels = y.categories.map { category in
        wrapped(category.words, into: room, lines: 3, cuttingWords: true)
          ?? [shortened(category.words, to: room)]
      }
      let widest = rowLabels.flatMap { $0 }.map { textWidth($0) }.reduce(0, max)
      if !hidesY, plot.views.contains(where: { $0.layer[.y] != nil }) { left = widest + 10 }
      let lines = rowLabels.map(\.count).max() ?? 1
      let offsets = scales.yOffset?.categories.count ?? 1
      let band = max(Pixels(max(lines * 17 + 5, 24)), Pixels(14 * offsets + 8))
      if plot.spec.height == nil {
        let step = plot.spec.heightStep.map { max(Pixels($0), 18) }
        plotHeight = max(40, (step ?? band) * y.categories.count)
      }
    } else if let y = scales.y, !hidesY {
      left = y.ticks.map { textWidth($0.text) }.reduce(0, max).roundedUp + 8
    } else if scales.y == nil {
      plotHeight = 60
    }
    let count = plot.facets.count
    endNames = isNarrow ? [] : namesAtEnds(plot, scales, height: plotHeight)
    let named = endNames.map { textWidth($0.text) }.max().map { $0 + 8 } ?? 0
    // Points reach beyond the plot by their radius.
    let reach = plot.views.contains { $0.mark == .point && $0.layer[.size] != nil } ? Pixels(12) : 6
    let room = usable - left - reach - named
    let least: Pixels = width <= 320 ? 120 : 150
    perRow = max(1, min(count, (room + 20).hundredths / (least + 20).hundredths))
    cellWidth = max(20, (room - gap * (perRow - 1)) / perRow)
    if count > 1, scales.y.map({ !$0.isDiscrete }) ?? true { plotHeight = min(plotHeight, 160) }
    headroom = plot.views.contains { $0.mark == .text || $0.partings != nil } ? 24 : 14
  }
}
