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
  } else if !isGrouped, categories.allSatisfy({ $0.time == nil }),
    let foot = axis.addNames(categories.map(\.label), bands: bands, left: left, right: right)
  {
    top = foot
  } else if !isGrouped {
    axis.addThinned(
      categories.indices.map { (categories[$0].label, bands.center($0)) },
      strides: strides(among: categories.map(\.time)), left: left, right: right)
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

  /// Names that are no times, which cannot be told from their neighbours: in lines under their bands, else as
  /// numbers with a list of them.
  ///
  /// - Returns: the baseline of the last one; `nil`, and nothing added, where there is room for neither.
  fileprivate mutating func addNames(_ names: [String], bands: BandScale, left: Pixels, right: Pixels)
    -> Pixels?
  {
    let middles = names.indices.map(bands.center)
    if let lines = linesUnderBands(names, room: bands.width - 6, areTimes: false) {
      for (middle, lines) in zip(middles, lines) {
        for (row, line) in lines.enumerated() {
          shapes.append(
            .text(Label(x: middle, y: 18 + lineHeight * row, text: line, anchor: .middle, voice: .axis)))
        }
      }
      return 18 + lineHeight * ((lines.map(\.count).max() ?? 1) - 1)
    }
    let numbered = numberedNames(names, at: middles, y: 18, from: left, to: right, voice: .axis)
    guard let numbered else { return nil }
    shapes += numbered.labels.map { .text($0) }
    return numbered.foot
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
      // At an end of the axis the name of a part moves off its neighbour, or is shorter.
      let last = labels.count - 1
      if last > 0, !labels[0].fits {
        let (whole, limit) = (labels[0].label, labels[1].label.box.x - leastGap)
        labels[0].label =
          [whole, whole.inShort].lazy.map { label in
            var label = label
            label.x -= max(0, min(label.box.right - limit, label.box.x - left + 8))
            return label
          }.first { $0.box.right <= limit } ?? whole
      }
      if last > 0, !labels[last].fits {
        let (whole, limit) = (labels[last].label, labels[last - 1].label.box.right + leastGap)
        labels[last].label =
          [whole, whole.inShort].lazy.map { label in
            var label = label
            label.x += max(0, min(limit - label.box.x, right + 8 - label.box.right))
            return label
          }.first { limit <= $0.box.x } ?? whole
      }
      // A part of a year is named too where its neighbours leave room.
      let isNamed = labels.indices.map { index in
        labels[index].fits
          || ((index == 0 || labels[index - 1].label.box.right + leastGap <= labels[index].label.box.x)
            && (index == last || labels[index].label.box.right + leastGap <= labels[index + 1].label.box.x))
      }
      // Readers count from the first name: where it has no room, rather every second one is named.
      guard isNamed[0] || spans.count < 4 else { continue }
      for (index, label) in labels.enumerated() where isNamed[index] && !label.label.text.isEmpty {
        shapes.append(.text(label.label))
      }
      return
    }
    addThinned(
      spans.map { (shortYear($0.name), $0.start + ($0.end - $0.start) / 2) }, y: y, left: left, right: right)
  }

  /// Every second, third, ... label, so that none meets another or the edge; the first moves in from it.
  ///
  /// - Parameter strides: which, from the least; `nil` for any.
  fileprivate mutating func addThinned(
    _ labels: [(text: String, x: Pixels)], strides: [Int]? = nil, y: Pixels = 18, left: Pixels, right: Pixels
  ) {
    for every in strides ?? Array(1...max(1, labels.count)) {
      let boxes = stride(from: 0, to: labels.count, by: every).map { index in
        var label = Label(x: labels[index].x, y: y, text: labels[index].text, anchor: .middle, voice: .axis)
        if index == 0 { label.x += max(0, left - 8 - label.box.x) }
        return label
      }.filter { $0.box.x >= left - 8 && $0.box.right <= right + 8 }
      let isFree = zip(boxes, boxes.dropFirst()).allSatisfy { $0.box.right + 4 <= $1.box.x }
      guard isFree else { continue }
      for label in boxes { shapes.append(.text(label)) }
      return
    }
  }
}

/// Every how many categories one may be named where not all have room: of quarters and months such that the same
/// one of each year is.
func strides(among times: [ChartTime?]) -> [Int] {
  let count = max(1, times.count)
  guard let months = times.first??.months, times.allSatisfy({ $0?.months == months }) else {
    return Array(1...count)
  }
  switch months {
  case 1: return [1, 2, 3, 6].filter { $0 < count } + Array(stride(from: 12, to: count, by: 12)) + [count]
  case 3: return [1, 2].filter { $0 < count } + Array(stride(from: 4, to: count, by: 4)) + [count]
  default: return Array(1...count)
  }
}

/// Names in lines under bands of one width, whole where each has room in few lines, in wide bands else with an
/// ellipsis; `nil` where bands are too narrow for that.
func linesUnderBands(_ names: [String], room: Pixels, areTimes: Bool) -> [[String]]? {
  var lines: [[String]] = []
  for name in names {
    if let whole = wrapped(name, into: room, lines: 3) {
      lines.append(whole)
    } else if areTimes || room < leastNamedBand {
      return nil
    } else {
      // Of a wide band few words are wider, and these are carried on.
      lines.append(
        wrapped(name, into: room, lines: 3, cuttingWords: true) ?? fitted(name, into: room, lines: 5))
    }
  }
  return lines
}

/// The narrowest band in which the beginning of a long name tells which it is.
private let leastNamedBand: Pixels = 80

/// Between two names of groups, of which one has less than its room; in most fonts more is left.
private let leastGap = Pixels(hundredths: 150)

extension Label {
  /// The same place with the year in short.
  fileprivate var inShort: Label {
    Label(x: x, y: y, text: shortYear(text), anchor: anchor, isStrong: isStrong, voice: voice)
  }
}

/// `’03` for `2003`; other names stay as they are.
private func shortYear(_ name: String) -> String {
  let bytes = Array(name.utf8)
  guard bytes.count == 4, bytes.allSatisfy({ (48...57).contains($0) }) else { return name }
  return "’" + name.suffix(2)
}
