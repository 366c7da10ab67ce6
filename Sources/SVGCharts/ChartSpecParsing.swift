public import Diagnostics
import ExactNumbers
public import SourceSyntax

/// Reads a chart from the documented subset of Vega-Lite, as YAML or JSON.
///
/// `title`; `mark` (bar, line, area, point; or a mapping with `type`); `data.values`, a list of rows;
/// `encoding` with `x`, `y`, `xOffset`, `yOffset` and `color`, each with `field`, `type`, `title` and
/// `sort`. One of x and y is quantitative, y by default; bars lie on their side when it is x. As in
/// Vega-Lite categories stand in ascending order unless `sort` is null or `descending`. The title of the
/// quantitative channel says what is counted.
///
/// - Returns: `nil` when an error leaves nothing to draw; each error names the property and its line.
public func parseChartSpec(
  _ node: Node, path: String, diagnostics: inout [Diagnostic]
) -> Chart? {
  var reader = SpecReader(path: path)
  let spec = reader.spec(node)
  diagnostics += reader.diagnostics
  return reader.diagnostics.hasErrors ? nil : spec.map { Chart($0) }
}

/// A channel as it is written.
private struct WrittenChannel {
  var name: String
  var field: String
  var fieldRange: SourceRange
  var isQuantitative: Bool
  var title: String?
  var order: Order

  enum Order { case ascending, descending, asGiven }
}

extension SpecReader {
  fileprivate mutating func spec(_ node: Node) -> ChartSpec? {
    guard let parts = mapping(node, "a chart", keys: ["title", "mark", "data", "encoding"]) else {
      return nil
    }
    for name in ["mark", "data", "encoding"] where parts[name] == nil {
      report(.missingChartProperty, "a chart needs '\(name)'", at: node.range)
    }
    let title = text(parts["title"], "'title'")
    let mark = parts["mark"].flatMap { self.mark($0) }
    let rows = parts["data"].flatMap { self.rows($0) }
    let channels = parts["encoding"].flatMap { self.channels($0) }
    guard let mark, let rows, let channels, let encoding = parts["encoding"] else { return nil }
    guard let roles = roles(of: channels, mark: mark, at: encoding.range), knows(channels, rows) else {
      return nil
    }
    guard let data = table(rows, roles) else { return nil }
    var view = ViewSpec(mark: mark, encoding: Encoding(x: 0, y: 2))
    if roles.color != nil { view.encoding.color = 1 }
    if roles.offset != nil { view.encoding.xOffset = 1 }
    view.labels = mark == .bar ? .all : .telling
    view.marksAbsence = mark != .bar
    let measure = roles.value.title ?? roles.value.field
    return ChartSpec(
      title: title ?? "\(measure) by \(roles.category.title ?? roles.category.field)", measure: measure,
      data: data, views: [view], axis: mark == .bar ? .labels : .timeline,
      areRows: roles.value.name == "x")
  }

  private mutating func mark(_ node: Node) -> ViewSpec.Mark? {
    let words = ViewSpec.Mark.allCases.map(\.rawValue)
    var named: Node? = node
    if case .mapping = node.value {
      guard let parts = mapping(node, "'mark'", keys: ["type"]) else { return nil }
      named = parts["type"]
      if named == nil { report(.missingChartProperty, "'mark' needs 'type'", at: node.range) }
    }
    return word(named, "a mark", among: words).flatMap { ViewSpec.Mark(rawValue: $0) }
  }

  private mutating func rows(_ node: Node) -> [Row]? {
    guard let parts = mapping(node, "'data'", keys: ["values"]) else { return nil }
    guard let values = parts["values"] else {
      report(.missingChartProperty, "'data' needs 'values'", at: node.range)
      return nil
    }
    guard case .sequence(let items) = values.value else {
      report(.chartPropertyShape, "'values' is a list of rows", at: values.range)
      return nil
    }
    guard items.count <= 2000 else {
      report(
        .tooMuchChartData, "'values' has \(items.count) rows; a chart shows 2000 at most", at: values.range)
      return nil
    }
    return items.compactMap { item in
      guard case .mapping(let entries) = item.value else {
        report(.chartPropertyShape, "a row is a mapping of fields to values", at: item.range)
        return nil
      }
      return Row(range: item.range, entries: entries)
    }
  }

  private mutating func channels(_ node: Node) -> [String: WrittenChannel]? {
    guard
      let parts = mapping(node, "'encoding'", keys: ["x", "y", "xOffset", "yOffset", "color"])
    else { return nil }
    var channels: [String: WrittenChannel] = [:]
    for name in ["x", "y"] where parts[name] == nil {
      report(.missingChartProperty, "'encoding' needs '\(name)'", at: node.range)
    }
    for name in ["x", "y", "xOffset", "yOffset", "color"] {
      if let part = parts[name] { channels[name] = channel(name, part) }
    }
    return channels
  }

  private mutating func channel(_ name: String, _ node: Node) -> WrittenChannel? {
    guard let parts = mapping(node, "'\(name)'", keys: ["field", "type", "title", "sort"]) else { return nil }
    let type = word(parts["type"], "a type", among: ["nominal", "ordinal", "quantitative"])
    let title = text(parts["title"], "'title'")
    var order = WrittenChannel.Order.ascending
    if let sort = parts["sort"] {
      if case .scalar(let scalar) = sort.value, scalar.isNull {
        order = .asGiven
      } else if word(sort, "an order", among: ["ascending", "descending"]) == "descending" {
        order = .descending
      }
    }
    guard let fieldNode = parts["field"] else {
      report(.missingChartProperty, "'\(name)' needs 'field'", at: node.range)
      return nil
    }
    guard let field = text(fieldNode, "'field'") else { return nil }
    return WrittenChannel(
      name: name, field: field, fieldRange: fieldNode.range, isQuantitative: type == "quantitative",
      title: title, order: order)
  }
}

/// Which channel plays which part.
private struct Roles {
  var category: WrittenChannel
  var value: WrittenChannel
  var offset: WrittenChannel?
  var color: WrittenChannel?
}

/// A row of `data.values`.
private struct Row {
  var range: SourceRange
  var entries: [Node.Entry]

  func node(_ field: String) -> Node? { entries.first { $0.key == field }?.value }
}

extension SpecReader {
  private mutating func roles(
    of channels: [String: WrittenChannel], mark: ViewSpec.Mark, at range: SourceRange
  ) -> Roles? {
    guard let x = channels["x"], let y = channels["y"] else { return nil }
    func refuse(_ message: String, _ channel: WrittenChannel, _ hint: String) -> Roles? {
      report(.unsupportedChartCombination, message, at: channel.fieldRange, hints: [hint])
      return nil
    }
    if x.isQuantitative, y.isQuantitative {
      return refuse("x and y are both quantitative", x, "give one of them the type nominal or ordinal")
    }
    let liesDown = x.isQuantitative
    if liesDown, mark != .bar {
      return refuse("a \(mark.rawValue) needs its categories on x", x, "let y be the quantitative channel")
    }
    if let wrong = channels[liesDown ? "xOffset" : "yOffset"] {
      return refuse(
        "'\(wrong.name)' moves marks along the axis of values", wrong,
        "use '\(liesDown ? "yOffset" : "xOffset")'")
    }
    let roles = Roles(
      category: liesDown ? y : x, value: liesDown ? x : y,
      offset: channels[liesDown ? "yOffset" : "xOffset"], color: channels["color"])
    if let offset = roles.offset, mark != .bar {
      return refuse("'\(offset.name)' is for bars", offset, "remove it")
    }
    if let color = roles.color, mark == .area {
      return refuse("areas with 'color' would be stacked", color, "use the mark line")
    }
    switch (roles.offset, roles.color) {
    case (let offset?, let color?) where offset.field != color.field:
      return refuse("'color' and '\(offset.name)' show different fields", color, "give both the same field")
    case (nil, let color?) where mark == .bar && color.field != roles.category.field:
      return refuse(
        "bars with 'color' alone would be stacked", color,
        "add '\(liesDown ? "yOffset" : "xOffset")' with the same field")
    default: return roles
    }
  }

  /// Whether every field that is shown occurs in the data.
  private mutating func knows(_ channels: [String: WrittenChannel], _ rows: [Row]) -> Bool {
    guard !rows.isEmpty else { return true }
    var names: [String] = []
    var seen: Set<String> = []
    for entry in rows.flatMap(\.entries) where seen.insert(entry.key).inserted { names.append(entry.key) }
    let unknown = channels.values.filter { !seen.contains($0.field) }.sorted { $0.fieldRange < $1.fieldRange }
    for channel in unknown {
      report(
        .unknownChartField, "no row has the field '\(channel.field)'", at: channel.fieldRange,
        hints: didYouMean(channel.field, among: names))
    }
    return unknown.isEmpty
  }

  private mutating func table(_ rows: [Row], _ roles: Roles) -> DataTable? {
    let seriesChannel = roles.offset ?? roles.color
    var places: [String?] = []
    var keys: [String?] = []
    var values: [ChartSeries.Value?] = []
    var taken: Set<[String]> = []
    for row in rows {
      guard let place = category(row, roles.category) else { continue }
      let key = seriesChannel.flatMap { category(row, $0) } ?? ""
      if !taken.insert([place, key]).inserted {
        report(
          .repeatedChartPlace, "'\(place)'\(key.isEmpty ? "" : " and '\(key)'") already have a value",
          at: row.range)
      }
      places.append(place)
      keys.append(key)
      values.append(value(row, roles.value))
    }
    let categories = ordered(places.compactMap { $0 }, roles.category.order)
    let series = ordered(keys.compactMap { $0 }, seriesChannel?.order ?? .asGiven)
    guard series.count <= 200 else {
      report(
        .tooMuchChartData, "\(series.count) series are more than a chart shows", at: roles.value.fieldRange)
      return nil
    }
    let styles = ChartSeries.Style.allCases
    let placeIndex = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
    let keyIndex = Dictionary(uniqueKeysWithValues: series.enumerated().map { ($1, $0) })
    return DataTable(columns: [
      .init(
        name: roles.category.title ?? roles.category.field,
        cells: .categories(
          places.map { placeIndex[$0 ?? ""] ?? 0 },
          domain: categories.map { ChartCategory(label: $0, fullLabel: $0) })),
      .init(
        name: seriesChannel?.title ?? seriesChannel?.field ?? "",
        cells: .series(
          keys.map { keyIndex[$0 ?? ""] ?? 0 },
          domain: series.enumerated().map {
            .init(name: $1, style: styles[$0 % styles.count])
          })),
      .init(name: roles.value.title ?? roles.value.field, cells: .values(values)),
    ])
  }

  private mutating func category(_ row: Row, _ channel: WrittenChannel) -> String? {
    guard let node = row.node(channel.field) else {
      report(.unknownChartField, "a row has no '\(channel.field)'", at: row.range)
      return nil
    }
    if case .scalar(let scalar) = node.value, !scalar.isNull { return scalar.text }
    report(.chartPropertyShape, "'\(channel.field)' names a category: a single value", at: node.range)
    return nil
  }

  private mutating func value(_ row: Row, _ channel: WrittenChannel) -> ChartSeries.Value? {
    guard let node = row.node(channel.field) else { return nil }
    if case .scalar(let scalar) = node.value {
      if scalar.isNull { return nil }
      if scalar.isPlain, let amount = jsonNumber(scalar.text) { return ChartSeries.Value(amount) }
      report(
        .chartValueNotANumber, "'\(scalar.text)' in '\(channel.field)' is not a plain number", at: node.range)
    } else {
      report(.chartPropertyShape, "'\(channel.field)' is a single value", at: node.range)
    }
    return nil
  }

  /// The distinct names of a domain: numbers by size before words by their code units.
  private func ordered(_ names: [String], _ order: WrittenChannel.Order) -> [String] {
    var seen: Set<String> = []
    let distinct = names.filter { seen.insert($0).inserted }
    guard order != .asGiven else { return distinct }
    let sorted = distinct.map { ($0, jsonNumber($0)) }.sorted { a, b in
      switch (a.1, b.1) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a.0.utf16.lexicographicallyPrecedes(b.0.utf16)
      }
    }.map(\.0)
    return order == .descending ? sorted.reversed() : sorted
  }
}
