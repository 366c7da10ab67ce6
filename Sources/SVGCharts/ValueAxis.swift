/// Draws the grid with its labels at the left; the line of zero is heavier than the others.
func drawValueAxis(
  _ frame: Frame, unit: ChartUnit, from left: Pixels, to right: Pixels, into scene: inout Scene
) {
  for (tick, text) in zip(frame.domain.ticks, frame.tickLabels) {
    let y = frame.scale.position(tick)
    scene.addRule(from: left, to: right, at: y, styles: tick == 0 ? "zero" : "grid")
    scene.add(
      Label(x: left - 8, y: y + Pixels(hundredths: 450), text: text, anchor: .end, voice: .axis))
  }
}
