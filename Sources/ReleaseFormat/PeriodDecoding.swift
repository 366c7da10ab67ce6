import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads a period in a company's fiscal calendar: `2003-Q3`, `2003-09-30`, `2003-07-01/2003-09-30`.
func decodePeriod(
  _ node: Node, _ subject: Subject, _ fiscal: FiscalCalendar, _ findings: inout Findings
) -> Period? {
  guard let text = node.text(subject, &findings) else { return nil }
  return period(text, at: node.range, fiscal, &findings)
}

/// Reads a period that stands at a place; another spelling is a finding.
func period(
  _ text: String, at range: SourceRange, _ fiscal: FiscalCalendar, _ findings: inout Findings
) -> Period? {
  if let period = fiscal.period(text) { return period }
  findings.report(
    .badPeriod, "'\(text)' is no period", at: range, hints: [usualSpelling(of: text, fiscal) ?? periodHint])
  return nil
}

private let periodHint =
  "periods are 2003-Q3, 2003-H1, 2003-9M, 2003-FY, a day such as 2003-09-30, or two with '/' between"

/// `did you mean 2003-Q3?` for other common spellings: `Q3-2003`, `2003Q3`, `Q3 2003`, `FY2003`, `2003`, `2002/03-Q3`
/// and `30.09.2003`.
func usualSpelling(of text: String, _ fiscal: FiscalCalendar) -> String? {
  guard text.utf8.count <= 12 else { return nil }
  if let day = dayWithPoints(text) { return "did you mean '\(day)'?" }
  let upper = text.uppercased()
  let parts = FiscalCalendar.Part.allCases.map(\.rawValue).filter(upper.contains)
  var rest = upper
  if let part = parts.first, let range = rest.utf8.firstRange(of: part.utf8) { rest.removeSubrange(range) }
  var year = rest.filter { $0.isASCII && $0.isNumber }
  if year.utf8.count == 6, rest.contains("/"), let first = Int(year.prefix(4)),
    Int(year.suffix(2)) == (first + 1) % 100
  {
    // A fiscal year is named by the calendar year in which it ends.
    year = String(first + 1)
  }
  guard year.utf8.count == 4 else { return nil }
  let spelling = "\(year)-\(parts.first ?? "FY")"
  return fiscal.period(spelling) == nil ? nil : "did you mean '\(spelling)'?"
}

/// `2003-09-30` for `30.09.2003`.
private func dayWithPoints(_ text: String) -> Day? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
    let year = Int(parts[2])
  else { return nil }
  return Day(year: year, month: month, day: day)
}
