/// What stands under the bands: shapes with their y counted from the axis, and the height they take.
struct AxisDrawing: Hashable, Sendable {
  var shapes: [Shape] = []
  var height: Pixels = 0
}

/// Neighbouring categories of one group.
struct GroupRun: Hashable, Sendable {
  var name: String?
  var note: String?
  var first: Int
  var last: Int
}

func groupRuns(_ categories: [ChartCategory]) -> [GroupRun] {
  var runs: [GroupRun] = []
  for (index, category) in categories.enumerated() {
    if let run = runs.last, run.name == category.group {
      runs[runs.count - 1].last = index
    } else {
      runs.append(GroupRun(name: category.group, note: category.groupNote, first: index, last: index))
    }
  }
  return runs
}

/// The axis under the bands; `nil` when labels that must stand under each band do not fit.
func categoryAxis(
  _ chart: Composition, bands: BandScale, left: Pixels, right: Pixels
) -> AxisDrawing? {
  switch chart.axis {
  case .labels: labelAxis(chart.categories, runs: chart.runs, bands: bands)
  case .timeline: timelineAxis(chart.categories, runs: chart.runs, bands: bands, left: left, right: right)
  }
}

private func labelAxis(_ categories: [ChartCategory], runs: [GroupRun], bands: BandScale) -> AxisDrawing? {
  var axis = AxisDrawing()
  axis.shapes.reserveCapacity(categories.count + runs.count * 3)
  let room = bands.width - 4
  /// How many lines the longest label takes.
  func addLabels(_ name: (ChartCategory) -> String) -> Int? {
    var deepest = 0
    for (index, category) in categories.enumerated() {
      guard
        let lines = axis.add(
          name(category), into: room, lines: 3, at: bands.center(index), y: 20, isStrong: true, voice: .plain)
      else {
        axis.shapes.removeAll(keepingCapacity: true)
        return nil
      }
      deepest = max(deepest, lines)
    }
    return deepest
  }
  guard let deepest = addLabels({ $0.label }) ?? addLabels({ $0.shortLabel ?? $0.label }) else { return nil }
  axis.height = 20 + lineHeight * (deepest - 1)
  if runs.contains(where: { $0.name != nil }) {
    let top = axis.height + 10
    for run in runs {
      guard let name = run.name else { continue }
      let inset = min(8, bands.width / 8)
      let (start, end) = (bands.starts[run.first] + inset, bands.end(run.last) - inset)
      let (middle, room) = (start + (end - start) / 2, end - start)
      axis.shapes.append(.rule(from: start, to: end, y: top, ink: .bracket))
      guard let lines = axis.add(name, into: room, lines: 3, at: middle, y: top + 18, voice: .plain) else {
        return nil
      }
      var foot = top + 18 + lineHeight * (lines - 1)
      if let note = run.note,
        let lines = axis.add(note, into: room, lines: 1, at: middle, y: foot + lineHeight, voice: .axis)
          ?? axis.add(
            withShortMonths(note), into: room, lines: 2, at: middle, y: foot + lineHeight, voice: .axis)
      {
        foot += lineHeight * lines
      }
      axis.height = max(axis.height, foot)
    }
  }
  axis.height += 6
  return axis
}

/// Ticks where groups meet, the names of groups between them, and single labels while there is room.
private func timelineAxis(
  _ categories: [ChartCategory], runs: [GroupRun], bands: BandScale, left: Pixels, right: Pixels
) -> AxisDrawing {
  var axis = AxisDrawing()
  let isGrouped = runs.contains { $0.name != nil }
  let widest = categories.map { textWidth($0.label) }.max() ?? 0
  var top: Pixels = 0
  if categories.count <= 12 && widest + 8 <= bands.width {
    for (index, category) in categories.enumerated() where !category.label.isEmpty {
      let label = Label(x: bands.center(index), y: 18, text: category.label, anchor: .middle, voice: .axis)
      axis.shapes.append(.text(label))
    }
    top = 18
  } else if !isGrouped {
    axis.addThinned(
      categories.indices.map { (categories[$0].label, bands.center($0)) }, left: left, right: right)
    top = 18
  }
  axis.height = top + 6
  guard isGrouped else { return axis }
  for run in runs {
    axis.shapes.append(
      .path([.move(bands.starts[run.first], top == 0 ? 0 : 4), .vertical(top + 8)], ink: .tick))
  }
  let spans = runs.map { run in
    (name: run.name ?? "", start: bands.starts[run.first], end: bands.end(run.last))
  }
  axis.addGroups(spans, y: top + 20, left: left, right: right)
  axis.height = top + 26
  return axis
}

extension AxisDrawing {
  /// Adds text in as few lines as it needs, the first at `y`.
  ///
  /// - Returns: how many lines; `nil`, and nothing added, where the room is too narrow for them.
  fileprivate mutating func add(
    _ text: String, into room: Pixels, lines limit: Int, at x: Pixels, y: Pixels, isStrong: Bool = false,
    voice: Label.Voice
  ) -> Int? {
    let whole = Label(x: x, y: y, text: text, anchor: .middle, isStrong: isStrong, voice: voice)
    if whole.width <= room {
      if !text.isEmpty { shapes.append(.text(whole)) }
      return 1
    }
    guard let lines = wrapped(text, into: room, lines: limit, strong: isStrong) else { return nil }
    for (row, line) in lines.enumerated() where !line.isEmpty {
      let label = Label(
        x: x, y: y + lineHeight * row, text: line, anchor: .middle, isStrong: isStrong, voice: voice)
      shapes.append(.text(label))
    }
    return lines.count
  }

  /// Names groups in their spans: in full where most fit, else in short, else only some of them.
  fileprivate mutating func addGroups(
    _ spans: [(name: String, start: Pixels, end: Pixels)], y: Pixels, left: Pixels, right: Pixels
  ) {
    let longest = spans.map { $0.end - $0.start }.max() ?? 0
    for shorten in [false, true] {
      let named = spans.map { ($0, shorten ? shortYear($0.name) : $0.name) }
      let wanted = named.filter { $0.0.end - $0.0.start == longest }
      guard wanted.allSatisfy({ textWidth($0.1) + 4 <= longest }) else { continue }
      var labels = named.map { span, name in
        var label = Label(
          x: span.start + (span.end - span.start) / 2, y: y, text: name, anchor: .middle, voice: .axis)
        label.x += max(0, left - label.box.x) - max(0, label.box.right - right - 8)
        return (label: label, fits: textWidth(name) + 4 <= span.end - span.start)
      }
      // At an end of the axis the name of a part moves off its neighbour.
      if let last = labels.indices.last, last > 0 {
        let (first, second, former) = (labels[0], labels[1].label.box, labels[last - 1].label.box)
        if !first.fits {
          let wanted = max(0, first.label.box.right + leastGap - second.x)
          labels[0].label.x -= min(wanted, max(0, first.label.box.x - left + 8))
        }
        if !labels[last].fits {
          let wanted = max(0, former.right + leastGap - labels[last].label.box.x)
          labels[last].label.x += min(wanted, max(0, right + 8 - labels[last].label.box.right))
        }
      }
      for (index, (label, fits)) in labels.enumerated() where !label.text.isEmpty {
        // A part of a year is named too where its neighbours leave room.
        let isClear =
          (index == 0 || labels[index - 1].label.box.right + leastGap <= label.box.x)
          && (index + 1 == labels.count || label.box.right + leastGap <= labels[index + 1].label.box.x)
        if fits || isClear { shapes.append(.text(label)) }
      }
      return
    }
    addThinned(
      spans.map { (shortYear($0.name), $0.start + ($0.end - $0.start) / 2) }, y: y, left: left, right: right)
  }

  /// Every second, third, ... label, so that none meets another or the edge.
  fileprivate mutating func addThinned(
    _ labels: [(text: String, x: Pixels)], y: Pixels = 18, left: Pixels, right: Pixels
  ) {
    for every in 1...max(1, labels.count) {
      let boxes = stride(from: 0, to: labels.count, by: every).map { index in
        Label(x: labels[index].x, y: y, text: labels[index].text, anchor: .middle, voice: .axis)
      }.filter { $0.box.x >= left - 8 && $0.box.right <= right + 8 }
      let isFree = zip(boxes, boxes.dropFirst()).allSatisfy { $0.box.right + 4 <= $1.box.x }
      guard isFree else { continue }
      for label in boxes { shapes.append(.text(label)) }
      return
    }
  }
}

/// Between two names of groups, of which one has less than its room; in most fonts more is left.
private let leastGap = Pixels(hundredths: 250)

/// `’03` for `2003`; other names stay as they are.
private func shortYear(_ name: String) -> String {
  let bytes = Array(name.utf8)
  guard bytes.count == 4, bytes.allSatisfy({ (48...57).contains($0) }) else { return name }
  return "’" + name.suffix(2)
}
