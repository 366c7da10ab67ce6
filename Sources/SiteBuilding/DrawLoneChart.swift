public import CivilTime
public import Diagnostics
import PageTemplates
public import ReleaseFormat
import ReleaseModel
import ReportPages
public import SVGCharts
public import SourceSyntax

/// Makes a chart from a spec that stands alone, with the facts of a site.
///
/// The findings about the site are part of `diagnostics`; with an error among them nothing is drawn, for its
/// facts may be incomplete. Releases that are not out yet at `now` stay out.
public func drawLoneChart(
  _ node: Node, path: String, files: @escaping ChartDataResolver, of source: SiteSource, now: Instant,
  diagnostics: inout [Diagnostic]
) -> Chart? {
  let loaded = loadArchive(source)
  diagnostics += loaded.diagnostics.filter { $0.severity == .error }
  var archive = loaded.archive
  _ = holdReleases(&archive, now: archive.site.asOf ?? now, zones: companyZones(archive, source))
  archive.settleCurrencies()
  guard !diagnostics.hasErrors else { return nil }
  var problems: [Diagnostic] = []
  let context = PageContext(
    archive: archive, history: FactHistory(archive), now: now, addresses: [],
    templates: compileTemplates([], pages: [], diagnostics: &problems), stylesheet: "",
    chartReading: chartReading(loaded, archive, source))
  return loneChart(node, path: path, files: files, context, diagnostics: &diagnostics)
}
