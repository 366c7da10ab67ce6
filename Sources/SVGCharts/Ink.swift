/// How a shape is drawn: the class names of ``ChartClasses`` that it carries.
enum Ink: Hashable, Sendable {
  /// A filled area or bar of a style, and the outline of a patterned one.
  case fill(ChartSeries.Style)
  case edge(ChartSeries.Style)
  case hollowEdge(ChartSeries.Style)
  /// The line of a series, the points on it, the tone under it.
  case curve(ChartSeries.Style)
  case point(ChartSeries.Style)
  case hollowPoint(ChartSeries.Style)
  /// Only of the style without a pattern: others are filled with theirs.
  case area
  case absent, grid, zero, bracket, tick, basis
  /// The bars of a small drawing: of its own period, and of the others.
  case now, then
  /// What a drawing in a file of its own stands on.
  case ground

  var classes: StaticString {
    switch self {
    case .fill(.primary): "s1"
    case .fill(.result): "s2"
    case .fill(.other): "s3"
    case .edge(.primary): "primary edge"
    case .edge(.result): "result edge"
    case .edge(.other): "step edge"
    case .hollowEdge(.primary): "primary edge hollow"
    case .hollowEdge(.result): "result edge hollow"
    case .hollowEdge(.other): "step edge hollow"
    case .curve(.primary): "curve s1"
    case .curve(.result): "curve s2"
    case .curve(.other): "curve s3"
    case .point(.primary): "s1 point"
    case .point(.result): "s2 point"
    case .point(.other): "s3 point"
    case .hollowPoint(.primary): "s1 hollow"
    case .hollowPoint(.result): "s2 hollow"
    case .hollowPoint(.other): "s3 hollow"
    case .area: "area s1"
    case .absent: "absent"
    case .grid: "grid"
    case .zero: "zero"
    case .bracket: "bracket"
    case .tick: "tick"
    case .basis: "basis"
    case .now: "now"
    case .then: "then"
    case .ground: "ground"
    }
  }
}
