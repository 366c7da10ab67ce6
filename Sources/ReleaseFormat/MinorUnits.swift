import Diagnostics
import ExactNumbers
import ReleaseModel
import SourceSyntax

/// Whether a row's figures are printed in its currency's minor unit, earnings per share in pence, and by what that is
/// known.
enum MinorUnitReading: Hashable {
  /// By the row's `unit`: its figures need no mark.
  case named(MinorUnit)
  /// By what follows its figures: each of them has it, for a row is in pence or in pounds.
  case marked(MinorUnit)

  var unit: MinorUnit {
    switch self {
    case .named(let unit), .marked(let unit): unit
    }
  }
}

extension MinorUnit {
  /// The spellings of `unit` that name it: `GBX`, `GBp`, `pence`, `p`.
  var unitNames: [String] {
    var names = [name, mark]
    if let code { names += [code, currency.prefix(2) + mark] }
    return names + names.map { $0 + "/shares" }
  }

  /// The spelling that messages ask for: `GBX`, `cents`.
  var unitName: String { code ?? name }

  /// A figure as it is written in the unit: `17.1p` for 0.171.
  func text(_ amount: Amount) -> String {
    (amount.timesPowerOfTen(MinorUnit.power) ?? amount).text() + mark
  }

  /// Whether a figure's mark is the unit's.
  func isMarked(_ mark: String) -> Bool { Self.meanings(of: mark).contains(name) }

  /// What a mark after a figure means; nothing for words that are no mark.
  static func meanings(of mark: String) -> [String] {
    switch mark {
    case "p", "pence": ["pence"]
    case "c", "¢", "cents": ["cents"]
    default: []
    }
  }

  /// Whether a label says that its figures are in the unit: `Basic earnings per share (pence)`.
  func isNamed(in label: String) -> Bool {
    let label = label.lowercased()
    return label.contains("(\(mark))") || label.contains("(\(name))") || label.contains("in \(name)")
      || label.contains(", \(name)")
  }
}

/// Whether a figure's text ends with what can be the mark of a minor unit, and not with a digit, as nearly all do.
func endsWithMinorUnit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var end = bytes.count
  while end > 0, bytes[end - 1] == UInt8(ascii: ")") { end -= 1 }
  guard end > 1 else { return false }
  switch bytes[end - 1] {
  case UInt8(ascii: "p"), UInt8(ascii: "c"):
    return bytes[end - 2] < UInt8(ascii: "A") || bytes[end - 2] > 0x7F
  // `¢` is C2 A2.
  case 0xA2: return bytes[end - 2] == 0xC2
  case UInt8(ascii: "e"): return bytes.prefix(end).suffix(5).elementsEqual("pence".utf8)
  case UInt8(ascii: "s"): return bytes.prefix(end).suffix(5).elementsEqual("cents".utf8)
  default: return false
  }
}

extension CSVRow {
  /// Whether any of a row's figures has the mark of a minor unit.
  func hasMinorUnit(_ columns: StatementColumns) -> Bool {
    columns.periods.contains { withBytes(of: $0.index, endsWithMinorUnit) }
  }
}

/// A figure per share in its currency, from one that may be printed in the minor unit; `nil` where the two contradict each
/// other.
func inCurrency(
  _ figure: PrintedFigure, _ unit: CellUnit, _ cell: CSVCell, _ findings: inout Findings
) -> Amount? {
  guard let printed = whole(figure, unit, cell, &findings) else { return nil }
  guard printed.isMinor else { return printed.amount }
  if let amount = printed.amount.timesPowerOfTen(-MinorUnit.power) { return amount }
  findings.report(
    .tooManyDigits, "'\(cell.text)' has more digits than the 18 a figure may have", at: cell.range)
  return nil
}

/// A figure as it is printed, and whether that is in a minor unit.
private func whole(
  _ figure: PrintedFigure, _ unit: CellUnit, _ cell: CSVCell, _ findings: inout Findings
) -> (amount: Amount, isMinor: Bool)? {
  guard let mark = figure.minorMark else {
    guard let minor = unit.minor, !figure.amount.isZero else { return (figure.amount, unit.minor != nil) }
    if case .marked(let minor) = minor {
      findings.report(
        .unitDoesNotFit, "'\(cell.text)' is not in \(minor.name), as other figures of its row are",
        at: cell.range,
        hints: [
          "a row is in \(minor.name) or in \(minor.currency): write '\(figure.amount.text())\(minor.mark)', or '\(minor.text(figure.amount))' if it is in \(minor.currency)"
        ])
      return nil
    }
    if figure.currency != nil {
      findings.report(
        .unitDoesNotFit,
        "'\(cell.text)' is in \(minor.unit.currency), but the unit of its row is \(minor.unit.name)",
        at: cell.range, hints: ["write '\(minor.unit.text(figure.amount))'"])
      return nil
    }
    return (figure.amount, true)
  }
  guard unit.kind == .perShare else {
    let amount = figure.amount.timesPowerOfTen(-MinorUnit.power)?.text() ?? ""
    findings.report(
      .unitDoesNotFit,
      "'\(cell.text)' is in \(MinorUnit.meanings(of: mark).first ?? ""), but the concept is \(unit.kind.inWords)",
      at: cell.range,
      hints: [
        unit.kind == .money
          ? "figures of a concept of the kind per-share may be so; this one is in \(unit.currency ?? "the currency"): \(amount)"
          : "remove '\(mark)'"
      ])
    return nil
  }
  if let currency = unit.currency, !(MinorUnit.of(currency)?.isMarked(mark) ?? false) {
    findings.report(
      .unitDoesNotFit,
      "'\(cell.text)' is in \(MinorUnit.meanings(of: mark).first ?? ""), and the currency is \(currency)",
      at: cell.range,
      hints: ["name the currency of the statement under 'unit' in release.yaml: pence are of GBP"])
    return nil
  }
  return (figure.amount, true)
}

/// Asks about a row whose label says pence while its figures are read in pounds.
func checkLabelledUnit(
  _ row: CSVRow, _ unit: CellUnit, _ columns: StatementColumns, _ findings: inout Findings
) {
  guard unit.kind == .perShare, unit.minor == nil, let currency = unit.currency,
    let minor = MinorUnit.of(currency), !row.isEmpty(1), minor.isNamed(in: row.text(of: 1)),
    let first = columns.periods.first(where: { !row.isEmpty($0.index) }),
    let figure = row.withBytes(of: first.index, parseCommonFigure), !figure.amount.isZero
  else { return }
  findings.report(
    .unitDoesNotFit,
    "'\(row.text(of: 1))' says \(minor.name), but '\(row.text(of: first.index))' is read as \(currency)",
    at: row.range(of: first.index), severity: .warning,
    hints: ["write '\(figure.amount.text())\(minor.mark)', or \(minor.unitName) under 'unit' of the row"])
}
