import Diagnostics
import ReleaseModel

/// Holds what texts say against the archive: linked figures, figures without a link, weekdays, the names
/// of zones, and marks that stay open.
///
/// - Parameter texts: the texts of one page, in the order of the page.
public func checkProse(_ texts: [ProseText], _ context: ProseContext) -> ProseReport {
  var report = ProseReport()
  for (number, text) in texts.enumerated() {
    let scanned = proseTokens(text)
    let (tokens, numbers) = (scanned.all, scanned.numbers)
    var found = openMarks(text, in: number)
    guard !tokens.isEmpty else {
      report.findings += found
      continue
    }
    var seen: Set<Int> = []
    for index in tokens.indices where !text.links.isEmpty {
      guard tokens[index].kind == .claim else { continue }
      let link = Int(tokens[index].link)
      seen.insert(link)
      let claim = ClaimCheck(text.links[link], of: text, number, tokens, at: index, context)
      if let checked = claim.checked() {
        report.claims.append(checked.claim)
        found += checked.findings
      }
    }
    // A link whose place the parser does not know has no words round it.
    for (link, claim) in text.links.enumerated() where !seen.contains(link) {
      let check = ClaimCheck(claim, of: text, number, [], at: 0, context)
      if let checked = check.checked() {
        report.claims.append(checked.claim)
        found += checked.findings
      }
    }
    if !text.links.isEmpty {
      // A figure that differs from the data is reported as that.
      var contradicted = Set(found.filter { $0.severity == .error }.map(\.range))
      for finding in comparisonFindings(tokens, text.links, in: number, context)
        + levelFindings(tokens, text.links, in: number, context)
      where contradicted.insert(finding.range).inserted { found.append(finding) }
    }
    let unlinked = unlinkedFigures(tokens, at: numbers, text.bytes, in: number)
    report.unlinked += unlinked
    if let finding = unlinkedFinding(unlinked, in: number) { found.append(finding) }
    let day = context.release.map { context.archive.releases[$0].released.day }
    let dates = datesInProse(tokens, beside: numbers, near: day)
    found += weekdayFindings(dates, in: number)
    found += zoneFindings(tokens, dates, text.bytes, in: number, context)
    if found.count > 1 {
      found.sort { ($0.range.lowerBound, $0.code.id) < ($1.range.lowerBound, $1.code.id) }
    }
    report.findings += found
  }
  applyWaivers(to: &report, context)
  return report
}
