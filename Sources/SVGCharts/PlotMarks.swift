/// Draws the marks of all views in one plot, back to front, the lines of zero over their feet, and
/// writes the texts where they have room.
func drawMarks(
  _ plot: Plot, _ layout: PlotLayout, _ cell: Box, facet: Datum?, into scene: inout Scene,
  taken: inout Obstacles
) {
  var texts: [PlacedMark] = []
  var bars: [Box] = []
  for index in plot.views.indices {
    let marks = placedMarks(
      plot.views, view: index, scales: layout.scales, width: cell.width.value, height: cell.height.value,
      only: facet)
    for mark in marks {
      if case .text = mark.form {
        texts.append(mark)
        continue
      }
      let item = plot.views[index].items[mark.item]
      let opacity = opacityPercent(item, plot.views[index], plot)
      if opacity < 100 { scene.shapes.append(.open(opacityPercent: opacity)) }
      draw(mark.form, plot, index, item, cell, into: &scene)
      if case .bar = mark.form, case .rect(let box, _, _)? = scene.shapes.last { bars.append(box) }
      if opacity < 100 { scene.shapes.append(.close) }
    }
  }
  drawZeroLines(plot, layout, cell, into: &scene)
  let zero = plot.spec.bridge == nil ? nil : levelOfZero(layout, cell)
  var said: [Label] = []
  for mark in texts {
    guard let label = place(of: mark, plot, cell, above: zero, bars: bars, among: said, in: scene, taken)
    else {
      continue
    }
    said.append(label)
    taken.add(label.box)
    scene.add(label)
  }
}

/// The opacity an item asks for; color on a scale of numbers is shown by opacity too.
private func opacityPercent(_ item: PlotItem, _ view: PlotView, _ plot: Plot) -> Int {
  if let channel = view.layer[.opacity] {
    if let literal = channel.literal?.number { return Int((max(0.1, min(1, literal)) * 100).rounded()) }
    return ramp(item[.opacity], .opacity, plot.views)
  }
  if let color = view.layer[.color], color.isQuantitative, color.literal == nil {
    return ramp(item[.color], .color, plot.views)
  }
  return 100
}

private func ramp(_ datum: Datum, _ name: ChannelName, _ views: [PlotView]) -> Int {
  if let value = datum.number {
    let (low, high) = quantities(of: name, views)
    return high > low ? 30 + Int((70 * (value - low) / (high - low)).rounded()) : 100
  }
  let domain = discreteDomain(name, views)
  guard let place = domain.firstIndex(of: datum), domain.count > 1 else { return 100 }
  return 30 + 70 * place / (domain.count - 1)
}

private func draw(
  _ form: PlacedMark.Form, _ plot: Plot, _ index: Int, _ item: PlotItem, _ cell: Box, into scene: inout Scene
) {
  let view = plot.views[index]
  let look = plot.look(of: item, in: index)
  func isInside(_ x: Double, _ y: Double) -> Bool {
    x > -0.5 && x < cell.width.value + 0.5 && y > -0.5 && y < cell.height.value + 0.5
  }
  func at(_ place: PlotPlace) -> (x: Pixels, y: Pixels) {
    (cell.x + pixels(place.x), cell.y + pixels(place.y))
  }
  switch form {
  case .bar(let x, let y, let x2, let y2):
    let (left, right) = clamped(x, x2, to: cell.width.value)
    let (top, bottom) = clamped(y, y2, to: cell.height.value)
    var box = Box(
      x: cell.x + pixels(left), y: cell.y + pixels(top), width: pixels(right - left),
      height: pixels(bottom - top))
    let isThin = (view.measure == .x ? right - left : bottom - top) < 0.8
    let isZero = view.measure == .x ? x == x2 : y == y2
    if isZero, !item[view.measure].isMissing, item[view.measure].number == 0 { return }
    if isThin, view.measure == .x { box.width = Pixels(hundredths: 80) }
    if isThin, view.measure == .y { box.height = Pixels(hundredths: 80) }
    // A wide plot with few bars has slim ones; offsets keep a sliver of ground between them.
    let widest = 96.0
    if view.measure == .y, right - left > widest {
      box.x += pixels((right - left - widest) / 2)
      box.width = pixels(widest)
    } else if view.measure == .x, bottom - top > 40 {
      box.y += pixels((bottom - top - 40) / 2)
      box.height = 40
    }
    inset(&box, by: look.pattern == nil ? 50 : 75, isUpright: view.measure == .y, isStacked: view.isStacked)
    scene.addRect(box, look: look, isHollow: item.isHollow)
  case .point(let x, let y, let area):
    guard isInside(x, y) else { return }
    let radius = max(2, (area / 3.14159265).squareRoot())
    let (left, top) = at(PlotPlace(x: x, y: y))
    scene.addPoint(
      x: left, y: top, radius: pixels(radius), look: look,
      isHollow: !view.layer.options.isFilled || item.isHollow)
  case .rule(let x, let y, let x2, let y2):
    let (left, right) = (min(max(x, 0), cell.width.value), min(max(x2, 0), cell.width.value))
    let (top, bottom) = (min(max(y, 0), cell.height.value), min(max(y2, 0), cell.height.value))
    guard left == x || right == x2 || left != right, top == y || bottom == y2 || top != bottom else { return }
    var solid = look
    solid.dash = .solid
    let (from, to) = (at(PlotPlace(x: left, y: top)), at(PlotPlace(x: right, y: bottom)))
    scene.shapes.append(.curve([.move(from.x, from.y), .line(to.x, to.y)], solid))
  case .line(let runs):
    drawRuns(runs.map { $0.filter { isInside($0.x, $0.y) } }, view, look, at, into: &scene)
    drawHollow(runs, view, look, at, into: &scene)
  case .area(let runs):
    for run in runs {
      let top = run.map { at(clamp($0.value, cell)) }
      let base = run.map { at(clamp($0.base, cell)) }.reversed()
      guard let first = top.first, run.count > 1 else { continue }
      let outline = (top.dropFirst() + base).map { Shape.Step.line($0.x, $0.y) }
      scene.addArea([.move(first.x, first.y)] + outline, look: look)
      var edge = look
      edge.dash = .solid
      scene.shapes.append(.curve([.move(first.x, first.y)] + top.dropFirst().map { .line($0.x, $0.y) }, edge))
    }
    let lone = runs.filter { $0.count == 1 }.flatMap { $0 }
    for slice in lone + (view.layer.options.hasPoints ? runs.flatMap { $0 } : []) {
      let (x, y) = at(clamp(slice.value, cell))
      scene.addPoint(x: x, y: y, radius: Pixels(hundredths: 360), look: look, isHollow: false)
    }
  case .text: break
  }
}

private func drawRuns(
  _ runs: [[PlotPlace]], _ view: PlotView, _ look: Look, _ at: (PlotPlace) -> (x: Pixels, y: Pixels),
  into scene: inout Scene
) {
  var steps: [Shape.Step] = []
  for run in runs where run.count > 1 {
    for (index, place) in run.enumerated() {
      let (x, y) = at(place)
      steps.append(index == 0 ? .move(x, y) : .line(x, y))
    }
  }
  if !steps.isEmpty { scene.shapes.append(.curve(steps, look)) }
  for run in runs where run.count == 1 || view.layer.options.hasPoints {
    for place in run {
      let (x, y) = at(place)
      scene.addPoint(x: x, y: y, radius: Pixels(hundredths: 360), look: look, isHollow: false)
    }
  }
}

/// Points of a line whose values were told otherwise before or are rounded, whether or not the others have points.
private func drawHollow(
  _ runs: [[PlotPlace]], _ view: PlotView, _ look: Look, _ at: (PlotPlace) -> (x: Pixels, y: Pixels),
  into scene: inout Scene
) {
  for place in runs.joined() where place.isHollow {
    let (x, y) = at(place)
    scene.addPoint(x: x, y: y, radius: Pixels(hundredths: 360), look: look, isHollow: true)
  }
}

private func inset(_ box: inout Box, by hundredths: Int, isUpright: Bool, isStacked: Bool) {
  let half = Pixels(hundredths: hundredths)
  guard box.width > 4, box.height > 2 else { return }
  if isUpright || isStacked { (box.x, box.width) = (box.x + half, box.width - half * 2) }
  if !isUpright || isStacked { (box.y, box.height) = (box.y + half, box.height - half * 2) }
}

private func clamped(_ a: Double, _ b: Double, to most: Double) -> (Double, Double) {
  let (low, high) = (min(a, b), max(a, b))
  return (min(max(low, 0), most), min(max(high, 0), most))
}

private func clamp(_ place: PlotPlace, _ cell: Box) -> PlotPlace {
  PlotPlace(x: min(max(place.x, 0), cell.width.value), y: min(max(place.y, 0), cell.height.value))
}

/// Where a text is written: at its place or just off it, from a line only outwards; `nil` for what has no room, which
/// is left to the table, and for what stands there already.
///
/// A text over a bar stays at it: moved off, or in front of a neighbour, it would seem to be another one's.
///
/// - Parameters:
///   - zero: the line of zero, over which a text moves that it would cross.
///   - said: the texts that are written.
private func place(
  of mark: PlacedMark, _ plot: Plot, _ cell: Box, above zero: Pixels?, bars: [Box], among said: [Label],
  in scene: Scene, _ taken: Obstacles
) -> Label? {
  guard case .text(let x, let y, let text) = mark.form else { return nil }
  let view = plot.views[mark.view]
  let options = view.layer.options
  var label = Label(
    x: cell.x + pixels(x), y: cell.y + pixels(y + 4.5), text: text, anchor: options.align ?? .middle,
    voice: .value)
  let isAligned = options.align.map { $0 != .middle } ?? false
  let isPlacedByAuthor = isAligned || options.dx != 0 || options.dy != 0 || options.baseline != nil
  switch options.baseline {
  case .top: label.y = cell.y + pixels(y + 12)
  case .bottom: label.y = cell.y + pixels(y - 4)
  default: break
  }
  if !isPlacedByAuthor { moveOutwards(&label, mark, plot) }
  if let zero, label.box.y < zero, zero < label.box.bottom { label.y -= label.box.bottom - zero + 1 }
  // On the labels of the axis it would be one of them.
  if !isAligned, options.dx == 0 { label.x += max(0, cell.x - 4 - label.box.x) }
  label.x += max(0, 1 - label.box.x) - max(0, label.box.right - scene.width + 2)
  if said.contains(where: { $0.text == text && $0.box.meets(label.box) }) { return nil }
  let origin = (x: cell.x + pixels(x - options.dx), y: cell.y + pixels(y - options.dy))
  let isWaterfall = plot.spec.bridge != nil
  let strangers =
    isWaterfall
    ? []
    : bars.filter { bar in
      view.dimension == .x
        ? origin.x < bar.x - 1 || bar.right + 1 < origin.x : origin.y < bar.y - 1 || bar.bottom + 1 < origin.y
    }
  let rise = label.y - origin.y - Pixels(hundredths: 450)
  let isOnLine = plot.views.contains { $0.mark == .line || $0.mark == .area }
  let steps = !isOnLine || rise == 0 ? [0, -14, 14, -28, 28] : rise < 0 ? [0, -14, -28] : [0, 14, 28]
  for step in bars.isEmpty || isWaterfall ? steps : [0] {
    var moved = label
    moved.y += Pixels(step)
    let ink = Box(x: moved.box.x + 2, y: moved.box.y + 3, width: moved.box.width - 4, height: 10)
    if moved.box.y >= 0, taken.isFree(moved.box), !strangers.contains(where: { $0.meets(ink) }) {
      return moved
    }
  }
  return nil
}

/// Texts over bars stand beyond their ends, over points and lines above them.
private func moveOutwards(_ label: inout Label, _ mark: PlacedMark, _ plot: Plot) {
  let view = plot.views[mark.view]
  guard let under = plot.views.first(where: { $0.mark != .text && $0.mark != .rule }),
    under.layer[under.measure]?.field == view.layer[under.measure]?.field
  else { return }
  guard under.mark == .bar else {
    if under.mark == .line || under.mark == .point || under.mark == .area { label.y -= 14 }
    return
  }
  let isNegative = (view.items[mark.item][under.measure].number ?? 0) < 0
  if under.measure == .y {
    label.y += isNegative ? 13 : -12
  } else {
    label.anchor = isNegative ? .end : .start
    label.x += isNegative ? -5 : 5
  }
}
