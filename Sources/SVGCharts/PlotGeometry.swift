/// A mark in its place: pixels from the plot's upper left corner.
struct PlacedMark: Sendable {
  var view: Int
  /// The item it shows; of a line or an area the first.
  var item: Int
  var form: Form

  enum Form: Hashable, Sendable {
    /// From the base to the value on the measuring axis.
    case bar(x: Double, y: Double, x2: Double, y2: Double)
    case point(x: Double, y: Double, area: Double)
    case rule(x: Double, y: Double, x2: Double, y2: Double)
    case text(x: Double, y: Double, String)
    /// Unbroken runs of points.
    case line([[PlotPlace]])
    /// Unbroken runs of points with their base.
    case area([[PlotSlice]])
  }
}

struct PlotPlace: Hashable, Sendable {
  var x: Double
  var y: Double
  /// Drawn hollow.
  var isHollow = false
}

/// One place of an area: its value and its base.
struct PlotSlice: Hashable, Sendable {
  var value: PlotPlace
  var base: PlotPlace
}

/// The scales of a plot, common to all its views.
struct PlotScales: Sendable {
  var x: PlotScale?
  var y: PlotScale?
  var xOffset: PlotScale?
  var yOffset: PlotScale?
  /// Of sizes: the largest value.
  var sizes: (low: Double, high: Double) = (0, 1)

  init(_ views: [PlotView], across: Int = 6, upwards: Int = 6) {
    x = plotScale(.x, views, target: across)
    y = plotScale(.y, views, target: upwards)
    xOffset = plotScale(.xOffset, views, target: 5)
    yOffset = plotScale(.yOffset, views, target: 5)
    sizes = quantities(of: .size, views)
  }
}

/// The range of a quantitative channel other than a position.
func quantities(of name: ChannelName, _ views: [PlotView]) -> (low: Double, high: Double) {
  let values = views.flatMap { view -> [Double] in
    guard view.layer[name]?.literal == nil else { return [] }
    return view.items.compactMap { $0[name].number }
  }
  guard let first = values.first else { return (0, 1) }
  return (values.reduce(first) { min($0, $1) }, values.reduce(first) { max($0, $1) })
}

/// Places all marks of a view in a plot of the given size, the ones to be drawn last at the end.
///
/// - Parameter only: the items of this column of small multiples; `nil` for all.
func placedMarks(
  _ views: [PlotView], view index: Int, scales: PlotScales, width: Double, height: Double, only: Datum? = nil
) -> [PlacedMark] {
  let view = views[index]
  let ground = Ground(view: view, scales: scales, width: width, height: height)
  let shown = view.items.indices.filter { only == nil || view.items[$0][.column] == only }
  func mark(_ item: Int, _ form: PlacedMark.Form?) -> PlacedMark? {
    form.map { PlacedMark(view: index, item: item, form: $0) }
  }
  switch view.mark {
  case .bar: return shown.compactMap { mark($0, ground.bar(view.items[$0])) }
  case .point: return shown.compactMap { mark($0, ground.point(view.items[$0])) }
  case .tick: return shown.compactMap { mark($0, ground.tick(view.items[$0])) }
  case .rule: return shown.compactMap { mark($0, ground.rule(view.items[$0])) }
  case .text: return shown.compactMap { mark($0, ground.text(view.items[$0])) }
  case .line, .area:
    return seriesRuns(view, shown).compactMap { items in
      guard let first = items.first else { return nil }
      let form = view.mark == .line ? ground.line(items) : ground.area(items)
      return PlacedMark(view: index, item: first, form: form)
    }
  }
}

/// The items of each line in their order: on a discrete axis that of its domain.
private func seriesRuns(_ view: PlotView, _ shown: [Int]) -> [[Int]] {
  let keys = seriesChannels(view.layer)
  var order: [[Datum]] = []
  var members: [[Datum]: [Int]] = [:]
  for item in shown {
    let key = keys.map { view.items[item][$0] }
    if members[key] == nil { order.append(key) }
    members[key, default: []].append(item)
  }
  return order.compactMap { members[$0] }
}

/// A view's ground: what turns its values into pixels.
private struct Ground {
  var view: PlotView
  var scales: PlotScales
  var width: Double
  var height: Double

  /// Pixels along an axis for a part of it; numbers grow upwards, categories follow each other downwards.
  private func pixels(_ part: Double, _ axis: ChannelName, _ scale: PlotScale?) -> Double {
    if axis == .x { return part * width }
    return (scale?.isDiscrete ?? false) ? part * height : (1 - part) * height
  }

  private func scale(_ axis: ChannelName) -> PlotScale? { axis == .x ? scales.x : scales.y }
  private func length(_ axis: ChannelName) -> Double { axis == .x ? width : height }

  /// The position of a value of a channel, with its offset; `nil` where it has none.
  func place(_ item: PlotItem, _ channel: ChannelName) -> Double? {
    let axis: ChannelName = channel == .x || channel == .x2 ? .x : .y
    guard let written = view.layer[channel] else { return nil }
    if let literal = written.literal {
      switch literal {
      case .number(let value): return value
      case .text("width"): return width
      case .text("height"): return height
      default: return nil
      }
    }
    let scale = scale(axis)
    if scale?.isDiscrete ?? false, let band = band(item, axis, at: item[channel]) {
      return (band.start + band.end) / 2
    }
    return scale?.position(item[channel]).map { pixels($0, axis, scale) }
  }

  /// The band of an item with its offset; `nil` on a continuous axis.
  func band(
    _ item: PlotItem, _ axis: ChannelName, at place: Datum? = nil
  ) -> (start: Double, end: Double)? {
    let name: ChannelName = axis == .x ? .xOffset : .yOffset
    let offsets = view.layer[name] == nil ? nil : axis == .x ? scales.xOffset : scales.yOffset
    var (from, to) = (0.0, 1.0)
    if let scale = scale(axis) {
      guard scale.isDiscrete, let start = scale.start(place ?? item[axis]) else { return nil }
      (from, to) = (start, start + scale.bandwidth)
    } else if offsets == nil {
      return nil
    }
    if let offsets {
      guard let part = offsets.start(item[name]) else { return nil }
      let width = to - from
      (from, to) = (from + part * width, from + (part + offsets.bandwidth) * width)
    }
    return (from * length(axis), to * length(axis))
  }

  /// From where to where an item reaches on the measuring axis.
  private func span(_ item: PlotItem) -> (base: Double, value: Double)? {
    let axis = view.measure
    guard let scale = scale(axis) else { return nil }
    func at(_ value: Double) -> Double? { scale.position(value).map { pixels($0, axis, scale) } }
    if view.isStacked {
      guard !item[axis].isMissing, let span = item.span, let base = at(span.start), let value = at(span.end)
      else { return nil }
      return (base, value)
    }
    guard let value = place(item, axis) else { return nil }
    let second: ChannelName = axis == .x ? .x2 : .y2
    if view.layer[second] != nil { return place(item, second).map { ($0, value) } }
    let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
    let base = scale.kind == .log || scale.kind == .time ? low : min(max(0, low), high)
    return at(base).map { ($0, value) }
  }

  /// The extent on the other axis.
  private func breadth(_ item: PlotItem) -> (start: Double, end: Double)? {
    let axis = view.dimension
    if let band = band(item, axis) { return band }
    guard view.layer[axis] != nil else {
      let step = min(20, length(axis))
      return (length(axis) / 2 - step * 0.45, length(axis) / 2 + step * 0.45)
    }
    guard let middle = place(item, axis) else { return nil }
    let second: ChannelName = axis == .x ? .x2 : .y2
    if view.layer[second] != nil { return place(item, second).map { (min($0, middle), max($0, middle)) } }
    return (middle - 2.5, middle + 2.5)
  }

  func bar(_ item: PlotItem) -> PlacedMark.Form? {
    if view.layer[view.measure] == nil, let breadth = breadth(item) {
      // Without a measure a bar reaches across the plot.
      return view.measure == .y
        ? .bar(x: breadth.start, y: height, x2: breadth.end, y2: 0)
        : .bar(x: 0, y: breadth.start, x2: width, y2: breadth.end)
    }
    if scale(view.measure)?.isDiscrete ?? true {
      guard let x = band(item, .x), let y = band(item, .y) else { return nil }
      return .bar(x: x.start, y: y.start, x2: x.end, y2: y.end)
    }
    guard let span = span(item), let breadth = breadth(item) else { return nil }
    return view.measure == .y
      ? .bar(x: breadth.start, y: span.base, x2: breadth.end, y2: span.value)
      : .bar(x: span.base, y: breadth.start, x2: span.value, y2: breadth.end)
  }

  /// Where a point stands: the middle where an axis is not used.
  private func spot(_ item: PlotItem) -> PlotPlace? {
    func at(_ axis: ChannelName) -> Double? {
      if view.isStacked, axis == view.measure { return span(item)?.value }
      return view.layer[axis] == nil ? length(axis) / 2 : place(item, axis)
    }
    guard let x = at(.x), let y = at(.y) else { return nil }
    return PlotPlace(x: x, y: y)
  }

  func point(_ item: PlotItem) -> PlacedMark.Form? {
    guard let spot = spot(item) else { return nil }
    for name in [ChannelName.color, .size, .opacity] {
      guard let channel = view.layer[name], channel.field != nil, channel.isQuantitative else { continue }
      if item[name].isMissing { return nil }
    }
    var area = 30.0
    if let size = view.layer[.size] {
      if let literal = size.literal?.number {
        area = literal
      } else if let value = item[.size].number, scales.sizes.high > 0 {
        area = 9 + 352 * max(0, value) / scales.sizes.high
      }
    }
    return .point(x: spot.x, y: spot.y, area: area)
  }

  func tick(_ item: PlotItem) -> PlacedMark.Form? {
    guard let value = place(item, view.measure) else { return nil }
    var from: Double
    var to: Double
    if let band = band(item, view.dimension) {
      (from, to) = band
    } else {
      let middle = place(item, view.dimension) ?? length(view.dimension) / 2
      let reach = view.layer[view.dimension] == nil ? length(view.dimension) * 0.375 : 7.5
      (from, to) = (middle - reach, middle + reach)
    }
    return view.measure == .x
      ? .rule(x: value, y: from, x2: value, y2: to) : .rule(x: from, y: value, x2: to, y2: value)
  }

  func rule(_ item: PlotItem) -> PlacedMark.Form? {
    func ends(_ axis: ChannelName) -> (Double, Double)? {
      let second: ChannelName = axis == .x ? .x2 : .y2
      guard view.layer[axis] != nil else { return (0, length(axis)) }
      guard let first = place(item, axis) else { return nil }
      if view.layer[second] != nil { return place(item, second).map { (first, $0) } }
      return (first, first)
    }
    guard var x = ends(.x), var y = ends(.y) else { return nil }
    let hasSecond = view.layer[.x2] != nil || view.layer[.y2] != nil
    if !hasSecond, view.layer[.x] != nil, view.layer[.y] != nil {
      // With both positions and no second one, a rule spans its band or falls to the base of its measure.
      if let band = band(item, .x) { x = band } else if let band = band(item, .y) { y = band }
    }
    return .rule(x: x.0, y: y.0, x2: x.1, y2: y.1)
  }

  func text(_ item: PlotItem) -> PlacedMark.Form? {
    guard let spot = spot(item), !item[.text].isMissing, let channel = view.layer[.text] else { return nil }
    let words: String
    if let number = item[.text].number, channel.type == .quantitative {
      var format = channel.axis.format ?? NumberFormat()
      format.power = channel.power
      if channel.unit != nil { format.isAccounting = true }
      words = format.label(number)
    } else {
      words = item[.text].words
    }
    return .text(x: spot.x + view.layer.options.dx, y: spot.y + view.layer.options.dy, words)
  }

  private func sorted(_ items: [Int]) -> [Int] {
    guard let scale = scale(view.dimension), scale.isDiscrete, view.layer[.order]?.field == nil else {
      return items
    }
    let name = view.dimension
    return items.enumerated().sorted { a, b in
      let (left, right) = (
        scale.index(view.items[a.element][name]) ?? 0, scale.index(view.items[b.element][name]) ?? 0
      )
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }

  func line(_ items: [Int]) -> PlacedMark.Form {
    .line(
      runs(sorted(items)) { index in
        var place = spot(view.items[index])
        place?.isHollow = view.items[index].isHollow
        return place
      })
  }

  func area(_ items: [Int]) -> PlacedMark.Form {
    .area(
      runs(sorted(items)) { index in
        let item = view.items[index]
        guard let span = span(item), let along = place(item, view.dimension) else { return nil }
        return view.measure == .y
          ? PlotSlice(value: PlotPlace(x: along, y: span.value), base: PlotPlace(x: along, y: span.base))
          : PlotSlice(value: PlotPlace(x: span.value, y: along), base: PlotPlace(x: span.base, y: along))
      })
  }

  private func runs<Place>(_ items: [Int], _ place: (Int) -> Place?) -> [[Place]] {
    var runs: [[Place]] = [[]]
    var last: Int?
    for item in items {
      if let found = place(item) {
        // No line leads from one basis to another.
        if let last, view.partings?.part(view.items[last], view.items[item]) == true { runs.append([]) }
        last = item
        runs[runs.count - 1].append(found)
      } else if !(runs.last?.isEmpty ?? true) {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}
