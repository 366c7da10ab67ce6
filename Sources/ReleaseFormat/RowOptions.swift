import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `role`: `item`, `subtotal` or `total`.
func decodeRole(_ cell: CSVCell, _ findings: inout Findings) -> Statement.Role? {
  if let role = Statement.Role(rawValue: cell.text) { return role }
  let roles = Statement.Role.allCases.map(\.rawValue)
  findings.report(
    .unknownChoice, "'role' is one of \(list(roles)), not '\(cell.text)'", at: cell.range,
    hints: findings.suggestions(for: cell.text, among: roles))
  return nil
}

/// Reads `level`, how far a label is indented.
func decodeLevel(_ cell: CSVCell, _ findings: inout Findings) -> UInt8? {
  whole(cell, named: "level", in: 0...9, &findings).map(UInt8.init)
}

/// Reads `negated`: whether the release prints a row with the other sign; `true` is `TRUE` in a spreadsheet's export.
///
/// What is spelled otherwise counts as what it most likely means, so that the row's sums are not found wrong as well.
func decodeNegated(_ cell: CSVCell, _ findings: inout Findings) -> Bool {
  switch cell.text {
  case "true", "TRUE": return true
  case "false", "FALSE": return false
  default:
    let meant = meantFlag(cell.text)
    findings.report(
      .unknownChoice, "'negated' is 'true' or 'false', not '\(cell.text)'", at: cell.range,
      hints: meant.map { ["write \($0)"] }
        ?? findings.suggestions(for: cell.text, among: ["true", "false"]))
    return meant != "false"
  }
}

/// Reads `decimals`: -5 for a figure rounded to hundred thousands (XBRL 2.1, 4.6.5).
func decodeDecimals(_ cell: CSVCell, _ findings: inout Findings) -> Int8? {
  whole(cell, named: "decimals", in: -15...15, &findings).map(Int8.init)
}

private func whole(
  _ cell: CSVCell, named name: String, in limits: ClosedRange<Int>, _ findings: inout Findings
) -> Int? {
  if let number = Int(cell.text), limits.contains(number) { return number }
  findings.report(
    .badNumber,
    "'\(name)' is a whole number from \(limits.lowerBound) to \(limits.upperBound), not '\(cell.text)'",
    at: cell.range)
  return nil
}

/// Reads a row's `unit`, which is what its concept is measured in; the minor unit where figures per share are in that.
///
/// A fact has no unit beyond its statement's currency, so a row in another currency is refused.
func decodeUnit(
  _ cell: CSVCell, of kind: Concept.Kind, in currency: String?, _ findings: inout Findings
) -> MinorUnit? {
  let minor = currency.flatMap(MinorUnit.of)
  if let minor, minor.unitNames.contains(cell.text), kind == .perShare { return minor }
  let units: [String] =
    switch kind {
    case .money: currency.map { [$0] } ?? []
    case .perShare: currency.map { ["\($0)/shares", $0] } ?? []
    case .shares: ["shares"]
    case .ratio: ["pure", "percent", "%"]
    case .count: ["pure"]
    }
  guard let usual = units.first, !units.contains(cell.text) else { return nil }
  var hints: [String] = []
  if isCurrencyCode(cell.text) {
    hints = ["a statement has one currency; put the other into a file of its own"]
  } else if let minor, minor.unitNames.contains(cell.text), kind == .money {
    hints = ["only figures of concepts of the kind per-share are in \(minor.name)"]
  } else if kind == .perShare, let minor {
    hints = ["for figures in \(minor.name) write \(minor.unitName)"]
  }
  findings.report(
    .unitDoesNotFit, "the unit of \(kind.inWords) is '\(usual)' here, not '\(cell.text)'", at: cell.range,
    hints: hints)
  return nil
}
