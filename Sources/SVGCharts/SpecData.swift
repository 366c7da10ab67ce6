import Diagnostics
import SourceSyntax

/// A row of `data.values`.
struct Row {
  var range: SourceRange
  var entries: [Node.Entry]

  func node(_ field: String) -> Node? { entries.first { $0.key == field }?.value }
}

extension SpecReader {
  /// Whether every field that is shown occurs in the data.
  mutating func knows(_ channels: [String: WrittenChannel], _ rows: [Row]) -> Bool {
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

  mutating func table(_ rows: [Row], _ roles: Roles) -> DataTable? {
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
