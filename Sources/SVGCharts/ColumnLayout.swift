/// Where the panels, the bands and the axis of a chart of columns stand.
struct ColumnLayout: Sendable {
  /// The edges of the plot; labels of the value axis are left of it.
  var left: Pixels
  var right: Pixels
  /// One for each panel.
  var frames: [Frame]
  var bands: BandScale
  /// The bars of each panel; none where a panel has lines.
  private(set) var bars: [[Bar]] = []
  /// Under the lowest panel, which ends at `foot`.
  var axis: AxisDrawing
  var foot: Pixels = 0

  /// `nil` where the categories cannot be labelled in the width.
  init?(_ chart: Composition, width: Pixels) {
    frames = chart.frames
    left = frames.reduce(0) { max($0, $1.tickWidth) } + 8
    right = width - 8
    bands = BandScale(from: left, to: right, breaks: breaks(in: chart), gapPercent: 40)
    guard let axis = categoryAxis(chart, bands: bands, left: left, right: right) else {
      return nil
    }
    self.axis = axis
  }

  /// Gives the panels and their bars places, from `y` downwards.
  mutating func placeFrames(under y: Pixels, of chart: Composition) {
    let panels = chart.panels
    foot = y
    for index in frames.indices {
      let isHeaded = panels[index].heading != nil || (index == 0 && !chart.breaks.isEmpty)
      let lines = max(1, headingLines(of: panels[index]).count)
      let room: Pixels = isHeaded ? 24 + lineHeight * (lines - 1) : 10
      frames[index].place(under: foot + room + (index > 0 ? 10 : 0), panel: panels[index])
      foot = frames[index].foot
    }
    bars = panels.indices.map { index in
      panels[index].mark == .bar ? layOutBars(panels[index], frame: frames[index], bands: bands) : []
    }
  }
}

extension ColumnLayout {
  /// A panel's heading in as many lines as it needs, three at most, where it may end in an ellipsis; none where it
  /// has no heading.
  func headingLines(of panel: Composition.Panel) -> [String] {
    guard let heading = panel.heading else { return [] }
    return fitted(heading, into: right - left, lines: 3, strong: true)
  }
}

/// Whether a wider gap follows each category.
private func breaks(in chart: Composition) -> [Bool] {
  var breaks = [Bool](repeating: false, count: chart.categories.count)
  guard chart.axis == .labels, chart.runs.count > 1 else { return breaks }
  for run in chart.runs { breaks[run.last] = true }
  return breaks
}
