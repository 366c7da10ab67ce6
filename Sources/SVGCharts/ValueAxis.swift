/// Draws the grid with its labels at the left, behind the marks; the line of zero follows after them.
func drawValueAxis(_ frame: Frame, from left: Pixels, to right: Pixels, into scene: inout Scene) {
  for (tick, text) in zip(frame.domain.ticks, frame.tickLabels) {
    let y = frame.scale.position(tick)
    if tick != 0 { scene.addRule(from: left, to: right, at: y, ink: .grid) }
    scene.add(
      Label(x: left - 8, y: y + Pixels(hundredths: 450), text: text, anchor: .end, voice: .axis))
  }
}

/// Draws the line of zero, heavier than the grid and over the feet of the bars.
func drawZero(_ frame: Frame, from left: Pixels, to right: Pixels, into scene: inout Scene) {
  scene.addRule(from: left, to: right, at: frame.zero, ink: .zero)
}
