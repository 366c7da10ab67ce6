import ExactNumbers
import Markup

extension Chart {
  /// The figures in full as CSV (RFC 4180): UTF-8, a header, a row for each category, `,` and CR LF.
  ///
  /// Numbers are plain: no grouping, a point, a minus sign. Text that a spreadsheet would run as a formula
  /// has an apostrophe before it.
  public func csv() -> [UInt8] {
    let data = chartData(of: self)
    var sink = ByteSink()
    sink.csvRow(data.heads.map { .text($0) })
    for row in data.rows { sink.csvRow(row) }
    return sink.bytes()
  }
}

/// A chart's figures in full: not rounded, not in thousands.
struct ChartData: Sendable {
  var heads: [String]
  var rows: [[Cell]]

  enum Cell: Hashable, Sendable {
    case text(String)
    case number(Amount)
    case missing
  }
}

private func chartData(of chart: Chart) -> ChartData {
  switch chart.content {
  case .composition(let composition): return chartData(of: composition)
  case .plot(let plot):
    if let bridge = plot.spec.bridge { return chartData(of: bridge) }
    return chartData(of: plot)
  case .parts(let columns):
    return ChartData(
      heads: ["Column", "Part", measured("Amount", columns.measure)],
      rows: columns.columns.flatMap { column in
        column.parts.map { [.text(column.name), .text($0.label), .number($0.amount)] }
      })
  case .sparks(let rows):
    return ChartData(
      heads: ["Period"] + rows.rows.map(\.label),
      rows: rows.periods.enumerated().map { index, period in
        [.text(period)]
          + rows.rows.map { row in
            row.values[index].map { .number($0.amount) }
              ?? (row.nils.contains(index) ? .text(ChartTable.nilText) : .missing)
          }
      })
  }
}

private func measured(_ name: String, _ measure: ChartMeasure) -> String {
  measure.words.isEmpty || measure.words == name ? name : "\(name), \(measure.words)"
}

/// With a last column that names what is calculated, where something is.
private func chartData(of chart: Composition) -> ChartData {
  let digits = chart.precision.digits
  let series = chart.panels.flatMap(\.series)
  let hasDerived = series.contains { $0.points.contains { $0?.isDerived == true } }
  return ChartData(
    heads: [chart.dimension] + series.map { measured($0.name, chart.measure) }
      + (hasDerived ? ["Calculated"] : []),
    rows: chart.categories.enumerated().map { index, category in
      let cells = series.map { series -> ChartData.Cell in
        guard let point = series.points[index] else {
          return series.nils.contains(index) ? .text(ChartTable.nilText) : .missing
        }
        return Amount(quantity: point.quantity, digits: digits).map { .number($0) } ?? .missing
      }
      let derived = series.filter { $0.points[index]?.isDerived == true }.map(\.name)
      let note: ChartData.Cell = derived.isEmpty ? .missing : .text(derived.joined(separator: "; "))
      return [.text(category.fullLabel)] + cells + (hasDerived ? [note] : [])
    })
}

private func chartData(of bridge: BridgeData) -> ChartData {
  ChartData(
    heads: ["Step", measured("Change", bridge.measure), measured("Total", bridge.measure)],
    rows: zip(bridge.steps, bridge.running).map { step, running in
      [.text(step.label), step.isTotal ? .missing : .number(step.amount), .number(running)]
    })
}

/// Where a chart shows shares, with a last column for the amounts they are shares of.
private func chartData(of plot: Plot) -> ChartData {
  guard let view = tableView(of: plot) else { return ChartData(heads: [], rows: []) }
  let columns = tableColumns(of: view)
  func isShare(_ name: ChannelName) -> Bool { name == view.measure && view.showsShares }
  return ChartData(
    heads: columns.map { column in
      if isShare(column.name) { return "\(column.title), percent" }
      let channel = view.layer[column.name]
      return channel?.unit.map { measured(channel?.field ?? "", $0) } ?? column.title
    } + (view.showsShares ? [view.layer[view.measure]?.field ?? ""] : []),
    rows: view.items.map { item in
      func cell(_ name: ChannelName) -> ChartData.Cell {
        if item[name].isMissing { return .missing }
        if view.layer[name]?.type == .quantitative, let amount = item[name].amount {
          return .number(amount.withoutTrailingZeros)
        }
        return .text(item[name].words)
      }
      let cells = columns.map { isShare($0.name) ? percent(item.share) : cell($0.name) }
      return cells + (view.showsShares ? [cell(view.measure)] : [])
    })
}

/// A share to a tenth of a percent, as its table says it.
private func percent(_ share: Double?) -> ChartData.Cell {
  guard let share, let tenths = Amount(mantissa: Int64((share * 1000).rounded()), scale: 1) else {
    return .missing
  }
  return .number(tenths.withoutTrailingZeros)
}

extension Amount {
  /// A quantity of a chart as an amount; `nil` where it does not fit.
  init?(quantity: Int128, digits: Int) {
    var (rest, scale) = (quantity, digits)
    while scale > 0, rest % 10 == 0 { (rest, scale) = (rest / 10, scale - 1) }
    guard let mantissa = Int64(exactly: rest) else { return nil }
    self.init(mantissa: mantissa, scale: scale)
  }
}

extension ByteSink {
  fileprivate mutating func csvRow(_ cells: [ChartData.Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      switch cell {
      case .missing: break
      case .number(let amount): raw(amount.description)
      case .text(let text): csv(text)
      }
    }
    markup("\r\n")
  }
}
