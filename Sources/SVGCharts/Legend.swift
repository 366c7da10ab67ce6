/// Draws a row of swatches with the names of the series, in more rows where one is too short.
///
/// - Returns: where the legend ends; zero when no panel has one.
func drawLegend(
  of panels: [Composition.Panel], from left: Pixels, to right: Pixels, into scene: inout Scene
) -> Pixels {
  var row = LegendRow(from: left, to: right)
  for panel in panels where panel.hasLegend {
    for entry in panel.series {
      let swatch = panel.mark == .line ? LegendRow.lineSwatch : LegendRow.swatchSide
      row.add(entry.name, swatch: swatch, into: &scene) {
        drawSwatch(of: entry.look, mark: panel.mark, $0, &$1)
      }
    }
  }
  return panels.contains(where: \.hasLegend) ? row.foot : 0
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
