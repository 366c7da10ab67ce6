/// Draws a rule with a word where the figures of a written chart begin to have another basis.
///
/// Where the word would meet another one, and over small multiples, the rule stands alone; the notes under the chart say
/// what it means.
func drawBreaks(
  _ plot: Plot, _ layout: PlotLayout, _ cell: Box, facet: Datum?, into scene: inout Scene,
  taken: inout Obstacles
) {
  var drawn: Set<Pixels> = []
  for view in plot.views {
    let isUpright = view.dimension == .x
    guard let partings = view.partings, let channel = view.layer[view.dimension], channel.tellsTime,
      let scale = isUpright ? layout.scales.x : layout.scales.y
    else { continue }
    let items = view.items.filter { facet == nil || $0[.column] == facet }
    for (part, word) in partings.rules(among: items, on: scale) where part > 0 && part < 1 {
      guard isUpright else {
        let along = scale.isDiscrete ? part : 1 - part
        let y = cell.y + pixels(along * cell.height.value)
        if drawn.insert(y).inserted {
          scene.shapes.append(.path([.move(cell.x, y), .horizontal(cell.right)], ink: .basis))
        }
        continue
      }
      let x = cell.x + pixels(part * cell.width.value)
      guard drawn.insert(x).inserted else { continue }
      scene.shapes.append(.path([.move(x, cell.y), .vertical(cell.bottom)], ink: .basis))
      guard plot.facets.count == 1 else { continue }
      var label = Label(x: x, y: cell.y - 6, text: word, anchor: .middle, voice: .axis)
      label.x += max(0, cell.x - label.box.x) - max(0, label.box.right - cell.right)
      guard taken.isFree(label.box) else { continue }
      taken.add(label.box)
      scene.add(label)
    }
  }
}

extension PlotChannel {
  /// Whether places along it are times, so that one can be before another.
  fileprivate var tellsTime: Bool { type == .temporal || field == "period" || field == "date" }
}
