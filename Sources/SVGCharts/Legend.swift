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
      var label = Label(x: 0, y: 0, text: entry.name)
      // The lines of a name that is too long for one.
      let lines =
        label.width <= room
        ? [] : wrapped(entry.name, into: room, lines: 3) ?? [shortened(entry.name, to: room)]
      let width = swatch + 7 + (lines.isEmpty ? label.width : lines.reduce(0) { max($0, textWidth($1)) })
      if x > left, x + width > right {
        x = left
        y += 22
      }
      let box = Box(x: x, y: y, width: swatch, height: swatchSide)
      drawSwatch(of: entry.look, mark: panel.mark, box, &scene)
      (label.x, label.y) = (x + swatch + 7, y + 12)
      if lines.isEmpty { scene.add(label) }
      for (row, line) in lines.enumerated() {
        scene.add(Label(x: label.x, y: label.y + lineHeight * row, text: line))
      }
      y += lineHeight * max(0, lines.count - 1)
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
