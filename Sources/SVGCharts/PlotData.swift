import Diagnostics
import SourceSyntax

extension SpecReader {
  /// Reads `data`: rows in the spec, a file or facts.
  mutating func rows(of node: Node, resolve: ChartDataResolver) -> [PlotRow]? {
    guard let parts = mapping(node, "'data'", keys: dataKeys) else {
      return nil
    }
    if let format = parts["format"] {
      let type = mapping(format, "'format'", keys: ["type"])?["type"]
      _ = word(type, "a format of data", among: ["csv", "json"])
    }
    if let name = parts["name"] { _ = text(name, "'name'") }
    let origins = ["values", "url", "facts"].filter { parts[$0] != nil }
    if origins.count > 1 {
      report(
        .unsupportedChartCombination, "'data' has one of '\(origins[0])' and '\(origins[1])'",
        at: parts[origins[1]]?.range ?? node.range)
    }
    if let periods = parts["periods"], parts["facts"] == nil {
      report(.unsupportedChartCombination, "'periods' belongs to 'facts'", at: periods.range)
    }
    if let values = parts["values"] { return inlineRows(values) }
    if let url = parts["url"] {
      guard let path = text(url, "'url'") else { return nil }
      var rows = found(resolve(.file(path)), url, periods: nil)
      for index in rows?.indices ?? 0..<0 { rows?[index].origin = .init(file: path, row: index + 1) }
      return rows
    }
    if let facts = parts["facts"] {
      let concepts = names(facts, "facts")
      if concepts.isEmpty {
        report(.missingChartProperty, "'facts' names concepts such as [Revenues]", at: facts.range)
        return nil
      }
      let request = ChartDataRequest.facts(concepts: concepts, periods: wantedPeriods(parts["periods"]))
      return found(resolve(request), facts, periods: parts["periods"])
    }
    report(.missingChartProperty, "'data' needs 'values', 'url' or 'facts'", at: node.range)
    return nil
  }

  private mutating func wantedPeriods(_ node: Node?) -> ChartDataRequest.FactPeriods {
    guard let node else { return .all }
    if case .sequence = node.value { return .listed(names(node, "periods")) }
    return text(node, "'periods'").map { .words($0) } ?? .all
  }

  private mutating func names(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else { return text(node, "'\(name)'").map { [$0] } ?? [] }
    return items.compactMap { text($0, "an entry of '\(name)'") }
  }

  private mutating func found(
    _ answer: Result<ChartRows, ChartDataProblem>, _ node: Node, periods: Node?
  ) -> [PlotRow]? {
    let range = node.range
    switch answer {
    case .failure(let problem):
      let place =
        switch problem.part {
        case .concept(let index): node.entry(index)
        case .period(let index): periods?.entry(index)
        case .periods: periods
        case nil: node
        }
      report(.missingChartData, problem.message, at: (place ?? node).range, hints: problem.hints)
      return nil
    case .success(let data):
      guard data.rows.count <= mostRows else {
        report(.tooMuchChartData, "\(data.rows.count) rows are more than a chart shows", at: range)
        return nil
      }
      let facts = data.facts
      let isFact = facts != nil
      if let source = facts?.source, !sources.contains(source) { sources.append(source) }
      for found in facts?.breaks ?? [] where !breaks.contains(found) { breaks.append(found) }
      return data.rows.enumerated().map { index, row in
        var fields: [String: Datum] = [:]
        for (column, cell) in zip(data.columns, row) {
          // Of facts only the figures are numbers, whatever a label looks like.
          let isPlain = !isFact || column == "value" || column == "first"
          fields[column] = cell.map { datum(Node.Scalar(text: $0, isPlain: isPlain)) } ?? .missing
        }
        var found = PlotRow(range: range, fields: fields)
        if let facts {
          found.fact = PlotRow.FactNote(
            unit: facts.unit, isRevised: facts.revised.contains(index),
            isApproximate: facts.rounded.contains(index))
        }
        return found
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

private let dataKeys = ["values", "url", "facts", "periods", "format", "name"]

extension Node {
  /// The entry of a list, or the node itself where it is a single value.
  fileprivate func entry(_ index: Int) -> Node {
    if case .sequence(let items) = value, items.indices.contains(index) { return items[index] }
    return self
  }
}

/// What one drawing can hold.
let mostRows = 2000
