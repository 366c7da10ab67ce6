/// A written chart ready to be drawn: its views with data in place, its scales and its looks.
struct Plot: Sendable {
  var title: String
  var spec: PlotSpec
  var views: [PlotView]
  /// The series told apart by color, and how each looks.
  var series: [Datum]
  var looks: [Look]
  /// The small multiples; one without a name where there are none.
  var facets: [Datum?]

  init(_ spec: PlotSpec) {
    self.spec = withUnits(spec)
    views = self.spec.layers.map { plotView($0, breaks: spec.breaks) }
    let hasColors = views.contains { $0.layer[.color].map { $0.field != nil && $0.isDiscrete } ?? false }
    series = hasColors ? scaleDomain(.color, views) : []
    let styles = ChartSeries.Style.allCases
    looks = SVGCharts.looks(of: series.indices.map { styles[$0 % styles.count] })
    let hasColumns = views.contains { $0.layer[.column]?.field != nil }
    facets = hasColumns ? discreteDomain(.column, views).prefix(24).map { $0 } : [nil]
    title = ""
    title = spec.title ?? usualTitle
  }

  private var usualTitle: String {
    if let title = factsTitle(spec) { return title }
    let names = axisTitle(.y).isEmpty ? [axisTitle(.x)] : [axisTitle(.y), axisTitle(.x)]
    return names.filter { !$0.isEmpty }.joined(separator: " by ")
  }

  var hasItems: Bool { views.contains { !$0.items.isEmpty } }

  /// What the measuring axis of the first view counts, where the drawing does not say so itself.
  var scalesTitle: String { "" }

  /// The titles of an axis over all views, each once; empty where the author wants none.
  func axisTitle(_ name: ChannelName) -> String {
    var titles: [String] = []
    let named = views.contains {
      if case .text = $0.layer[name]?.title { return true }
      return false
    }
    for view in views {
      guard let channel = view.layer[name], channel.literal == nil else { continue }
      // Where the author names the axis in one layer, the fields of others are not added.
      if named, channel.title == .usual { continue }
      let title = channelTitle(channel, in: view)
      if !title.isEmpty, !titles.contains(title) { titles.append(title) }
    }
    return titles.joined(separator: ", ")
  }

  /// How an item of a view looks.
  func look(of item: PlotItem, in index: Int) -> Look {
    let view = views[index]
    var look: Look
    if view.layer[.color]?.field != nil, let place = series.firstIndex(of: item[.color]) {
      look = looks[place]
    } else {
      look = layerLook(index)
    }
    if let marker = view.layer.options.marker { look.marker = marker }
    if let shape = view.layer[.shape], shape.field != nil, shape.field != view.layer[.color]?.field {
      let place = discreteDomain(.shape, views).firstIndex(of: item[.shape]) ?? 0
      look.marker = Look.Marker.allCases[place % Look.Marker.allCases.count]
    }
    return look
  }

  /// Layers of one measure share a look; a layer of another gets the next.
  func layerLook(_ index: Int) -> Look {
    var fields: [String] = []
    for (place, view) in views.enumerated() where view.mark != .text {
      let name = view.layer[view.measure].map { channelTitle($0, in: view) } ?? ""
      let isBarUnder = view.mark == .bar
      let key = isBarUnder || view.mark == .rule || view.mark == .tick ? name + view.mark.rawValue : name
      if !fields.contains(key) { fields.append(key) }
      if place == index {
        let styles = ChartSeries.Style.allCases
        let rank = series.count + (fields.firstIndex(of: key) ?? 0)
        let own = series.isEmpty ? rank : max(1, rank)
        return SVGCharts.looks(of: (0...own).map { styles[$0 % styles.count] })[own]
      }
    }
    return Look(.primary, repetition: 0)
  }
}

/// What a channel is called: the author's title, else its field with its aggregate.
func channelTitle(_ channel: PlotChannel, in view: PlotView) -> String {
  switch channel.title {
  case .none: return ""
  case .text(let text): return text
  case .usual: break
  }
  if let unit = channel.unit, channel.aggregate != .count {
    return ChartUnit(power: channel.power, decimals: 0).short(unit)
  }
  if channel.aggregate == .count { return "Count of rows" }
  guard let field = channel.field else { return "" }
  if let aggregate = channel.aggregate {
    return aggregate.rawValue.prefix(1).uppercased() + aggregate.rawValue.dropFirst() + " of " + field
  }
  return view.isStacked && channel.name == view.measure && channel.stack == .normalize
    ? "Share of \(field)" : field
}

private func scaleDomain(_ name: ChannelName, _ views: [PlotView]) -> [Datum] {
  views.compactMap { $0.layer[name]?.scale.domain }.first ?? discreteDomain(name, views)
}
