import Diagnostics
import ExactNumbers
import SourceSyntax

extension SpecReader {
  /// Reads `encoding` over what was inherited; a channel set to null is taken away.
  mutating func readChannels(_ node: Node, into channels: inout [PlotChannel?]) {
    let names = ChannelName.allCases
    guard let parts = mapping(node, "'encoding'", keys: names.map(\.word) + ["tooltip"]) else { return }
    if let tooltip = parts["tooltip"] { checkTooltip(tooltip, parts) }
    for name in names {
      guard let part = parts[name.word] else { continue }
      channels[name.rawValue] = part.scalar?.isNull == true ? nil : channel(name, part)
    }
  }

  /// Says that a drawing without script has no tooltips.
  mutating func noteTooltip(_ node: Node) {
    if let scalar = node.scalar, scalar.isNull || scalar.text == "false" { return }
    diagnostics.append(
      Diagnostic(
        .noTooltips, "'tooltip' is left out: drawings have no script", at: Place(path, node.range),
        severity: .note, hints: ["the figures stand in the table beside the chart; remove 'tooltip'"]))
  }

  /// A tooltip that would change what is aggregated is refused, any other is said to be left out.
  ///
  /// Its fields divide the rows, except those that it aggregates itself or that divide them anyway.
  private mutating func checkTooltip(_ node: Node, _ parts: [String: Node]) {
    let others = parts.filter { $0.key != "tooltip" }.values
    let dividing = others.filter { $0.entry("aggregate") == nil }.compactMap {
      $0.entry("field")?.scalar?.text
    }
    let entries: [Node]
    if case .sequence(let items) = node.value { entries = items } else { entries = [node] }
    let divides = entries.contains { entry in
      guard let field = entry.entry("field")?.scalar?.text else { return false }
      return entry.entry("aggregate") == nil && !dividing.contains(field)
    }
    guard divides, others.contains(where: { $0.entry("aggregate") != nil }) else {
      noteTooltip(node)
      return
    }
    report(
      .unsupportedChartCombination, "'tooltip' would divide what is aggregated", at: node.range,
      hints: ["remove it: drawings have no tooltips"])
  }

  private mutating func channel(_ name: ChannelName, _ node: Node) -> PlotChannel? {
    let before = diagnostics.count
    guard let parts = mapping(node, "'\(name.word)'", keys: name.properties) else { return nil }
    var channel = PlotChannel(name: name, range: node.range, type: .nominal)
    if let field = parts["field"] {
      channel.field = text(field, "'field'")
      channel.range = field.range
    }
    channel.aggregate = word(
      parts["aggregate"], "an aggregate", among: Aggregate.allCases.map(\.rawValue)
    ).flatMap(Aggregate.init)
    channel.constant = constant(parts["datum"], "datum")
    channel.literal = constant(parts["value"], "value")
    if channel.field == nil, channel.aggregate != .count, channel.constant == nil, channel.literal == nil,
      parts["sort"] == nil || name != .order
    {
      // Where a property was misspelt, that is the cause.
      if diagnostics.count == before {
        report(.missingChartProperty, "'\(name.word)' needs 'field'", at: node.range)
      }
      return nil
    }
    noteTheme(parts["value"], of: channel)
    readScale(parts["scale"], of: &channel)
    // A format of numbers makes a text one.
    if name == .text, parts["format"] != nil, channel.field != nil { channel.type = .quantitative }
    readType(parts["type"], of: &channel)
    if let domain = parts["scale"]?.entry("domain") { checkEnds(domain, of: channel) }
    if let sort = parts["sort"] { channel.order = order(sort) }
    if let stack = parts["stack"] { channel.stack = stacking(stack) }
    if let title = parts["title"] { channel.title = channelTitle(title) }
    if let axis = parts["axis"] { readAxis(axis, of: &channel) }
    if let format = parts["format"] { channel.axis.format = numberFormat(format) }
    if let header = parts["header"] {
      channel.title =
        mapping(header, "'header'", keys: ["title"])?["title"].map { channelTitle($0) } ?? .usual
    }
    if let legend = parts["legend"] {
      if legend.scalar?.isNull == true {
        channel.hasLegend = false
      } else if let title = mapping(legend, "'legend'", keys: ["title"])?["title"] {
        channel.title = channelTitle(title)
      }
    }
    return channel
  }

  private mutating func readType(_ node: Node?, of channel: inout PlotChannel) {
    if let type = word(node, "a type", among: FieldType.allCases.map(\.rawValue)) {
      channel.type = FieldType(rawValue: type) ?? .nominal
    } else if let kind = channel.scale.kind {
      channel.type = kind == .time ? .temporal : kind == .band || kind == .point ? .nominal : .quantitative
    } else if channel.aggregate != nil {
      channel.type = .quantitative
    } else if let constant = channel.constant, constant.number != nil {
      channel.type = .quantitative
    }
    if channel.name == .text, channel.type == .quantitative, channel.constant != nil {
      channel.type = .nominal
    }
  }

  private mutating func constant(_ node: Node?, _ name: String) -> Datum? {
    guard let node else { return nil }
    if case .mapping = node.value {
      guard let parts = mapping(node, "'\(name)'", keys: ["year", "month", "date"]) else { return nil }
      let numbers = ["year", "month", "date"].map { part in
        parts[part].flatMap { text($0, "'\(part)'") }.flatMap { Int($0) }
      }
      return .time(Double(dayNumber(numbers[0] ?? 1970, numbers[1] ?? 1, numbers[2] ?? 1)) * 86400)
    }
    guard let scalar = node.scalar else {
      report(.chartPropertyShape, "'\(name)' is a single value", at: node.range)
      return nil
    }
    return datum(scalar)
  }

  private mutating func readScale(_ node: Node?, of channel: inout PlotChannel) {
    guard let node else { return }
    guard let parts = mapping(node, "'scale'", keys: ["type", "domain", "zero", "nice"]) else { return }
    channel.scale.kind = word(parts["type"], "a scale", among: ScaleKind.allCases.map(\.rawValue))
      .flatMap(ScaleKind.init)
    channel.scale.includesZero = truth(parts["zero"], "zero")
    if let nice = parts["nice"] {
      channel.scale.isNice = nice.scalar.flatMap { Int($0.text) } != nil ? true : truth(nice, "nice")
    }
    guard let domain = parts["domain"] else { return }
    guard case .sequence(let items) = domain.value, !items.isEmpty, items.count <= 2000 else {
      report(.chartPropertyShape, "'domain' is a list of values", at: domain.range)
      return
    }
    channel.scale.domain = items.compactMap { constant($0, "domain") }
  }

  /// The domain of a continuous axis is its two ends.
  private mutating func checkEnds(_ node: Node, of channel: PlotChannel) {
    guard channel.name == .x || channel.name == .y, !channel.isDiscrete, let domain = channel.scale.domain,
      case .sequence = node.value
    else { return }
    let ends = channel.type == .temporal ? domain.map(asTime) : domain
    let numbers = ends.compactMap(\.number)
    if numbers.count == 2, ends.count == 2, numbers[0] != numbers[1] { return }
    let kind = channel.type == .temporal ? "times" : "numbers"
    report(.chartPropertyShape, "the 'domain' of a continuous axis is two different \(kind)", at: node.range)
  }

  /// Says that a color or a shape in the author's own words is left to the theme.
  private mutating func noteTheme(_ node: Node?, of channel: PlotChannel) {
    guard let node, let literal = channel.literal, channel.name == .color || channel.name == .shape else {
      return
    }
    noteTheme(node, channel.name.word, literal.words)
  }

  mutating func noteTheme(_ node: Node, _ name: String, _ words: String) {
    diagnostics.append(
      Diagnostic(
        .leftToTheme, "the \(name) '\(words)' is left to the theme", at: Place(path, node.range),
        severity: .note,
        hints: ["to tell series apart, give '\(name)' a field or a 'datum'"]))
  }

  private mutating func truth(_ node: Node?, _ name: String) -> Bool? {
    guard let node else { return nil }
    if let text = node.scalar?.text, text == "true" || text == "false" { return text == "true" }
    report(.unsupportedChartValue, "'\(name)' is true or false", at: node.range)
    return nil
  }

  private mutating func readAxis(_ node: Node, of channel: inout PlotChannel) {
    if node.scalar?.isNull == true {
      channel.axis.isHidden = true
      return
    }
    guard let parts = mapping(node, "'axis'", keys: ["title", "format", "grid", "labelAngle"]) else { return }
    if let title = parts["title"] { channel.title = channelTitle(title) }
    if let format = parts["format"] { channel.axis.format = numberFormat(format) }
    channel.axis.hasGrid = truth(parts["grid"], "grid")
    if let angle = parts["labelAngle"], angle.scalar?.text != "0" {
      report(
        .unsupportedChartValue, "labels are never rotated; 'labelAngle' can only be 0", at: angle.range,
        hints: ["remove it: labels wrap or thin where room is short"])
    }
  }

  private mutating func numberFormat(_ node: Node) -> NumberFormat? {
    guard let text = text(node, "'format'") else { return nil }
    if let format = NumberFormat(text) { return format }
    report(
      .unsupportedChartValue, "'\(text)' is not a format of the subset: ',', 'd', '.1f', ',.2f', '.0%'",
      at: node.range)
    return nil
  }

  private mutating func channelTitle(_ node: Node) -> PlotChannel.Title {
    if node.scalar?.isNull == true { return .none }
    return text(node, "'title'").map { $0.isEmpty ? .none : .text($0) } ?? .usual
  }

  private mutating func stacking(_ node: Node) -> Stacking? {
    guard let scalar = node.scalar else {
      report(.chartPropertyShape, "'stack' is 'zero', 'normalize' or null", at: node.range)
      return nil
    }
    if scalar.isNull || scalar.text == "false" { return Stacking.none }
    if scalar.isPlain, scalar.text == "true" { return .zero }
    return word(node, "a stacking", among: ["zero", "normalize"]).flatMap(Stacking.init)
  }

  private mutating func order(_ node: Node) -> DomainOrder {
    switch node.value {
    case .sequence(let items): return .listed(items.compactMap { constant($0, "sort") })
    case .mapping:
      guard let parts = mapping(node, "'sort'", keys: ["field", "op", "order", "encoding"]) else {
        return .ascending
      }
      let isDescending =
        word(parts["order"], "an order", among: ["ascending", "descending"]) == "descending"
      if let name = word(parts["encoding"], "a channel", among: ChannelName.allCases.map(\.word)),
        let channel = ChannelName.allCases.first(where: { $0.word == name })
      {
        return .byChannel(channel, descending: isDescending)
      }
      let operation = word(parts["op"], "an aggregate", among: Aggregate.allCases.map(\.rawValue))
      guard let field = text(parts["field"], "'field'") else {
        if operation == "count" { return .byField("", .count, descending: isDescending) }
        return isDescending ? .descending : .ascending
      }
      return .byField(field, operation.flatMap(Aggregate.init) ?? .min, descending: isDescending)
    case .scalar(let scalar):
      if scalar.isNull { return .asGiven }
      let isDescending = scalar.text.hasPrefix("-")
      let name = isDescending ? String(scalar.text.dropFirst()) : scalar.text
      if let channel = ChannelName.allCases.first(where: { $0.word == name }) {
        return .byChannel(channel, descending: isDescending)
      }
      let words = ["ascending", "descending", "x", "-x", "y", "-y", "color", "-color"]
      return word(node, "an order", among: words) == "descending" ? .descending : .ascending
    }
  }
}

/// A scalar as data: plain numbers are numbers, null is missing, everything else is text.
func datum(_ scalar: Node.Scalar) -> Datum {
  if scalar.isNull { return .missing }
  if scalar.isPlain, let amount = jsonNumber(scalar.text) {
    let isShort = amount.mantissa.magnitude < 1 << 53 && amount.scale <= 9
    return isShort ? .number(amount.approximate) : .exact(amount)
  }
  return .text(scalar.text)
}
