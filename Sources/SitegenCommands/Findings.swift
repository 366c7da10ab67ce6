import Diagnostics

/// Tells findings in the chosen format: for people on the standard error, for machines on the standard output.
func printFindings(_ diagnostics: [Diagnostic], as format: ReportFormat) {
  for diagnostic in diagnostics { printToError(findingLine(diagnostic)) }
}

/// One finding in one line, with its hints below.
private func findingLine(_ diagnostic: Diagnostic) -> String {
  var place = ""
  if let found = diagnostic.place {
    place = " --> \(found.path)"
    if let start = found.range?.start { place += ":\(start.line):\(start.column)" }
  }
  let hints = diagnostic.hints.map { "  help: \($0)\n" }.joined()
  return "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]: \(diagnostic.message)\(place)\n" + hints
}
