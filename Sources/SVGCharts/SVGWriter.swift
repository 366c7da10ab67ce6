import Markup

/// Appends a scene as an inline SVG element, named by its title and described by its description.
func writeSVG(
  _ scene: Scene, id: String, styles: StaticString, title: String, description: String,
  into sink: inout ByteSink
) {
  sink.markup("<svg class=\"")
  sink.markup(styles)
  sink.markup("\" viewBox=\"0 0 ")
  sink.coordinate(scene.width)
  sink.markup(" ")
  sink.coordinate(scene.height)
  sink.markup("\"")
  sink.attribute(" width=\"", scene.width)
  sink.attribute(" height=\"", scene.height)
  sink.markup(" role=\"img\" aria-labelledby=\"")
  sink.text(id)
  sink.markup("-title ")
  sink.text(id)
  sink.markup("-desc\">\n<title id=\"")
  sink.text(id)
  sink.markup("-title\">")
  sink.text(title)
  sink.markup("</title>\n<desc id=\"")
  sink.text(id)
  sink.markup("-desc\">")
  sink.text(description)
  sink.markup("</desc>\n")
  if !scene.patterns.isEmpty {
    sink.markup("<defs>")
    for pattern in scene.patterns { sink.definition(of: pattern, id: id) }
    sink.markup("</defs>\n")
  }
  sink.shapes(scene.shapes, id: id)
  sink.markup("</svg>\n")
}

/// Appends a scene without patterns as a small inline SVG element, named by its label.
func writeSpark(_ scene: Scene, label: String, into sink: inout ByteSink) {
  sink.markup("<svg class=\"spark\" viewBox=\"0 0 ")
  sink.coordinate(scene.width)
  sink.markup(" ")
  sink.coordinate(scene.height)
  sink.markup("\"")
  sink.attribute(" width=\"", scene.width)
  sink.attribute(" height=\"", scene.height)
  sink.markup(" role=\"img\" aria-label=\"")
  sink.text(label)
  sink.markup("\">")
  sink.shapes(scene.shapes, id: "")
  sink.markup("</svg>")
}

extension ByteSink {
  fileprivate mutating func attribute(_ opening: StaticString, _ value: Pixels) {
    markup(opening)
    coordinate(value)
    append(UInt8(ascii: "\""))
  }

  /// Appends shapes, back to front.
  mutating func shapes(_ shapes: [Shape], id: String) {
    for index in shapes.indices { shape(index, of: shapes, id: id) }
  }

  /// Appends one of some shapes where it lies, for to copy each would take longer than to write most of them.
  private mutating func shape(_ index: Int, of shapes: [Shape], id: String) {
    switch shapes[index] {
    case .rect(let box, let ink, let fill):
      markup("<rect class=\"")
      markup(ink.classes)
      attribute("\" x=\"", box.x)
      attribute(" y=\"", box.y)
      attribute(" width=\"", box.width)
      attribute(" height=\"", box.height)
      if let fill {
        markup(" fill=\"url(#")
        text(id)
        name(of: fill)
        markup(")\"")
      }
      markup("/>\n")
    case .path(let steps, let ink):
      openPath(ink)
      path(steps)
      markup("\"/>\n")
    case .rule(let start, let end, let y, let ink):
      openPath(ink)
      point("M", start, y)
      markup("H")
      coordinate(end)
      markup("\"/>\n")
    case .curve(let steps, let look):
      markup("<path class=\"")
      markup(Ink.curve(look.style).classes)
      switch look.dash {
      case .solid: break
      case .dashed: markup("\" stroke-dasharray=\"8 3")
      case .dotted: markup("\" stroke-dasharray=\"2 3")
      case .dashDotted: markup("\" stroke-dasharray=\"9 3 2 3")
      }
      markup("\" d=\"")
      path(steps)
      markup("\"/>\n")
    case .area(let steps, let look):
      if let pattern = look.pattern {
        polygons(steps, pattern, id: id)
        return
      }
      markup("<path class=\"")
      markup(Ink.area.classes)
      markup("\" fill-opacity=\"0.25\" d=\"")
      path(steps)
      markup("\"/>\n")
    case .circle(let x, let y, let radius, let ink):
      markup("<circle class=\"")
      markup(ink.classes)
      attribute("\" cx=\"", x)
      attribute(" cy=\"", y)
      attribute(" r=\"", radius)
      markup("/>\n")
    case .text(let label): self.label(label)
    case .open(let percent):
      attribute("<g opacity=\"", Pixels(hundredths: percent))
      markup(">\n")
    case .close: markup("</g>\n")
    }
  }

  /// Polygons have no fill but their own, whatever a theme says of paths.
  private mutating func polygons(_ steps: [Shape.Step], _ pattern: Pattern, id: String) {
    var (x, y): (Pixels, Pixels) = (0, 0)
    for (index, step) in steps.enumerated() {
      var isFirst = false
      switch step {
      case .move(let toX, let toY): (x, y, isFirst) = (toX, toY, true)
      case .line(let toX, let toY): (x, y) = (toX, toY)
      case .horizontal(let to): x = to
      case .vertical(let to): y = to
      }
      if isFirst {
        if index > 0 { markup("\"/>\n") }
        markup("<polygon fill=\"url(#")
        text(id)
        name(of: pattern)
        markup(")\" fill-opacity=\"0.6\" points=\"")
      } else {
        markup(" ")
      }
      coordinate(x)
      markup(" ")
      coordinate(y)
    }
    if !steps.isEmpty { markup("\"/>\n") }
  }

  private mutating func openPath(_ ink: Ink) {
    markup("<path class=\"")
    markup(ink.classes)
    markup("\" d=\"")
  }

  private mutating func path(_ steps: [Shape.Step]) {
    for step in steps {
      switch step {
      case .move(let x, let y): point("M", x, y)
      case .line(let x, let y): point("L", x, y)
      case .horizontal(let x):
        markup("H")
        coordinate(x)
      case .vertical(let y):
        markup("V")
        coordinate(y)
      }
    }
  }

  private mutating func point(_ command: StaticString, _ x: Pixels, _ y: Pixels) {
    markup(command)
    coordinate(x)
    append(UInt8(ascii: " "))
    coordinate(y)
  }

  private mutating func label(_ label: borrowing Label) {
    attribute("<text x=\"", label.x)
    attribute(" y=\"", label.y)
    switch label.anchor {
    case .start: break
    case .middle: markup(" class=\"mid")
    case .end: markup(" class=\"end")
    }
    var isOpen = label.anchor != .start
    switch label.voice {
    case .plain: break
    case .axis: markup(isOpen ? " axis" : " class=\"axis")
    case .value: markup(isOpen ? " value" : " class=\"value")
    }
    isOpen = isOpen || label.voice != .plain
    if label.isStrong { markup(isOpen ? " strong" : " class=\"strong") }
    if isOpen || label.isStrong { markup("\"") }
    // The halo is stroked first; as an attribute it needs no support from a style sheet.
    if label.voice == .value { markup(" paint-order=\"stroke\"") }
    markup(">")
    text(label.text)
    markup("</text>\n")
  }

  mutating func definition(of pattern: Pattern, id: String) {
    markup("<pattern id=\"")
    text(id)
    name(of: pattern)
    markup("\" patternUnits=\"userSpaceOnUse\"")
    switch pattern.kind {
    case .dots:
      markup(" width=\"5\" height=\"5\"><circle class=\"dot ")
      markup(pattern.style.name)
      markup("\" cx=\"2.5\" cy=\"2.5\" r=\"1\"/></pattern>")
    case .hatch:
      let size = hatchSizes[pattern.variant % hatchSizes.count]
      let angle = hatchAngles[pattern.variant % hatchAngles.count]
      attribute(" width=\"", size)
      attribute(" height=\"", size)
      markup(" patternTransform=\"rotate(")
      decimal(angle)
      markup(")\"><path class=\"hatch ")
      markup(pattern.style.name)
      markup("\" d=\"M0 ")
      coordinate(size / 2)
      markup("H")
      coordinate(size)
      markup("\"/></pattern>")
    }
  }

  /// What the id of a pattern ends with, after the drawing's own: `-hatch`, `-dots`, `-primary-hatch-1`.
  private mutating func name(of pattern: Pattern) {
    let isPlain = pattern.variant == 0 && (pattern.kind == .dots || pattern.style == .result)
    if !isPlain {
      markup("-")
      markup(pattern.style.name)
    }
    markup(pattern.kind == .dots ? "-dots" : "-hatch")
    guard !isPlain else { return }
    markup("-")
    decimal(pattern.variant)
  }
}

extension ChartSeries.Style {
  fileprivate var name: StaticString {
    switch self {
    case .primary: "primary"
    case .result: "result"
    case .other: "step"
    }
  }
}

/// Side of the tile and angle in degrees of a hatch, by how often its style was used before.
private let hatchSizes: [Pixels] = [5, 7, 5, 9]
private let hatchAngles = [45, 135, 90, 0]
