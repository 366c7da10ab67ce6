/// How a series is drawn wherever it appears: a color and, beside it, something other than color.
struct Look: Hashable, Sendable {
  /// The style of its color.
  var color: String
  /// The styles of its areas.
  var area: String
  /// The styles of an outline without filling.
  var edge: String
  /// What its areas are filled with; `nil` for the plain color.
  var pattern: Pattern?
  /// The styles of its line, and of the points on it.
  var line: String
  var point: String
  var hollowPoint: String
  /// What tells its line from others without color: lengths of strokes and gaps, and the form of its points.
  var dash: Dash
  var marker: Marker

  enum Dash: String, Hashable, Sendable {
    case solid = ""
    case dashed = "8 3"
    case dotted = "2 3"
  }
  enum Marker: Int, Hashable, Sendable { case disc, square, diamond }

  /// The look of a style; a style used again in the same chart gets another pattern in its color.
  init(_ style: ChartSeries.Style, repetition: Int) {
    let name = styleName(style)
    color = "s\(style.rawValue)"
    edge = name + " edge"
    switch (style, repetition) {
    case (.primary, 0): pattern = nil
    case (.other, 0): pattern = Pattern(kind: .dots, style: style, variant: 0)
    default: pattern = Pattern(kind: .hatch, style: style, variant: repetition)
    }
    area = pattern == nil ? color : edge
    line = "curve " + color
    point = color + " point"
    hollowPoint = color + " hollow"
    let place = (style.rawValue - 1 + repetition) % 3
    dash = [.solid, .dashed, .dotted][place]
    marker = [.disc, .square, .diamond][place]
  }
}

/// A filling that tells series apart without color.
struct Pattern: Hashable, Sendable {
  var kind: Kind
  var style: ChartSeries.Style
  /// 0 for the first series of its style, 1 for the next.
  var variant: Int

  enum Kind: Hashable, Sendable { case hatch, dots }

  /// What its id ends with, after the drawing's own: `hatch`, `dots`, `primary-hatch-1`.
  var name: String {
    let base = kind == .dots ? "dots" : "hatch"
    if variant == 0, kind == .dots || style == .result { return base }
    return "\(styleName(style))-\(base)-\(variant)"
  }

  var styles: String { (kind == .dots ? "dot " : "hatch ") + styleName(style) }
}

private func styleName(_ style: ChartSeries.Style) -> String {
  switch style {
  case .primary: "primary"
  case .result: "result"
  case .other: "step"
  }
}

/// The looks of series in the order they are drawn.
func looks(of styles: some Sequence<ChartSeries.Style>) -> [Look] {
  var used: [ChartSeries.Style: Int] = [:]
  return styles.map { style in
    defer { used[style, default: 0] += 1 }
    return Look(style, repetition: used[style, default: 0])
  }
}
