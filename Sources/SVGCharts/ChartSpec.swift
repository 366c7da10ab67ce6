import ExactNumbers

/// What a chart shows, in the words of a grammar of graphics; presets and written specs both become one.
///
/// Views stand one below the other over the same axis of categories.
struct ChartSpec: Sendable {
  var title: String
  /// What the amounts count: `US dollars`.
  var measure: ChartMeasure
  var data: DataTable
  var views: [ViewSpec]
  /// How figures are spelled: all as reported, or the largest in a few digits.
  var spelling: Spelling = .asReported
  /// How the categories are labelled.
  var axis: CategoryAxisKind = .labels
  /// Whether the categories stand one below the other and bars lie on their side.
  var areRows = false
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

/// One view: a mark and what its channels show.
struct ViewSpec: Sendable {
  var mark: Mark
  var encoding: Encoding
  /// A heading over the view, instead of a legend.
  var heading: String?
  /// Which values are written at their marks.
  var labels: ValueLabels = .all
  /// Whether categories without a value are tinted.
  var marksAbsence = false

  enum Mark: String, Hashable, Sendable, CaseIterable { case bar, line, area, point }
  enum ValueLabels: Hashable, Sendable { case all, telling, none }
}

/// Which column each channel shows; columns are indices into the data's.
struct Encoding: Hashable, Sendable {
  /// A nominal column.
  var x: Int
  /// A quantitative column.
  var y: Int
  /// A nominal column that places bars side by side.
  var xOffset: Int?
  /// A nominal column of series.
  var color: Int?
  /// Of the color column's domain, the entries this view shows; `nil` for all.
  var shown: [Int]?
}

/// Rows of data, column by column.
struct DataTable: Sendable {
  var columns: [Column]

  struct Column: Sendable {
    var name: String
    var cells: Cells
  }

  enum Cells: Sendable {
    /// For each row an index into the domain.
    case categories([Int], domain: [ChartCategory])
    case series([Int], domain: [SeriesKey])
    case values([ChartSeries.Value?])
  }

  /// What a series is called and how it looks.
  struct SeriesKey: Hashable, Sendable {
    var name: String
    var style: ChartSeries.Style
  }
}
