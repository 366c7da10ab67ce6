import Diagnostics

/// A layer with its data in the terms of its channels: aggregated, stacked and in drawing order.
struct PlotView: Sendable {
  var layer: PlotLayer
  var items: [PlotItem]
  /// The axis along which a bar has its length, or above which a line is drawn.
  var measure: ChannelName
  var isStacked: Bool
  /// Where its figures begin to have another basis.
  var partings: PlotPartings?

  var mark: PlotMark { layer.mark }
  /// The other axis.
  var dimension: ChannelName { measure == .x ? .y : .x }

  /// Whether its marks show what part of a stack they are, not how much.
  var showsShares: Bool { isStacked && layer[measure]?.stack == .normalize }

  /// What an item shows along the measure: its figure, or its part of the stack.
  func shown(_ item: PlotItem) -> Double? { showsShares ? item.share : item[measure].number }
}

/// One thing to be drawn, or one point of a line: a value for each channel.
struct PlotItem: Sendable {
  var range: SourceRange
  var values: [Datum]
  /// Where it begins and ends on the stacked axis.
  var span: (start: Double, end: Double)?
  /// Where stacks show shares, the part of its stack that it is, of one.
  var share: Double?
  /// Drawn hollow: a fact that a later release told otherwise.
  var isRevised = false
  /// Drawn hollow too: a fact that its source rounds.
  var isApproximate = false

  var isHollow: Bool { isRevised || isApproximate }

  subscript(_ name: ChannelName) -> Datum {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}

/// Brings a layer's rows into the terms of its channels.
func plotView(_ layer: PlotLayer, breaks: [ChartBreak] = []) -> PlotView {
  var items = layer.rows.map { row in
    PlotItem(
      range: row.range, values: layer.channels.map { $0.map { value(of: $0, in: row) } ?? .missing },
      isRevised: row.fact?.isRevised ?? false, isApproximate: row.fact?.isApproximate ?? false)
  }
  if layer.channels.contains(where: { $0?.aggregate != nil }) { items = aggregated(items, layer) }
  var view = PlotView(layer: layer, items: items, measure: measureAxis(layer), isStacked: false)
  stack(&view)
  order(&view)
  let partings = PlotPartings(breaks, view)
  if !partings.isEmpty { view.partings = partings }
  return view
}

/// What a row holds for a channel.
func value(of channel: PlotChannel, in row: PlotRow) -> Datum {
  if let constant = channel.constant ?? channel.literal {
    return channel.type == .temporal ? asTime(constant) : constant
  }
  guard let field = channel.field else { return .missing }
  let datum = row.fields[field] ?? .missing
  guard channel.aggregate == nil else { return datum }
  switch channel.type {
  case .temporal: return asTime(datum)
  case .quantitative:
    if case .exact = datum { return datum }
    return datum.number.map { .number($0) } ?? .missing
  case .nominal, .ordinal: return datum
  }
}

/// Text as a moment; of numbers, years to 9999 as years and others as milliseconds.
func asTime(_ datum: Datum) -> Datum {
  switch datum {
  case .text(let text): timeSeconds(text).map { .time($0) } ?? .missing
  case .number(let value):
    value.magnitude < 10000 && value == value.rounded()
      ? .time(Double(dayNumber(Int(value), 1, 1)) * 86400) : .time(value / 1000)
  default: datum
  }
}

private func aggregated(_ items: [PlotItem], _ layer: PlotLayer) -> [PlotItem] {
  let channels = layer.channels
  var order: [[Datum]] = []
  var groups: [[Datum]: [PlotItem]] = [:]
  for item in items {
    let key = channels.indices.map { channels[$0]?.aggregate == nil ? item.values[$0] : .missing }
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(item)
  }
  return order.compactMap { key in
    guard let group = groups[key], var result = group.first else { return nil }
    result.isRevised = group.contains(where: \.isRevised)
    result.isApproximate = group.contains(where: \.isApproximate)
    for (index, channel) in channels.enumerated() {
      guard let aggregate = channel?.aggregate else { continue }
      result.values[index] = aggregate.value(of: group.map { $0.values[index] }, count: group.count)
    }
    return result
  }
}

/// Which axis measures: the continuous one; of two, the one that is not time and not unaggregated.
private func measureAxis(_ layer: PlotLayer) -> ChannelName {
  let (x, y) = (layer[.x], layer[.y])
  guard let x else { return layer.mark == .bar && layer.options.liesDown == true ? .x : .y }
  guard let y else {
    if layer.mark == .bar, layer.options.liesDown == false || x.type == .temporal { return .y }
    return x.isDiscrete || layer.mark == .line ? .y : .x
  }
  if x.isDiscrete { return .y }
  if y.isDiscrete { return .x }
  if layer.mark == .bar || layer.mark == .rule || layer.mark == .tick {
    if layer[.x2] != nil, layer[.y2] == nil { return .x }
    if layer[.y2] != nil, layer[.x2] == nil { return .y }
  }
  if x.type == .temporal, y.type != .temporal { return .y }
  if y.type == .temporal, x.type != .temporal { return .x }
  if x.aggregate != nil, y.aggregate == nil { return .x }
  if let liesDown = layer.options.liesDown { return liesDown ? .x : .y }
  if let stack = x.stack, stack != .none { return .x }
  return layer.mark == .tick ? .x : .y
}

/// Lines and areas run along their dimension, or in the order of `order`.
private func order(_ view: inout PlotView) {
  guard view.mark == .line || view.mark == .area else { return }
  let channel: ChannelName = view.layer[.order]?.field != nil ? .order : view.dimension
  guard let written = view.layer[channel], !(channel != .order && written.isDiscrete) else { return }
  view.items = view.items.enumerated().sorted { a, b in
    let (left, right) = (a.element[channel], b.element[channel])
    return left == right ? a.offset < b.offset : Datum.precedes(left, right)
  }.map(\.element)
}
