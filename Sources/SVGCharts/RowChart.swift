/// Bars lying on their side, one block for each category: for long labels, many bars, narrow rooms.
///
/// Every value stands at its bar, so there is no axis and no grid, only the line of zero.
func rowScene(_ chart: Composition, width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  let (left, right): (Pixels, Pixels) = (2, scene.width - 2)
  var y = drawLegend(of: chart.panels, from: left, to: right, into: &scene)
  if y > 0 { y += 8 }
  for panel in chart.panels {
    let scale = rowScale(panel, chart, from: left, to: right)
    for run in chart.runs {
      if let name = run.name { drawGroup(name, run.note, from: left, to: right, &y, &scene) }
      for category in run.first...run.last {
        drawRow(category, of: panel, in: chart, scale: scale, from: left, to: right, &y, &scene)
      }
    }
  }
  scene.height = (y + 4).roundedUp
  return scene
}

/// The scale along the rows, with room for values at both ends.
private func rowScale(
  _ panel: Composition.Panel, _ chart: Composition, from left: Pixels, to right: Pixels
) -> LinearScale {
  var (before, after): (Pixels, Pixels) = (0, 0)
  for quantity in panel.quantities {
    let width = textWidth(panel.unit.text(quantity, digits: chart.precision.digits)) + 6
    if quantity < 0 { before = max(before, width) } else { after = max(after, width) }
  }
  let least = refined(min(0, panel.quantities.min() ?? 0))
  let most = refined(max(0, panel.quantities.max() ?? 0))
  let (start, end) = (left + before, right - after)
  guard least == most else { return LinearScale(low: least, high: most, start: start, end: end) }
  let domain = Domain(panel.quantities, precision: chart.precision, target: 2)
  return LinearScale(low: domain.low, high: domain.high, start: start, end: end)
}

private func drawGroup(
  _ name: String, _ note: String?, from left: Pixels, to right: Pixels, _ y: inout Pixels,
  _ scene: inout Scene
) {
  y += 12
  scene.addRule(from: left, to: right, at: y, ink: .bracket)
  let lines = wrapped(name, into: right - left, lines: 3) ?? [shortened(name, to: right - left)]
  for line in lines {
    y += lineHeight + 1
    scene.add(Label(x: left, y: y, text: line))
  }
  guard let note, let last = lines.last else { return }
  let start = left + textWidth(last) + 8
  if start + textWidth(note) <= right {
    scene.add(Label(x: start, y: y, text: note, voice: .axis))
  } else if textWidth(note) <= right - left {
    y += lineHeight
    scene.add(Label(x: left, y: y, text: note, voice: .axis))
  }
}

private func drawRow(
  _ category: Int, of panel: Composition.Panel, in chart: Composition, scale: LinearScale,
  from left: Pixels, to right: Pixels, _ y: inout Pixels, _ scene: inout Scene
) {
  let label = chart.categories[category].label
  let room = right - left
  y += 5
  for line in wrapped(label, into: room, lines: 4, strong: true, cuttingWords: true) ?? [
    shortened(label, to: room, strong: true)
  ] {
    y += lineHeight
    scene.add(Label(x: left, y: y, text: line, isStrong: true))
  }
  y += 7
  let zero = scale.position(0)
  let top = y
  for series in panel.series {
    let point = series.points[category]
    defer { if point != nil || panel.isGrouped { y += rowHeight } }
    guard let point else { continue }
    let end = scale.position(refined(point.quantity))
    var width = end < zero ? zero - end : end - zero
    if point.quantity != 0 { width = max(width, Pixels(hundredths: 80)) }
    let x = point.quantity < 0 ? zero - width : zero
    let box = Box(x: x, y: y, width: width, height: 14)
    scene.addRect(box, look: series.look, isHollow: point.isHollow)
    scene.add(
      Label(
        x: point.quantity < 0 ? box.x - 5 : box.right + 5, y: y + 12,
        text: panel.unit.text(point.quantity, digits: chart.precision.digits),
        anchor: point.quantity < 0 ? .end : .start, voice: .value))
  }
  scene.shapes.append(.path([.move(zero, top - 2), .vertical(y - rowHeight + 16)], ink: .zero))
}

private let rowHeight: Pixels = 18
