/// Panels one below the other over one axis of categories, values upwards.
///
/// `nil` where the labels of the categories have no room beneath their bands, or where the room is narrow
/// and the values do not fit at their bars: rows suit such data better.
func columnScene(_ chart: Composition, width: ChartWidth) -> Scene? {
  var scene = Scene(width: width.pixels)
  var frames = chart.panels.indices.map { Frame(chart, panel: $0) }
  if chart.sharesScale { shareHeight(among: &frames) }
  let left = frames.map(\.tickWidth).reduce(0, max) + 8
  let right = scene.width - 8
  let runs = groupRuns(chart.categories)
  let bands = BandScale(
    from: left, to: right, breaks: breaks(after: runs, in: chart), gapPercent: 40)
  guard let axis = categoryAxis(chart, runs: runs, bands: bands, left: left, right: right) else { return nil }

  var y = drawLegend(of: chart.panels, from: left, to: right, into: &scene)
  for index in frames.indices {
    let panel = chart.panels[index]
    let headingHeight: Pixels = panel.heading == nil ? 0 : 20
    frames[index].place(under: y + headingHeight + (panel.heading == nil ? 10 : 4), panel: panel)
    y = frames[index].foot + (index < frames.count - 1 ? 10 : 0)
  }
  drawAbsence(chart, frames: frames, bands: bands, into: &scene)
  var taken = Obstacles(left: left, right: scene.width - 1)
  for (frame, panel) in zip(frames, chart.panels) {
    drawValueAxis(frame, unit: panel.unit, from: left, to: right, into: &scene)
    if let heading = panel.heading {
      drawHeading(
        heading, unit: chart.sharesScale || chart.panels.count == 1 ? "" : panel.unit.name(of: chart.measure),
        at: left, frame.head - 6, right, &scene, &taken)
    }
  }
  for (frame, panel) in zip(frames, chart.panels) {
    let allFit = drawMarks(panel, frame: frame, bands: bands, chart: chart, into: &scene, taken: &taken)
    if !allFit, width == .narrow, panel.labels == .all, chart.markCount <= 24 { return nil }
  }
  for shape in axis.shapes { scene.shapes.append(shape.moved(down: y)) }
  scene.height = (y + axis.height).roundedUp
  return scene
}

extension ChartWidth {
  var pixels: Pixels {
    switch self {
    case .narrow: 320
    case .column: 640
    case .wide: 960
    }
  }

  /// The style of a drawing of this width, by which a page shows the one that fits.
  var style: String {
    switch self {
    case .narrow: "chart-s"
    case .column: "chart-m"
    case .wide: "chart-l"
    }
  }
}

extension Composition {
  /// How many bars or points there are.
  var markCount: Int { panels.reduce(0) { $0 + $1.series.count * categories.count } }
}

/// Whether a wider gap follows each category.
private func breaks(after runs: [GroupRun], in chart: Composition) -> [Bool] {
  var breaks = [Bool](repeating: false, count: chart.categories.count)
  guard chart.axis == .labels, runs.count > 1 else { return breaks }
  for run in runs { breaks[run.last] = true }
  return breaks
}

private func drawHeading(
  _ heading: String, unit: String, at left: Pixels, _ y: Pixels, _ right: Pixels, _ scene: inout Scene,
  _ taken: inout Obstacles
) {
  var label = Label(
    x: left, y: y, text: shortened(heading, to: right - left, strong: true), isStrong: true)
  label.x = left
  taken.add(label.box)
  scene.add(label)
  guard !unit.isEmpty else { return }
  let note = Label(x: label.box.right + 8, y: y, text: unit, voice: .axis)
  guard note.box.right <= right else { return }
  taken.add(note.box)
  scene.add(note)
}

private func drawMarks(
  _ panel: Composition.Panel, frame: Frame, bands: BandScale, chart: Composition, into scene: inout Scene,
  taken: inout Obstacles
) -> Bool {
  switch panel.mark {
  case .bar:
    let bars = layOutBars(panel, frame: frame, bands: bands)
    for bar in bars { scene.addRect(bar.inked, look: panel.series[bar.series].look, isHollow: bar.isHollow) }
    return labelBars(
      bars, panel: panel, frame: frame, digits: chart.precision.digits, into: &scene, taken: &taken)
  case .line, .area, .point:
    drawLines(panel, frame: frame, bands: bands, into: &scene)
    labelLines(panel, frame: frame, bands: bands, digits: chart.precision.digits, into: &scene, taken: &taken)
    return true
  }
}

extension Shape {
  fileprivate func moved(down distance: Pixels) -> Shape {
    switch self {
    case .rect(var box, let styles, let fill):
      box.y += distance
      return .rect(box, styles: styles, fill: fill)
    case .path(let steps, let styles):
      return .path(steps.map { $0.moved(down: distance) }, styles: styles)
    case .curve(let steps, let look): return .curve(steps.map { $0.moved(down: distance) }, look)
    case .area(let steps, let look): return .area(steps.map { $0.moved(down: distance) }, look)
    case .circle(let x, let y, let radius, let styles):
      return .circle(x: x, y: y + distance, radius: radius, styles: styles)
    case .text(var label):
      label.y += distance
      return .text(label)
    }
  }
}

extension Shape.Step {
  fileprivate func moved(down distance: Pixels) -> Shape.Step {
    switch self {
    case .move(let x, let y): .move(x, y + distance)
    case .line(let x, let y): .line(x, y + distance)
    case .horizontal(let x): .horizontal(x)
    case .vertical(let y): .vertical(y + distance)
    }
  }
}
