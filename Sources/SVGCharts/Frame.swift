/// The place of one panel: its domain, its height and where its scale runs.
struct Frame: Hashable, Sendable {
  var domain: Domain
  /// How high the domain is drawn.
  var height: Pixels
  var unit: ChartUnit
  /// The labels of the ticks, all with as many decimals as the finest needs, and the width of the longest.
  private(set) var tickLabels: [String] = []
  private(set) var tickWidth: Pixels = 0
  var scale: LinearScale
  /// Where the panel begins and ends with the room its value labels need.
  var head: Pixels = 0
  var foot: Pixels = 0

  /// One for each panel of a chart, from the top.
  static func frames(of chart: Composition) -> [Frame] {
    var frames = chart.panels.indices.map { Frame(chart, panel: $0) }
    if chart.sharesScale { shareHeight(among: &frames) }
    for index in frames.indices { frames[index].nameTicks() }
    return frames
  }

  private init(_ chart: Composition, panel index: Int) {
    let panel = chart.panels[index]
    height = chart.panels.count == 1 ? 236 : Pixels(320 / max(chart.panels.count, 2))
    if chart.panels.count > 1 && chart.sharesScale {
      height = sharedHeight(of: chart, panel: index)
    }
    if panel.quantities.allSatisfy({ $0 == 0 }) { height = 40 }
    let target = max(2, height.hundredths / (chart.panels.count == 1 ? 4700 : 5600) + 1)
    domain = Domain(panel.quantities, precision: chart.precision, target: target)
    unit = panel.unit
    scale = LinearScale(low: domain.low, high: domain.high, start: height, end: 0)
  }

  /// Puts the panel below `y` with room for the values at its highest and lowest marks.
  mutating func place(under y: Pixels, panel: Composition.Panel) {
    let quantities = panel.quantities
    let top = quantities.max().map { position($0) } ?? 0
    let bottom = quantities.min().map { position($0) } ?? height
    let hasLabels = panel.labels != .none
    let above = hasLabels ? max(0, labelReach - top) : 0
    let isBelow = panel.mark == .bar ? (quantities.min() ?? 0) < 0 : !quantities.isEmpty
    let below = hasLabels && isBelow ? max(0, labelReach + bottom - height) : 0
    head = y
    scale.start = y + above + height
    scale.end = y + above
    foot = scale.start + below
  }

  func position(_ quantity: Int128) -> Pixels { scale.position(refined(quantity)) }

  var zero: Pixels { scale.position(0) }

  /// Spells the ticks that stay.
  private mutating func nameTicks() {
    thinTicks()
    let digits = domain.digits + unit.power
    let decimals = exactDecimals(domain.ticks, digits: digits)
    tickLabels = domain.ticks.map { $0 == 0 ? "0" : figureText($0, digits: digits, decimals: decimals) }
    tickWidth = tickLabels.reduce(0) { max($0, textWidth($1)) }.roundedUp
  }

  /// Keeps every second, third, ... tick, counted from zero, where labels would stand too close.
  private mutating func thinTicks() {
    guard domain.ticks.count > 2 else { return }
    let step = domain.ticks[1] - domain.ticks[0]
    var every: Int128 = 1
    while every < 64, scale.position(domain.low) - scale.position(domain.low + step * every) < 18 {
      every += 1
    }
    if every > 1 { domain.ticks.removeAll { ($0 / step) % every != 0 } }
  }
}

/// How far a value at a mark reaches beyond it.
let labelReach: Pixels = 25

/// Divides the height among panels so that money has the same number of pixels in each.
private func shareHeight(among frames: inout [Frame]) {
  let all = frames.reduce(Int128(0)) { $0 + $1.domain.extent }
  let total = frames.reduce(Pixels(0)) { $0 + $1.height }
  for index in frames.indices {
    let share = Int128(total.hundredths) * frames[index].domain.extent
    frames[index].height = Pixels(hundredths: max(800, Int(roundedDivision(share, all))))
    frames[index].scale.start = frames[index].height
  }
}

/// What a panel gets of the height before its ticks are known.
private func sharedHeight(of chart: Composition, panel: Int) -> Pixels {
  func extent(_ panel: Composition.Panel) -> Int128 {
    let quantities = panel.quantities
    return max(quantities.max() ?? 0, 0) - min(quantities.min() ?? 0, 0)
  }
  let all = chart.panels.reduce(0) { $0 + extent($1) }
  let total = Int128(300 + 60 * (chart.panels.count - 2)) * 100
  guard all > 0 else { return Pixels(hundredths: Int(total) / chart.panels.count) }
  return Pixels(hundredths: Int(roundedDivision(total * extent(chart.panels[panel]), all)))
}
