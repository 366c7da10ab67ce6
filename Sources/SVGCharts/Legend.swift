/// Draws a row of swatches with the names of the series, in more rows where one is too short.
///
/// - Returns: where the legend ends; zero when no panel has one.
func drawLegend(
  of panels: [Composition.Panel], from left: Pixels, to right: Pixels, into scene: inout Scene
) -> Pixels {
  var x = left
  var y: Pixels = 6
  let entries = panels.filter(\.hasLegend).flatMap { panel in panel.series.map { ($0, panel.mark) } }
  guard !entries.isEmpty else { return 0 }
  for (entry, mark) in entries {
    let swatch: Pixels = mark == .line ? 26 : swatchSide
    let room = right - left - swatch - 7
    let lines = wrapped(entry.name, into: room, lines: 3) ?? [shortened(entry.name, to: room)]
    let width = swatch + 7 + (lines.map { textWidth($0) }.max() ?? 0)
    if x > left, x + width > right {
      x = left
      y += 22
    }
    drawSwatch(of: entry.look, mark: mark, Box(x: x, y: y, width: swatch, height: swatchSide), &scene)
    for (row, line) in lines.enumerated() {
      scene.add(Label(x: x + swatch + 7, y: y + 12 + lineHeight * row, text: line))
    }
    y += lineHeight * (lines.count - 1)
    x += width + 22
  }
  return y + swatchSide
}

private func drawSwatch(of look: Look, mark: ViewSpec.Mark, _ box: Box, _ scene: inout Scene) {
  let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
  switch mark {
  case .bar: scene.addRect(box, look: look)
  case .area: scene.shapes.append(.rect(box, styles: look.color, fill: nil))
  case .line:
    scene.shapes.append(.curve([.move(box.x, y), .horizontal(box.right)], look))
    scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false)
  case .point: scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false)
  }
}

private let swatchSide: Pixels = 14
