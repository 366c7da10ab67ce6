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
  /// The addresses that pages had once.
  var aliases: [SiteAlias]
  var context: PageContext
  /// The reusable texts, by name.
  var boilerplate: [String: TitledText]
  /// What the archive's rules came to, one for each release and in their order.
  var records: [ReleaseRecord]
  /// Of the archive's concepts, for the checks of prose.
  var vocabulary: ProseVocabulary
  /// Those whose abbreviations texts may use, by name.
  var zones: [String: Zone]
  /// For builds that tell where their time went.
  var clocks: ProcessorClocks?
  /// Whether an empty page is no consequence of errors in the theme.
  var reportsEmptyPages: Bool
  /// The companies that the next build need not check.
  var checked: [CheckedCompany]
}

/// What making a page left behind besides its files.
struct MadePage: Sendable {
  var diagnostics: [Diagnostic] = []
  var files: Int32 = 0
  var charts: Int32 = 0
  var figures: Int32 = 0
  var bytes = 0
  var prose = ProseCounts()
  var waivedProse: [WaivedProse] = []
  /// What making it took.
  var times = PageTimes()
  /// Links to places on other pages, which are confirmed when all pages are made.
  var fragments: [FragmentUse] = []
  /// How far the page looked while it was made, for the next build.
  var reach: PageReach = []
  /// Every file it published, for the next build; none where that is the page's own file alone, as with most pages.
  var paths: [String] = []
  /// The page's key, where the last build made it.
  var key: UInt64?
}

/// Makes one page, hands its files to `output`, and drops everything else.
func makePage(_ page: SitePlan.Page, _ inputs: SiteInputs, _ output: SiteOutput) -> MadePage {
  var made = MadePage()
  let start = inputs.time
  var sink = ByteSink(capacity: 65_536)
  let context = inputs.context
  switch page.task {
  case .release(let index):
    makeRelease(index, page, inputs, output, &made)
  case .written(let index):
    makeWrittenPage(index, page, inputs, &sink, output, &made)
  case .home:
    fill(homeRecord(context), page, inputs, &sink, output, &made)
    let company = context.archive.companies.firstIndex { $0.id == context.archive.site.company }
    if let company { hand(trendFiles(company: company, context), page, output, &made) }
  case .oldVersion(let index):
    makeOldVersion(index, page, inputs, output, &made)
  case .company(let company):
    fill(homeRecord(company: company, context), page, inputs, &sink, output, &made)
    hand(trendFiles(company: company, context), page, output, &made)
  case .events(let company, let year):
    fill(eventsRecord(company: company, year: year, context), page, inputs, &sink, output, &made)
  case .moved(let index):
    let alias = inputs.aliases[index]
    let record = movedRecord(alias: alias.path, page: alias.page, title: alias.title, context)
    fill(record, page, inputs, &sink, output, &made)
  case .releases(let listing):
    let record = archiveIndexRecord(listing, context)
    fill(record, page, inputs, &sink, output, &made)
  case .financials(let company):
    let record = financialsRecord(company: company, context)
    fill(record, page, inputs, &sink, output, &made)
    hand(financialsTrendFiles(company: company, context), page, output, &made)
    handDownloads(in: page.folder, output, &made) {
      writeFinancialDownloads(company: company, context, to: $0)
    }
  case .dataQuality:
    break
  case .withdrawn(let index):
    let withdrawal = context.archive.site.withdrawn[index]
    fill(withdrawnRecord(withdrawal, context), page, inputs, &sink, output, &made)
  case .notFound:
    fill(notFoundRecord(context), page, inputs, &sink, output, &made)
  }
  // What no other stage has taken is the page's own.
  made.times[.pages] += inputs.time - start - made.times.total
  if made.paths == [page.file] { made.paths = [] }
  return made
}

/// Fills a page's template and hands it to `output`; a template that writes nothing is a diagnostic.
func fill(
  _ record: WrittenRecord, _ page: SitePlan.Page, _ inputs: SiteInputs,
  _ sink: inout ByteSink, _ output: SiteOutput, _ made: inout MadePage
) {
  let start = inputs.time
  let template = page.task.template
  inputs.context.templates.fill(template, record, into: &sink)
  let end = inputs.time
  made.times[.templates] += end - start
  defer { made.times[.write] += inputs.time - end }
  if sink.count == 0, inputs.reportsEmptyPages {
    let file = "Templates/\(template).html"
    made.diagnostics.append(
      Diagnostic(.emptyPage, "'\(file)' writes nothing, so its pages are blank", at: Place(file)))
  }
  hand(page.file, sink, output, &made)
}

/// The same with a record that is put together as values.
func fill(
  _ record: TemplateRecord, _ page: SitePlan.Page, _ inputs: SiteInputs,
  _ sink: inout ByteSink, _ output: SiteOutput, _ made: inout MadePage
) {
  fill(WrittenRecord(record), page, inputs, &sink, output, &made)
}

/// Hands over what is published beside a page.
func hand(_ files: [PageFile], _ page: SitePlan.Page, _ output: SiteOutput, _ made: inout MadePage) {
  var sink = ByteSink()
  for file in files {
    sink.truncate(to: 0)
    sink.append(file.bytes)
    hand(page.folder + file.name, sink, output, &made)
  }
}

func hand(_ file: String, _ sink: borrowing ByteSink, _ output: SiteOutput, _ made: inout MadePage) {
  output.write(file, sink)
  made.paths.append(file)
  made.files += 1
  made.bytes += sink.count
}
