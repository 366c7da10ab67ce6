/// What a chart shows, in the words of a grammar of graphics; presets and written specs both become one.
///
/// Views stand one below the other over the same axis of categories.
struct ChartSpec: Sendable {
  var title: String
  /// What the amounts count: `US dollars`.
  var measure: ChartMeasure
  var categories: [ChartCategory] = []
  /// Over the categories; what a series lacks at its end is missing.
  var series: [ChartSeries] = []
  var views: [ViewSpec] = []
  /// How figures are spelled: all as reported, or the largest in a few digits.
  var spelling: Spelling = .asReported
  /// How the categories are labelled.
  var axis: CategoryAxisKind = .labels
  /// Whether the categories stand one below the other and bars lie on their side.
  var areRows = false
  /// Whether categories that name no time have an order all the same, as grades have.
  var isOrdered = false
  /// What the categories are, for the head of their column.
  var dimension = "Period"
  /// Where figures begin to have another basis.
  var breaks: [ChartBreak] = []

  enum Spelling: Hashable, Sendable { case asReported, fewDigits }
  enum CategoryAxisKind: Hashable, Sendable {
    /// Each category has its label; groups are bracketed.
    case labels
    /// Many steps in time: ticks where groups meet, labels where they have room.
    case timeline
  }
}

/// One view: a mark and the series it shows.
struct ViewSpec: Sendable {
  var mark: Mark
  /// The places of its series in the chart's; `nil` for all.
  var shown: Range<Int>?
  /// Whether bars stand side by side, each series in its own place.
  var isGrouped = false
  /// Whether its series have names of their own, which a legend or a heading tells.
  var namesSeries = true
  /// A heading over the view, instead of a legend.
  var heading: String?
  /// Which values are written at their marks.
  var labels: ValueLabels = .all
  /// Whether categories without a value are tinted.
  var marksAbsence = false

  enum Mark: String, Hashable, Sendable, CaseIterable { case bar, line, area, point }
  enum ValueLabels: Hashable, Sendable { case all, telling, none }
}
