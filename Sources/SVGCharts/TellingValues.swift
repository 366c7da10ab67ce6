/// Which values tell most: the greatest, the least, the last, the first.
///
/// Of bars also a few that stand out, and none that is hardly to be seen but the last.
func tellingCategories(_ points: [Composition.Point?], isBar: Bool) -> [Int] {
  let present = points.indices.filter { points[$0] != nil }
  func quantity(_ index: Int) -> Int128 { points[index]?.quantity ?? 0 }
  guard let first = present.first, let last = present.last else { return [] }
  let most = present.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 }
  let least = present.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 }
  var order = [most, least]
  if isBar {
    let size = max(quantity(most).magnitude128, quantity(least).magnitude128)
    let large = present.filter { quantity($0).magnitude128 * 2 >= size }
    if large.count <= 3 { order += large }
    order = (order + [first]).filter { quantity($0).magnitude128 * 12 >= size } + [last]
  } else {
    order += [last, first]
  }
  var seen: Set<Int> = []
  return order.filter { seen.insert($0).inserted }
}
