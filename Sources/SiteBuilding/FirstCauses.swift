import Diagnostics

/// The findings of a run in their order, each once.
///
/// Two pages can come upon one mistake in a text they share; the author needs to read of it once.
///
/// Equal findings stand together once they are sorted, so none has to be hashed.
func firstCauses(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var causes: [Diagnostic] = []
  causes.reserveCapacity(diagnostics.count)
  // Where the findings begin that differ from the last one in nothing that orders them.
  var start = 0
  for diagnostic in diagnostics.sorted() {
    if let last = causes.last, last < diagnostic { start = causes.count }
    if !causes[start...].contains(diagnostic) { causes.append(diagnostic) }
  }
  return causes
}
