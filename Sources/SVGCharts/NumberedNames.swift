/// Names that have no room under their bands, as numbers there and a list of all names below.
///
/// - Parameters:
///   - middles: of the bands, as far from each other as they are wide.
///   - y: of the baseline of the numbers; the list begins under it.
///   - left, right: the edges of the list.
/// - Returns: the labels and the baseline of the last one; `nil` where the numbers have no room either, the list
///   would be longer than anyone looks up, or the names are numbers themselves.
func numberedNames(
  _ names: [String], at middles: [Pixels], y: Pixels, from left: Pixels, to right: Pixels, voice: Label.Voice
) -> (labels: [Label], foot: Pixels)? {
  guard names.count <= mostNumberedNames, !areNumbered(names), let first = middles.first else { return nil }
  let widest = textWidth("\(names.count)")
  let least = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? right - first
  guard widest + 2 <= least else { return nil }
  var labels = middles.enumerated().map { index, middle in
    Label(x: middle, y: y, text: "\(index + 1)", anchor: .middle, voice: voice)
  }
  var foot = y + 10
  let indent = widest + 8
  for (index, name) in names.enumerated() {
    let room = right - left - indent
    let lines =
      wrapped(name, into: room, lines: 3) ?? wrapped(name, into: room, lines: 3, cuttingWords: true)
      ?? fitted(name, into: room, lines: 3)
    for (row, line) in lines.enumerated() {
      foot += lineHeight
      if row == 0 {
        labels.append(Label(x: left + widest, y: foot, text: "\(index + 1)", anchor: .end, voice: .axis))
      }
      labels.append(Label(x: left + indent, y: foot, text: line))
    }
  }
  return (labels, foot)
}

private let mostNumberedNames = 24

/// Whether names differ in their numbers alone, as `Week 1` and `Week 2`: their neighbours tell what they are.
private func areNumbered(_ names: [String]) -> Bool {
  guard let first = names.first else { return false }
  func words(_ name: String) -> [UInt8] { name.utf8.filter { !(48...57).contains($0) } }
  let common = words(first)
  return common.count < first.utf8.count && names.allSatisfy { words($0) == common }
}
