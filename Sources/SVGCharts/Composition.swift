import ExactNumbers

/// A spec with its data in place: panels of series over categories, all figures at one precision.
struct Composition: Sendable {
  var title: String
  var categories: [ChartCategory]
  var panels: [Panel]
  var axis: ChartSpec.CategoryAxisKind
  var precision: Precision
  /// Whether all panels draw money at the same number of pixels.
  var sharesScale: Bool
  var measure: ChartMeasure
  var areRows: Bool
  var breaks: [ChartBreak]
  /// What the categories are: `Period`.
  var dimension: String
  /// Whether the names of lines may stand at their ends.
  var namesEnds = true

  struct Panel: Sendable {
    var mark: ViewSpec.Mark
    var heading: String?
    var labels: ViewSpec.ValueLabels
    var marksAbsence: Bool
    /// Whether its series are told apart in a legend.
    var hasLegend: Bool
    /// Whether its bars stand side by side, each series in its own place.
    var isGrouped: Bool
    var unit: ChartUnit
    var series: [Series]

    /// All its values, for scales and units.
    var quantities: [Int128]

    /// Whether a category is shaded because no series has a value for it.
    func isAbsent(_ category: Int) -> Bool {
      marksAbsence && series.allSatisfy { $0.points[category] == nil }
    }
  }

  struct Series: Sendable {
    var name: String
    var look: Look
    /// One for each category.
    var points: [Point?]
    /// The categories before which its basis changes.
    var breaks: [Int] = []
  }

  struct Point: Hashable, Sendable {
    var quantity: Int128
    var isApproximate: Bool
    var isRevised: Bool

    var isHollow: Bool { isApproximate || isRevised }
  }
}

extension Composition {
  /// Gathers what each view shows; rows beyond the first for the same place are ignored.
  init(_ spec: ChartSpec) {
    title = spec.title
    measure = spec.measure
    axis = spec.axis
    areRows = spec.areRows
    breaks = spec.breaks
    dimension = spec.dimension
    categories = []
    var amounts: [Amount] = []
    for case .values(let values) in spec.data.columns.map(\.cells) {
      for case .some(let value) in values { amounts.append(value.amount) }
    }
    precision = Precision(for: amounts)
    sharesScale = false
    panels = []
    for view in spec.views { add(view, of: spec) }
    chooseUnits(spec.spelling)
  }

  private mutating func add(_ view: ViewSpec, of spec: ChartSpec) {
    let columns = spec.data.columns
    guard case .categories(let places, let domain) = columns[view.encoding.x].cells,
      case .values(let values) = columns[view.encoding.y].cells
    else { return }
    categories = domain
    var keys = [DataTable.SeriesKey(name: columns[view.encoding.y].name, style: .primary)]
    var rows = [Int](repeating: 0, count: values.count)
    let seriesColumn = view.encoding.color ?? view.encoding.xOffset
    if let seriesColumn, case .series(let indices, let domain) = columns[seriesColumn].cells {
      keys = domain
      rows = indices
    }
    let looks = looks(of: keys.map(\.style))
    var series = zip(keys, looks).map { key, look in
      Series(name: key.name, look: look, points: Array(repeating: nil, count: domain.count))
    }
    for (row, value) in values.enumerated() {
      guard let value, series[rows[row]].points[places[row]] == nil else { continue }
      series[rows[row]].points[places[row]] = Point(
        quantity: precision.quantity(value.amount), isApproximate: value.isApproximate,
        isRevised: value.isRevised)
    }
    if !spec.breaks.isEmpty {
      for index in series.indices { series[index].breaks = breakPlaces(of: series[index].name, spec.breaks) }
    }
    if let shown = view.encoding.shown { series = shown.map { series[$0] } }
    panels.append(
      Panel(
        mark: view.mark, heading: view.heading, labels: view.labels, marksAbsence: view.marksAbsence,
        hasLegend: view.heading == nil && seriesColumn != nil && series.count > 1,
        isGrouped: view.encoding.xOffset != nil,
        unit: ChartUnit(power: 0, decimals: 0), series: series,
        quantities: series.flatMap { $0.points.compactMap { $0?.quantity } }))
  }

  /// Before which categories the basis of a series changes.
  private func breakPlaces(of series: String, _ breaks: [ChartBreak]) -> [Int] {
    breaks.compactMap { found in
      guard found.series.isEmpty || found.series.contains(series) else { return nil }
      return categories.firstIndex { $0.fullLabel == found.category }.flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// One unit and one scale for panels of similar size; else each has its own.
  private mutating func chooseUnits(_ spelling: ChartSpec.Spelling) {
    let quantities = panels.map(\.quantities)
    let reaches = quantities.map { $0.reduce(0) { max($0, $1.magnitude128) } }.filter { $0 > 0 }
    let least = reaches.min() ?? 0
    let most = reaches.max() ?? 0
    sharesScale = panels.count > 1 && most <= least * 12
    let digits = precision.digits
    func unit(_ quantities: [Int128]) -> ChartUnit {
      spelling == .asReported
        ? .exact(for: quantities, digits: digits) : .rounded(for: quantities, digits: digits)
    }
    let common = unit(quantities.flatMap { $0 })
    for index in panels.indices { panels[index].unit = sharesScale ? common : unit(quantities[index]) }
  }
}
