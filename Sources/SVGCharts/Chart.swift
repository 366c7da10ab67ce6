public import Markup

/// A chart ready to be drawn.
public struct Chart: Sendable {
  let content: Content

  /// What is drawn: figures over categories as the presets show them, or a written chart on its scales.
  enum Content: Sendable {
    case composition(Composition)
    case plot(Plot)
  }

  /// A chart without data.
  public init() {
    self.init(ChartSpec(title: "", measure: "", data: DataTable(columns: []), views: []))
  }

  init(_ spec: ChartSpec) {
    let composition = Composition(spec)
    self.init(content: .composition(composition), description: describe(composition))
  }

  private init(content: Content, description: String) {
    self.content = content
    self.description = description
  }

  init(_ plot: Plot) {
    guard let spec = SVGCharts.composition(of: plot) else {
      self.init(content: .plot(plot), description: describe(plot))
      return
    }
    self.init(spec)
  }

  /// What the chart is called.
  public var title: String {
    switch content {
    case .composition(let composition): composition.title
    case .plot(let plot): plot.title
    }
  }

  /// What the axis counts: `Thousands of US dollars`.
  public var unit: String {
    switch content {
    case .composition(let composition): unitNote(of: composition)
    case .plot(let plot): plot.scalesTitle
    }
  }

  /// The data in words: range, trend, largest change, sign changes.
  public let description: String

  /// The data as a table: a column of categories, then one for each series, in the chart's unit.
  public var table: ChartTable {
    switch content {
    case .composition(let composition): dataTable(of: composition)
    case .plot(let plot): dataTable(of: plot)
    }
  }

  /// How the panels compare, to follow the unit: `both panels on one scale`; empty for a single panel.
  public var scaleNote: String {
    guard case .composition(let composition) = content else { return "" }
    return switch (composition.panels.count, composition.sharesScale) {
    case (0, _), (1, _): ""
    case (2, true): "both panels on one scale"
    case (_, true): "all panels on one scale"
    case (_, false): "each panel on its own scale"
    }
  }

  /// What its special marks mean, a sentence for each kind that occurs: shaded periods, hollow marks.
  public var notes: [String] {
    guard case .composition(let composition) = content else { return [] }
    var notes: [String] = []
    let panels = composition.panels
    let places = composition.categories.indices
    if panels.contains(where: { panel in places.contains { panel.isAbsent($0) } }) {
      notes.append("Shaded: no figure for the period.")
    }
    let points = panels.lazy.flatMap(\.series).flatMap(\.points)
    if points.contains(where: { $0?.isApproximate == true }) {
      notes.append("Hollow: approximate, rounded or revised in its source.")
    }
    return notes
  }

  /// Appends the drawing as inline SVG.
  ///
  /// - Parameter id: what all ids in the drawing begin with; unique on its page.
  public func draw(id: String, width: ChartWidth, into sink: inout ByteSink) {
    writeSVG(
      scene(for: width), id: id, styles: width.style, title: title, description: description,
      into: &sink)
  }

  /// The shapes of the drawing: upright where the labels have room, else in rows.
  func scene(for width: ChartWidth) -> Scene {
    let composition: Composition
    switch content {
    case .composition(let figures): composition = figures
    case .plot(let plot): return plot.hasItems ? plotScene(plot, width: width) : emptyScene(width: width)
    }
    guard composition.hasValues else { return emptyScene(width: width) }
    let columns = composition.areRows ? nil : columnScene(composition, width: width)
    return columns ?? rowScene(composition, width: width)
  }
}

extension Composition {
  var hasValues: Bool { panels.contains { !$0.quantities.isEmpty } }
}

private func emptyScene(width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  scene.height = 48
  scene.addRule(from: 0, to: scene.width, at: 4, styles: "grid")
  scene.add(Label(x: scene.width / 2, y: 30, text: "No figures", anchor: .middle, voice: .axis))
  scene.addRule(from: 0, to: scene.width, at: 44, styles: "zero")
  return scene
}
