/// What a chart of reported figures says in words.
public struct ChartText: Hashable, Sendable {
  /// What is shown, for the drawing's name: `Revenues and net loss, third quarter, 2002 and 2003`.
  public var title: String
  /// The currency in words: `US dollars`; the drawing adds its own "Thousands of".
  public var currency: String

  public init(title: String, currency: String) {
    self.title = title
    self.currency = currency
  }
}

/// The preset `comparison`: grouped bars, one group for each category, negatives below zero.
public func comparisonChart(_ text: ChartText, categories: [ChartCategory], series: [ChartSeries]) -> Chart {
  Chart()
}

/// The preset `trend`: one panel for each series over many categories, all on one scale of money per pixel;
/// the first style as a line with points, results as bars.
public func trendChart(_ text: ChartText, categories: [ChartCategory], series: [ChartSeries]) -> Chart {
  Chart()
}
