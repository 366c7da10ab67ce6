/// How a series is drawn wherever it appears: a color and, beside it, something other than color.
struct Look: Hashable, Sendable {
  var style: ChartSeries.Style
  /// What its areas are filled with; `nil` for the plain color.
  var pattern: Pattern?
  /// What tells its line from others without color: lengths of strokes and gaps, and the form of its points.
  var dash: Dash
  var marker: Marker

  enum Dash: Hashable, Sendable { case solid, dashed, dotted, dashDotted }
  enum Marker: Int, Hashable, Sendable, CaseIterable { case disc, square, diamond, triangle }

  /// The look of a style; a style used again in the same chart gets another pattern in its color.
  init(_ style: ChartSeries.Style, repetition: Int) {
    self.style = style
    switch (style, repetition) {
    case (.primary, 0): pattern = nil
    case (.other, 0): pattern = Pattern(kind: .dots, style: style, variant: 0)
    default: pattern = Pattern(kind: .hatch, style: style, variant: repetition)
    }
    // A style has each of these once, so that twelve series differ.
    switch repetition % 4 == 3 ? 3 : (style.rawValue - 1 + repetition % 4) % 3 {
    case 0: (dash, marker) = (.solid, .disc)
    case 1: (dash, marker) = (.dashed, .square)
    case 2: (dash, marker) = (.dotted, .diamond)
    default: (dash, marker) = (.dashDotted, .triangle)
    }
  }

  /// What its areas are drawn with beside their filling.
  var ink: Ink { pattern == nil ? .fill(style) : .edge(style) }
}

/// How many series of one chart have looks that tell them apart.
let mostLooks = 12

/// A filling that tells series apart without color.
struct Pattern: Hashable, Sendable {
  var kind: Kind
  var style: ChartSeries.Style
  /// 0 for the first series of its style, 1 for the next.
  var variant: Int

  enum Kind: Hashable, Sendable { case hatch, dots }
}

/// The looks of series in the order they are drawn.
func looks(of styles: some Sequence<ChartSeries.Style>) -> [Look] {
  var (primary, result, other) = (0, 0, 0)
  func next(_ used: inout Int) -> Int {
    defer { used += 1 }
    return used
  }
  return styles.map { style in
    switch style {
    case .primary: Look(style, repetition: next(&primary))
    case .result: Look(style, repetition: next(&result))
    case .other: Look(style, repetition: next(&other))
    }
  }
}
