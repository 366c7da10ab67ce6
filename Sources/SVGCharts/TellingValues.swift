/// Which values tell most: the greatest, the least, the last, the first.
///
/// Of bars also a few that stand out, and none that is hardly to be seen but the last.
func tellingCategories(_ points: [Composition.Point?], isBar: Bool) -> [Int] {
  func quantity(_ index: Int) -> Int128 { points[index]?.quantity ?? 0 }
  func size(_ index: Int) -> Int128 { quantity(index).magnitude128 }
  guard let first = points.firstIndex(where: { $0 != nil }), let last = points.lastIndex(where: { $0 != nil })
  else { return [] }
  var (most, least) = (first, first)
  for index in first...last where points[index] != nil {
    if quantity(index) > quantity(most) { most = index }
    if quantity(index) < quantity(least) { least = index }
  }
  var order: [Int] = []
  order.reserveCapacity(8)
  func add(_ index: Int) { if !order.contains(index) { order.append(index) } }
  guard isBar else {
    for index in [most, least, last, first] { add(index) }
    return order
  }
  let largest = max(size(most), size(least))
  func isLarge(_ index: Int) -> Bool { points[index] != nil && size(index) * 2 >= largest }
  func addVisible(_ index: Int) { if size(index) * 12 >= largest { add(index) } }
  addVisible(most)
  addVisible(least)
  if (first...last).lazy.filter(isLarge).dropFirst(3).isEmpty {
    for index in first...last where isLarge(index) { addVisible(index) }
  }
  addVisible(first)
  add(last)
  return order
}
