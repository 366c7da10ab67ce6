public import ExactNumbers
public import Markup

/// Appends a small drawing for a table row: a bar for each value, from a common zero, without axis or text.
///
/// Bars are 8 px wide with 4 px between them and 18 px high at most; a missing value leaves its place empty.
///
/// - Parameters:
///   - values: three to eight suit a table; what is beyond 32 is left out.
///   - current: the bar of the row's own period, drawn as `now`; the others are `then`.
///   - breaks: the bars before which figures begin to have another basis; a broken rule stands there.
///   - label: what is shown, with its figures, for who cannot see it.
public func sparkBars(
  values: [Amount?], current: Int?, breaks: [Int] = [], label: String, into sink: inout ByteSink
) {
  let values = values.prefix(32)
  let precision = Precision(for: values.compactMap { $0 })
  let quantities = values.map { $0.map(precision.quantity) }
  var scene = Scene(width: Pixels(max(1, values.count) * 12 - 4))
  scene.height = 20
  let present = quantities.compactMap { $0 }
  let (low, high) = (min(0, present.min() ?? 0), max(0, present.max() ?? 0))
  // Without a range all that is drawn is the line of zero.
  let scale = LinearScale(low: low, high: max(high, low + 1), start: 19, end: 1)
  let zero = scale.position(0)
  for (index, quantity) in quantities.enumerated() {
    guard let quantity, quantity != 0 else { continue }
    let end = scale.position(quantity)
    let height = max(1, end < zero ? zero - end : end - zero)
    let box = Box(x: Pixels(index * 12), y: quantity < 0 ? zero : zero - height, width: 8, height: height)
    scene.shapes.append(.rect(box, ink: index == current ? .now : .then, fill: nil))
  }
  scene.addRule(from: 0, to: scene.width, at: zero, ink: .zero)
  for place in breaks where values.indices.contains(place) && place > 0 {
    scene.shapes.append(.path([.move(Pixels(place * 12 - 2), 0), .vertical(scene.height)], ink: .basis))
  }
  writeSpark(scene, label: label, into: &sink)
}
