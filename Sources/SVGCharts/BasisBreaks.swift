/// Draws a rule with a word where figures begin to have another basis, through the panels it concerns.
///
/// Where words would meet, the rule stands alone; the notes under the chart say what it means.
func drawBreaks(_ chart: Composition, _ layout: ColumnLayout, into scene: inout Scene, taken: inout Obstacles)
{
  guard !chart.breaks.isEmpty else { return }
  let places = Set(chart.panels.flatMap { $0.series.flatMap(\.breaks) }).sorted()
  for place in places {
    let x = (layout.bands.end(place - 1) + layout.bands.starts[place]) / 2
    var first: Frame?
    for (panel, frame) in zip(chart.panels, layout.frames)
    where panel.series.contains(where: { $0.breaks.contains(place) }) {
      scene.shapes.append(.path([.move(x, frame.head), .vertical(frame.foot)], ink: .basis))
      first = first ?? frame
    }
    guard let first,
      let found = chart.breaks.first(where: { $0.category == chart.categories[place].fullLabel })
    else { continue }
    var label = Label(x: x, y: first.head - 6, text: found.word, anchor: .middle, voice: .axis)
    label.x += max(0, layout.left - label.box.x) - max(0, label.box.right - layout.right)
    guard taken.isFree(label.box) else { continue }
    taken.add(label.box)
    scene.add(label)
  }
}
