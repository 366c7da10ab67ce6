import CivilTime
import Markup
import ReleaseModel

/// Appends every figure that a later release told otherwise: the first value, the one that stands, and who told them.
func writeRevisions(
  _ tables: [FinancialsTable], company: Int, _ context: PageContext, links: [Int: String],
  into sink: inout ByteSink
) {
  let archive = context.archive
  // What has no currency may stand in several tables.
  var seen: Set<Retelling> = []
  let revised = tables.flatMap { table in
    table.rows.flatMap { row in row.cells.compactMap { $0 }.filter(\.isRevised) }
  }.filter { seen.insert($0).inserted }
  guard !revised.isEmpty else { return }
  let fiscal = archive.companies[company].fiscal
  sink.markup(
    "<section class=\"spread\" aria-labelledby=\"revisions\">\n<h2 id=\"revisions\">Revisions</h2>\n")
  sink.markup("<div class=\"wide statement\">\n")
  beginScroller(labelledBy: "revisions-caption", &sink)
  sink.markup("<table class=\"figures wordy\">\n<caption id=\"revisions-caption\">")
  sink.markup("<span class=\"caption-title\">Figures that a later release told otherwise</span></caption>\n")
  sink.markup(
    "<thead><tr><td></td><th scope=\"col\" class=\"left\">Period</th><th scope=\"col\">First told</th>")
  sink.markup("<th scope=\"col\">As it stands</th></tr></thead>\n<tbody>\n")
  for retelling in revised {
    let concept = archive.catalog[retelling.current.fact.concept]
    sink.markup("<tr><th scope=\"row\">")
    sink.text(concept.label)
    sink.markup("</th><td class=\"left\">")
    sink.text(fiscal.words(retelling.current.fact.period))
    sink.markup("</td>")
    for telling in [retelling.first, retelling.current] {
      let release = archive.releases[Int(telling.release)]
      let parts = AmountParts(
        telling.fact.value, decimals: Int(telling.fact.decimals), kind: concept.kind,
        in: archive.unit(of: telling))
      sink.markup("<td><a href=\"")
      sink.address(links[Int(telling.release)] ?? "")
      sink.markup("#")
      sink.text(figureAnchor(concept, telling.fact.period, fiscal))
      sink.markup("\">")
      if parts.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
      sink.text(parts.accounting)
      sink.markup("</a><br>")
      sink.text(EnglishCalendar.short(release.released.day))
      sink.markup("</td>")
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n</table>\n</div>\n</div>\n</section>\n")
}
