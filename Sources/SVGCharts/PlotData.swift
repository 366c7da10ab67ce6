import Diagnostics
import SourceSyntax

extension SpecReader {
  /// Reads `data`: rows in the spec, a file or facts.
  mutating func rows(of node: Node, resolve: ChartDataResolver) -> [PlotRow]? {
    guard let parts = mapping(node, "'data'", keys: ["values", "url", "facts", "format", "name"]) else {
      return nil
    }
    if let format = parts["format"] {
      let type = mapping(format, "'format'", keys: ["type"])?["type"]
      _ = word(type, "a format of data", among: ["csv", "json"])
    }
    if let values = parts["values"] { return inlineRows(values) }
    if let url = parts["url"] {
      guard let path = text(url, "'url'") else { return nil }
      return found(resolve(.file(path)), at: url.range)
    }
    if let facts = parts["facts"] {
      guard let parts = mapping(facts, "'facts'", keys: ["concepts", "periods"]) else { return nil }
      let concepts = names(parts["concepts"], "concepts")
      if concepts.isEmpty {
        report(.missingChartProperty, "'facts' needs 'concepts'", at: facts.range)
        return nil
      }
      let request = ChartDataRequest.facts(concepts: concepts, periods: names(parts["periods"], "periods"))
      return found(resolve(request), at: facts.range)
    }
    report(.missingChartProperty, "'data' needs 'values', 'url' or 'facts'", at: node.range)
    return nil
  }

  private mutating func names(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else { return text(node, "'\(name)'").map { [$0] } ?? [] }
    return items.compactMap { text($0, "an entry of '\(name)'") }
  }

  private mutating func found(_ answer: Result<ChartRows, ChartDataProblem>, at range: SourceRange)
    -> [PlotRow]?
  {
    switch answer {
    case .failure(let problem):
      report(.missingChartData, problem.message, at: range)
      return nil
    case .success(let data):
      guard data.rows.count <= mostRows else {
        report(.tooMuchChartData, "\(data.rows.count) rows are more than a chart shows", at: range)
        return nil
      }
      return data.rows.map { row in
        var fields: [String: Datum] = [:]
        for (column, cell) in zip(data.columns, row) {
          fields[column] = cell.map { datum(Node.Scalar(text: $0, isPlain: true)) } ?? .missing
        }
        return PlotRow(range: range, fields: fields)
      }
    }
  }

  private mutating func inlineRows(_ values: Node) -> [PlotRow]? {
    guard case .sequence(let items) = values.value else {
      report(.chartPropertyShape, "'values' is a list of rows", at: values.range)
      return nil
    }
    guard items.count <= mostRows else {
      report(
        .tooMuchChartData, "'values' has \(items.count) rows; a chart shows \(mostRows) at most",
        at: values.range)
      return nil
    }
    return items.compactMap { item in
      switch item.value {
      case .scalar(let scalar): return PlotRow(range: item.range, fields: ["data": datum(scalar)])
      case .mapping(let entries):
        var fields: [String: Datum] = [:]
        for entry in entries {
          guard let scalar = entry.value.scalar else {
            report(.chartPropertyShape, "'\(entry.key)' is a single value", at: entry.value.range)
            return nil
          }
          fields[entry.key] = datum(scalar)
        }
        return PlotRow(range: item.range, fields: fields)
      case .sequence:
        report(.chartPropertyShape, "a row is a mapping of fields to values", at: item.range)
        return nil
      }
    }
  }
}

/// What one drawing can hold.
let mostRows = 2000
