import Markup
import PageTemplates
import ReleaseModel
import ReportPages

/// Makes the page on the data quality of the archive from what making the releases' pages, the first of
/// all, left behind.
func makeDataQuality(
  _ made: [MadePage], _ inputs: SiteInputs, _ output: SiteOutput, _ lists: inout MadePage
) {
  let context = inputs.context
  guard context.archive.site.outputs.contains(.quality) else { return }
  let rows = context.archive.releases.indices.map { index in
    QualityRow(
      release: index, prose: made[index].prose, waivedProse: made[index].waivedProse,
      checks: inputs.records[index])
  }
  var sink = ByteSink(capacity: 32_768)
  context.templates.fill("page", dataQualityRecord(rows, context), into: &sink)
  hand(String(dataQualityAddress.dropFirst()) + "index.html", sink, output, &lists)
}
