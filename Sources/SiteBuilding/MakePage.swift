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
  /// What the archive's rules came to, one for each release and in their order.
  var records: [ReleaseRecord]
  /// Of the archive's concepts, for the checks of prose.
  var vocabulary: ProseVocabulary
  /// Those whose abbreviations texts may use, by name.
  var zones: [String: Zone]
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
    makeWrittenPage(inputs.loaded.pages[index], inputs, &sink, &made)
  case .home:
    context.templates.fill("home", homeRecord(context), into: &sink)
  case .releases(let company, let year):
    let record = archiveIndexRecord(company: company, year: year, context)
    context.templates.fill("releases", record, into: &sink)
  case .financials(let company):
    context.templates.fill("financials", financialsRecord(company: company, context), into: &sink)
  case .dataQuality:
    break
  case .notFound:
    context.templates.fill("not-found", notFoundRecord(context), into: &sink)
  }
  if sink.count > 0 { hand(page.file, sink, output, &made) }
  return made
}

func hand(_ file: String, _ sink: borrowing ByteSink, _ output: SiteOutput, _ made: inout MadePage) {
  output.write(file, sink)
  made.files += 1
  made.bytes += sink.count
}
