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

/// `did you mean '2003-Q3'?` for other common spellings of a period.
func usualSpelling(of text: String, _ fiscal: FiscalCalendar) -> String? {
  fiscal.usualSpelling(of: text).map { "did you mean '\($0)'?" }
}
