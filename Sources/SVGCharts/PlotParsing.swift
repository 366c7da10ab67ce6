import Diagnostics
import ExactNumbers
import SourceSyntax

/// What the data of a chart may be taken from besides the spec itself.
public enum ChartDataRequest: Hashable, Sendable {
  /// A CSV file, by the path the author wrote.
  case file(String)
  /// Facts of the archive, `[company/]Concept`, and for which periods, both as written.
  case facts(concepts: [String], periods: FactPeriods)

  /// For which periods facts are wanted.
  public enum FactPeriods: Hashable, Sendable {
    /// All that are known.
    case all
    /// In words: `last 8 quarters`.
    case words(String)
    /// By their spellings: `2003-Q3`.
    case listed([String])
  }
}

/// Data found for a request: rows of text under named columns; `nil` is a missing value.
public struct ChartRows: Sendable {
  public var columns: [String]
  public var rows: [[String?]]
  /// What is known of rows that are facts of an archive.
  public var facts: FactRows?

  public init(columns: [String], rows: [[String?]], facts: FactRows? = nil) {
    self.columns = columns
    self.rows = rows
    self.facts = facts
  }
}

/// What is known of rows that are facts: they stand in order of time, and their `value` is in full units.
public struct FactRows: Sendable {
  /// The unit that all of them have; `nil` where they differ, for which one axis has no room.
  public var unit: ChartMeasure?
  /// The places of rows whose value a later release told otherwise.
  public var revised: Set<Int>
  /// The places of rows whose value its source rounds.
  public var rounded: Set<Int>
  /// Who told them: `Source: releases of May 2003 to November 2003`.
  public var source: String?
  /// Between which periods the basis of the figures changes.
  public var breaks: [ChartBreak]

  public init(
    unit: ChartMeasure?, revised: Set<Int> = [], rounded: Set<Int> = [], source: String? = nil,
    breaks: [ChartBreak] = []
  ) {
    self.unit = unit
    self.revised = revised
    self.rounded = rounded
    self.source = source
    self.breaks = breaks
  }
}

/// What amounts count.
public struct ChartMeasure: Hashable, Sendable {
  /// In words: `US dollars`, `shares`.
  public var words: String
  /// A currency's sign: `$`; empty for what has none.
  public var sign: String

  public init(words: String, sign: String = "") {
    self.words = words
    self.sign = sign
  }
}

/// Answers a request for data, or says in a few words why there is none.
public typealias ChartDataResolver = (ChartDataRequest) -> Result<ChartRows, ChartDataProblem>

/// Why data was not found: `there is no file 'a.csv' beside the spec`.
public struct ChartDataProblem: Error, Hashable, Sendable {
  public var message: String
  public var hints: [String]
  /// Which part of the request is at fault; `nil` for all of it.
  public var part: Part?

  /// An entry of the request, counted from 0.
  public enum Part: Hashable, Sendable {
    case concept(Int)
    case period(Int)
    case periods
  }

  public init(_ message: String, hints: [String] = [], at part: Part? = nil) {
    self.message = message
    self.hints = hints
    self.part = part
  }
}

extension SpecReader {
  /// Reads a whole spec; `nil` when an error leaves nothing to draw.
  mutating func plot(_ node: Node, resolve: ChartDataResolver) -> PlotSpec? {
    let own = ["$schema", "name", "description", "width", "height"]
    let keys = ["title", "mark", "data", "transform", "encoding", "layer"] + own
    guard let parts = mapping(node, "a chart", keys: keys) else { return nil }
    var spec = PlotSpec(title: title(parts["title"]), layers: [])
    if let title = parts["title"], case .mapping = title.value {
      spec.subtitle = mapping(title, "'title'", keys: ["text", "subtitle"], again: true)
        .flatMap { text($0["subtitle"], "'subtitle'") }
    }
    spec.description = text(parts["description"], "'description'")
    spec.name = text(parts["name"], "'name'")
    _ = text(parts["$schema"], "'$schema'")
    (spec.width, spec.widthStep) = size(parts["width"], "width")
    (spec.height, spec.heightStep) = size(parts["height"], "height")
    if isWaterfall(parts) {
      guard let drawn = waterfallSpec(parts, at: node, resolve: resolve) else { return nil }
      (spec.layers, spec.bridge) = (drawn.layers, drawn.bridge)
    } else {
      addLayers(parts, at: node, to: &spec, inherited: Inherited(), depth: 0, resolve: resolve)
    }
    if spec.layers.isEmpty { return nil }
    spec.source = sources.isEmpty ? nil : sources.joined(separator: " ")
    spec.breaks = breaks
    return spec
  }

  /// What layers take over from the chart around them.
  private struct Inherited {
    var rows: [PlotRow]?
    /// Whether the transforms of the rows were read without an error, so that their fields are known.
    var areComplete = true
    var channels: [PlotChannel?] = Array(repeating: nil, count: ChannelName.allCases.count)
  }

  private mutating func addLayers(
    _ parts: [String: Node], at node: Node, to spec: inout PlotSpec, inherited: Inherited, depth: Int,
    resolve: ChartDataResolver
  ) {
    var inherited = inherited
    if let data = parts["data"] {
      inherited.rows = rows(of: data, resolve: resolve) ?? []
      inherited.areComplete = true
    }
    if let transform = parts["transform"], let rows = inherited.rows {
      let before = diagnostics.count
      inherited.rows = transformed(rows, by: transform)
      inherited.areComplete = inherited.areComplete && diagnostics.count == before
    }
    if let encoding = parts["encoding"] { readChannels(encoding, into: &inherited.channels) }
    if let layer = parts["layer"] {
      guard case .sequence(let items) = layer.value, depth < 4 else {
        report(.chartPropertyShape, "'layer' is a list of views", at: layer.range)
        return
      }
      if let mark = parts["mark"] {
        report(
          .unsupportedChartCombination, "a chart has either 'mark' or 'layer'", at: mark.range,
          hints: ["move the mark into a layer of its own"])
      }
      guard spec.layers.count + items.count <= 20 else {
        report(.tooMuchChartData, "a chart has at most 20 layers", at: layer.range)
        return
      }
      for item in items {
        let keys = ["mark", "data", "transform", "encoding", "layer", "name", "description"]
        guard let parts = mapping(item, "a layer", keys: keys) else { continue }
        for key in ["name", "description"] { _ = text(parts[key], "'\(key)'") }
        addLayers(parts, at: item, to: &spec, inherited: inherited, depth: depth + 1, resolve: resolve)
      }
      return
    }
    guard let markNode = parts["mark"] else {
      reportMissing("mark", "layer", in: "a chart needs 'mark' or 'layer'", at: node.range)
      return
    }
    guard let (mark, options) = mark(markNode) else { return }
    guard let rows = inherited.rows else {
      reportMissing("data", in: "a chart needs 'data'", at: node.range)
      return
    }
    if parts["encoding"] == nil, inherited.channels.allSatisfy({ $0 == nil }) {
      reportMissing("encoding", in: "a chart needs 'encoding'", at: node.range)
      return
    }
    var layer = PlotLayer(mark: mark, options: options, channels: inherited.channels, rows: rows)
    keepTime(in: &layer)
    check(layer, at: parts["encoding"]?.range ?? markNode.range)
    if inherited.areComplete { checkFields(layer) }
    spec.layers.append(layer)
  }

  /// Facts stand in order of time; their periods and labels keep it where the author asks for no other.
  private func keepTime(in layer: inout PlotLayer) {
    guard layer.rows.contains(where: { $0.fact != nil }) else { return }
    for index in layer.channels.indices {
      guard let channel = layer.channels[index], let field = channel.field else { continue }
      if channel.order == .ascending, ["period", "label", "concept", "company"].contains(field) {
        layer.channels[index]?.order = .asGiven
      } else if channel.order == .descending, field == "period" {
        layer.channels[index]?.order = .givenReversed
      }
    }
  }

  private mutating func title(_ node: Node?) -> String? {
    guard let node else { return nil }
    if case .mapping = node.value {
      return mapping(node, "'title'", keys: ["text", "subtitle"]).flatMap { text($0["text"], "'text'") }
    }
    return text(node, "'title'")
  }

  /// A length in pixels, or how many of them each band gets.
  private mutating func size(_ node: Node?, _ name: String) -> (length: Int?, step: Int?) {
    guard let node else { return (nil, nil) }
    if case .mapping = node.value {
      guard let step = mapping(node, "'\(name)'", keys: ["step"])?["step"],
        let pixels = number(step, "step")
      else { return (nil, nil) }
      if (4...400).contains(pixels) { return (nil, Int(pixels)) }
      report(.unsupportedChartValue, "'step' is from 4 to 400 pixels", at: step.range)
      return (nil, nil)
    }
    guard let text = text(node, "'\(name)'"), text != "container" else { return (nil, nil) }
    if let pixels = Int(text), (16...4000).contains(pixels) { return (pixels, nil) }
    report(
      .unsupportedChartValue, "'\(text)' is not a \(name) from 16 to 4000 pixels", at: node.range)
    return (nil, nil)
  }

  private mutating func mark(_ node: Node) -> (PlotMark, MarkOptions)? {
    var named: Node? = node
    var options = MarkOptions()
    if case .mapping = node.value {
      let keys = [
        "type", "point", "line", "orient", "filled", "align", "baseline", "dx", "dy", "tooltip", "color",
      ]
      guard let parts = mapping(node, "'mark'", keys: keys) else { return nil }
      named = parts["type"]
      if named == nil { reportMissing("type", in: "'mark' needs 'type'", at: node.range) }
      options.hasPoints = flag(parts["point"], "point") ?? false
      options.hasLine = flag(parts["line"], "line") ?? false
      options.isFilled = flag(parts["filled"], "filled") ?? true
      options.dx = number(parts["dx"], "dx") ?? 0
      options.dy = number(parts["dy"], "dy") ?? 0
      if let tooltip = parts["tooltip"] { noteTooltip(tooltip) }
      if let color = parts["color"], let words = text(color, "'color'") { noteTheme(color, "color", words) }
      switch word(parts["align"], "an alignment", among: ["left", "center", "right"]) {
      case "left": options.align = .start
      case "right": options.align = .end
      case "center": options.align = .middle
      default: break
      }
      options.baseline = word(
        parts["baseline"], "a baseline", among: ["top", "middle", "bottom", "alphabetic"]
      ).flatMap(MarkOptions.Baseline.init)
      options.liesDown = word(parts["orient"], "an orientation", among: ["horizontal", "vertical"]).map {
        $0 == "horizontal"
      }
    }
    let words = PlotMark.allCases.map(\.rawValue)
    // Circles and squares are points of one shape.
    if let scalar = named?.scalar, scalar.text == "circle" || scalar.text == "square" {
      options.marker = scalar.text == "square" ? .square : .disc
      return (.point, options)
    }
    if let named, named.scalar?.text == "waterfall" {
      report(
        .unsupportedChartCombination, "a waterfall draws several marks and stands alone, not in a layer",
        at: named.range)
      return nil
    }
    return word(named, "a mark", among: words + ["waterfall"]).flatMap { PlotMark(rawValue: $0) }.map {
      ($0, options)
    }
  }

  /// True or false; a mapping stands for true, as the details of a look are the theme's.
  private mutating func flag(_ node: Node?, _ name: String) -> Bool? {
    guard let node else { return nil }
    if let scalar = node.scalar, scalar.isPlain, scalar.text == "true" || scalar.text == "false" {
      return scalar.text == "true"
    }
    report(.unsupportedChartValue, "'\(name)' is true or false", at: node.range)
    return nil
  }

  mutating func number(_ node: Node?, _ name: String) -> Double? {
    guard let node else { return nil }
    if let scalar = node.scalar, scalar.isPlain, let amount = jsonNumber(scalar.text) {
      return amount.approximate
    }
    report(.unsupportedChartValue, "'\(name)' is a number", at: node.range)
    return nil
  }

  /// Whether the channels fit the mark.
  private mutating func check(_ layer: PlotLayer, at range: SourceRange) {
    var needed: [ChannelName] = []
    switch layer.mark {
    case .line, .area: needed = [.x, .y]
    case .text: needed = [.text]
    default: if layer[.x] == nil, layer[.y] == nil { needed = [.x] }
    }
    for name in needed where layer[name] == nil {
      report(.missingChartProperty, "a \(layer.mark.rawValue) needs '\(name.word)'", at: range)
    }
    for (offset, position) in [(ChannelName.xOffset, ChannelName.x), (.yOffset, .y)] {
      guard let channel = layer[offset] else { continue }
      if let base = layer[position], !base.isDiscrete {
        report(
          .unsupportedChartCombination, "'\(offset.word)' needs categories on \(position.word)",
          at: channel.range,
          hints: ["use '\(offset == .xOffset ? "yOffset" : "xOffset")' or give \(position.word) a type"])
      } else if !channel.isDiscrete {
        report(.unsupportedChartCombination, "'\(offset.word)' shows categories", at: channel.range)
      }
    }
  }

  /// Whether the fields of the channels occur and hold what their types say.
  mutating func checkFields(_ layer: PlotLayer) {
    guard !layer.rows.isEmpty else { return }
    let names = fieldNames(of: layer.rows)
    for channel in layer.channels.compactMap({ $0 }) {
      var wanted = [channel.field].compactMap { $0 }
      if case .byField(let field, _, _) = channel.order, !field.isEmpty { wanted.append(field) }
      for field in wanted where !names.contains(field) {
        report(
          .unknownChartField, "no row has the field '\(field)'", at: channel.range,
          hints: didYouMean(field, among: names))
      }
    }
    for channel in layer.channels.compactMap({ $0 }) { checkValues(of: channel, in: layer.rows) }
  }

  /// Reports the first value that is not of its channel's type.
  private mutating func checkValues(of channel: PlotChannel, in rows: [PlotRow]) {
    guard let field = channel.field, channel.aggregate != .count else { return }
    let needsNumber = channel.aggregate != nil || channel.type == .quantitative
    guard needsNumber || channel.type == .temporal else { return }
    for row in rows {
      guard let datum = row.fields[field], case .text(let text) = datum else { continue }
      if needsNumber {
        report(
          .chartValueNotANumber, "'\(text)' in '\(field)' is not a plain number" + place(of: row),
          at: row.range,
          hints: ["numbers are written as 1234.5, without quotes or grouping, with 18 digits at most"])
        return
      }
      if timeSeconds(text) == nil {
        report(
          .chartValueNotANumber, "'\(text)' in '\(field)' is not a date" + place(of: row), at: row.range,
          hints: ["dates are written as 2003, 2003-Q3, 2003-09 or 2003-09-30"])
        return
      }
    }
  }
}

/// The words for a row of a file, on which the spec has no place of its own.
private func place(of row: PlotRow) -> String {
  row.origin.map { ", in row \($0.row) after the header of '\($0.file)'" } ?? ""
}

/// The fields that some row has, in the order in which they occur.
func fieldNames(of rows: [PlotRow]) -> [String] {
  var seen: Set<String> = []
  var names: [String] = []
  for row in rows where !row.fields.keys.allSatisfy(seen.contains) {
    for name in row.fields.keys.sorted() where seen.insert(name).inserted { names.append(name) }
  }
  return names
}

extension Node {
  var scalar: Scalar? {
    if case .scalar(let scalar) = value { return scalar }
    return nil
  }

  /// The value of a key of a mapping.
  func entry(_ key: String) -> Node? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
