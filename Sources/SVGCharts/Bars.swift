/// A bar in its place.
struct Bar: Hashable, Sendable {
  var category: Int
  var series: Int
  var quantity: Int128
  var isHollow: Bool
  /// From zero to the value.
  var box: Box
  /// The box less the outer half of the outline, so that outlined and plain bars are equally wide.
  var inked: Box
}

/// The bars of a panel side by side in their bands; a missing value leaves its place empty.
func layOutBars(_ panel: Composition.Panel, frame: Frame, bands: BandScale) -> [Bar] {
  let count = panel.isGrouped ? max(panel.series.count, 1) : 1
  let isSingle = count == 1
  let room = bands.width.hundredths
  let gap = isSingle ? 0 : room / count > 1400 ? 400 : room / count > 800 ? 200 : room / count > 400 ? 100 : 0
  let share = isSingle ? room * 6 / 10 : (room * 76 / 100 - gap * (count - 1)) / count
  let widest = panel.labels == .all ? 4200 : 2200
  let width = Pixels(hundredths: max(60, min(widest, share)))
  let step = width + Pixels(hundredths: gap)
  let all = step * count - Pixels(hundredths: gap)
  let zero = frame.zero
  var bars: [Bar] = []
  bars.reserveCapacity(panel.quantities.count)
  for category in bands.starts.indices {
    let left = bands.center(category) - all / 2
    for index in panel.series.indices {
      guard let point = panel.series[index].points[category] else { continue }
      let end = frame.position(point.quantity)
      // A value that is not zero stays visible.
      var height = end < zero ? zero - end : end - zero
      if point.quantity != 0 { height = max(height, Pixels(hundredths: 80)) }
      let x = left + step * (panel.isGrouped ? index : 0)
      let box = Box(x: x, y: point.quantity < 0 ? zero : zero - height, width: width, height: height)
      var inked = box
      if panel.series[index].look.pattern != nil, width > 4 {
        inked.x += Pixels(hundredths: 75)
        inked.width -= Pixels(hundredths: 150)
      }
      bars.append(
        Bar(
          category: category, series: index, quantity: point.quantity, isHollow: point.isHollow,
          box: box, inked: inked))
    }
  }
  return bars
}
