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
  let opening = (kind[view.mark.rawValue] ?? "Marks") + (isPiledUp(view) ? ", stacked" : "")
  var sentence = title.isEmpty ? opening : "\(opening): \(title)"
  if let dimension = view.layer[view.dimension], dimension.field != nil {
    let name = channelTitle(dimension, in: view)
    if !name.isEmpty { sentence += " by \(name)" }
  }
  sentence += "."
  // What stands side by side, or in small charts of its own, is told by itself too.
  let keys =
    seriesChannels(view.layer)
    + [.xOffset, .yOffset, .column].filter { name in
      guard let channel = view.layer[name], let field = channel.field else { return false }
      return !seriesChannels(view.layer).contains { view.layer[$0]?.field == field }
        && field != view.layer[view.dimension]?.field
    }
  var order: [[Datum]] = []
  var groups: [[Datum]: [PlotItem]] = [:]
  for item in view.items {
    let key = keys.map { item[$0] }
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(item)
  }
  let times = Times(view)
  let told = order.prefix(8).compactMap { key in
    groups[key].flatMap { courses(of: $0, times, view, name: key.map(\.words).joined(separator: ", ")) }
  }
  let more = order.count > 8 ? ["And \(order.count - 8) more series."] : []
  return ([sentence] + told + more).joined(separator: " ")
}

/// Whether a view has marks on top of others; a single series is stacked only by name.
private func isPiledUp(_ view: PlotView) -> Bool {
  guard view.isStacked else { return false }
  let offsets: ChannelName = view.measure == .y ? .xOffset : .yOffset
  var seen: Set<[Datum]> = []
  return view.items.contains { !seen.insert([$0[view.dimension], $0[offsets], $0[.column]]).inserted }
}

/// For which times the items of a view stand, and in which order it draws them.
private struct Times {
  private let dimension: ChannelName
  private var times: [Datum: ChartTime] = [:]
  /// The places of categories along the axis.
  private var ranks: [Datum: Int] = [:]
  private var isNominal = false

  init(_ view: PlotView) {
    dimension = view.dimension
    guard let channel = view.layer[dimension], let field = channel.field, channel.aggregate == nil else {
      return
    }
    isNominal = channel.type == .nominal
    if channel.isDiscrete {
      for (rank, datum) in discreteDomain(dimension, [view]).enumerated() { ranks[datum] = rank }
    }
    for row in view.layer.rows {
      guard let datum = row.fields[field], let time = datum.namedTime else { continue }
      times[channel.type == .temporal ? asTime(datum) : datum] = time
    }
  }

  subscript(_ item: PlotItem) -> ChartTime? { times[item[dimension]] }

  /// Whether items lead from one to the next; categories that are mere names do not.
  func areCourse(_ items: [PlotItem]) -> Bool { !isNominal || items.allSatisfy { self[$0] != nil } }

  /// Items in the order of their numbers or times, or of their categories along the axis; others stay in that of the
  /// table.
  func inOrder(_ items: [PlotItem]) -> [PlotItem] {
    if !ranks.isEmpty, !items.allSatisfy({ self[$0] != nil }) {
      return items.enumerated().sorted { a, b in
        let (left, right) = (ranks[a.element[dimension]] ?? .max, ranks[b.element[dimension]] ?? .max)
        return left == right ? a.offset < b.offset : left < right
      }.map(\.element)
    }
    guard items.allSatisfy({ $0[dimension].number != nil }) else { return items }
    return items.enumerated().sorted { a, b in
      let (left, right) = (a.element[dimension], b.element[dimension])
      return left == right ? a.offset < b.offset : Datum.precedes(left, right)
    }.map(\.element)
  }
}

/// The courses along times of one length each, or the only one.
private func courses(of items: [PlotItem], _ times: Times, _ view: PlotView, name: String) -> String? {
  let items = times.inOrder(items)
  let runs = runsOfOneLength(items.map { times[$0] })
  guard runs.count > 1 else {
    let items = runs.first.map { $0.map { items[$0] } } ?? items
    return course(of: items, view, name: name, isCourse: times.areCourse(items))
  }
  let told = runs.compactMap { run -> String? in
    let present = run.count { view.shown(items[$0]) != nil }
    if present == 0 { return nil }
    let kind = present > 1 ? run.first.map { times[items[$0]]?.kind ?? "others" } : nil
    return course(of: run.map { items[$0] }, view, name: name, kind: kind)
  }
  return told.isEmpty ? course(of: items, view, name: name) : told.joined(separator: " ")
}

/// First and last, highest and lowest, and how often the values are negative; of mere names each value, or of many the
/// highest and the lowest.
///
/// - Parameter kind: what the times are called along which it is told, where there are others.
private func course(
  of items: [PlotItem], _ view: PlotView, name: String, kind: String? = nil, isCourse: Bool = true
) -> String? {
  guard let channel = view.layer[view.measure], channel.isQuantitative else { return nil }
  let present = items.filter { view.shown($0) != nil }
  guard let first = present.first, let last = present.last else {
    return name.isEmpty ? "No figures." : "\(name): no figures."
  }
  let factor = power(channel.power)
  func value(_ item: PlotItem) -> Double { (view.shown(item) ?? 0) / factor }
  let format = spokenFormat(channel, in: view)
  let most = present.reduce(first) { value($1) > value($0) ? $1 : $0 }
  let least = present.reduce(first) { value($1) < value($0) ? $1 : $0 }
  // What a break parts is not compared: each side is told by itself.
  let sides = isCourse ? runs(of: present) { view.partings?.part($0, $1) ?? false } : [present]
  let decimals = decimals(
    toTellApart: sides.flatMap { side -> [(Double, Double)] in
      let values = side.map(value)
      guard let first = values.first, let last = values.last, let least = values.min(),
        let most = values.max()
      else { return [] }
      return [(first, last), (least, most)]
    })
  func told(_ item: PlotItem) -> String {
    let place = view.layer[view.dimension] == nil ? "" : " (\(item[view.dimension].words))"
    return (item.isApproximate ? "about " : "") + spoken(value(item), decimals, format) + place
  }
  let opening = subject(name, kind)
  guard present.count > 1 else { return opening + told(first) + "." }
  let negatives = present.count { value($0) < 0 }
  let signs =
    negatives == 0
    ? ""
    : negatives == present.count ? " Negative throughout." : " Negative in \(negatives) of \(present.count)."
  let missing = items.count - present.count
  let gaps = missing == 0 ? "" : " No figure in \(missing) of \(items.count)."
  let isOfLosses = isLoss(name) || isLoss(channelTitle(channel, in: view))
  if sides.count > 1 {
    func toldOf(_ side: [PlotItem]) -> String {
      guard let first = side.first, let last = side.last, side.count > 1 else {
        return side.first.map(told) ?? ""
      }
      if side.allSatisfy({ value($0) == value(first) }) {
        let places = [first, last].map { $0[view.dimension].words }
        return "\(spoken(value(first), decimals, format)) from \(places[0]) to \(places[1])"
      }
      let range = "from \(told(first)) to \(told(last))"
      guard side.count > 2 else { return range }
      let most = side.reduce(first) { value($1) > value($0) ? $1 : $0 }
      let least = side.reduce(first) { value($1) < value($0) ? $1 : $0 }
      return range + ", highest \(told(most)), lowest \(told(least))"
    }
    let words = sides.map(toldOf).joined(separator: ". On another basis: ") + "."
    let change = largestChange(of: items, view, decimals, format, isOfLosses: isOfLosses) { value($0) }
    return opening + (opening.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : words) + change
      + signs
      + gaps
  }
  if value(most) == value(least) {
    return "\(opening)\(spoken(value(first), decimals, format)) throughout." + signs + gaps
  }
  if !isCourse {
    if present.count <= mostListed { return opening + present.map(told).joined(separator: "; ") + "." + gaps }
    let highest = opening.isEmpty ? "Highest" : "highest"
    return "\(opening)\(highest) \(told(most)), lowest \(told(least))." + signs + gaps
  }
  let range =
    "\(opening.isEmpty ? "From" : "from") \(told(first)) to \(told(last)), highest \(told(most)), lowest \(told(least))."
  let change = largestChange(of: items, view, decimals, format, isOfLosses: isOfLosses) { value($0) }
  return opening + range + change + signs + gaps
}

/// How many figures of mere names a description lists.
let mostListed = 8

/// The author's format of the axis, where its figures are spoken in one; shares are percentages.
private func spokenFormat(_ channel: PlotChannel, in view: PlotView) -> NumberFormat? {
  guard let format = channel.axis.format, channel.unit == nil, !format.isAccounting,
    format.isPercent || !view.showsShares
  else { return view.showsShares ? .shares : nil }
  return format
}

/// `Revenues, quarters: `, `Quarters: `
private func subject(_ name: String, _ kind: String?) -> String {
  switch (name.isEmpty, kind) {
  case (true, nil): ""
  case (true, let kind?): kind.prefix(1).uppercased() + kind.dropFirst() + ": "
  case (false, nil): name + ": "
  case (false, let kind?): name + ", " + kind + ": "
  }
}

/// The largest step from one item to the next, where they follow each other along the dimension; a loss is spoken of
/// by its size.
private func largestChange(
  of items: [PlotItem], _ view: PlotView, _ decimals: Int, _ format: NumberFormat?, isOfLosses: Bool,
  _ value: (PlotItem) -> Double
) -> String {
  func isPresent(_ item: PlotItem) -> Bool { view.shown(item) != nil }
  guard items.count(where: isPresent) > 2, view.layer[view.dimension] != nil else { return "" }
  var best: (from: Double, to: Double, at: PlotItem)?
  for (before, after) in zip(items, items.dropFirst()) where isPresent(before) && isPresent(after) {
    // What a break parts is no change.
    if view.partings?.part(before, after) == true { continue }
    let (from, to) = (value(before), value(after))
    if (to - from).magnitude > best.map({ ($0.to - $0.from).magnitude }) ?? 0 { best = (from, to, after) }
  }
  guard let best else { return "" }
  let words = changeWords(
    isFall: best.to < best.from, isLoss: isOfLosses && best.from < 0 && best.to < 0)
  let place = best.at[view.dimension].words
  var size = spoken((best.to - best.from).magnitude, decimals, format)
  if format?.isPercent == true { size = size.dropLast() + " percentage points" }
  return " Largest change: \(words) of \(size) to \(place)."
}

/// How many digits after the point tell values apart that differ, more than the usual four where it takes them.
private func decimals(toTellApart pairs: [(Double, Double)]) -> Int {
  var decimals = 4
  for (one, other) in pairs where one != other {
    while decimals < 9, spoken(one, decimals) == spoken(other, decimals) { decimals += 1 }
  }
  return decimals
}

private func spoken(_ value: Double, _ decimals: Int, _ format: NumberFormat? = nil) -> String {
  if let format {
    let text = format.text(value, decimals: min(decimals, decimalsNeeded([value])))
    return text.hasPrefix("\u{2212}") ? "minus " + text.dropFirst() : text
  }
  let text = decimalText(value.magnitude, decimals: min(decimals, decimalsNeeded([value])))
  return value < 0 && text.contains { $0 != "0" && $0 != "." } ? "minus " + text : text
}

/// The data of a written chart: a row for each item of the views that show any, a column for each channel.
func dataTable(of plot: Plot) -> ChartTable {
  if let bridge = plot.spec.bridge { return dataTable(of: bridge) }
  guard let view = tableView(of: plot) else { return ChartTable(caption: "", heads: [], rows: []) }
  let columns = tableColumns(of: view)
  guard let first = columns.first else { return ChartTable(caption: "", heads: [], rows: []) }
  func cell(_ item: PlotItem, _ name: ChannelName) -> String? {
    if name == view.measure, view.showsShares {
      return item.share.map { NumberFormat.shares.text($0, decimals: 0) }
    }
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
