import CivilTime
import Diagnostics
import Markup
public import PageTemplates
public import ReleaseChecks
import ReleaseModel

/// What the checks of one release came to, for the page on the data quality of the archive.
public struct QualityRow: Sendable {
  /// The release's place in the archive.
  public var release: Int
  public var prose: ProseCounts
  public var waivedProse: [WaivedProse]
  public var checks: ReleaseRecord

  public init(release: Int, prose: ProseCounts, waivedProse: [WaivedProse], checks: ReleaseRecord) {
    self.release = release
    self.prose = prose
    self.waivedProse = waivedProse
    self.checks = checks
  }
}

/// The page on the data quality of the archive.
public let dataQualityAddress = "/data-quality/"

/// Fills the page on the data quality of the archive, with the template `page`: what was checked, what held,
/// what was set aside and why.
public func dataQualityRecord(_ rows: [QualityRow], _ context: PageContext) -> TemplateRecord {
  var article = ByteSink()
  writeReleases(rows, context, &article)
  writeRules(rows, &article)
  writeWaived(rows, context, &article)
  let title = "Data quality"
  let standfirst = summary(rows)
  return PageShapes.page.record(
    values: frame(context, address: dataQualityAddress, title: title, description: standfirst) + [
      .text(title), .text(standfirst), .html(article.bytes()), .list([]), .flag(false),
    ])
}

private func summary(_ rows: [QualityRow]) -> String {
  var prose = ProseCounts()
  for row in rows { prose += row.prose }
  let held = rows.reduce(0) { $0 + $1.checks.heldCount }
  return """
    \(counted(rows.count, "release")), \(counted(held, "relation")) that hold between their figures, and \
    \(counted(prose.all, "figure")) in their texts, of which \(prose.verified) agree with other figures and \
    \(prose.notVerifiable) stand alone.
    """
}

private func writeReleases(_ rows: [QualityRow], _ context: PageContext, _ sink: inout ByteSink) {
  beginSection("by-release", "By release", &sink)
  beginTable("by-release", "What was checked, latest release first", class: "figures wordy titles", &sink)
  let heads = ["Relations that hold", "Verified in the text", "Not verifiable", "Not linked", "Set aside"]
  sink.markup("<thead><tr><td></td>")
  for head in heads {
    sink.markup("<th scope=\"col\">")
    sink.text(head)
    sink.markup("</th>")
  }
  sink.markup("</tr></thead>\n<tbody>\n")
  for row in rows.reversed() {
    sink.markup("<tr><th scope=\"row\">")
    writeLink(row.release, context, &sink)
    sink.markup("</th>")
    let counts = [
      row.checks.heldCount, row.prose.verified, row.prose.notVerifiable, row.prose.unlinked,
      row.checks.waived.count + row.waivedProse.count,
    ]
    for count in counts {
      sink.markup("<td>")
      sink.decimal(count)
      sink.markup("</td>")
    }
    sink.markup("</tr>\n")
  }
  endTable(&sink)
}

private func writeRules(_ rows: [QualityRow], _ sink: inout ByteSink) {
  var held: [String: (rule: String, count: Int)] = [:]
  for entry in rows.flatMap(\.checks.held) {
    held[entry.code.id, default: (entry.code.rule, 0)].count += entry.count
  }
  guard !held.isEmpty else { return }
  beginSection("by-check", "By check", &sink)
  beginTable("by-check", "Checks that hold", class: "figures wordy codes", &sink)
  sink.markup("<thead><tr><td></td><th scope=\"col\" class=\"left\">Rule</th><th scope=\"col\">Times</th>")
  sink.markup("</tr></thead>\n<tbody>\n")
  for (code, entry) in held.sorted(by: { $0.key < $1.key }) {
    sink.markup("<tr><th scope=\"row\">")
    sink.text(code)
    sink.markup("</th><td class=\"left\">")
    sink.text(entry.rule)
    sink.markup("</td><td>")
    sink.decimal(entry.count)
    sink.markup("</td></tr>\n")
  }
  endTable(&sink)
}

private func writeWaived(_ rows: [QualityRow], _ context: PageContext, _ sink: inout ByteSink) {
  beginSection("set-aside", "Set aside", &sink)
  let waived = rows.reversed().flatMap { row in
    row.checks.waived.map { (row.release, $0.finding.message, $0.finding.code.id, $0.reason) }
      + row.waivedProse.map { (row.release, $0.finding.message, $0.finding.code.id, $0.reason) }
  }
  if waived.isEmpty {
    sink.markup("<p class=\"body\">No check is set aside.</p>\n</section>\n")
    return
  }
  sink.markup("<div class=\"body narrative\">\n<ul>\n")
  for (release, message, code, reason) in waived {
    sink.markup("<li>")
    writeLink(release, context, &sink)
    sink.text(": \(message) (\(code)). Reason: \(reason)")
    sink.markup("</li>\n")
  }
  sink.markup("</ul>\n</div>\n</section>\n")
}

private func writeLink(_ index: Int, _ context: PageContext, _ sink: inout ByteSink) {
  let release = context.archive.releases[index]
  let address = releaseAddress(release, site: context.archive.site)
  sink.markup("<a href=\"")
  sink.address(relativeAddress(from: dataQualityAddress, to: address))
  sink.markup("#")
  sink.text(qualityAnchor)
  sink.markup("\" dir=\"auto\">")
  sink.text(release.headline)
  sink.markup("</a>, <time datetime=\"")
  sink.text(isoText(release.released))
  sink.markup("\">")
  sink.text(EnglishCalendar.short(release.released.day))
  sink.markup("</time>")
}

private func beginSection(_ anchor: StaticString, _ title: StaticString, _ sink: inout ByteSink) {
  sink.markup("<section class=\"spread\" aria-labelledby=\"")
  sink.markup(anchor)
  sink.markup("\">\n<h2 id=\"")
  sink.markup(anchor)
  sink.markup("\">")
  sink.markup(title)
  sink.markup("</h2>\n")
}

private func beginTable(
  _ anchor: String, _ title: StaticString, class name: StaticString, _ sink: inout ByteSink
) {
  sink.markup("<div class=\"wide statement\">\n")
  beginScroller(labelledBy: anchor + "-caption", &sink)
  sink.markup("<table class=\"")
  sink.markup(name)
  sink.markup("\">\n<caption id=\"")
  sink.text(anchor)
  sink.markup("-caption\"><span class=\"caption-title\">")
  sink.markup(title)
  sink.markup("</span></caption>\n")
}

private func endTable(_ sink: inout ByteSink) {
  sink.markup("</tbody>\n</table>\n</div>\n</div>\n</section>\n")
}
