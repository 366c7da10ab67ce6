import Diagnostics
import ExactNumbers
import ReleaseModel
import SourceSyntax

/// Reads a file of single figures: `concept,label,period,value`, then perhaps `decimals` and `note`.
///
/// Values are in full units. Of each row's places the label's is the concept where the label is blank, and the
/// only cell is the value's.
///
/// - Parameter currency: that of the release's first statement, which counts for its figures too.
func decodeFigures(
  _ table: CSVTable, in currency: String?, _ fiscal: FiscalCalendar, _ context: ReleaseContext,
  _ findings: inout Findings
) -> (figures: [StatedFigure], source: SourceMap.TableSource)? {
  guard hasColumns(["concept", "label", "period", "value"], table.header, &findings) else { return nil }
  var options: [String: Int] = [:]
  for (index, cell) in table.header.enumerated().dropFirst(4) {
    if cell.text.isEmpty, table.isBlank(index) { continue }
    guard ["decimals", "note"].contains(cell.text) else {
      findings.report(
        .unknownColumn, "a file of figures has no column '\(cell.text)'", at: cell.range,
        hints: ["after 'value' may follow 'decimals' and 'note'"])
      continue
    }
    if options.updateValue(index, forKey: cell.text) != nil {
      findings.report(.duplicateColumn, "there are two columns '\(cell.text)'", at: cell.range)
    }
  }
  var figures: [StatedFigure] = []
  var source = SourceMap.TableSource(path: findings.path, columns: [table.header[3].range])
  var told: [Told: SourceRange] = [:]
  for row in table.rows {
    let cells = Array(row)
    let option = { (name: String) -> CSVCell? in
      options[name].flatMap { cells[$0].text.isEmpty ? nil : cells[$0] }
    }
    let decimals = option("decimals").flatMap { decodeDecimals($0, &findings) }
    guard var figure = decodeFigure(cells, decimals: decimals, in: currency, fiscal, context, &findings)
    else { continue }
    figure.note = option("note")?.text
    if let first = told.updateValue(cells[0].range, forKey: Told(figure)) {
      findings.report(
        .duplicateRow, "two rows are for '\(cells[0].text)' in \(cells[2].text)", at: cells[0].range,
        related: [.init(place: Place(findings.path, first), message: "the first of them")])
      continue
    }
    figures.append(figure)
    source.rows.append((cells[1].text.isEmpty ? cells[0].range : cells[1].range, [cells[3].range]))
  }
  return (figures, source)
}

/// A file tells a concept once for each period.
private struct Told: Hashable {
  var concept: ConceptID
  var period: Period

  init(_ figure: StatedFigure) {
    concept = figure.concept
    period = figure.period
  }
}

private func decodeFigure(
  _ cells: [CSVCell], decimals: Int8?, in currency: String?, _ fiscal: FiscalCalendar,
  _ context: ReleaseContext, _ findings: inout Findings
) -> StatedFigure? {
  guard !cells[0].text.isEmpty else {
    findings.report(.figuresWithoutConcept, "a figure needs its concept", at: cells[0].range)
    return nil
  }
  let id = concept(cells[0].text, at: cells[0].range, context.concepts, &findings)
  let period = period(cells[2].text, at: cells[2].range, fiscal, &findings)
  guard let id else { return nil }
  // A figure's own sign, as in `£0.18`, is taken at its word.
  let isMinor = cells[3].text.withBytes(endsWithMinorUnit)
  let unit = CellUnit(
    kind: context.catalog.kind(of: id), currency: isMinor ? currency : nil, power: 0, decimals: decimals,
    percentage: CellUnit.Percentage(of: id, context), isInFull: true)
  let isExplained = decimals != nil || context.catalog[id].balance == .average
  guard case .figure(let value, let decimals) = decodeCell(cells[3], unit, &findings) else {
    if cells[3].text.isEmpty || parsePrintedFigure(cells[3].text).isDash {
      findings.report(
        .missingValue, "'\(cells[0].text)' has no value", at: cells[3].range,
        hints: ["a figure that the release does not state has no row"])
    }
    return nil
  }
  if !isExplained, unit.kind.isScaled { checkPointGrouping(value, cells[3], &findings) }
  guard let period else { return nil }
  if (context.catalog[id].balance == .stock) != period.isInstant {
    findings.report(.balanceDoesNotFit, balanceRule(cells[0].text, period), at: cells[2].range)
  }
  return StatedFigure(
    concept: id, label: cells[1].text.isEmpty ? context.catalog[id].label : cells[1].text, period: period,
    value: value, decimals: decimals,
    isInMinorUnit: isMinor)
}

extension PrintedText {
  fileprivate var isDash: Bool { if case .dash = self { true } else { false } }
}
