/// Places values along an axis: categories in bands, numbers and times on a continuous scale.
struct PlotScale: Sendable {
  var kind: ScaleKind
  /// The categories in their order; empty on a continuous scale.
  var categories: [Datum] = []
  var low = 0.0
  var high = 1.0
  var ticks: [PlotTick] = []
  /// Parts of a step between bands and outside of them.
  var innerPadding = 0.0
  var outerPadding = 0.0
  private var places: [Datum: Int] = [:]

  init(kind: ScaleKind) { self.kind = kind }

  init(categories: [Datum], kind: ScaleKind, inner: Double, outer: Double) {
    self.kind = kind
    self.categories = categories
    innerPadding = inner
    outerPadding = outer
    for (index, category) in categories.enumerated() { places[category] = index }
  }

  var isDiscrete: Bool { kind == .band || kind == .point }

  /// The part of the axis from one band's start to the next.
  var step: Double { 1 / max(1, Double(categories.count) - innerPadding + 2 * outerPadding) }
  /// The part of the axis a band takes.
  var bandwidth: Double { isDiscrete ? step * (1 - innerPadding) : 0 }

  /// Where a value stands, as a part of the axis; the middle of a band. `nil` where it has no place.
  func position(_ datum: Datum) -> Double? {
    if isDiscrete { return start(datum).map { $0 + bandwidth / 2 } }
    guard let value = datum.number else { return nil }
    return position(value)
  }

  /// Where a band begins.
  func start(_ datum: Datum) -> Double? {
    guard let index = places[datum] else { return nil }
    let free = 1 - step * (Double(categories.count) - innerPadding)
    return free / 2 + step * Double(index)
  }

  func position(_ value: Double) -> Double? {
    guard high != low else { return 0.5 }
    switch kind {
    case .log:
      guard value > 0, low > 0 else { return nil }
      return (logarithm(value) - logarithm(low)) / (logarithm(high) - logarithm(low))
    case .sqrt:
      return (signedRoot(value) - signedRoot(low)) / (signedRoot(high) - signedRoot(low))
    default: return (value - low) / (high - low)
    }
  }

  func index(_ datum: Datum) -> Int? { places[datum] }
}

struct PlotTick: Hashable, Sendable {
  var value: Double
  var text: String
}

private func signedRoot(_ value: Double) -> Double {
  value < 0 ? -value.magnitude.squareRoot() : value.squareRoot()
}

/// The scale of an axis or of offsets for all layers that use it; `nil` where none does.
func plotScale(_ name: ChannelName, _ views: [PlotView], target: Int) -> PlotScale? {
  let channels = views.compactMap { $0.layer[name] }.filter { $0.literal == nil }
  guard let first = channels.first else { return nil }
  let explicit = channels.compactMap(\.scale.domain).first
  let kinds = channels.compactMap(\.scale.kind)
  if first.isDiscrete {
    let isOffset = name == .xOffset || name == .yOffset
    let offsets: ChannelName = name == .x ? .xOffset : .yOffset
    let hasOffsets = !isOffset && views.contains { $0.layer[offsets] != nil }
    let banded: Set<PlotMark> = [.bar, .rule, .tick]
    let isBand =
      kinds.first.map { $0 == .band }
      ?? (hasOffsets || views.contains { $0.layer[name] != nil && banded.contains($0.mark) })
    let isTick = views.contains { $0.mark == .tick } && !views.contains { $0.mark == .bar }
    let inner = isOffset ? 0 : hasOffsets ? 0.2 : isTick ? 0.25 : 0.1
    let domain = explicit.map { inScale($0, first) } ?? discreteDomain(name, views)
    if !isBand { return PlotScale(categories: domain, kind: .point, inner: 1, outer: 0.5) }
    return PlotScale(
      categories: domain, kind: .band, inner: inner, outer: isOffset ? 0 : hasOffsets ? 0.2 : inner / 2)
  }
  let isTime = first.type == .temporal
  var scale = PlotScale(kind: isTime ? .time : kinds.first ?? .linear)
  var values: [Double] = []
  var needsZero = false
  for view in views where view.layer[name] != nil {
    values += extent(name, of: view)
    if view.layer[name]?.literal == nil, wantsZero(name, view) { needsZero = true }
  }
  if let wanted = channels.compactMap(\.scale.includesZero).first { needsZero = wanted }
  let isNice = channels.compactMap(\.scale.isNice).first ?? (explicit == nil)
  if let explicit {
    values = inScale(explicit, first).compactMap(\.number)
    needsZero = needsZero && channels.contains { $0.scale.includesZero == true }
  }
  if scale.kind == .log { values = values.filter { $0 > 0 } }
  if needsZero, !isTime, scale.kind != .log { values.append(0) }
  let least = values.reduce(Double.infinity) { min($0, $1) }
  let most = values.reduce(-Double.infinity) { max($0, $1) }
  (scale.low, scale.high) = least <= most ? (least, most) : scale.kind == .log ? (1, 10) : (0, 1)
  padForBars(&scale, name, views, isExplicit: explicit != nil)
  if first.order == .descending { swap(&scale.low, &scale.high) }
  let decimals = decimalsNeeded(values)
  var format = channels.compactMap(\.axis.format).first
  if format == nil,
    views.contains(where: { $0.isStacked && $0.measure == name && $0.layer[name]?.stack == .normalize })
  {
    format = NumberFormat(isPercent: true)
  }
  if let power = channels.filter({ $0.unit != nil }).map(\.power).max() {
    format = format ?? NumberFormat()
    format?.power = power
    format?.isAccounting = true
  }
  addTicks(to: &scale, target: target, isNice: isNice, format: format, decimals: decimals)
  return scale
}

/// Values of a domain in the type of its channel.
private func inScale(_ domain: [Datum], _ channel: PlotChannel) -> [Datum] {
  channel.type == .temporal ? domain.map(asTime) : domain
}

/// What a view needs its scale to hold.
func extent(_ name: ChannelName, of view: PlotView) -> [Double] {
  view.items.flatMap { extent(name, of: $0, in: view) }
}

/// What one of its items needs the scale to hold.
func extent(_ name: ChannelName, of item: PlotItem, in view: PlotView) -> [Double] {
  if view.isStacked, name == view.measure, let span = item.span { return [span.start, span.end] }
  return [item[name].number, item[name == .x ? .x2 : .y2].number].compactMap { $0 }
}

private func wantsZero(_ name: ChannelName, _ view: PlotView) -> Bool {
  guard let channel = view.layer[name], channel.type == .quantitative else { return false }
  if channel.field == nil, channel.aggregate == nil { return false }
  switch view.mark {
  case .bar, .area, .line: return name == view.measure
  default: return true
  }
}

/// Data in their order; names of periods in the order of time, whatever their letters.
func inOrder(_ data: [Datum]) -> [Datum] {
  guard areNamedTimes(data) else { return data.sorted(by: Datum.precedes) }
  return data.map { (datum: $0, time: $0.namedTime ?? ChartTime(months: 0, end: 0)) }.sorted {
    $0.time == $1.time ? Datum.precedes($0.datum, $1.datum) : ChartTime.precedes($0.time, $1.time)
  }.map(\.datum)
}

/// Whether some words are all names of periods; numbers have an order of their own.
func areNamedTimes(_ data: [Datum]) -> Bool {
  data.contains(where: \.isText) && data.allSatisfy { $0.namedTime != nil }
}

/// The categories of a channel over all views, in the order it asks for.
func discreteDomain(_ name: ChannelName, _ views: [PlotView]) -> [Datum] {
  var seen: Set<Datum> = []
  var domain: [Datum] = []
  for view in views where view.layer[name] != nil && view.layer[name]?.literal == nil {
    for item in view.items where seen.insert(item[name]).inserted { domain.append(item[name]) }
  }
  let channels = views.compactMap { $0.layer[name] }
  let order = channels.first { $0.order != .ascending }?.order ?? .ascending
  func keyed(_ key: (Datum) -> Double, _ isDescending: Bool) -> [Datum] {
    let keys = Dictionary(uniqueKeysWithValues: domain.map { ($0, key($0)) })
    return inOrder(domain).enumerated().sorted { a, b in
      let (left, right) = (keys[a.element] ?? 0, keys[b.element] ?? 0)
      return left == right ? a.offset < b.offset : (left < right) != isDescending
    }.map(\.element)
  }
  switch order {
  case .asGiven: return domain
  case .ascending: return inOrder(domain)
  case .descending: return inOrder(domain).reversed()
  case .givenReversed: return domain.reversed()
  case .listed(let list):
    let listed = list.filter { seen.contains($0) }
    return listed + domain.filter { !listed.contains($0) }
  case .byChannel(name, let isDescending):
    return isDescending ? inOrder(domain).reversed() : inOrder(domain)
  case .byChannel(let channel, let isDescending):
    guard let view = views.first(where: { $0.layer[name] != nil && $0.layer[channel] != nil }) else {
      return domain
    }
    return keyed(
      { category in
        view.items.filter { $0[name] == category }.compactMap { $0[channel].number }.reduce(0, +)
      }, isDescending)
  case .byField(let field, let aggregate, let isDescending):
    guard let view = views.first(where: { $0.layer[name] != nil }), let own = view.layer[name]?.field else {
      return domain
    }
    let texts = domain.map { category in
      view.layer.rows.lazy.filter { ($0.fields[own] ?? .missing) == category }
        .compactMap { $0.fields[field] }.first ?? .missing
    }
    // Words have an order, but no sum.
    if texts.contains(where: \.isText), aggregate == .min || aggregate == .max {
      let ranks = Dictionary(zip(inOrder(texts), 0...)) { first, _ in first }
      let order = domain.indices.sorted {
        let (left, right) = (ranks[texts[$0]] ?? 0, ranks[texts[$1]] ?? 0)
        return left == right ? $0 < $1 : (left < right) != isDescending
      }
      return order.map { domain[$0] }
    }
    return keyed(
      { category in
        let rows = view.layer.rows.filter { ($0.fields[own] ?? .missing) == category }
        return aggregate.value(of: rows.map { $0.fields[field] ?? .missing }, count: rows.count).number ?? 0
      }, isDescending)
  }
}

/// Gives bars that stand on a continuous axis room at its ends.
private func padForBars(_ scale: inout PlotScale, _ name: ChannelName, _ views: [PlotView], isExplicit: Bool)
{
  let second: ChannelName = name == .x ? .x2 : .y2
  let stands = views.contains { $0.mark == .bar && $0.dimension == name && $0.layer[second] == nil }
  guard stands, !isExplicit, scale.kind != .log, scale.low < scale.high else { return }
  // Half a bar's usual width at each end of a plot of the usual length, as Vega-Lite pads it.
  let room = (scale.high - scale.low) * 5 / 290
  (scale.low, scale.high) = (scale.low - room, scale.high + room)
}
