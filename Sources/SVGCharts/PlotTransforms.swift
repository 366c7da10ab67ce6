import Diagnostics
import ExactNumbers
import SourceSyntax

extension SpecReader {
  /// Applies `transform`: filters by one field, folds of columns into rows, and aggregates.
  mutating func transformed(_ rows: [PlotRow], by node: Node) -> [PlotRow] {
    guard case .sequence(let steps) = node.value else {
      report(.chartPropertyShape, "'transform' is a list of steps", at: node.range)
      return rows
    }
    var rows = rows
    for step in steps {
      let keys = ["filter", "fold", "as", "aggregate", "groupby"]
      guard let parts = mapping(step, "a transform", keys: keys) else { continue }
      let kinds = ["filter", "fold", "aggregate"].filter { parts[$0] != nil }
      if kinds.count > 1 {
        report(
          .unsupportedChartCombination, "a transform is either '\(kinds[0])' or '\(kinds[1])'",
          at: step.range,
          hints: ["write them as steps of their own"])
      }
      for (key, owner) in [("as", "fold"), ("groupby", "aggregate")] where parts[owner] == nil {
        guard let part = parts[key] else { continue }
        report(.unsupportedChartCombination, "'\(key)' belongs to '\(owner)'", at: part.range)
      }
      if let filter = parts["filter"] {
        rows = filtered(rows, by: filter)
      } else if let fold = parts["fold"] {
        rows = folded(rows, fold, as: parts["as"])
      } else if let aggregate = parts["aggregate"] {
        rows = aggregated(rows, aggregate, by: parts["groupby"])
      } else {
        report(.missingChartProperty, "a transform is 'filter', 'fold' or 'aggregate'", at: step.range)
      }
    }
    return rows
  }

  private mutating func filtered(_ rows: [PlotRow], by node: Node) -> [PlotRow] {
    let tests = ["equal", "lt", "lte", "gt", "gte", "oneOf", "range", "valid"]
    if node.scalar != nil {
      report(
        .unsupportedChartValue, "a filter tests a field; expressions are not part of the subset",
        at: node.range, hints: ["write {field: name, equal: value}"])
      return rows
    }
    guard let parts = mapping(node, "'filter'", keys: ["field"] + tests) else { return rows }
    guard let field = text(parts["field"], "'field'") else {
      report(.missingChartProperty, "'filter' needs 'field'", at: node.range)
      return rows
    }
    checkField(field, in: rows, at: parts["field"] ?? node)
    guard let test = tests.first(where: { parts[$0] != nil }), let operand = parts[test] else {
      report(.missingChartProperty, "'filter' needs one of \(tests.joined(separator: ", "))", at: node.range)
      return rows
    }
    if tests.count(where: { parts[$0] != nil }) > 1 {
      report(
        .unsupportedChartCombination, "'filter' makes one test", at: node.range,
        hints: ["write a step of its own for each"])
    }
    var operands: [Datum] = []
    switch operand.value {
    case .sequence(let items): operands = items.compactMap { $0.scalar.map(datum) }
    case .scalar(let scalar): operands = [datum(scalar)]
    case .mapping: report(.chartPropertyShape, "'\(test)' is a value or a list of them", at: operand.range)
    }
    if test == "range", operands.count != 2 {
      report(.chartPropertyShape, "'range' is a list of two values", at: operand.range)
    }
    guard let first = operands.first, let last = operands.last else { return rows }
    return rows.filter { row in
      let value = row.fields[field] ?? .missing
      func isBelow(_ a: Datum, _ b: Datum) -> Bool { Datum.precedes(a, b) }
      if test == "valid" { return (first == .text("true")) == !value.isMissing }
      if test == "equal" || test == "oneOf" { return operands.contains(value) }
      guard !value.isMissing else { return false }
      switch test {
      case "lt": return isBelow(value, first)
      case "lte": return !isBelow(first, value)
      case "gt": return isBelow(first, value)
      case "gte": return !isBelow(value, first)
      default: return !isBelow(value, first) && !isBelow(last, value)
      }
    }
  }

  private mutating func list(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else {
      report(.chartPropertyShape, "'\(name)' is a list of names", at: node.range)
      return []
    }
    return items.compactMap { text($0, "an entry of '\(name)'") }
  }

  /// The same of fields that rows have.
  private mutating func fields(_ node: Node?, _ name: String, in rows: [PlotRow]) -> [String] {
    let fields = list(node, name)
    guard let node, case .sequence(let items) = node.value, items.count == fields.count else { return fields }
    for (field, item) in zip(fields, items) { checkField(field, in: rows, at: item) }
    return fields
  }

  /// Reports a field that no row has.
  private mutating func checkField(_ field: String, in rows: [PlotRow], at node: Node) {
    guard !rows.isEmpty, !rows.contains(where: { $0.fields[field] != nil }) else { return }
    report(
      .unknownChartField, "no row has the field '\(field)'", at: node.range,
      hints: didYouMean(field, among: fieldNames(of: rows)))
  }

  private mutating func folded(_ rows: [PlotRow], _ node: Node, as names: Node?) -> [PlotRow] {
    let fields = fields(node, "fold", in: rows)
    let outputs = list(names, "as")
    guard rows.count * fields.count <= mostRows else {
      report(.tooMuchChartData, "folding makes \(rows.count * fields.count) rows", at: node.range)
      return rows
    }
    let (key, value) = (outputs.first ?? "key", outputs.count > 1 ? outputs[1] : "value")
    return rows.flatMap { row in
      fields.map { field in
        var row = row
        let folded = row.fields[field] ?? .missing
        row.fields[key] = .text(field)
        row.fields[value] = folded
        return row
      }
    }
  }

  private mutating func aggregated(_ rows: [PlotRow], _ node: Node, by groups: Node?) -> [PlotRow] {
    guard case .sequence(let items) = node.value else {
      report(.chartPropertyShape, "'aggregate' is a list of mappings", at: node.range)
      return rows
    }
    var wanted: [(operation: Aggregate, field: String?, name: String)] = []
    for item in items {
      guard let parts = mapping(item, "an aggregate", keys: ["op", "field", "as"]) else { continue }
      guard
        let operation = word(parts["op"], "an aggregate", among: Aggregate.allCases.map(\.rawValue))
          .flatMap(Aggregate.init), let name = text(parts["as"], "'as'")
      else {
        report(.missingChartProperty, "an aggregate needs 'op' and 'as'", at: item.range)
        continue
      }
      let field = text(parts["field"], "'field'")
      if let field, let part = parts["field"] { checkField(field, in: rows, at: part) }
      if field == nil, operation != .count {
        report(.missingChartProperty, "'\(operation.rawValue)' needs 'field'", at: item.range)
        continue
      }
      wanted.append((operation, field, name))
    }
    let keys = fields(groups, "groupby", in: rows)
    var order: [[Datum]] = []
    var members: [[Datum]: [PlotRow]] = [:]
    for row in rows {
      let key = keys.map { row.fields[$0] ?? .missing }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(row)
    }
    return order.compactMap { key in
      guard let group = members[key], let first = group.first else { return nil }
      var row = PlotRow(range: first.range, fields: [:])
      for (name, value) in zip(keys, key) { row.fields[name] = value }
      for (operation, field, name) in wanted {
        let values = field.map { field in group.map { $0.fields[field] ?? .missing } } ?? []
        row.fields[name] = operation.value(of: values, count: group.count)
      }
      return row
    }
  }
}

extension Aggregate {
  /// The aggregate of the numbers among the values; `count` counts rows, `distinct` different values.
  func value(of values: [Datum], count: Int) -> Datum {
    if self == .count { return .number(Double(count)) }
    if self == .distinct { return .number(Double(Set(values).count)) }
    let numbers = values.compactMap(\.number)
    guard !numbers.isEmpty else { return self == .sum ? .number(0) : .missing }
    let sum = numbers.reduce(0, +)
    if self == .sum, let exact = exactSum(values) { return .exact(exact) }
    switch self {
    case .sum, .count, .distinct: return .number(sum)
    case .mean, .average: return .number(sum / Double(numbers.count))
    case .min: return .number(numbers.reduce(numbers[0]) { Swift.min($0, $1) })
    case .max: return .number(numbers.reduce(numbers[0]) { Swift.max($0, $1) })
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return .number(sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
    }
  }
}

/// The sum of values some of which have more digits than a `Double`; `nil` where none has or it does not fit.
private func exactSum(_ values: [Datum]) -> Amount? {
  let isExact = values.contains { datum in
    if case .exact = datum { return true }
    return false
  }
  guard isExact else { return nil }
  return values.compactMap(\.amount).reduce(Optional(Amount.zero)) { sum, amount in
    sum.flatMap { $0 + amount }
  }
}
