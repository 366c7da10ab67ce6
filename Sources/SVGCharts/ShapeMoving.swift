extension Shape {
  /// The same shape further down the drawing.
  func moved(down distance: Pixels) -> Shape {
    switch self {
    case .rect(var box, let ink, let fill):
      box.y += distance
      return .rect(box, ink: ink, fill: fill)
    case .rule(let start, let end, let y, let ink):
      return .rule(from: start, to: end, y: y + distance, ink: ink)
    case .path(let steps, let ink):
      return .path(steps.map { $0.moved(down: distance) }, ink: ink)
    case .curve(let steps, let look): return .curve(steps.map { $0.moved(down: distance) }, look)
    case .area(let steps, let look): return .area(steps.map { $0.moved(down: distance) }, look)
    case .circle(let x, let y, let radius, let ink):
      return .circle(x: x, y: y + distance, radius: radius, ink: ink)
    case .open, .close: return self
    case .text(var label):
      label.y += distance
      return .text(label)
    }
  }
}

extension Shape.Step {
  fileprivate func moved(down distance: Pixels) -> Shape.Step {
    switch self {
    case .move(let x, let y): .move(x, y + distance)
    case .line(let x, let y): .line(x, y + distance)
    case .horizontal(let x): .horizontal(x)
    case .vertical(let y): .vertical(y + distance)
    }
  }
}
