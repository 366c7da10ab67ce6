/// A drawing before it is written: its size and its shapes, back to front.
struct Scene: Hashable, Sendable {
  var width: Pixels
  var height: Pixels = 0
  var shapes: [Shape] = []
  /// The fills the shapes refer to, in the order of first use.
  var patterns: [Pattern] = []

  init(width: Pixels) {
    self.width = width
    shapes.reserveCapacity(64)
  }
}

/// One thing that is drawn. `styles` are the names of ``ChartClasses``, separated by spaces.
enum Shape: Hashable, Sendable {
  case rect(Box, styles: String, fill: Pattern?)
  case path([Step], styles: String)
  /// A level line.
  case rule(from: Pixels, to: Pixels, y: Pixels, styles: String)
  /// The line of a series.
  case curve([Step], Look)
  /// The area of a series down to zero, a pale tone through which the grid shows.
  case area([Step], Look)
  case circle(x: Pixels, y: Pixels, radius: Pixels, styles: String)
  case text(Label)
  /// Draws what follows paler, until it is closed.
  case open(opacityPercent: Int)
  case close

  /// A part of a path.
  enum Step: Hashable, Sendable {
    case move(Pixels, Pixels)
    case line(Pixels, Pixels)
    case horizontal(Pixels)
    case vertical(Pixels)
  }
}

/// A line of text at a baseline.
struct Label: Hashable, Sendable {
  var x: Pixels
  var y: Pixels
  var text: String
  var anchor: Anchor = .start
  var isStrong = false
  /// The voice: plain, muted like an axis, or a value with a halo in the page's color.
  var voice: Voice = .plain

  enum Anchor: Hashable, Sendable { case start, middle, end }
  enum Voice: Hashable, Sendable { case plain, axis, value }

  /// The room the text takes.
  var box: Box {
    let width = textWidth(text, strong: isStrong)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(x: left, y: y - ascent, width: width, height: ascent + descent)
  }
}

/// A rectangle with its sides along the axes.
struct Box: Hashable, Sendable {
  var x: Pixels
  var y: Pixels
  var width: Pixels
  var height: Pixels

  var right: Pixels { x + width }
  var bottom: Pixels { y + height }

  /// Whether the two share more than an edge.
  func meets(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

extension Scene {
  mutating func add(_ label: Label) { shapes.append(.text(label)) }

  mutating func addRule(from x: Pixels, to end: Pixels, at y: Pixels, styles: String) {
    shapes.append(.rule(from: x, to: end, y: y, styles: styles))
  }

  /// A point of a series in its own form.
  mutating func addPoint(x: Pixels, y: Pixels, radius: Pixels, look: Look, isHollow: Bool) {
    let styles = isHollow ? look.hollowPoint : look.point
    switch look.marker {
    case .disc: shapes.append(.circle(x: x, y: y, radius: radius, styles: styles))
    case .square:
      let half = radius * 9 / 10
      let box = Box(x: x - half, y: y - half, width: half * 2, height: half * 2)
      shapes.append(.rect(box, styles: styles, fill: nil))
    case .diamond:
      let half = radius * 13 / 10
      shapes.append(
        .path(
          [
            .move(x, y - half), .line(x + half, y), .line(x, y + half), .line(x - half, y),
            .line(x, y - half),
          ],
          styles: styles))
    }
  }

  mutating func addRect(_ box: Box, look: Look, isHollow: Bool = false) {
    if let pattern = look.pattern, !isHollow, !patterns.contains(pattern) { patterns.append(pattern) }
    shapes.append(
      .rect(
        box, styles: isHollow ? look.edge + " hollow" : look.area, fill: isHollow ? nil : look.pattern))
  }
}
