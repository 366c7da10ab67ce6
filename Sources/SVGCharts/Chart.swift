public import Markup

/// A chart ready to be drawn.
public struct Chart: Sendable {
  let content: Content
  /// What the author says the chart is about, before what its data say.
  private var preface = ""
  /// Under the title, in the author's words; may be empty.
  public private(set) var subtitle = ""
  /// What the author calls the chart, for its anchor and its files.
  public private(set) var name: String?
  /// Who told its figures, as a sentence: `Source: release of November 14, 2003.`; may be empty.
  public var source = ""
  /// What else readers should know of its figures, sentence by sentence.
  public var remarks: [String] = []
  /// Why its figures are not on one basis, a sentence for each place.
  var breakNotes: [String] = []

  /// What is drawn: figures over categories as the presets show them, a written chart on its scales, columns
  /// of parts, or rows of small bars.
  enum Content: Sendable {
    case composition(Composition)
    case plot(Plot)
    case parts(PartColumns)
    case sparks(SparkRows)
  }

  /// A chart without data.
  public init() {
    self.init(ChartSpec(title: "", measure: ChartMeasure(words: "")))
  }

  init(_ spec: ChartSpec, source: String = "") {
    let composition = Composition(spec)
    self.init(content: .composition(composition), description: describe(composition))
    breakNotes = SVGCharts.notes(of: spec.breaks)
    self.source = source
  }

  init(content: Content, description: String) {
    self.content = content
    dataDescription = description
  }

  init(_ plot: Plot) {
    if let spec = SVGCharts.composition(of: plot) {
      self.init(spec)
    } else {
      self.init(content: .plot(plot), description: describe(plot))
      breakNotes = SVGCharts.notes(of: plot.spec.breaks)
    }
    preface = plot.spec.description ?? ""
    subtitle = plot.spec.subtitle ?? ""
    name = plot.spec.name
    source = plot.spec.source ?? ""
  }

  /// What the chart is called.
  public var title: String {
    switch content {
    case .composition(let composition): composition.title
    case .plot(let plot): plot.title
    case .parts(let columns): columns.title
    case .sparks(let rows): rows.title
    }
  }

  /// What the axis counts, in few letters: `$ million`, `Thousands of shares`.
  public var unit: String {
    switch content {
    case .composition(let composition): unitNote(of: composition)
    case .plot(let plot): plot.scalesTitle
    case .parts(let columns): columns.unit.short(columns.measure)
    case .sparks(let rows): rows.unitNote
    }
  }

  /// The data in words: range, trend, largest change, sign changes.
  public var description: String {
    if preface.isEmpty, breakNotes.isEmpty { return dataDescription }
    return ((preface.isEmpty ? [] : [preface]) + [dataDescription] + breakNotes).joined(separator: " ")
  }

  private let dataDescription: String

  /// Whether there is anything to see.
  public var hasFigures: Bool {
    switch content {
    case .composition(let composition): composition.hasValues
    case .plot(let plot): plot.hasItems
    case .parts(let columns): columns.columns.contains { !$0.parts.isEmpty }
    case .sparks(let rows): rows.rows.contains { $0.values.contains { $0 != nil } }
    }
  }

  /// The data as a table: a column of categories, then one for each series, in the chart's unit.
  public var table: ChartTable {
    switch content {
    case .composition(let composition): dataTable(of: composition)
    case .plot(let plot): dataTable(of: plot)
    case .parts(let columns): dataTable(of: columns)
    case .sparks(let rows): dataTable(of: rows)
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

  /// What its special marks mean, a sentence for each kind that occurs: shaded periods, hollow marks, breaks.
  public var notes: [String] {
    var notes: [String] = []
    var (isRounded, isRevised, isDerived) = (false, false, false)
    switch content {
    case .composition(let composition):
      let panels = composition.panels
      let places = composition.categories.indices
      if panels.contains(where: { panel in places.contains { panel.isAbsent($0) } }) {
        notes.append("Shaded: no figure for the period.")
      }
      for panel in panels {
        for series in panel.series {
          for case .some(let point) in series.points {
            isRounded = isRounded || point.isApproximate
            isRevised = isRevised || point.isRevised
            isDerived = isDerived || point.isDerived
          }
        }
      }
    case .plot(let plot):
      for view in plot.views where view.mark != .text {
        for item in view.items where item.isHollow && !item[view.measure].isMissing {
          isRounded = isRounded || item.isApproximate
          isRevised = isRevised || item.isRevised
        }
      }
    case .parts, .sparks: break
    }
    var reasons: [String] = []
    if isRounded { reasons.append("rounded in its source") }
    if isRevised { reasons.append("revised since it was first told") }
    if isDerived { reasons.append("calculated from longer periods, told by no release") }
    if !reasons.isEmpty { notes.append("Hollow: " + reasons.joined(separator: ", or ") + ".") }
    return notes + breakNotes + remarks
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
    case .plot(let plot):
      guard plot.hasItems else { return emptyScene(width: width) }
      if let bridge = plot.spec.bridge, !namesFitUpright(bridge, width: width) {
        return bridgeRowScene(bridge, width: width)
      }
      return plotScene(plot, width: width)
    case .parts(let columns): return hasFigures ? partScene(columns, width: width) : emptyScene(width: width)
    case .sparks(let rows): return hasFigures ? sparkScene(rows, width: width) : emptyScene(width: width)
    }
    guard composition.hasValues else { return emptyScene(width: width) }
    let columns = composition.areRows ? nil : columnScene(composition, width: width)
    return columns ?? rowScene(composition, width: width)
  }
}

/// Why figures are not on one basis, each reason once.
private func notes(of breaks: [ChartBreak]) -> [String] {
  var notes: [String] = []
  for found in breaks where !notes.contains(found.note) { notes.append(found.note) }
  return notes
}

extension Composition {
  var hasValues: Bool { panels.contains { !$0.quantities.isEmpty } }
}

private func emptyScene(width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  scene.height = 48
  scene.addRule(from: 0, to: scene.width, at: 4, ink: .grid)
  scene.add(Label(x: scene.width / 2, y: 30, text: "No figures", anchor: .middle, voice: .axis))
  scene.addRule(from: 0, to: scene.width, at: 44, ink: .zero)
  return scene
}
