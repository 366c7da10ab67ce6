import Diagnostics
import Glibc
import SiteBuilding
import SiteFiles

/// The rows of the table at the end of a run that say what was made.
func summaryRows(_ counts: BuildCounts, _ changes: PublishedChanges?) -> [(label: String, value: String)] {
  let files = changes?.files ?? counts.files
  var rows = [
    ("releases", grouped(counts.releases)), ("pages", grouped(counts.pages)),
    ("charts", grouped(counts.charts)),
    ("figures", grouped(counts.figures)), ("figures in prose", grouped(counts.figuresInProse)),
    ("  verified", grouped(counts.verified)), ("  contradicted", grouped(counts.contradicted)),
    ("  not verifiable", grouped(counts.notVerifiable)), ("  unlinked", grouped(counts.unlinked)),
    ("files", grouped(files)), ("size", byteCount(counts.bytes)),
  ]
  if counts.kept > 0 { rows.insert(("  made before", grouped(counts.kept)), at: 2) }
  if let changes {
    rows.append(("changed", grouped(changes.written)))
    if changes.removed > 0 { rows.append(("removed", grouped(changes.removed))) }
  }
  return rows
}

/// What a dry run would change, one file a line, in the order of the changes.
func planText(_ plan: PlannedChanges) -> String {
  let lines =
    plan.added.map { "add     \($0)\n" } + plan.changed.map { "change  \($0)\n" }
    + plan.removed.map { "remove  \($0)\n" }
  return lines.joined()
}

extension BuildCounts {
  /// All figures in prose, with a link or without.
  var figuresInProse: Int { verified + contradicted + notVerifiable + unlinked }
}

/// Labels on the left, values ending in one column.
func summaryTable(_ rows: [(label: String, value: String)]) -> String {
  let label = rows.map(\.label.count).max() ?? 0
  let value = rows.map(\.value.count).max() ?? 0
  return rows.map { row in
    "  " + row.label + String(repeating: " ", count: label - row.label.count + 2)
      + String(repeating: " ", count: value - row.value.count) + row.value + "\n"
  }.joined()
}

/// `10,240`.
func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(abs(number)).reversed().enumerated() {
    if index > 0 && index % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + String(text.reversed())
}

/// `812 B`, `4.2 kB`, `16.0 MB`: powers of 1,000, one digit after the point.
func byteCount(_ bytes: Int) -> String {
  guard bytes >= 1000 else { return "\(bytes) B" }
  var (value, unit) = (bytes, 0)
  while value >= 999_950 {
    value /= 1000
    unit += 1
  }
  let tenths = (value + 50) / 100
  return "\(grouped(tenths / 10)).\(tenths % 10) \(["kB", "MB", "GB", "TB", "PB", "EB"][min(unit, 5)])"
}

/// `42 ms`, `1.3 s`.
func duration(_ seconds: Double) -> String {
  let milliseconds = Int((seconds * 1000).rounded())
  if milliseconds < 1000 { return "\(milliseconds) ms" }
  let tenths = (milliseconds + 50) / 100
  return "\(grouped(tenths / 10)).\(tenths % 10) s"
}

/// The most memory this process has held, in bytes; Linux counts in kibibytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
