extension Scene {
  /// Takes the lines of the grid out from behind figures, which stand on the ground alone.
  mutating func clearGridBehindFigures() {
    var boxes: [Box] = []
    boxes.reserveCapacity(16)
    for index in shapes.indices {
      guard case .text(let label) = shapes[index], label.voice == .value else { continue }
      let box = label.box
      boxes.append(Box(x: box.x - 3, y: box.y + 2, width: box.width + 6, height: box.height - 4))
    }
    guard !boxes.isEmpty else { return }
    boxes.sort { $0.x < $1.x }
    for index in shapes.indices {
      guard case .rule(let start, let end, let y, .grid) = shapes[index] else {
        continue
      }
      func isCrossed(by box: Box) -> Bool { box.y < y && y < box.bottom && box.right > start && box.x < end }
      guard let first = boxes.firstIndex(where: isCrossed) else { continue }
      var steps: [Shape.Step] = []
      steps.reserveCapacity(2 * (boxes.count - first + 1))
      var x = start
      func draw(to end: Pixels) {
        guard x < end else { return }
        steps.append(.move(x, y))
        steps.append(.horizontal(end))
      }
      for box in boxes[first...] where isCrossed(by: box) {
        draw(to: box.x)
        x = max(x, box.right)
      }
      draw(to: end)
      shapes[index] = .path(steps, ink: .grid)
    }
  }
}
