/// Draws the names of the series, and what sizes, opacities and shapes mean, over a plot.
///
/// - Parameter namesEnds: whether the series are named at the ends of their lines.
/// - Returns: where it ends; zero where there is nothing to name.
func drawPlotLegend(
  _ plot: Plot, namesEnds: Bool, from left: Pixels, to right: Pixels, into scene: inout Scene
) -> Pixels {
  var row = LegendRow(from: left, to: right)
  for (datum, look) in zip(plot.series, plot.looks) where plot.namesColors && !namesEnds {
    let view = plot.views.first { $0.layer[.color]?.field != nil }
    row.add(
      datum.words, look: look, mark: view?.mark ?? .bar, hasPoints: view?.layer.options.hasPoints ?? false,
      into: &scene)
  }
  if plot.series.isEmpty {
    for (name, look, mark) in plot.layerNames { row.add(name, look: look, mark: mark, into: &scene) }
  }
  if let view = plot.views.first(where: { $0.layer[.shape]?.field != nil }), let shape = view.layer[.shape],
    shape.hasLegend, shape.field != view.layer[.color]?.field
  {
    for (index, datum) in discreteDomain(.shape, plot.views).enumerated() {
      var look = Look(.primary, repetition: 0)
      look.marker = Look.Marker.allCases[index % Look.Marker.allCases.count]
      row.add(datum.words, look: look, mark: .point, into: &scene)
    }
  }
  for (name, words) in [(ChannelName.size, "Size"), (.opacity, "Depth"), (.color, "Depth")] {
    guard
      let view = plot.views.first(where: {
        $0.layer[name].map { $0.field != nil || $0.aggregate != nil } ?? false
      }),
      let channel = view.layer[name], channel.isQuantitative, channel.hasLegend
    else { continue }
    let (low, high) = quantities(of: name, plot.views)
    let title = channelTitle(channel, in: view)
    row.add(
      "\(words): \(title.isEmpty ? "" : title + ", ")\(plainNumber(low)) to \(plainNumber(high))", look: nil,
      mark: .point, into: &scene)
  }
  return row.isEmpty ? 0 : row.foot
}

extension Plot {
  /// Whether colors need a legend: not where they repeat the categories of an axis.
  var namesColors: Bool {
    views.contains { view in
      guard let color = view.layer[.color], color.field != nil, color.isDiscrete, color.hasLegend else {
        return false
      }
      let axes: [ChannelName] = [.x, .y, .column]
      return !axes.contains { view.layer[$0]?.field == color.field && view.layer[$0]?.isDiscrete == true }
    }
  }

  /// The measures of layers without color, where there is more than one.
  fileprivate var layerNames: [(String, Look, PlotMark)] {
    var names: [(String, Look, PlotMark)] = []
    for (index, view) in views.enumerated() where view.mark != .text {
      guard let channel = view.layer[view.measure], channel.field != nil || channel.aggregate != nil else {
        continue
      }
      let name = channelTitle(channel, in: view)
      if name.isEmpty || names.contains(where: { $0.0 == name }) { continue }
      names.append((name, layerLook(index), view.mark))
    }
    return names.count > 1 ? names : []
  }
}

extension LegendRow {
  /// - Parameters:
  ///   - look: `nil` for words that stand for themselves.
  ///   - hasPoints: whether lines have points, by whose forms they are told apart.
  fileprivate mutating func add(
    _ name: String, look: Look?, mark: PlotMark, hasPoints: Bool = false, into scene: inout Scene
  ) {
    let swatch = look == nil ? 0 : mark == .line ? Self.lineSwatch : Self.swatchSide
    add(name, swatch: swatch, into: &scene) { box, scene in
      guard let look else { return }
      draw(look, mark, hasPoints: hasPoints, box, into: &scene)
    }
  }
}

private func draw(_ look: Look, _ mark: PlotMark, hasPoints: Bool, _ box: Box, into scene: inout Scene) {
  let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
  switch mark {
  case .bar: scene.addRect(box, look: look)
  case .area:
    let outline: [Shape.Step] = [
      .move(box.x, box.y), .horizontal(box.right), .vertical(box.bottom), .horizontal(box.x),
    ]
    scene.addArea(outline, look: look)
    var edge = look
    edge.dash = .solid
    scene.shapes.append(.curve([.move(box.x, box.y), .horizontal(box.right)], edge))
  case .line:
    scene.shapes.append(.curve([.move(box.x, y), .horizontal(box.right)], look))
    if hasPoints { scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false) }
  case .rule, .tick, .text:
    var solid = look
    solid.dash = .solid
    scene.shapes.append(.curve([.move(box.x, y), .horizontal(box.right)], solid))
  case .point: scene.addPoint(x: x, y: y, radius: 4, look: look, isHollow: false)
  }
}
