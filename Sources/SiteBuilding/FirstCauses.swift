import Diagnostics

/// The findings of a run in their order, each once.
///
/// Two pages can come upon one mistake in a text they share; the author needs to read of it once.
func firstCauses(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<Diagnostic> = []
  return diagnostics.filter { seen.insert($0).inserted }.sorted()
}
