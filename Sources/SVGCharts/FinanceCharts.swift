/// What a chart of reported figures says in words.
public struct ChartText: Hashable, Sendable {
  /// What is shown, for the drawing's name: `Revenues and net loss, third quarter, 2002 and 2003`.
  public var title: String
  /// What the amounts count; the drawing adds its own "million".
  public var measure: ChartMeasure
  /// Who told the figures; may be empty.
  public var source: String

  public init(title: String, measure: ChartMeasure, source: String = "") {
    self.title = title
    self.measure = measure
    self.source = source
  }

  /// - Parameter currency: in words: `US dollars`.
  public init(title: String, currency: String) {
    self.init(title: title, measure: ChartMeasure(words: currency))
  }
}

/// The preset `comparison`: grouped bars, one group for each category, negatives below zero.
public func comparisonChart(
  _ text: ChartText, categories: [ChartCategory], series: [ChartSeries], breaks: [ChartBreak] = []
) -> Chart {
  let spec = ChartSpec(
    title: text.title, measure: text.measure, categories: categories, series: series,
    views: [ViewSpec(mark: .bar, isGrouped: true)], breaks: breaks)
  return Chart(spec, source: text.source)
}

/// The preset `trend`: one panel for each series over many categories, all on one scale of money per pixel;
/// the first style as a line with points, results as bars.
public func trendChart(
  _ text: ChartText, categories: [ChartCategory], series: [ChartSeries], breaks: [ChartBreak] = []
) -> Chart {
  let views = series.enumerated().map { index, series in
    ViewSpec(
      mark: series.style == .primary ? .line : .bar, shown: index..<index + 1, heading: series.name,
      labels: .telling, marksAbsence: true)
  }
  return timeline(text, categories, series, views, breaks)
}

/// The preset `margin`: figures as parts of another one, in percent, each in a panel over the periods, all on
/// one scale.
public func marginChart(
  _ text: ChartText, categories: [ChartCategory], series: [ChartSeries], breaks: [ChartBreak] = []
) -> Chart {
  let views = series.indices.map { index in
    ViewSpec(
      mark: .line, shown: index..<index + 1, heading: series.count > 1 ? series[index].name : nil,
      labels: .telling, marksAbsence: true)
  }
  return timeline(text, categories, series, views, breaks)
}

private func timeline(
  _ text: ChartText, _ categories: [ChartCategory], _ series: [ChartSeries], _ views: [ViewSpec],
  _ breaks: [ChartBreak]
) -> Chart {
  let spec = ChartSpec(
    title: text.title, measure: text.measure, categories: categories, series: series, views: views,
    spelling: .fewDigits, axis: .timeline, breaks: breaks)
  return Chart(spec, source: text.source)
}
