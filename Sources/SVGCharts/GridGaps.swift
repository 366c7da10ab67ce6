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
    for index in shapes.indices {
      guard case .rule(let start, let end, let y, .grid) = shapes[index] else {
        continue
      }
      func isCrossed(by box: Box) -> Bool { box.y < y && y < box.bottom && box.right > start && box.x < end }
      guard boxes.contains(where: isCrossed) else { continue }
      let crossed = boxes.filter(isCrossed)
      var steps: [Shape.Step] = []
      var x = start
      for box in crossed.sorted(by: { $0.x < $1.x }) {
        if box.x > x { steps += [.move(x, y), .horizontal(box.x)] }
        x = max(x, box.right)
      }
      if x < end { steps += [.move(x, y), .horizontal(end)] }
      shapes[index] = .path(steps, ink: .grid)
    }
  }
}
