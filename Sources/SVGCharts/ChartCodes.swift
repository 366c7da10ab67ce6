public import Diagnostics

/// The findings about a chart's spec.
public let chartCodes: [DiagnosticCode] = [
  .unknownChartProperty, .chartPropertyShape, .missingChartProperty, .unsupportedChartValue,
  .unknownChartField, .chartValueNotANumber, .repeatedChartPlace, .unsupportedChartCombination,
  .tooMuchChartData, .missingChartData, .noTooltips, .emptyChart,
  .leftToTheme,
  .truncatedBars, .unequalSteps, .mixedMeasures, .stackedTotal, .sharesOfMixedSigns,
  .missedTotal, .cutData, .tooManySeries,
]

extension DiagnosticCode {
  static let unknownChartProperty = DiagnosticCode(
    "C101", "unknown-chart-property", rule: "a chart's spec has only properties of the documented subset",
    explanation: """
      Specs are written in a subset of Vega-Lite's vocabulary. A property outside of it would change the \
      picture elsewhere and nothing here, so it is refused rather than ignored. Remove it, or correct its \
      spelling.
      """)
  static let chartPropertyShape = DiagnosticCode(
    "C102", "chart-property-shape", rule: "a property of a chart's spec has the shape the subset documents",
    explanation: """
      `data` and `encoding` and each channel are mappings, `data.values` is a list of mappings with plain \
      values, everything else is a single value.
      """)
  static let missingChartProperty = DiagnosticCode(
    "C103", "missing-chart-property",
    rule: "a chart's spec states its mark, its data and the channels the mark needs",
    explanation: "Without `mark` or `layer`, `data` and `encoding` nothing can be drawn.")
  static let unsupportedChartValue = DiagnosticCode(
    "C104", "unsupported-chart-value",
    rule: "a property of a chart's spec has a value of the documented subset",
    explanation: """
      Marks are `bar`, `line`, `area`, `point`, `rule`, `tick` and `text`; types are `nominal`, `ordinal`, \
      `quantitative` and `temporal`. `sitegen schema chart` prints all that the subset knows.
      """)
  static let unknownChartField = DiagnosticCode(
    "C105", "unknown-chart-field", rule: "a channel shows a field that some row of the data has",
    explanation: "The field a channel names must occur in `data.values`; case matters.")
  static let chartValueNotANumber = DiagnosticCode(
    "C106", "chart-value-not-a-number", rule: "a quantitative field holds plain numbers or null",
    explanation: """
      Dates are written as 2003, 2003-Q3, 2003-09 or 2003-09-30. Numbers are written without grouping and without a currency sign, as JSON writes them, with at most 18 \
      digits. A quoted number is text.
      """)
  static let repeatedChartPlace = DiagnosticCode(
    "C107", "repeated-chart-place", rule: "one mark stands at each place of a chart",
    explanation: """
      Bars that do not stack and have the same category hide each other. Sum them with `aggregate`, or tell \
      them apart with `xOffset` and `color`.
      """)
  static let unsupportedChartCombination = DiagnosticCode(
    "C108", "unsupported-chart-combination", rule: "the channels of a chart go together",
    explanation: """
      `xOffset` and `yOffset` move marks within the bands of categories, so their axis must have some. A \
      chart has either a `mark` or a list of `layer`.
      """)
  static let tooMuchChartData = DiagnosticCode(
    "C109", "too-much-chart-data", rule: "a chart has at most 2,000 rows of data and 200 series",
    explanation: "More cannot be read in one drawing; aggregate the data first.")
  public static let missingChartData = DiagnosticCode(
    "C110", "missing-chart-data", rule: "the data a chart names can be found",
    explanation: """
      `data.url` is a CSV file: on a site an attachment of a release, for `sitegen chart` a file beside the \
      spec. `data.facts` names concepts that releases tell, `data.periods` those they are wanted for: a list \
      such as `[2003-Q2, 2003-Q3]`, or `last 8 quarters`. A page outside of releases shows what was told \
      last, a release what was known by its day.
      """)
  static let noTooltips = DiagnosticCode(
    "C111", "no-tooltips", rule: "a drawing has no tooltips",
    explanation: """
      Drawings need no script and look the same on paper, so nothing appears when a pointer rests on a mark. \
      `tooltip` is left out; what it would show stands in the table beside the chart. Labels come from a \
      layer of the mark `text`.
      """)
  public static let emptyChart = DiagnosticCode(
    "C112", "empty-chart", rule: "a chart has figures to show",
    explanation: """
      A frame without marks tells readers nothing. Facts that no release tells yet are an error; rows \
      written into the spec that are all missing are drawn as an empty frame, with a warning.
      """)
  static let leftToTheme = DiagnosticCode(
    "C113", "left-to-the-theme", rule: "the theme decides how a drawing looks",
    explanation: """
      A color or a shape that a spec names would not follow dark mode, forced colors and paper, and might be \
      told from others by nobody. The theme's own are drawn instead, which keep their contrast everywhere.
      """)
  static let truncatedBars = DiagnosticCode(
    "C201", "truncated-bars", rule: "the axis of bars and areas includes zero",
    explanation: """
      Readers compare the lengths of bars. Where the axis begins elsewhere a small difference looks like a \
      large one. Points and lines may have any domain.
      """)
  static let unequalSteps = DiagnosticCode(
    "C202", "unequal-steps", rule: "equal distances on an axis of time are equal times",
    explanation: """
      Years or dates shown as names stand at equal distances whatever lies between them, which bends every \
      trend. The type `temporal` gives each its place in time.
      """)
  static let mixedMeasures = DiagnosticCode(
    "C203", "mixed-measures", rule: "one axis counts one thing",
    explanation: """
      Two measures in different units, or a thousand times apart, on one axis suggest a relation that is not \
      in the data. Draw two charts one below the other.
      """)
  static let stackedTotal = DiagnosticCode(
    "C204", "stacked-total", rule: "a stack holds parts, not their total",
    explanation: """
      A total stacked on the parts it sums doubles the height of the bar. Leave it out, or draw it as a \
      point or a rule in a layer of its own.
      """)
  static let sharesOfMixedSigns = DiagnosticCode(
    "C205", "shares-of-mixed-signs", rule: "the parts of a whole have one sign",
    explanation: """
      A stack that is normalised draws each part by its size, so that a loss would look like a gain. Show the \
      amounts themselves, with `stack: zero`, or leave negative parts out with a filter.
      """)
  static let missedTotal = DiagnosticCode(
    "C206", "missed-total", rule: "the steps of a waterfall come to its totals",
    explanation: """
      A total stands on zero, and the steps before it lead to its height. Where they lead elsewhere, a step is \
      missing or a figure is wrong, and the drawing would hide it in a jump. What the rounding of the figures \
      explains is no finding; what it explains only where figures that end in zeros were rounded to all of them is \
      a warning. A total without an amount is what its steps come to.
      """)
  static let tooManySeries = DiagnosticCode(
    "C208", "too-many-series", rule: "the series of a chart can be told apart",
    explanation: """
      Colors, patterns, dashes and the forms of points differ for twelve series, also for who sees no colors; a \
      thirteenth looks like one of them. Leave some out with a `filter`, sum the small ones, or give each a plot of \
      its own with `column`.
      """)
  static let cutData = DiagnosticCode(
    "C207", "cut-data", rule: "the domain of an axis holds the data that are drawn on it",
    explanation: """
      A bar that ends at the edge of the plot looks as if it ended there, and a point or a category outside of \
      the domain is not drawn at all. Widen `domain`, or leave such rows out with a `filter`, which says so.
      """)
}
