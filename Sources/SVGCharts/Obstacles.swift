/// Room that is taken, and the edges no label may cross.
struct Obstacles: Sendable {
  var left: Pixels
  var right: Pixels
  private(set) var boxes: [Box] = []

  init(left: Pixels, right: Pixels) {
    self.left = left
    self.right = right
    boxes.reserveCapacity(16)
  }

  var count: Int { boxes.count }

  mutating func add(_ box: Box) { boxes.append(box) }

  mutating func forget(after count: Int) { boxes.removeLast(boxes.count - count) }

  func isFree(_ box: Box) -> Bool {
    box.x >= left && box.right <= right && !boxes.contains { $0.meets(box) }
  }
}
