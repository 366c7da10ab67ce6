import Diagnostics
import ExactNumbers
import ReleaseModel
import SourceSyntax

/// What the figures of a cell are measured in and how far they are scaled.
struct CellUnit {
  var kind: Concept.Kind
  /// The statement's currency; `nil` where none is declared.
  var currency: String?
  /// The power of ten that the printed figure leaves out.
  var power: Int
  /// XBRL's `decimals` where the row declares it.
  var decimals: Int8?
  /// Whether the figures are percentages, so that a large one without its sign is a slip.
  var percentage: Percentage?
  /// Whether figures are written in the currency's minor unit; a mark after a single figure says the same.
  var minor: MinorUnitReading?
  /// Whether figures are written with the other sign than their concept's.
  var isNegated = false
  /// Whether figures have no scale but are written in full.
  var isInFull = false

  /// How it is known that figures are percentages.
  enum Percentage {
    /// By their concept, a margin or a rate.
    case concept
    /// By the unit that the row names.
    case unit
  }

  /// The declared decimals, or else the place of a printed amount's last digit.
  fileprivate func decimals(of amount: Amount) -> Int8 {
    decimals ?? Int8(clamping: Int(amount.scale) - power)
  }
}

/// Reads a statement's cell: a figure as printed, a dash, or nothing.
///
/// Without declared `decimals` a figure is exact to its last printed digit: `6,980` in thousands has -3,
/// `0.60` has 2, `12%` has 2. Wrong spellings are findings and read as absent.
func decodeCell(_ cell: CSVCell, _ unit: CellUnit, _ findings: inout Findings) -> Cell {
  if cell.text.isEmpty { return .absent }
  switch parseCommonFigure(cell.text).map({ .figure($0) }) ?? parsePrintedFigure(cell.text) {
  case .dash: return .dash
  case .fault(let code, let rule, let hints):
    let meant = unit.isInFull && hints == [scaleHint] ? [hintInFull(cell.text)] : hints
    findings.report(code, rule, at: cell.range, hints: meant)
    return .absent
  case .figure(let figure):
    guard let amount = fit(figure, to: unit, cell, &findings) else { return .absent }
    guard amount.timesPowerOfTen(unit.power) != nil else {
      findings.report(
        .figureTooLarge, "'\(cell.text)' does not fit 18 digits when written in full", at: cell.range)
      return .absent
    }
    return .figure(amount, decimals: unit.decimals(of: amount))
  }
}

/// Reads a cell of a row; most are figures of nothing but digits, of which no text is made.
func decodeCell(_ row: CSVRow, _ column: Int, _ unit: CellUnit, _ findings: inout Findings) -> Cell {
  if row.isEmpty(column) { return .absent }
  if unit.percentage == nil, unit.minor == nil, let figure = row.withBytes(of: column, parseCommonFigure),
    figure.currency == nil, !figure.isPercent,
    unit.power == 0 || figure.amount.timesPowerOfTen(unit.power) != nil
  {
    return .figure(figure.amount, decimals: unit.decimals(of: figure.amount))
  }
  return decodeCell(row[column], unit, &findings)
}

/// The amount of a figure whose signs agree with what the concept is measured in.
private func fit(
  _ figure: PrintedFigure, to unit: CellUnit, _ cell: CSVCell, _ findings: inout Findings
) -> Amount? {
  if let sign = figure.currency {
    guard unit.kind == .money || unit.kind == .perShare else {
      findings.report(
        .unitDoesNotFit, "'\(cell.text)' has a currency, but the concept is \(unit.kind.inWords)",
        at: cell.range)
      return nil
    }
    if let currency = unit.currency, !currencySign(sign, fits: currency) {
      findings.report(
        .unitDoesNotFit, "'\(cell.text)' is not in \(currency), the currency of the statement",
        at: cell.range,
        hints: ["a statement has one currency; put the other into a file of its own"])
      return nil
    }
  }
  guard figure.isPercent else {
    if isMissingPercentSign(figure.amount, unit, cell, &findings) { return nil }
    return inCurrency(figure, unit, cell, &findings)
  }
  guard unit.kind == .ratio else {
    findings.report(
      .unitDoesNotFit, "'\(cell.text)' is a percentage, but the concept is \(unit.kind.inWords)",
      at: cell.range)
    return nil
  }
  if let amount = figure.amount.timesPowerOfTen(-2) { return amount }
  findings.report(
    .tooManyDigits, "'\(cell.text)' has more digits than the 18 a figure may have", at: cell.range)
  return nil
}

/// Whether a percentage can only be meant with a percent sign: 28 is 2,800%.
///
/// A loss may be several times as large as the revenues, and be written `-3.5`; that is asked about, and refused from
/// ten times on.
private func isMissingPercentSign(
  _ amount: Amount, _ unit: CellUnit, _ cell: CSVCell, _ findings: inout Findings
) -> Bool {
  guard let percentage = unit.percentage, let size = amount.magnitude,
    let most = Amount(mantissa: 15, scale: 1),
    size > most
  else { return false }
  let isCertain = percentage == .unit || size >= Amount(10)
  let percent = amount.timesPowerOfTen(2).map { "\($0.text())%" } ?? "more than that"
  findings.report(
    .percentageWithoutSign, "'\(cell.text)' without a percent sign is \(percent)", at: cell.range,
    severity: isCertain ? .error : .warning,
    hints: ["write '\(cell.text)%', or '\(percent)' if that is what it is"])
  return isCertain
}

/// How to write `EUR 1.5 million` where figures are in full units: `1500000`, with -5 as its decimals.
private func hintInFull(_ text: String) -> String {
  let rule = "the file has no scale: write the figure in full"
  let powers = [("thousand", 3), ("million", 6), ("billion", 9)]
  let number = text.drop { !isDigit($0.utf8.first ?? 0) }.prefix {
    isDigit($0.utf8.first ?? 0) || ",.".contains($0)
  }
  guard let (_, power) = powers.first(where: { text.lowercased().contains($0.0) }),
    case .success(let amount) = parseGrouped(String(number)), let whole = amount.timesPowerOfTen(power)
  else { return rule }
  let isNegative = text.contains("-") || text.contains("\u{2212}") || text.contains("(")
  return
    "\(rule), \((isNegative ? whole.negated : whole) ?? whole), and \(Int(amount.scale) - power) under 'decimals' where it is rounded"
}

extension Concept.Kind {
  /// How messages name what a concept is measured in.
  var inWords: String {
    switch self {
    case .money: "money"
    case .perShare: "an amount per share"
    case .shares: "a number of shares"
    case .ratio: "a ratio"
    case .count: "a number of things"
    }
  }
}
