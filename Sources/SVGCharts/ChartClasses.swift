/// The class names in a drawing; a theme's style sheet gives them color, weight and type.
///
/// Drawings carry geometry and these names, never a color, a font or a style. Text is laid out for 13 px
/// of a sans-serif face with tabular figures.
///
/// | class | on | what it is |
/// |---|---|---|
/// | `chart-s` `chart-m` `chart-l` | svg | drawn for 320, 640 and 960 px; a page shows the one that fits |
/// | `spark` | svg | a small drawing in a table row |
/// | `s1` `s2` `s3` | rect, circle | area or point of the style primary, result, other: filled |
/// | `primary edge` `result edge` `step edge` | rect | outline of a patterned area, in the color of `s1` `s2` `s3`; the filling is its `fill` attribute |
/// | `hatch primary` `hatch result` `hatch step` | path in a pattern | the stroke of a hatching |
/// | `dot step` (`dot primary` `dot result`) | circle in a pattern | a dot, filled and without stroke |
/// | `curve s1` `curve s2` `curve s3` | path | a line: stroked, not filled |
/// | `area` | path | with `s1`: the area under a line: filled (a quarter of its opacity is set), not stroked; patterned areas are polygons without a class |
/// | `point` | circle, rect, path | with `s1` to `s3`: a point of a line: filled, not stroked |
/// | `hollow` | circle, rect, path | with `s1` to `s3` or an edge: filled with the page's color, stroked in its own |
/// | `absent` | rect | a tinted band for periods without a value |
/// | `grid` `zero` | path | hairlines, and the heavier line of zero |
/// | `bracket` `tick` | path | marks of the category axis, and lines that lead to a label, muted |
/// | `basis` | path | a broken rule where figures begin to have another basis, muted |
/// | `axis` | text | muted labels of axes and notes |
/// | `value` | text | a figure at its mark; stroked in the page's color as a halo (`paint-order` is set) |
/// | `strong` | text | semibold |
/// | `mid` `end` | text | anchored at its middle or its end |
/// | `now` `then` | rect in `spark` | the bar of the row's own period, and the others |
///
/// Ids begin with the id given to the drawing: `{id}-title`, `{id}-desc`, `{id}-hatch`, `{id}-dots`, and
/// `{id}-primary-hatch-1` and the like where a style is used again.
public enum ChartClasses {
  /// All names, for a check that a style sheet knows them.
  public static let all = [
    "chart-s", "chart-m", "chart-l", "spark", "s1", "s2", "s3", "primary", "result", "step", "edge", "hatch",
    "dot", "curve", "area", "point", "hollow", "absent", "grid", "zero", "bracket", "tick", "basis", "axis",
    "value",
    "strong",
    "mid", "end", "now", "then",
  ]
}
