/// Draws a row of swatches with the names of the series, in more rows where one is too short.
///
/// - Returns: where the legend ends; zero when no panel has one.
func drawLegend(
  of panels: [Composition.Panel], from left: Pixels, to right: Pixels, into scene: inout Scene
) -> Pixels {
  var x = left
  var y: Pixels = 6
  guard panels.contains(where: \.hasLegend) else { return 0 }
  for panel in panels where panel.hasLegend {
    let swatch: Pixels = panel.mark == .line ? 26 : swatchSide
    let room = right - left - swatch - 7
    for entry in panel.series {
      let lines = wrapped(entry.name, into: room, lines: 3) ?? [shortened(entry.name, to: room)]
      var labels = lines.map { Label(x: 0, y: 0, text: $0) }
      let width = swatch + 7 + labels.reduce(0) { max($0, $1.width) }
      if x > left, x + width > right {
        x = left
        y += 22
      }
      let box = Box(x: x, y: y, width: swatch, height: swatchSide)
      drawSwatch(of: entry.look, mark: panel.mark, box, &scene)
      for row in labels.indices {
        (labels[row].x, labels[row].y) = (x + swatch + 7, y + 12 + lineHeight * row)
        scene.add(labels[row])
      }
      y += lineHeight * (lines.count - 1)
      x += width + 22
    }
  }
  return y + swatchSide
}

private func drawSwatch(of look: Look, mark: ViewSpec.Mark, _ box: Box, _ scene: inout Scene) {
  let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
  switch mark {
  case .bar: scene.addRect(box, look: look)
  case .area: scene.shapes.append(.rect(box, ink: .fill(look.style), fill: nil))
  case .line:
    scene.shapes.append(.curve([.move(box.x, y), .horizontal(box.right)], look))
    scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false)
  case .point: scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false)
  }
}

private let swatchSide: Pixels = 14
