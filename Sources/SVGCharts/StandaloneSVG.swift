public import Markup

/// Which ground a stand-alone drawing is made for.
public enum ChartTheme: String, Hashable, Sendable, CaseIterable {
  case light, dark
}

extension Chart {
  /// The drawing as the bytes of a file of its own.
  public func standaloneSVG(width: ChartWidth = .column, theme: ChartTheme? = nil) -> [UInt8] {
    var sink = ByteSink()
    drawStandalone(width: width, theme: theme, into: &sink)
    return sink.bytes()
  }

  /// Appends the drawing as a file of its own: with its title, its unit, its notes, its source and a style
  /// sheet.
  ///
  /// Without a theme the style sheet follows the reader's: dark mode, forced colors and print. Colors are
  /// written out, not custom properties, as renderers outside of browsers know none.
  public func drawStandalone(width: ChartWidth = .column, theme: ChartTheme? = nil, into sink: inout ByteSink)
  {
    let scene = scene(for: width)
    let heading = heading(width: scene.width)
    let top = lineHeight * heading.count + (heading.isEmpty ? 0 : 10)
    let footing = footing(width: scene.width)
    let bottom = footing.isEmpty ? Pixels(0) : lineHeight * footing.count + 6
    let margin: Pixels = 12
    let size = Box(
      x: -margin, y: -margin - top, width: scene.width + margin * 2,
      height: scene.height + top + bottom + margin * 2)
    sink.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
    for (index, number) in [size.x, size.y, size.width, size.height].enumerated() {
      if index > 0 { sink.markup(" ") }
      sink.coordinate(number)
    }
    sink.markup("\" width=\"")
    sink.coordinate(size.width)
    sink.markup("\" height=\"")
    sink.coordinate(size.height)
    sink.markup("\" role=\"img\" aria-labelledby=\"chart-title chart-desc\">\n<title id=\"chart-title\">")
    sink.text(title.isEmpty ? "Chart" : title)
    sink.markup("</title>\n<desc id=\"chart-desc\">")
    sink.text(description)
    sink.markup("</desc>\n<style>\n")
    sink.raw(standaloneStyle(theme))
    sink.markup("</style>\n")
    if !scene.patterns.isEmpty {
      sink.markup("<defs>")
      for pattern in scene.patterns { sink.definition(of: pattern, id: "chart") }
      sink.markup("</defs>\n")
    }
    sink.shapes([.rect(size, ink: .ground, fill: nil)], id: "chart")
    for (row, line) in heading.enumerated() {
      let label = Label(
        x: 0, y: lineHeight * row - top + 13, text: line.text, isStrong: line.isStrong,
        voice: line.isStrong ? .plain : .axis)
      sink.shapes([.text(label)], id: "chart")
    }
    sink.shapes(scene.shapes, id: "chart")
    for (row, line) in footing.enumerated() {
      let y = scene.height + lineHeight * (row + 1) + 3
      sink.shapes([.text(Label(x: 0, y: y, text: line, voice: .axis))], id: "chart")
    }
    sink.markup("</svg>\n")
  }

  /// What special marks mean and who told the figures, in lines.
  private func footing(width: Pixels) -> [String] {
    let words = (notes + (source.isEmpty ? [] : [source])).joined(separator: " ")
    return words.isEmpty ? [] : wrapped(words, into: width, lines: 8) ?? [shortened(words, to: width)]
  }

  private func heading(width: Pixels) -> [(text: String, isStrong: Bool)] {
    let lines =
      title.isEmpty
      ? []
      : wrapped(title, into: width, lines: 3, strong: true) ?? [shortened(title, to: width, strong: true)]
    let notes = unit.isEmpty ? [] : wrapped(unit, into: width, lines: 2) ?? [shortened(unit, to: width)]
    return lines.map { ($0, true) } + notes.map { ($0, false) }
  }
}

/// What stands between the tags of the `style` element of a drawing in a file of its own: the same for all of a
/// theme, so that a server can allow it by its checksum and no other.
public func standaloneStyleSheet(theme: ChartTheme? = nil) -> String { "\n" + standaloneStyle(theme) }

/// The colors of a ground.
private struct Palette {
  var ground, tint, hair, muted, ink, first, second, third: String

  static let light = Palette(
    ground: "#fdfcf8", tint: "#f4f1e8", hair: "#d8d4c8", muted: "#5a5d63", ink: "#1b1c1f", first: "#0b5563",
    second: "#b9551c", third: "#85888e")
  static let dark = Palette(
    ground: "#15181a", tint: "#1f2326", hair: "#3b4145", muted: "#a8abac", ink: "#ebe7dd", first: "#7fc6d2",
    second: "#e8935a", third: "#8e9499")
  static let forced = Palette(
    ground: "Canvas", tint: "Canvas", hair: "GrayText", muted: "CanvasText", ink: "CanvasText",
    first: "CanvasText", second: "CanvasText", third: "CanvasText")
  static let print = Palette(
    ground: "#fff", tint: "#eee", hair: "#ccc", muted: "#444", ink: "#000", first: "#222", second: "#555",
    third: "#888")

  var rules: String {
    var text = ".ground,.hollow{fill:\(ground)}.value{stroke:\(ground)}.absent{fill:\(tint)}"
    text += "path{stroke:\(hair)}text{fill:\(ink)}.axis{fill:\(muted)}.zero{stroke:\(ink)}"
    text += ".bracket,.tick,.basis{stroke:\(muted)}"
    for (index, (name, color)) in [("primary", first), ("result", second), ("step", third)].enumerated() {
      let own = "s\(index + 1)"
      text += ".\(own),.dot.\(name){fill:\(color)}.curve.\(own),.\(name).edge,.hatch.\(name){stroke:\(color)}"
      text += ".curve.\(own){fill:none}.hollow.\(own){fill:\(ground);stroke:\(color)}"
    }
    return text + ".area,.point{stroke:none}.edge.hollow{fill:\(ground)}"
  }
}

private func standaloneStyle(_ theme: ChartTheme?) -> String {
  let geometry = """
    path{fill:none}text{font:13px "Segoe UI","Open Sans","Noto Sans",Roboto,Arial,sans-serif;\
    font-variant-numeric:tabular-nums lining-nums}.mid{text-anchor:middle}.end{text-anchor:end}\
    .strong{font-weight:600}.value{stroke-width:3px;stroke-linejoin:round}.zero{stroke-width:1.25}\
    .basis{stroke-dasharray:4 3}.edge{stroke-width:1.5}.hatch{stroke-width:2.2}\
    .curve{stroke-width:2;stroke-linejoin:round}.hollow{stroke-width:1.5}

    """
  let forced = "@media (forced-colors:active){\(Palette.forced.rules)}\n"
  let print = "@media print{\(Palette.print.rules)}\n"
  switch theme {
  case .light: return geometry + Palette.light.rules + "\n" + forced + print
  case .dark: return geometry + Palette.dark.rules + "\n" + forced
  case nil:
    let dark = "@media (prefers-color-scheme:dark){\(Palette.dark.rules)}\n"
    return geometry + Palette.light.rules + "\n" + dark + forced + print
  }
}
