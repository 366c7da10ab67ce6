/// Panels one below the other over one axis of categories, values upwards.
///
/// `nil` where the labels of the categories have no room beneath their bands, or where the room is narrow
/// and the values do not fit at their bars: rows suit such data better.
func columnScene(_ chart: Composition, width: ChartWidth) -> Scene? {
  var scene = Scene(width: width.pixels)
  // Names at the ends of lines spare the eye the way to a legend, where the drawing is wide enough.
  let names = width == .narrow ? nil : endNames(of: chart, width: scene.width)
  guard var layout = ColumnLayout(chart, width: scene.width - (names ?? 0)) else { return nil }
  var ends: [Label]?
  let top = names != nil ? 0 : drawLegend(of: chart.panels, from: layout.left, to: layout.right, into: &scene)
  layout.placeFrames(under: top, of: chart)
  if names != nil {
    ends = endLabels(of: chart, layout)
    if ends == nil { return columnScene(chart.withLegend, width: width) }
    // The grid ends with the lines, before their names.
    layout.right = layout.bands.center(chart.categories.count - 1) + 9
  }

  drawAbsence(chart, frames: layout.frames, bands: layout.bands, into: &scene)
  for frame in layout.frames { drawValueAxis(frame, from: layout.left, to: layout.right, into: &scene) }
  for panel in chart.panels.indices { drawMarks(of: panel, in: chart, layout, into: &scene) }

  var taken = Obstacles(left: layout.left, right: scene.width - 1)
  for panel in chart.panels.indices { drawHeading(of: panel, in: chart, layout, into: &scene, taken: &taken) }
  drawBreaks(chart, layout, into: &scene, taken: &taken)
  for label in ends ?? [] {
    taken.add(label.box)
    scene.add(label)
  }
  for panel in chart.panels.indices {
    let allFit = drawValueLabels(of: panel, in: chart, layout, into: &scene, taken: &taken)
    if !allFit, width == .narrow, chart.markCount <= mostMarksInRows { return nil }
  }
  scene.clearGridBehindFigures()
  for index in layout.axis.shapes.indices {
    scene.shapes.append(layout.axis.shapes[index].moved(down: layout.foot))
  }
  scene.height = (layout.foot + layout.axis.height).roundedUp
  return scene
}

/// How many bars a phone's reader can scroll past.
private let mostMarksInRows = 24

private func drawMarks(
  of index: Int, in chart: Composition, _ layout: ColumnLayout, into scene: inout Scene
) {
  let (panel, frame) = (chart.panels[index], layout.frames[index])
  if panel.mark == .bar {
    for bar in layout.bars[index] {
      scene.addRect(bar.inked, look: panel.series[bar.series].look, isHollow: bar.isHollow)
    }
    drawZero(frame, from: layout.left, to: layout.right, into: &scene)
  } else {
    drawZero(frame, from: layout.left, to: layout.right, into: &scene)
    drawLines(panel, frame: frame, bands: layout.bands, into: &scene)
  }
}

/// - Returns: whether all values that were wanted have found room.
private func drawValueLabels(
  of index: Int, in chart: Composition, _ layout: ColumnLayout, into scene: inout Scene,
  taken: inout Obstacles
) -> Bool {
  let (panel, frame, digits) = (chart.panels[index], layout.frames[index], chart.precision.digits)
  if panel.mark == .bar {
    return labelBars(layout.bars[index], panel: panel, digits: digits, into: &scene, taken: &taken)
  }
  labelLines(panel, frame: frame, bands: layout.bands, digits: digits, into: &scene, taken: &taken)
  return true
}

/// The heading of a panel, and its unit where panels differ in it.
private func drawHeading(
  of index: Int, in chart: Composition, _ layout: ColumnLayout, into scene: inout Scene,
  taken: inout Obstacles
) {
  let lines = layout.headingLines(of: chart.panels[index])
  guard let last = lines.last else { return }
  let y = layout.frames[index].head - 6
  for (row, text) in lines.dropLast().reversed().enumerated() {
    let label = Label(x: layout.left, y: y - lineHeight * (row + 1), text: text, isStrong: true)
    taken.add(label.box)
    scene.add(label)
  }
  let label = Label(x: layout.left, y: y, text: last, isStrong: true)
  taken.add(label.box)
  scene.add(label)
  guard chart.panels.count > 1, !chart.sharesScale else { return }
  let unit = chart.panels[index].unit.short(chart.measure)
  let note = Label(x: label.box.right + 8, y: y, text: unit, voice: .axis)
  guard note.box.right <= layout.right else { return }
  taken.add(note.box)
  scene.add(note)
}

extension Composition {
  /// How many bars or points there are.
  fileprivate var markCount: Int { panels.reduce(0) { $0 + $1.series.count * categories.count } }
}
