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

/// One thing that is drawn.
enum Shape: Hashable, Sendable {
  case rect(Box, ink: Ink, fill: Pattern?)
  case path([Step], ink: Ink)
  /// A level line.
  case rule(from: Pixels, to: Pixels, y: Pixels, ink: Ink)
  /// The line of a series.
  case curve([Step], Look)
  /// The area of a series down to zero: a pale tone or a pattern, through which the grid shows.
  case area([Step], Look)
  case circle(x: Pixels, y: Pixels, radius: Pixels, ink: Ink)
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

/// A line of text at a baseline, measured once.
struct Label: Hashable, Sendable {
  var x: Pixels
  var y: Pixels
  let text: String
  /// How wide the text is.
  let width: Pixels
  var anchor: Anchor
  let isStrong: Bool
  /// The voice: plain, muted like an axis, or a value with a halo in the page's color.
  let voice: Voice

  enum Anchor: Hashable, Sendable { case start, middle, end }
  enum Voice: Hashable, Sendable { case plain, axis, value }

  init(
    x: Pixels, y: Pixels, text: String, anchor: Anchor = .start, isStrong: Bool = false, voice: Voice = .plain
  ) {
    (self.x, self.y, self.text, self.anchor, self.isStrong, self.voice) = (
      x, y, text, anchor, isStrong, voice
    )
    width = textWidth(text, strong: isStrong)
  }

  /// The room the text takes.
  var box: Box {
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

  mutating func addRule(from x: Pixels, to end: Pixels, at y: Pixels, ink: Ink) {
    shapes.append(.rule(from: x, to: end, y: y, ink: ink))
  }

  /// A point of a series in its own form.
  mutating func addPoint(x: Pixels, y: Pixels, radius: Pixels, look: Look, isHollow: Bool) {
    let ink: Ink = isHollow ? .hollowPoint(look.style) : .point(look.style)
    switch look.marker {
    case .disc: shapes.append(.circle(x: x, y: y, radius: radius, ink: ink))
    case .square:
      let half = radius * 9 / 10
      let box = Box(x: x - half, y: y - half, width: half * 2, height: half * 2)
      shapes.append(.rect(box, ink: ink, fill: nil))
    case .triangle:
      let half = radius * 12 / 10
      let (top, foot) = (y - radius * 12 / 10, y + radius * 9 / 10)
      shapes.append(
        .path([.move(x, top), .line(x + half, foot), .line(x - half, foot), .line(x, top)], ink: ink))
    case .diamond:
      let half = radius * 13 / 10
      shapes.append(
        .path(
          [
            .move(x, y - half), .line(x + half, y), .line(x, y + half), .line(x - half, y),
            .line(x, y - half),
          ],
          ink: ink))
    }
  }

  /// The area of a series: a pale tone, or the pattern that its bars would have.
  mutating func addArea(_ outline: [Shape.Step], look: Look) {
    if let pattern = look.pattern, !patterns.contains(pattern) { patterns.append(pattern) }
    shapes.append(.area(outline, look))
  }

  mutating func addRect(_ box: Box, look: Look, isHollow: Bool = false) {
    if let pattern = look.pattern, !isHollow, !patterns.contains(pattern) { patterns.append(pattern) }
    shapes.append(
      .rect(
        box, ink: isHollow ? .hollowEdge(look.style) : look.ink, fill: isHollow ? nil : look.pattern))
  }
}
