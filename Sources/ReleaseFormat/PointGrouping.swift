import Diagnostics
import ExactNumbers
import ReleaseModel
import SourceSyntax

/// Asks about a statement whose figures look grouped with points: `48.210` is read as 48 and a fraction.
///
/// Amounts of money and numbers of shares have cents or whole units, and in a statement's scale few more digits. So
/// nearly all of them with exactly three digits after the point, and none that could only be a fraction, are most
/// likely thousands. Rows that declare their decimals are taken at their word.
func checkPointGrouping(
  _ decoded: DecodedStatement, _ heads: [Statement.Row.Head], _ cells: Statement.Cells,
  _ entry: StatementEntry, _ context: ReleaseContext, _ findings: inout Findings
) {
  // Few statements have so many, and all others need no closer look.
  guard cells.indices.count(where: { cells.digitsAfterPoint(at: $0) == 3 }) >= leastGrouped else { return }
  if entry.scale == .ones, let currency = entry.currency, thousandthsCurrencies.contains(currency) { return }
  let width = decoded.columns.periods.count
  var grouped: [(row: Int, column: Int)] = []
  var (others, belowThousand) = (0, 0)
  for row in heads.indices {
    guard let id = heads[row].concept, context.catalog.kind(of: id).isScaled else { continue }
    let cell = decoded.columns.decimals.map { decoded.table.rows[decoded.rows[row]].isEmpty($0) }
    guard cell ?? true else { continue }
    for column in 0..<width {
      guard let amount = cells[row * width + column].amount else { continue }
      switch PointGrouping(amount) {
      case .looksGrouped: grouped.append((row, column))
      case .fraction: return
      case .otherDecimals: others += 1
      case .belowThousand: belowThousand += 1
      case .whole: break
      }
    }
  }
  guard grouped.count >= leastGrouped, others * 8 <= grouped.count, let first = grouped.first else { return }
  // Three decimals of millions are told by some; not beside whole numbers.
  guard entry.scale.power < 6 || belowThousand > 0 else { return }
  let number = decoded.rows[first.row]
  report(
    decoded.table.rows[number][decoded.columns.periods[first.column].index], more: grouped.count - 1,
    &findings)
}

/// The same of a single figure in full units, where nothing has thousandths.
func checkPointGrouping(_ amount: Amount, _ cell: CSVCell, _ findings: inout Findings) {
  guard amount.scale == 3, case .looksGrouped = PointGrouping(amount) else { return }
  report(cell, more: 0, &findings)
}

private let leastGrouped = 4

/// Currencies with a thousand parts (ISO 4217, minor unit 3).
private let thousandthsCurrencies: Set = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

/// What a figure says about how thousands are separated.
private enum PointGrouping {
  /// One to three digits before the point, three after it.
  case looksGrouped
  /// Three digits after the point, and yet no group: `0.940`, `1,234.567`.
  case fraction
  case otherDecimals
  /// Whole, and too small to need a separator.
  case belowThousand
  case whole

  init(_ amount: Amount) {
    let digits = amount.mantissa.magnitude
    switch amount.scale {
    case 3:
      self = digits == 0 ? .otherDecimals : (1_000..<1_000_000).contains(digits) ? .looksGrouped : .fraction
    case 0: self = digits > 0 && digits < 1_000 ? .belowThousand : .whole
    default: self = .otherDecimals
    }
  }
}

private func report(_ cell: CSVCell, more: Int, _ findings: inout Findings) {
  let rest = more == 0 ? "" : " and \(more) more figure\(more == 1 ? "" : "s")"
  let meant = cell.text.split(separator: ".").joined(separator: ",")
  findings.report(
    .groupedWithPoints,
    "'\(cell.text)'\(rest) with three digits after the point: that looks like grouping with points",
    at: cell.range, severity: .warning,
    hints: [
      "commas separate thousands, a full stop the decimals: write \"\(meant)\", in quotation marks",
      "where three decimals are meant, say so in the column 'decimals'",
    ])
}
