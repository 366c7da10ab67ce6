/// Tints the bands for which there is no value: in all panels at once where none of them has one.
func drawAbsence(_ chart: Composition, frames: [Frame], bands: BandScale, into scene: inout Scene) {
  guard let first = frames.first, let last = frames.last, chart.panels.contains(where: \.marksAbsence) else {
    return
  }
  let panels = chart.panels.map { panel in chart.categories.indices.map { panel.isAbsent($0) } }
  let everywhere = chart.categories.indices.map { index in panels.allSatisfy { $0[index] } }
  func tint(_ missing: [Bool], from top: Pixels, to bottom: Pixels) {
    var index = 0
    while index < missing.count {
      guard missing[index] else {
        index += 1
        continue
      }
      let start = index
      while index < missing.count, missing[index] { index += 1 }
      let box = Box(
        x: bands.starts[start], y: top, width: bands.end(index - 1) - bands.starts[start],
        height: bottom - top)
      scene.shapes.append(.rect(box, ink: .absent, fill: nil))
    }
  }
  tint(everywhere, from: first.head, to: last.foot)
  for (panel, frame) in zip(panels, frames) {
    tint(zip(panel, everywhere).map { $0 && !$1 }, from: frame.head, to: frame.foot)
  }
}
