/// Draws the grid and the labels of both axes of a plot.
///
/// - Returns: the height of what stands under the plot.
func drawAxes(_ plot: Plot, _ layout: PlotLayout, _ cell: Box, isFirst: Bool, into scene: inout Scene)
  -> Pixels
{
  drawUpright(plot, layout, cell, isFirst: isFirst, into: &scene)
  guard let x = layout.scales.x, !plot.views.contains(where: { $0.layer[.x]?.axis.isHidden ?? false }) else {
    return 0
  }
  if x.isDiscrete { return drawCategories(x, cell, mayList: plot.facets.count == 1, into: &scene) }
  let isCrossed = layout.scales.y?.isDiscrete ?? true
  let wantsGrid = plot.views.compactMap { $0.layer[.x]?.axis.hasGrid }.first ?? (isCrossed || x.kind != .time)
  var last: Pixels?
  for tick in x.ticks {
    guard let part = x.position(tick.value), part > -0.001, part < 1.001 else { continue }
    let at = cell.x + pixels(part * cell.width.value)
    let isZero = tick.value == 0 && x.kind != .time
    if wantsGrid, !isZero {
      scene.shapes.append(.path([.move(at, cell.y), .vertical(cell.bottom)], ink: .grid))
    } else if !wantsGrid {
      scene.shapes.append(.path([.move(at, cell.bottom), .vertical(cell.bottom + 5)], ink: .tick))
    }
    var label = Label(x: at, y: cell.bottom + 19, text: tick.text, anchor: .middle, voice: .axis)
    label.x += max(0, -label.box.x) - max(0, label.box.right - scene.width + 1)
    if let last, label.box.x < last + 4 { continue }
    last = label.box.right
    scene.add(label)
  }
  if x.kind == .time { scene.addRule(from: cell.x, to: cell.right, at: cell.bottom, ink: .bracket) }
  return 26
}

private func drawUpright(
  _ plot: Plot, _ layout: PlotLayout, _ cell: Box, isFirst: Bool, into scene: inout Scene
) {
  guard let y = layout.scales.y, !plot.views.contains(where: { $0.layer[.y]?.axis.isHidden ?? false }) else {
    return
  }
  if y.isDiscrete {
    guard isFirst else { return }
    var last: Pixels?
    for (category, lines) in zip(y.categories, layout.rowLabels) {
      guard let part = y.position(category) else { continue }
      let middle = cell.y + pixels(part * cell.height.value)
      let top = middle + Pixels(hundredths: 450) - lineHeight * (lines.count - 1) / 2
      if let last, top < last + 14 { continue }
      for (row, line) in lines.enumerated() {
        scene.add(Label(x: cell.x - 8, y: top + lineHeight * row, text: line, anchor: .end))
      }
      last = top + lineHeight * (lines.count - 1)
    }
    return
  }
  let hasGrid = plot.views.compactMap { $0.layer[.y]?.axis.hasGrid }.first ?? true
  var last: Pixels?
  for tick in y.ticks {
    guard let part = y.position(tick.value), part > -0.001, part < 1.001 else { continue }
    let at = cell.y + pixels((1 - part) * cell.height.value)
    if hasGrid, tick.value != 0 || y.kind == .time {
      scene.addRule(from: cell.x, to: cell.right, at: at, ink: .grid)
    }
    guard isFirst else { continue }
    if let last, last.hundredths - at.hundredths < 1500, at < last { continue }
    if let last, at > last, at.hundredths - last.hundredths < 1500 { continue }
    scene.add(
      Label(x: cell.x - 6, y: at + Pixels(hundredths: 450), text: tick.text, anchor: .end, voice: .axis))
    last = at
  }
}

/// The names of categories under their bands: in lines where they fit, else as numbers with a list of them, and
/// of what is too much for either only some.
///
/// - Parameter mayList: whether a list of names has room below.
private func drawCategories(_ x: PlotScale, _ cell: Box, mayList: Bool, into scene: inout Scene) -> Pixels {
  let step = pixels(x.step * cell.width.value)
  let room = step - 4
  let names = x.categories.map(\.words)
  // Neighbours tell what a date without its name is; other words are rather shortened than left out.
  let areTimes = x.categories.allSatisfy { isTime($0) }
  let lines = linesUnderBands(names, room: room, areTimes: areTimes)
  let middles = x.categories.map { cell.x + pixels((x.position($0) ?? 0) * cell.width.value) }
  if let lines {
    for (middle, lines) in zip(middles, lines) {
      for (row, line) in lines.enumerated() {
        scene.add(Label(x: middle, y: cell.bottom + 19 + lineHeight * row, text: line, anchor: .middle))
      }
    }
    return 26 + lineHeight * (max(1, lines.map(\.count).max() ?? 1) - 1)
  }
  if !areTimes, mayList,
    let numbered = numberedNames(
      names, at: middles, y: cell.bottom + 19, from: cell.x, to: cell.right, voice: .plain)
  {
    for label in numbered.labels { scene.add(label) }
    return numbered.foot - cell.bottom + 7
  }
  for every in strides(among: x.categories.map(\.namedTime)) {
    let labels = stride(from: 0, to: x.categories.count, by: every).map { index in
      var label = Label(
        x: middles[index], y: cell.bottom + 19,
        text: areTimes
          ? x.categories[index].words
          : shortened(x.categories[index].words, to: min(160, max(step * every - 6, 60))), anchor: .middle)
      label.x += max(0, -label.box.x) - max(0, label.box.right - scene.width + 1)
      return label
    }
    guard zip(labels, labels.dropFirst()).allSatisfy({ $0.box.right + 4 <= $1.box.x }) else { continue }
    for label in labels { scene.add(label) }
    break
  }
  return 26
}

/// Whether a category is a date, a month, a quarter or a year.
private func isTime(_ category: Datum) -> Bool {
  guard case .text(let text) = category else { return category.number != nil }
  return timeSeconds(text) != nil
}

/// Draws the heavier lines of zero over the feet of the marks.
func drawZeroLines(_ plot: Plot, _ layout: PlotLayout, _ cell: Box, into scene: inout Scene) {
  if let at = levelOfZero(layout, cell) {
    scene.addRule(from: cell.x, to: cell.right, at: at, ink: .zero)
  }
  if let x = layout.scales.x, !x.isDiscrete, x.kind == .linear || x.kind == .sqrt,
    let part = x.position(0), part >= 0, part <= 1
  {
    let at = cell.x + pixels(part * cell.width.value)
    scene.shapes.append(.path([.move(at, cell.y), .vertical(cell.bottom)], ink: .zero))
  }
}

/// Where the level line of zero is drawn; `nil` where there is none.
func levelOfZero(_ layout: PlotLayout, _ cell: Box) -> Pixels? {
  guard let y = layout.scales.y, !y.isDiscrete, y.kind == .linear || y.kind == .sqrt,
    let part = y.position(0), part >= 0, part <= 1
  else { return nil }
  return cell.y + pixels((1 - part) * cell.height.value)
}
