import CivilTime
import ExactNumbers
import Markup
import ReleaseModel

/// Appends the figures that are told for one quarter only, one a row, as a section of the page of financials.
func writeSingleFigures(
  _ figures: [Retelling], company: Int, _ context: PageContext, from address: String,
  into sink: inout ByteSink
) {
  guard !figures.isEmpty else { return }
  let archive = context.archive
  let fiscal = archive.companies[company].fiscal
  sink.markup("<section class=\"spread\" aria-labelledby=\"single\">\n<h2 id=\"single\">Told once</h2>\n")
  sink.markup("<div class=\"wide statement\">\n")
  beginScroller(labelledBy: "single-caption", &sink)
  sink.markup("<table class=\"figures wordy\">\n<caption id=\"single-caption\">")
  sink.markup(
    "<span class=\"caption-title\">Figures told for one quarter only</span></caption>\n<thead>\n<tr>")
  sink.markup("<th scope=\"col\" class=\"left\">Figure</th><th scope=\"col\" class=\"left\">Period</th>")
  sink.markup("<th scope=\"col\">Amount</th><th scope=\"col\">Told on</th></tr>\n</thead>\n<tbody>\n")
  for figure in figures {
    let fact = figure.current.fact
    let concept = archive.catalog[fact.concept]
    let release = archive.releases[Int(figure.current.release)]
    let anchor = figureAnchor(concept, fact.period, fiscal)
    sink.markup("<tr><th scope=\"row\">")
    sink.text(concept.label(negative: fact.value.isNegative))
    sink.markup("</th><td class=\"left\">")
    sink.text(fiscal.shortWords(fact.period))
    sink.markup("</td><td id=\"")
    sink.text(anchor)
    sink.markup(fact.value.isNegative ? "\" class=\"neg\"><a href=\"" : "\"><a href=\"")
    sink.address(
      relativeAddress(from: address, to: releaseAddress(release, site: archive.site)) + "#" + anchor)
    sink.markup("\">")
    if fact.value.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
    let parts = AmountParts(
      fact.value, decimals: Int(fact.decimals), kind: concept.kind,
      in: archive.unit(of: figure.current))
    sink.text(parts.accounting)
    sink.markup("</a></td><td>")
    sink.text(EnglishCalendar.short(release.released.day))
    sink.markup("</td></tr>\n")
  }
  sink.markup("</tbody>\n</table>\n</div>\n</div>\n</section>\n")
}
