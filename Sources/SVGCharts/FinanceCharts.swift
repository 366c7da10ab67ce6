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
public func comparisonChart(_ text: ChartText, categories: [ChartCategory], series: [ChartSeries]) -> Chart {
  let view = ViewSpec(mark: .bar, encoding: Encoding(x: 0, y: 2, xOffset: 1, color: 1))
  var chart = Chart(
    ChartSpec(title: text.title, measure: text.measure, data: tidy(categories, series), views: [view]))
  chart.source = text.source
  return chart
}

/// The preset `trend`: one panel for each series over many categories, all on one scale of money per pixel;
/// the first style as a line with points, results as bars.
public func trendChart(
  _ text: ChartText, categories: [ChartCategory], series: [ChartSeries], breaks: [ChartBreak] = []
) -> Chart {
  let views = series.enumerated().map { index, series in
    ViewSpec(
      mark: series.style == .primary ? .line : .bar,
      encoding: Encoding(x: 0, y: 2, color: 1, shown: [index]), heading: series.name,
      labels: .telling, marksAbsence: true)
  }
  var spec = ChartSpec(
    title: text.title, measure: text.measure, data: tidy(categories, series), views: views,
    spelling: .fewDigits, axis: .timeline)
  spec.breaks = breaks
  var chart = Chart(spec)
  chart.source = text.source
  return chart
}

/// The preset `margin`: figures as parts of another one, in percent, each in a panel over the periods, all on
/// one scale.
public func marginChart(
  _ text: ChartText, categories: [ChartCategory], series: [ChartSeries], breaks: [ChartBreak] = []
) -> Chart {
  let views = series.indices.map { index in
    ViewSpec(
      mark: .line, encoding: Encoding(x: 0, y: 2, color: 1, shown: [index]),
      heading: series.count > 1 ? series[index].name : nil, labels: .telling, marksAbsence: true)
  }
  var spec = ChartSpec(
    title: text.title, measure: text.measure, data: tidy(categories, series), views: views,
    spelling: .fewDigits, axis: .timeline)
  spec.breaks = breaks
  var chart = Chart(spec)
  chart.source = text.source
  return chart
}

/// Series over categories as rows of category, series and value; what a series lacks at its end is missing.
private func tidy(_ categories: [ChartCategory], _ series: [ChartSeries]) -> DataTable {
  var places: [Int] = []
  var keys: [Int] = []
  var values: [ChartSeries.Value?] = []
  for (key, series) in series.enumerated() {
    for place in categories.indices {
      places.append(place)
      keys.append(key)
      values.append(series.values.indices.contains(place) ? series.values[place] : nil)
    }
  }
  return DataTable(columns: [
    DataTable.Column(name: "category", cells: .categories(places, domain: categories)),
    DataTable.Column(
      name: "series",
      cells: .series(keys, domain: series.map { DataTable.SeriesKey(name: $0.name, style: $0.style) })),
    DataTable.Column(name: "value", cells: .values(values)),
  ])
}
