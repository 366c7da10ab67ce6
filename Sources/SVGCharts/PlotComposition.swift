import ExactNumbers

/// The finance chart a plain written chart amounts to: bars side by side, lines, one area, points over
/// categories. `nil` where it says more than that.
///
/// Such charts are drawn as the presets are, with a value at each bar and rows where labels are long.
func composition(of plot: Plot) -> ChartSpec? {
  guard plot.views.count == 1, let view = plot.views.first, plot.facets.count == 1, plot.facets[0] == nil,
    let mark = ViewSpec.Mark(rawValue: view.mark.rawValue), plot.spec.width == nil, plot.spec.height == nil,
    plot.spec.widthStep == nil, plot.spec.heightStep == nil
  else { return nil }
  let layer = view.layer
  let unused: [ChannelName] = [.x2, .y2, .opacity, .size, .shape, .text, .order]
  guard !unused.contains(where: { layer[$0] != nil }), layer.options == MarkOptions(),
    let measure = layer[view.measure], let dimension = layer[view.dimension], dimension.field != nil,
    dimension.isDiscrete, measure.isQuantitative, isPlain(measure), isPlain(dimension)
  else { return nil }
  let liesDown = view.measure == .x
  // Many bars keep to their bands; as rows they would be taller than a screen.
  if !liesDown, mark == .bar, discreteDomain(view.dimension, plot.views).count > 24 { return nil }
  guard !liesDown || mark == .bar else { return nil }
  let offset = layer[liesDown ? .yOffset : .xOffset]
  let color = layer[.color]
  if let color, color.field == nil || !color.isDiscrete || !isPlain(color) { return nil }
  if let offset, mark != .bar || !isPlain(offset) || color.map({ $0.field != offset.field }) ?? false {
    return nil
  }
  let series = offset ?? color
  // Bars that tell series apart by color alone are stacked, as areas are.
  if let series, mark == .area || (mark == .bar && offset == nil && series.field != dimension.field) {
    return nil
  }
  return spec(plot, view, mark: mark, series: series, hasOffset: offset != nil)
}

private func isPlain(_ channel: PlotChannel) -> Bool {
  channel.scale == ScaleOptions() && channel.axis == AxisOptions() && channel.hasLegend
    && channel.literal == nil && channel.constant == nil
    && (channel.stack == nil || channel.stack == Stacking.none)
}

/// What facts of one kind are called, where their axis has no title but a unit: a unit with its scale is no name for
/// figures that a table and a file tell in another one.
private func factName(_ view: PlotView) -> String? {
  guard let channel = view.layer[view.measure], channel.title == .usual, channel.unit != nil else {
    return nil
  }
  let labels = Set(view.layer.rows.map { $0.fact == nil ? .missing : $0.fields["label"] ?? .missing })
  guard labels.count == 1, let label = labels.first, !label.isMissing else { return nil }
  return label.words
}

private func spec(
  _ plot: Plot, _ view: PlotView, mark: ViewSpec.Mark, series: PlotChannel?, hasOffset: Bool
) -> ChartSpec? {
  let categories = discreteDomain(view.dimension, plot.views)
  let keys = series.map { discreteDomain($0.name, plot.views) } ?? [.missing]
  let measure = plot.axisTitle(view.measure)
  let single = factName(view) ?? measure
  let styles = ChartSeries.Style.allCases
  var all = keys.enumerated().map { index, key in
    ChartSeries(
      name: key.isMissing ? single : key.words, style: styles[index % styles.count],
      values: Array(repeating: nil, count: categories.count))
  }
  var taken: Set<[Datum]> = []
  let placeIndex = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
  let keyIndex = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  for item in view.items {
    let key = series.map { item[$0.name] } ?? .missing
    guard taken.insert([item[view.dimension], key]).inserted, let place = placeIndex[item[view.dimension]],
      let row = keyIndex[key]
    else { return nil }
    all[row].values[place] = item[view.measure].amount.map {
      ChartSeries.Value($0, isApproximate: item.isApproximate, isRevised: item.isRevised)
    }
  }
  let drawn = ViewSpec(
    mark: mark, isGrouped: hasOffset, namesSeries: series != nil, labels: mark == .bar ? .all : .telling,
    marksAbsence: mark != .bar)
  let name = plot.axisTitle(view.dimension)
  return ChartSpec(
    title: plot.title, measure: view.layer[view.measure]?.unit ?? ChartMeasure(words: measure),
    categories: categories.map { ChartCategory(label: $0.words, fullLabel: $0.words) }, series: all,
    views: [drawn], axis: mark == .bar ? .labels : .timeline, areRows: view.measure == .x,
    isOrdered: view.layer[view.dimension]?.type != .nominal,
    dimension: name.isEmpty ? view.layer[view.dimension]?.field ?? "Category" : name,
    breaks: plot.spec.breaks)
}
