import Diagnostics

/// The findings of a run in their order, each once.
///
/// Two pages can come upon one mistake in a text they share; the author needs to read of it once.
///
/// Equal findings stand together once they are sorted, so none has to be hashed.
/// They are taken out where they lie: there can be more findings than pages.
func firstCauses(_ diagnostics: consuming [Diagnostic]) -> [Diagnostic] {
  diagnostics.sort()
  var count = 0
  // Where the findings begin that differ from the last one in nothing that orders them.
  var start = 0
  for index in diagnostics.indices {
    if count > 0, diagnostics[count - 1] < diagnostics[index] { start = count }
    if (start..<count).contains(where: { diagnostics[$0] == diagnostics[index] }) { continue }
    if count < index { diagnostics.swapAt(count, index) }
    count += 1
  }
  diagnostics.removeLast(diagnostics.count - count)
  return diagnostics
}
