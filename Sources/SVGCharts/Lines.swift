/// Draws each series of a panel as a line through its points; a missing value breaks the line.
func drawLines(_ panel: Composition.Panel, frame: Frame, bands: BandScale, into scene: inout Scene) {
  for (place, series) in panel.series.enumerated() {
    var steps: [Shape.Step] = []
    var previous: Int?
    for (index, point) in series.points.enumerated() {
      guard let point else { continue }
      let (x, y) = (bands.center(index), frame.position(point.quantity))
      let isJoined = previous == index - 1 && !series.breaks.contains(index)
      steps.append(isJoined ? .line(x, y) : .move(x, y))
      previous = index
    }
    if panel.mark == .area {
      scene.addArea(areaSteps(steps, to: frame.zero), look: series.look)
    }
    if panel.mark != .point, steps.count > 1 {
      scene.shapes.append(.curve(steps, series.look))
    }
    let isDense = bands.width < 6 && panel.mark != .point
    drawPoints(series, isDense: isDense, frame: frame, bands: bands, into: &scene)
    if isDense, panel.series.count > 1 {
      drawSparsePoints(series, place: place, of: panel.series.count, frame: frame, bands: bands, into: &scene)
    }
  }
}

/// The outlines of the areas between each unbroken run of a line and zero.
private func areaSteps(_ line: [Shape.Step], to zero: Pixels) -> [Shape.Step] {
  var steps: [Shape.Step] = []
  var start: Pixels = 0
  for step in line {
    switch step {
    case .move(let x, let y):
      if !steps.isEmpty { steps += [.vertical(zero), .horizontal(start)] }
      start = x
      steps += [.move(x, zero), .line(x, y)]
    default: steps.append(step)
    }
  }
  return steps + [.vertical(zero), .horizontal(start)]
}

/// Draws the points; where they would touch each other, only those that a line does not show.
private func drawPoints(
  _ series: Composition.Series, isDense: Bool, frame: Frame, bands: BandScale, into scene: inout Scene
) {
  let radius = Pixels(hundredths: min(360, max(200, bands.width.hundredths * 28 / 100)))
  for (index, point) in series.points.enumerated() {
    guard let point else { continue }
    let isAlone =
      (index == 0 || series.points[index - 1] == nil)
      && (index == series.points.count - 1 || series.points[index + 1] == nil)
    if isDense, !isAlone, !point.isHollow { continue }
    scene.addPoint(
      x: bands.center(index), y: frame.position(point.quantity), radius: radius, look: series.look,
      isHollow: point.isHollow)
  }
}

/// Draws a point now and then, each series at other places, so that lines are told apart by the forms of their
/// points although there is no room for all.
private func drawSparsePoints(
  _ series: Composition.Series, place: Int, of count: Int, frame: Frame, bands: BandScale,
  into scene: inout Scene
) {
  let every = max(count, 6000 / max(1, bands.width.hundredths) + 1)
  for index in stride(from: every * place / count, to: series.points.count, by: every) {
    guard let point = series.points[index], !point.isHollow else { continue }
    scene.addPoint(
      x: bands.center(index), y: frame.position(point.quantity), radius: 3, look: series.look, isHollow: false
    )
  }
}
