/// Stacks bars and areas that tell series apart on one measure, as Vega-Lite does.
///
/// Within a place values pile up from zero, negatives downwards on their own. Without `order` a column of
/// bars has the first series on top, so that it reads like its legend, and a lying bar has it at the left.
func stack(_ view: inout PlotView) {
  guard let offset = stacking(of: view) else { return }
  let measure = view.measure
  view.isStacked = true
  if view.mark == .area { fillGaps(&view) }
  let offsets: ChannelName = measure == .y ? .xOffset : .yOffset
  func place(_ item: PlotItem) -> [Datum] { [item[view.dimension], item[offsets], item[.column]] }
  var places: [[Datum]: [Int]] = [:]
  for (index, item) in view.items.enumerated() { places[place(item), default: []].append(index) }
  let keys = seriesChannels(view.layer)
  var isDescending = measure == .y
  if let order = view.layer[.order], order.field == nil { isDescending = order.order == .descending }
  let hasOrder = view.layer[.order]?.field != nil
  // Series stand in the order that the author lists, or in that of time.
  var ranks: [ChannelName: [Datum: Int]] = [:]
  for key in keys {
    var listed = view.layer[key]?.scale.domain
    if case .listed(let order)? = view.layer[key]?.order { listed = order }
    if listed == nil {
      let data = Array(Set(view.items.map { $0[key] }))
      if areNamedTimes(data) { listed = inOrder(data) }
    }
    guard let listed else { continue }
    ranks[key] = Dictionary(listed.enumerated().map { ($1, $0) }) { first, _ in first }
  }
  for indices in places.values {
    let sorted = indices.sorted { a, b in
      let (left, right) = (view.items[a], view.items[b])
      let isReversed: Bool
      if hasOrder {
        isReversed = view.layer[.order]?.order == .descending
        if left[.order] != right[.order] {
          return Datum.precedes(left[.order], right[.order]) != isReversed
        }
        return a < b
      }
      for key in keys where left[key] != right[key] {
        if let ranks = ranks[key],
          ranks[left[key], default: ranks.count] != ranks[right[key], default: ranks.count]
        {
          return (ranks[left[key], default: ranks.count] < ranks[right[key], default: ranks.count])
            != isDescending
        }
        return Datum.precedes(left[key], right[key]) != isDescending
      }
      return a < b
    }
    let values = sorted.map { view.items[$0][measure].number ?? 0 }
    let total = values.reduce(0) { $0 + $1.magnitude }
    let factor = offset == .normalize && total > 0 ? 1 / total : 1
    var (above, below) = (0.0, 0.0)
    for (index, value) in zip(sorted, values) {
      if offset == .normalize, total > 0, !view.items[index][measure].isMissing {
        view.items[index].share = value.magnitude / total
      }
      if value < 0, offset != .normalize {
        view.items[index].span = (below, below + value)
        below += value
      } else {
        let next = above + value.magnitude
        view.items[index].span = (above * factor, next * factor)
        above = next
      }
    }
  }
}

/// How a view stacks; `nil` where its items stand for themselves.
private func stacking(of view: PlotView) -> Stacking? {
  guard let channel = view.layer[view.measure], channel.isQuantitative, channel.literal == nil,
    view.layer[view.measure == .x ? .x2 : .y2] == nil,
    channel.scale.kind == nil || channel.scale.kind == .linear
  else { return nil }
  let isUsual = view.mark == .bar || view.mark == .area
  guard let wanted = channel.stack ?? (isUsual ? .zero : nil), wanted != .none else { return nil }
  guard isUsual || channel.stack != nil else { return nil }
  let isAggregated = view.layer.channels.contains { $0?.aggregate != nil }
  if isAggregated, seriesChannels(view.layer).isEmpty { return nil }
  return wanted
}

/// The channels that tell the series of a layer apart.
func seriesChannels(_ layer: PlotLayer) -> [ChannelName] {
  let names: [ChannelName] = [.color, .opacity, .size, .shape]
  return names.filter { name in
    guard let channel = layer[name], channel.field != nil, channel.aggregate == nil else { return false }
    return channel.field != layer[.x]?.field && channel.field != layer[.y]?.field
  }
}

/// Gives every series of an area a value at every place: zero where it has none.
private func fillGaps(_ view: inout PlotView) {
  let keys = seriesChannels(view.layer)
  func key(_ item: PlotItem) -> [Datum] { keys.map { item[$0] } + [item[.column]] }
  var examples: [[Datum]: PlotItem] = [:]
  var order: [[Datum]] = []
  var places: [Datum] = []
  var seen: Set<Datum> = []
  var present: Set<[Datum]> = []
  for item in view.items {
    if examples[key(item)] == nil {
      examples[key(item)] = item
      order.append(key(item))
    }
    let place = item[view.dimension]
    if seen.insert(place).inserted { places.append(place) }
    present.insert(key(item) + [place])
  }
  guard order.count * places.count <= 4 * mostRows else { return }
  for key in order {
    for place in places where !present.contains(key + [place]) {
      guard var item = examples[key] else { continue }
      item[view.dimension] = place
      item[view.measure] = .number(0)
      view.items.append(item)
    }
  }
}
