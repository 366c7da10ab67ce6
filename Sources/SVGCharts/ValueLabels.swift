/// Writes values at the ends of bars: of each series all that it has, or only the telling ones.
///
/// - Returns: whether every value that was wanted has found room.
func labelBars(
  _ bars: [Bar], panel: Composition.Panel, digits: Int, into scene: inout Scene, taken: inout Obstacles
) -> Bool {
  guard panel.labels != .none else { return true }
  // Where there are that many bars, values in full are for the table.
  let wantsAll = panel.labels == .all && bars.count <= 64
  var allFit = wantsAll || panel.labels != .all
  for series in panel.series.indices {
    if wantsAll {
      let (before, shapes) = (taken.count, scene.shapes.count)
      let fits = bars.indices.allSatisfy { index in
        bars[index].series != series || label(index, of: bars, panel, digits, into: &scene, taken: &taken)
      }
      if fits { continue }
      taken.forget(after: before)
      scene.shapes.removeLast(scene.shapes.count - shapes)
      allFit = false
    }
    let telling = tellingCategories(panel.series[series].points, isBar: true)
    for category in wantsAll ? telling.prefix(2) : telling[...] {
      guard let index = bars.firstIndex(where: { $0.series == series && $0.category == category }) else {
        continue
      }
      _ = label(index, of: bars, panel, digits, into: &scene, taken: &taken)
    }
  }
  return allFit
}

/// Writes the value of a bar where it meets nothing: in the middle, in from the edge, else moved off its
/// neighbours.
///
/// - Returns: whether there was such a place.
private func label(
  _ index: Int, of bars: [Bar], _ panel: Composition.Panel, _ digits: Int, into scene: inout Scene,
  taken: inout Obstacles
) -> Bool {
  let bar = bars[index]
  var label = Label(
    x: bar.box.x + bar.box.width / 2, y: bar.quantity < 0 ? bar.box.bottom + 17 : bar.box.y - 7,
    text: panel.unit.text(bar.quantity, digits: digits), anchor: .middle, voice: .value)
  let middle = label.box
  let inward = max(0, taken.left - middle.x) - max(0, middle.right - taken.right)
  let overhang = max(0, (middle.width - bar.box.width) / 2)
  let aside = bar.series == 0 ? -overhang : overhang
  for place in 0..<3 {
    let shift = place == 0 ? inward : place == 1 ? aside : -aside
    var box = middle
    box.x += shift
    let isFree =
      taken.isFree(box)
      && !bars.indices.contains { $0 != index && bars[$0].box.height > 0 && bars[$0].box.meets(box) }
    guard isFree else { continue }
    label.x += shift
    taken.add(box)
    scene.add(label)
    return true
  }
  return false
}

/// Writes the telling values above or below the points of lines.
func labelLines(
  _ panel: Composition.Panel, frame: Frame, bands: BandScale, digits: Int, into scene: inout Scene,
  taken: inout Obstacles
) {
  guard panel.labels != .none else { return }
  for series in panel.series {
    let wanted =
      panel.labels == .all && series.points.count <= 24
      ? Array(series.points.indices) : tellingCategories(series.points, isBar: false)
    for category in wanted {
      guard let point = series.points[category] else { continue }
      let y = frame.position(point.quantity)
      let around = neighbours(of: category, in: series.points)
      let isLow = !around.isEmpty && around.allSatisfy { $0 > point.quantity }
      for offset in isLow ? [Pixels(20), -11] : [-11, 20] {
        var label = Label(
          x: bands.center(category), y: y + offset, text: panel.unit.text(point.quantity, digits: digits),
          anchor: .middle, voice: .value)
        let box = label.box
        // At the edges the label moves in; the point stays within its width.
        label.x += max(0, taken.left + 1 - box.x) - max(0, box.right - taken.right)
        let zero = frame.zero
        let isOnZero = label.box.y + 1 < zero && zero < label.box.bottom - 1 && point.quantity != 0
        guard label.box.y >= frame.head, label.box.bottom <= frame.foot + 4, !isOnZero,
          taken.isFree(label.box),
          !panel.series.contains(where: { crosses(label.box, $0, frame, bands) })
        else { continue }
        taken.add(label.box)
        scene.add(label)
        break
      }
    }
  }
}

private func neighbours(of index: Int, in points: [Composition.Point?]) -> [Int128] {
  [index - 1, index + 1].compactMap { points.indices.contains($0) ? points[$0]?.quantity : nil }
}

/// Whether a line or one of its points runs through a box.
private func crosses(_ box: Box, _ series: Composition.Series, _ frame: Frame, _ bands: BandScale) -> Bool {
  var previous: (x: Pixels, y: Pixels)?
  for (index, point) in series.points.enumerated() {
    guard let point else {
      previous = nil
      continue
    }
    let (x, y) = (bands.center(index), frame.position(point.quantity))
    defer { previous = (x, y) }
    let dot = Box(x: x - 4, y: y - 4, width: 8, height: 8)
    if dot.meets(box) { return true }
    guard let from = previous, from.x < box.right, box.x < x else { continue }
    let ends = [max(from.x, box.x), min(x, box.right)].map { at in
      from.y.hundredths + (y.hundredths - from.y.hundredths) * (at.hundredths - from.x.hundredths)
        / max(1, x.hundredths - from.x.hundredths)
    }
    if min(ends[0], ends[1]) < box.bottom.hundredths, max(ends[0], ends[1]) > box.y.hundredths {
      return true
    }
  }
  return false
}
