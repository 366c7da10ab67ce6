extension Shape {
  /// The same shape further down the drawing.
  func moved(down distance: Pixels) -> Shape {
    switch self {
    case .rect(var box, let styles, let fill):
      box.y += distance
      return .rect(box, styles: styles, fill: fill)
    case .rule(let start, let end, let y, let styles):
      return .rule(from: start, to: end, y: y + distance, styles: styles)
    case .path(let steps, let styles):
      return .path(steps.map { $0.moved(down: distance) }, styles: styles)
    case .curve(let steps, let look): return .curve(steps.map { $0.moved(down: distance) }, look)
    case .area(let steps, let look): return .area(steps.map { $0.moved(down: distance) }, look)
    case .circle(let x, let y, let radius, let styles):
      return .circle(x: x, y: y + distance, radius: radius, styles: styles)
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
