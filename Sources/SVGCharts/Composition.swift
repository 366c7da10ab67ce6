import ExactNumbers

/// A spec with its data in place: panels of series over categories, all figures at one precision.
struct Composition: Sendable {
  var title: String
  var categories: [ChartCategory]
  /// Neighbouring categories of one group.
  var runs: [GroupRun]
  var panels: [Panel]
  var axis: ChartSpec.CategoryAxisKind
  var precision: Precision
  /// Whether all panels draw money at the same number of pixels.
  var sharesScale: Bool
  var measure: ChartMeasure
  var areRows: Bool
  var breaks: [ChartBreak]
  /// Whether categories that name no time have an order all the same.
  var isOrdered: Bool
  /// What the categories are: `Period`.
  var dimension: String
  /// Whether the names of lines may stand at their ends.
  var namesEnds = true
  /// The scales of its panels with their ticks, which are the same for every width; none for rows.
  private(set) var frames: [Frame] = []

  struct Panel: Sendable {
    var mark: ViewSpec.Mark
    var heading: String?
    var labels: ViewSpec.ValueLabels
    var marksAbsence: Bool
    /// Whether its series are told apart in a legend.
    var hasLegend: Bool
    /// Whether its bars stand side by side, each series in its own place.
    var isGrouped: Bool
    var unit = ChartUnit(power: 0, decimals: 0)
    var series: [Series] = []

    /// All its values, for scales and units.
    var quantities: [Int128] = []

    /// Whether a category is shaded because no series has a value for it.
    func isAbsent(_ category: Int) -> Bool {
      marksAbsence && series.allSatisfy { $0.points[category] == nil && !$0.nils.contains(category) }
    }
  }

  struct Series: Sendable {
    var name: String
    var look: Look
    /// One for each category.
    var points: [Point?]
    /// The categories before which its basis changes.
    var breaks: [Int] = []
    /// The categories for which a dash is told.
    var nils: Set<Int> = []

    /// Whether its basis changes between two categories.
    func isParted(_ one: Int, _ other: Int) -> Bool {
      let (before, after) = (min(one, other), max(one, other))
      return breaks.contains { $0 > before && $0 <= after }
    }
  }

  struct Point: Hashable, Sendable {
    var quantity: Int128
    var isApproximate: Bool
    var isRevised: Bool
    var isDerived: Bool

    var isHollow: Bool { isApproximate || isRevised || isDerived }
  }
}

extension Composition {
  init(_ spec: ChartSpec) {
    title = spec.title
    measure = spec.measure
    axis = spec.axis
    areRows = spec.areRows
    breaks = spec.breaks
    dimension = spec.dimension
    isOrdered = spec.isOrdered
    categories = spec.categories
    for index in categories.indices where categories[index].time == nil {
      categories[index].time = ChartTime(categories[index].fullLabel)
    }
    runs = groupRuns(spec.categories)
    precision = Precision(for: spec.series)
    sharesScale = false
    panels = []
    panels.reserveCapacity(spec.views.count)
    let looks = looks(of: spec.series.lazy.map(\.style))
    for view in spec.views { add(view, of: spec, looks) }
    chooseUnits(spec.spelling)
    if !areRows, hasValues { frames = Frame.frames(of: self) }
  }

  private mutating func add(_ view: ViewSpec, of spec: ChartSpec, _ looks: [Look]) {
    let shown = view.shown ?? spec.series.indices
    var panel = Panel(
      mark: view.mark, heading: view.heading, labels: view.labels, marksAbsence: view.marksAbsence,
      hasLegend: view.heading == nil && view.namesSeries && shown.count > 1, isGrouped: view.isGrouped)
    panel.series.reserveCapacity(shown.count)
    panel.quantities.reserveCapacity(shown.count * categories.count)
    for index in shown {
      let values = spec.series[index].values
      var points = [Point?](repeating: nil, count: categories.count)
      for place in categories.indices.prefix(values.count) {
        guard let value = values[place] else { continue }
        let quantity = precision.quantity(value.amount)
        points[place] = Point(
          quantity: quantity, isApproximate: value.isApproximate, isRevised: value.isRevised,
          isDerived: value.isDerived)
        panel.quantities.append(quantity)
      }
      let name = spec.series[index].name
      panel.series.append(
        Series(
          name: name, look: looks[index], points: points,
          breaks: breaks.isEmpty ? [] : breakPlaces(of: name, breaks), nils: spec.series[index].nils))
    }
    panels.append(panel)
  }

  /// The categories before which the basis of a series changes.
  private func breakPlaces(of series: String, _ breaks: [ChartBreak]) -> [Int] {
    breaks.compactMap { found in
      guard found.series.isEmpty || found.series.contains(series) else { return nil }
      guard let place = categories.firstIndex(where: { $0.fullLabel == found.category }) else { return nil }
      // Where the newest stands first, the older figures follow.
      if isLater(place, than: place + 1) { return place + 1 }
      return place > 0 && !isLater(place - 1, than: place) ? place : nil
    }
  }

  /// Whether one of two categories of a group stands for a later time.
  private func isLater(_ place: Int, than other: Int) -> Bool {
    guard categories.indices.contains(place), categories.indices.contains(other),
      categories[place].group == categories[other].group, let time = categories[place].time,
      let earlier = categories[other].time, time.months == earlier.months
    else { return false }
    return ChartTime.precedes(earlier, time)
  }

  /// One unit and one scale for panels of similar size; else each has its own.
  private mutating func chooseUnits(_ spelling: ChartSpec.Spelling) {
    let digits = precision.digits
    let powers = measure.powers
    func unit(_ quantities: [Int128]) -> ChartUnit {
      spelling == .asReported
        ? .exact(for: quantities, digits: digits, powers: powers)
        : .rounded(for: quantities, digits: digits, powers: powers)
    }
    let reaches = panels.map { $0.quantities.reduce(0) { max($0, $1.magnitude128) } }.filter { $0 > 0 }
    sharesScale = panels.count > 1 && reaches.max() ?? 0 <= (reaches.min() ?? 0) * 12
    let common = sharesScale ? unit(panels.flatMap(\.quantities)) : nil
    for index in panels.indices { panels[index].unit = common ?? unit(panels[index].quantities) }
  }
}
