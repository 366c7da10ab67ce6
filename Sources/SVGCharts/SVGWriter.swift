import Markup

/// Appends a scene as an inline SVG element, named by its title and described by its description.
func writeSVG(
  _ scene: Scene, id: String, styles: String, title: String, description: String,
  into sink: inout ByteSink
) {
  sink.markup("<svg class=\"")
  sink.raw(styles)
  sink.markup("\" viewBox=\"0 0 ")
  sink.coordinate(scene.width)
  sink.markup(" ")
  sink.coordinate(scene.height)
  sink.markup("\"")
  sink.attribute("width", scene.width)
  sink.attribute("height", scene.height)
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
  for shape in scene.shapes { sink.shape(shape, id: id) }
  sink.markup("</svg>\n")
}

/// Appends a scene without patterns as a small inline SVG element, named by its label.
func writeSpark(_ scene: Scene, label: String, into sink: inout ByteSink) {
  sink.markup("<svg class=\"spark\" viewBox=\"0 0 ")
  sink.coordinate(scene.width)
  sink.markup(" ")
  sink.coordinate(scene.height)
  sink.markup("\"")
  sink.attribute("width", scene.width)
  sink.attribute("height", scene.height)
  sink.markup(" role=\"img\" aria-label=\"")
  sink.text(label)
  sink.markup("\">")
  for shape in scene.shapes { sink.shape(shape, id: "") }
  sink.markup("</svg>")
}

extension ByteSink {
  fileprivate mutating func attribute(_ name: StaticString, _ value: Pixels) {
    markup(" ")
    markup(name)
    markup("=\"")
    coordinate(value)
    markup("\"")
  }

  mutating func shape(_ shape: Shape, id: String) {
    switch shape {
    case .rect(let box, let styles, let fill):
      markup("<rect")
      self.styles(styles)
      attribute("x", box.x)
      attribute("y", box.y)
      attribute("width", box.width)
      attribute("height", box.height)
      if let fill {
        markup(" fill=\"url(#")
        text(id)
        markup("-")
        raw(fill.name)
        markup(")\"")
      }
      markup("/>\n")
    case .path(let steps, let styles):
      markup("<path")
      self.styles(styles)
      markup(" d=\"")
      path(steps)
      markup("\"/>\n")
    case .rule(let start, let end, let y, let styles):
      markup("<path")
      self.styles(styles)
      markup(" d=\"M")
      coordinate(start)
      markup(" ")
      coordinate(y)
      markup("H")
      coordinate(end)
      markup("\"/>\n")
    case .curve(let steps, let look):
      markup("<path")
      self.styles(look.line)
      if look.dash != .solid {
        markup(" stroke-dasharray=\"")
        raw(look.dash.rawValue)
        markup("\"")
      }
      markup(" d=\"")
      path(steps)
      markup("\"/>\n")
    case .area(let steps, let look):
      markup("<path")
      self.styles("area " + look.color)
      markup(" fill-opacity=\"0.25\" d=\"")
      path(steps)
      markup("\"/>\n")
    case .circle(let x, let y, let radius, let styles):
      markup("<circle")
      self.styles(styles)
      attribute("cx", x)
      attribute("cy", y)
      attribute("r", radius)
      markup("/>\n")
    case .text(let label): self.label(label)
    case .open(let percent):
      markup("<g opacity=\"")
      coordinate(Pixels(hundredths: percent))
      markup("\">\n")
    case .close: markup("</g>\n")
    }
  }

  private mutating func styles(_ names: String) {
    markup(" class=\"")
    raw(names)
    markup("\"")
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
    markup(" ")
    coordinate(y)
  }

  private mutating func label(_ label: Label) {
    markup("<text")
    attribute("x", label.x)
    attribute("y", label.y)
    var isFirst = true
    func name(_ style: StaticString, _ sink: inout ByteSink) {
      sink.markup(isFirst ? " class=\"" : " ")
      sink.markup(style)
      isFirst = false
    }
    switch label.anchor {
    case .start: break
    case .middle: name("mid", &self)
    case .end: name("end", &self)
    }
    switch label.voice {
    case .plain: break
    case .axis: name("axis", &self)
    case .value: name("value", &self)
    }
    if label.isStrong { name("strong", &self) }
    if !isFirst { markup("\"") }
    // The halo is stroked first; as an attribute it needs no support from a style sheet.
    if label.voice == .value { markup(" paint-order=\"stroke\"") }
    markup(">")
    text(label.text)
    markup("</text>\n")
  }

  mutating func definition(of pattern: Pattern, id: String) {
    markup("<pattern id=\"")
    text(id)
    markup("-")
    raw(pattern.name)
    markup("\" patternUnits=\"userSpaceOnUse\"")
    switch pattern.kind {
    case .dots:
      markup(" width=\"5\" height=\"5\"><circle class=\"")
      raw(pattern.styles)
      markup("\" cx=\"2.5\" cy=\"2.5\" r=\"1\"/></pattern>")
    case .hatch:
      let size = hatchSizes[pattern.variant % hatchSizes.count]
      let angle = hatchAngles[pattern.variant % hatchAngles.count]
      attribute("width", size)
      attribute("height", size)
      markup(" patternTransform=\"rotate(")
      decimal(angle)
      markup(")\"><path class=\"")
      raw(pattern.styles)
      markup("\" d=\"M0 ")
      coordinate(size / 2)
      markup("H")
      coordinate(size)
      markup("\"/></pattern>")
    }
  }
}

/// Side of the tile and angle in degrees of a hatch, by how often its style was used before.
private let hatchSizes: [Pixels] = [5, 7, 5, 9]
private let hatchAngles = [45, 135, 90, 0]
