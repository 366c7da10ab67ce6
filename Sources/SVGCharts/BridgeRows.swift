import ExactNumbers

/// Whether the names of a waterfall's steps have room under its bars without cutting a word.
func namesFitUpright(_ bridge: BridgeData, width: ChartWidth) -> Bool {
  let precision = Precision(for: bridge.steps.map(\.amount))
  let ticks = bridge.running.map { running in
    let quantity = precision.quantity(running)
    let isSmall = quantity.magnitude128 < 10 * tenTo(precision.digits + bridge.unit.power)
    return textWidth(
      figureText(quantity, digits: precision.digits + bridge.unit.power, decimals: isSmall ? 1 : 0))
  }
  let room = (width.pixels - (ticks.max() ?? 0) - 14) / max(1, bridge.steps.count) - 4
  return bridge.steps.allSatisfy { wrapped($0.label, into: room, lines: 3) != nil }
}

/// A waterfall lying on its side, a row for each step: for long names and narrow rooms.
func bridgeRowScene(_ bridge: BridgeData, width: ChartWidth) -> Scene {
  var scene = Scene(width: width.pixels)
  let isNarrow = width == .narrow
  let precision = Precision(for: bridge.steps.map(\.amount))
  let quantities = bridge.steps.map { precision.quantity($0.amount) }
  let ends = bridge.running.map(precision.quantity)
  let starts = zip(bridge.steps, zip(ends, quantities)).map {
    $0.isTotal ? Int128(0) : $1.0 - $1.1
  }
  var unit = bridge.unit
  // As many digits as the drawing upright has, so that the figures add up as far as they can.
  unit.decimals = min(2, exactDecimals(quantities, digits: precision.digits + unit.power))
  let texts = quantities.map { unit.text($0, digits: precision.digits) }
  let column: Pixels = isNarrow ? 0 : scene.width * 2 / 5
  let widest = texts.map { textWidth($0) }.max() ?? 0
  let all = ends + starts
  let scale = LinearScale(
    low: min(0, all.min() ?? 0), high: max(1, all.max() ?? 0), start: column + widest + 8,
    end: scene.width - widest - 8)
  let zero = scale.position(0)
  let looks = looks(of: [.primary, .result, .other])
  var y: Pixels = 2
  var bars: [Box] = []
  var names: [Label] = []
  var figures: [Label] = []
  for (index, step) in bridge.steps.enumerated() {
    let lines =
      wrapped(
        step.label, into: isNarrow ? scene.width - 2 : column, lines: 3, strong: true, cuttingWords: true)
      ?? [shortened(step.label, to: isNarrow ? scene.width - 2 : column, strong: true)]
    for (row, line) in lines.enumerated() {
      names.append(Label(x: 0, y: y + 13 + lineHeight * row, text: line, isStrong: step.isTotal))
    }
    let top = isNarrow ? y + lineHeight * lines.count + 2 : y + 1
    let (from, to) = (scale.position(starts[index]), scale.position(ends[index]))
    let box = Box(
      x: min(from, to), y: top, width: max(Pixels(hundredths: 80), max(from, to) - min(from, to)), height: 14)
    if let last = bars.last {
      scene.addUpright(at: from, from: last.bottom, to: top, ink: .tick, clearOf: names)
    }
    let look = step.isTotal ? looks[0] : step.amount.isNegative ? looks[1] : looks[2]
    scene.addRect(box, look: look, isHollow: step.isHollow)
    let isFall = to < from || (step.isTotal && ends[index] < 0)
    let places = [isFall, !isFall].map { isLeft in
      Label(
        x: isLeft ? box.x - 5 : box.right + 5, y: top + 12, text: texts[index],
        anchor: isLeft ? .end : .start, voice: .value)
    }
    // A figure stands where its bar ends, or behind it where the line of zero is in its way.
    figures.append(places.first { !($0.box.x - 2 < zero && zero < $0.box.right + 2) } ?? places[0])
    bars.append(box)
    y = max(box.bottom, isNarrow ? 0 : y + lineHeight * lines.count) + 6
  }
  // Where names stand over their bars, the line of zero is drawn beside the bars alone.
  let isCrossed = names.contains { zero < $0.box.right + 2 }
  let spans: [(Pixels, Pixels)] = isCrossed ? bars.map { ($0.y - 2, $0.bottom + 2) } : [(Pixels(0), y)]
  scene.shapes.append(.path(spans.flatMap { top, foot in [.move(zero, top), .vertical(foot)] }, ink: .zero))
  for label in names + figures { scene.add(label) }
  scene.height = (y + 4).roundedUp
  return scene
}

extension Scene {
  /// An upright line that stops where words stand.
  fileprivate mutating func addUpright(
    at x: Pixels, from top: Pixels, to bottom: Pixels, ink: Ink, clearOf words: [Label]
  ) {
    var steps: [Shape.Step] = []
    var y = top
    for box in words.map(\.box)
    where box.x - 2 < x && x < box.right + 2 && box.bottom > top && box.y < bottom {
      if y < box.y { steps += [.move(x, y), .vertical(box.y)] }
      y = max(y, box.bottom)
    }
    if y < bottom { steps += [.move(x, y), .vertical(bottom)] }
    if !steps.isEmpty { shapes.append(.path(steps, ink: ink)) }
  }
}
