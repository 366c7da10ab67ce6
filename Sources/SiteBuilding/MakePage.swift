import CivilTime
import Diagnostics
import Markup
import PageTemplates
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages

/// What every page of one build is made from.
struct SiteInputs: Sendable {
  var source: SiteSource
  var loaded: LoadedArchive
  var context: PageContext
  /// The reusable texts, by name.
  var boilerplate: [String: TitledText]
  /// What the archive's rules came to, one for each release and in their order.
  var records: [ReleaseRecord]
  /// Of the archive's concepts, for the checks of prose.
  var vocabulary: ProseVocabulary
  /// Those whose abbreviations texts may use, by name.
  var zones: [String: Zone]
  /// Whether an empty page is no consequence of errors in the theme.
  var reportsEmptyPages: Bool
}

/// What making a page left behind besides its files.
struct MadePage: Sendable {
  var diagnostics: [Diagnostic] = []
  var files = 0
  var bytes = 0
  var charts = 0
  var figures = 0
  var prose = ProseCounts()
  var waivedProse: [WaivedProse] = []
}

/// Makes one page, hands its files to `output`, and drops everything else.
func makePage(_ page: SitePlan.Page, _ inputs: SiteInputs, _ output: SiteOutput) -> MadePage {
  var made = MadePage()
  var sink = ByteSink(capacity: 65_536)
  let context = inputs.context
  switch page.task {
  case .release(let index):
    makeRelease(index, page, inputs, output, &made)
  case .written(let index):
    makeWrittenPage(index, page, inputs, &sink, output, &made)
  case .home:
    fill("home", homeRecord(context), page, inputs, &sink, output, &made)
  case .releases(let company, let year):
    let record = archiveIndexRecord(company: company, year: year, context)
    fill("releases", record, page, inputs, &sink, output, &made)
  case .financials(let company):
    let record = financialsRecord(company: company, context)
    fill("financials", record, page, inputs, &sink, output, &made)
  case .dataQuality:
    break
  case .withdrawn(let index):
    let withdrawal = context.archive.site.withdrawn[index]
    fill("page", withdrawnRecord(withdrawal, context), page, inputs, &sink, output, &made)
  case .notFound:
    fill("not-found", notFoundRecord(context), page, inputs, &sink, output, &made)
  }
  return made
}

/// Fills a page's template and hands it to `output`; a template that writes nothing is a diagnostic.
func fill(
  _ template: String, _ record: TemplateRecord, _ page: SitePlan.Page, _ inputs: SiteInputs,
  _ sink: inout ByteSink, _ output: SiteOutput, _ made: inout MadePage
) {
  inputs.context.templates.fill(template, record, into: &sink)
  if sink.count == 0, inputs.reportsEmptyPages {
    let file = "Templates/\(template).html"
    made.diagnostics.append(
      Diagnostic(.emptyPage, "'\(file)' writes nothing, so its pages are blank", at: Place(file)))
  }
  hand(page.file, sink, output, &made)
}

func hand(_ file: String, _ sink: borrowing ByteSink, _ output: SiteOutput, _ made: inout MadePage) {
  output.write(file, sink)
  made.files += 1
  made.bytes += sink.count
}
