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
