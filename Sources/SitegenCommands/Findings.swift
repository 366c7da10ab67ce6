import Diagnostics

/// Tells findings in the chosen format: for people on the standard error, for machines on the standard output.
///
/// - Parameter source: the bytes of a file that a finding points at.
func printFindings(_ findings: [Diagnostic], as format: ReportFormat, source: (String) -> [UInt8]?) {
  switch format {
  case .human: write(renderHuman(findings, source: source, color: usesColor(.error)), to: .error)
  case .json: write(renderJSON(findings), to: .output)
  case .github: write(renderGitHub(findings), to: .output)
  case .sarif: write(renderSARIF(findings, version: sitegenVersion, source: source), to: .output)
  }
}
