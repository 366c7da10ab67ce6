/// Draws a row of swatches with the names of the series, in more rows where one is too short.
///
/// - Returns: where the legend ends.
func drawLegend(
  of series: [Composition.Series], from left: Pixels, to right: Pixels, into scene: inout Scene
) -> Pixels {
  var x = left
  var y: Pixels = 6
  for entry in series {
    let room = right - left - swatch - 7
    let lines = wrapped(entry.name, into: room, lines: 3) ?? [shortened(entry.name, to: room)]
    let width = swatch + 7 + (lines.map { textWidth($0) }.max() ?? 0)
    if x > left, x + width > right {
      x = left
      y += 22
    }
    scene.addRect(Box(x: x, y: y, width: swatch, height: swatch), look: entry.look)
    for (row, line) in lines.enumerated() {
      scene.add(Label(x: x + swatch + 7, y: y + 12 + lineHeight * row, text: line))
    }
    y += lineHeight * (lines.count - 1)
    x += width + 22
  }
  return y + swatch
}

private let swatch: Pixels = 14
