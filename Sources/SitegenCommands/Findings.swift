import Diagnostics

/// Tells findings in the chosen format: for people on the standard error, for machines on the standard output.
///
/// - Parameter source: the bytes of a file that a finding points at.
func printFindings(_ findings: [Diagnostic], as format: ReportFormat, source: (String) -> [UInt8]?) {
  switch format {
  case .human:
    let (shown, more) = forPeople(findings)
    write(renderHuman(shown, source: source, color: usesColor(.error)) + more, to: .error)
  case .json: write(renderJSON(findings), to: .output)
  case .github: write(renderGitHub(findings), to: .output)
  case .sarif: write(renderSARIF(findings, version: sitegenVersion, source: source), to: .output)
  }
}

/// How many warnings or notes of one code people are shown; nobody reads the thousandth of a kind.
private let mostOfOneCode = 20

/// The findings that people are shown, and in words how many more of which code there are.
///
/// Errors are shown all: each one must be mended.
func forPeople(_ findings: [Diagnostic]) -> (shown: [Diagnostic], more: String) {
  var counts: [DiagnosticCode: Int] = [:]
  let shown = findings.filter { finding in
    guard finding.severity != .error else { return true }
    counts[finding.code, default: 0] += 1
    return counts[finding.code, default: 0] <= mostOfOneCode
  }
  let more = counts.filter { $0.value > mostOfOneCode }.sorted { $0.key.id < $1.key.id }.map { code, count in
    "\(count - mostOfOneCode) more of \(code.id) (\(code.slug)); --format json tells all\n"
  }
  return (shown, more.joined())
}
