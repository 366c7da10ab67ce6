import ExactNumbers

/// A written chart in plain sentences, from its data.
func describe(_ plot: Plot) -> String {
  if let bridge = plot.spec.bridge { return describe(bridge) }
  guard plot.views.contains(where: { !$0.items.isEmpty }) else { return "There are no figures to show." }
  var sentences: [String] = []
  for view in plot.views where view.mark != .text {
    let words = description(of: view)
    if !words.isEmpty, !sentences.contains(words) { sentences.append(words) }
  }
  if plot.facets.count > 1 { sentences.insert("\(plot.facets.count) small charts on one scale.", at: 0) }
  return sentences.joined(separator: " ")
}

private func description(of view: PlotView) -> String {
  guard let measure = view.layer[view.measure], measure.literal == nil else { return "" }
  var title = channelTitle(measure, in: view)
  if let unit = measure.unit, measure.title == .usual {
    title = ChartUnit(power: measure.power, decimals: 0).nameInSentence(of: unit.words)
  }
  let kind = [
    "bar": "Bars", "line": "Lines", "area": "Areas", "point": "Points", "rule": "Rules", "tick": "Ticks",
  ]
  let opening = (kind[view.mark.rawValue] ?? "Marks") + (view.isStacked ? ", stacked" : "")
  var sentence = title.isEmpty ? opening : "\(opening): \(title)"
  if let dimension = view.layer[view.dimension], dimension.field != nil {
    let name = channelTitle(dimension, in: view)
    if !name.isEmpty { sentence += " by \(name)" }
  }
  sentence += "."
  let keys = seriesChannels(view.layer)
  var order: [[Datum]] = []
  var groups: [[Datum]: [PlotItem]] = [:]
  for item in view.items {
    let key = keys.map { item[$0] }
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(item)
  }
  let told = order.prefix(8).compactMap { key in
    groups[key].flatMap { course(of: $0, view, name: key.map(\.words).joined(separator: ", ")) }
  }
  let more = order.count > 8 ? ["And \(order.count - 8) more series."] : []
  return ([sentence] + told + more).joined(separator: " ")
}

/// First and last, highest and lowest, and how often the values are negative.
private func course(of items: [PlotItem], _ view: PlotView, name: String) -> String? {
  guard let channel = view.layer[view.measure], channel.isQuantitative else { return nil }
  let present = items.filter { $0[view.measure].number != nil }
  guard let first = present.first, let last = present.last else {
    return name.isEmpty ? "No figures." : "\(name): no figures."
  }
  let factor = power(channel.power)
  func value(_ item: PlotItem) -> Double { (item[view.measure].number ?? 0) / factor }
  func told(_ item: PlotItem) -> String {
    let place = view.layer[view.dimension] == nil ? "" : " (\(item[view.dimension].words))"
    return spoken(value(item)) + place
  }
  let opening = name.isEmpty ? "" : name + ": "
  guard present.count > 1 else { return opening + told(first) + "." }
  let most = present.reduce(first) { value($1) > value($0) ? $1 : $0 }
  let least = present.reduce(first) { value($1) < value($0) ? $1 : $0 }
  let negatives = present.count { value($0) < 0 }
  let signs =
    negatives == 0
    ? ""
    : negatives == present.count ? " Negative throughout." : " Negative in \(negatives) of \(present.count)."
  let missing = items.count - present.count
  let gaps = missing == 0 ? "" : " No figure in \(missing) of \(items.count)."
  return
    "\(opening)from \(told(first)) to \(told(last)), highest \(told(most)), lowest \(told(least)).\(largestChange(of: present, view, factor))\(signs)\(gaps)"
}

/// The largest step from one item to the next, where they follow each other along the dimension.
private func largestChange(of items: [PlotItem], _ view: PlotView, _ factor: Double) -> String {
  guard items.count > 2, view.layer[view.dimension] != nil else { return "" }
  var best: (size: Double, at: PlotItem)?
  for (before, after) in zip(items, items.dropFirst()) {
    let size = ((after[view.measure].number ?? 0) - (before[view.measure].number ?? 0)) / factor
    if size.magnitude > best?.size.magnitude ?? 0 { best = (size, after) }
  }
  guard let best else { return "" }
  let place = best.at[view.dimension].words
  return
    " Largest change: a \(best.size < 0 ? "fall" : "rise") of \(spoken(best.size.magnitude)) to \(place)."
}

private func spoken(_ value: Double) -> String {
  let text = decimalText(value.magnitude, decimals: min(4, decimalsNeeded([value])))
  return value < 0 ? "minus " + text : text
}

/// The data of a written chart: a row for each item of the views that show any, a column for each channel.
func dataTable(of plot: Plot) -> ChartTable {
  if let bridge = plot.spec.bridge { return dataTable(of: bridge) }
  guard let view = tableView(of: plot) else { return ChartTable(caption: "", heads: [], rows: []) }
  let columns = tableColumns(of: view)
  guard let first = columns.first else { return ChartTable(caption: "", heads: [], rows: []) }
  func cell(_ item: PlotItem, _ name: ChannelName) -> String? {
    if item[name].isMissing { return nil }
    if item[name].number != nil, let channel = view.layer[name], channel.type == .quantitative {
      return quantityText(item[name], power: channel.power)
    }
    return item[name].words
  }
  return ChartTable(
    caption: columns.map(\.title).joined(separator: ", "), heads: columns.dropFirst().map(\.title),
    rows: view.items.map { item in
      ChartTable.Row(
        head: cell(item, first.name) ?? "", cells: columns.dropFirst().map { cell(item, $0.name) })
    })
}

/// A number with all its digits, in the unit of its axis.
private func quantityText(_ datum: Datum, power: Int) -> String? {
  guard let amount = datum.amount?.timesPowerOfTen(-power)?.withoutTrailingZeros else {
    return datum.number.map { decimalText($0, decimals: min(9, decimalsNeeded([$0]))) }
  }
  return amount.isNegative ? "\u{2212}" + amount.text().dropFirst() : amount.text()
}

/// The view whose items the table lists: the first that shows figures.
func tableView(of plot: Plot) -> PlotView? {
  plot.views.first { $0.mark != .text && $0.mark != .rule } ?? plot.views.first
}

/// The columns of a table of a view: its channels, each field once.
func tableColumns(of view: PlotView) -> [(title: String, name: ChannelName)] {
  let names: [ChannelName] = [
    view.dimension, .column, .color, .xOffset, .yOffset, .shape, view.measure, .x2, .y2, .size,
  ]
  var columns: [(title: String, name: ChannelName)] = []
  for name in names {
    guard let channel = view.layer[name], channel.literal == nil else { continue }
    let title = channelTitle(channel, in: view)
    let shown = title.isEmpty ? channel.field ?? name.word : title
    if !columns.contains(where: { $0.title == shown }) { columns.append((shown, name)) }
  }
  return columns
}
