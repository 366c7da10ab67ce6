public import CivilTime
public import Diagnostics
public import Markup
public import PageTemplates
import ParallelWork
import ReleaseChecks
public import ReleaseFormat
import ReleaseModel
import ReportPages
public import Workbooks

/// Builds a site: the numbered stages, in order.
///
/// Every page is made and handed to `output` whatever was found on the way, so that one run reports
/// everything; whether the output may be published, the result's diagnostics say.
///
/// - Parameter progress: told, from any thread, how many of how many pages are done.
public func buildSite(
  _ source: SiteSource, _ options: BuildOptions, output: SiteOutput,
  progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
) -> BuildResult {
  // 1 load: files become the model, and a map from the model back to the files.
  var times = StageTimes()
  let clock = options.clocks?.process ?? { 0 }
  var started = clock()
  let loaded = loadArchive(source, jobs: options.jobs, besides: options.knownReleases)
  times.add(.load, clock() - started)
  var diagnostics = loaded.diagnostics
  guard loaded.isUsable else {
    // Published without a word, no pages at all would take the place of those that are there.
    precondition(diagnostics.hasErrors, "a site without settings or a default company, and no error says so")
    return BuildResult(diagnostics: diagnostics.sorted(), counts: BuildCounts())
  }
  var archive = loaded.archive
  if let baseURL = options.baseURL { archive.site.baseURL = baseURL }

  let now = options.moment(archive.site)
  let zones = companyZones(archive, source)
  let whole = archive
  let held = holdReleases(&archive, now: now, zones: zones)
  diagnostics += archive.releases.flatMap { correctionsAhead(of: $0, now: now, loaded, zones) }
  if !diagnostics.hasErrors { diagnostics += missedReleases(archive, now: now, loaded.sources) }
  var preview = Preview()
  if options.isPreview {
    preview = Preview(held)
    archive.releases = releasesOfPreview(whole)
  } else {
    diagnostics += heldFindings(held, loaded.sources)
    diagnostics += pinFindings(archive, options, zones, loaded.sources)
  }
  if !archive.oldVersions.isEmpty {
    let published = Set(archive.releases.map { $0.folder })
    archive.oldVersions.removeAll { !published.contains($0.current) }
  }
  if archive.releases.isEmpty, !diagnostics.hasErrors {
    diagnostics.append(
      Diagnostic(
        .noReleases, "the archive has no release to publish", at: Place("content/releases"),
        severity: .warning))
  }

  // The layouts of stage 5 are compiled once, before any page is made.
  let theme = loadTheme(
    default: options.theme, source, pages: PageShapes.templates, diagnostics: &diagnostics)

  let lock = loadLock(source, diagnostics: &diagnostics)
  let recorder = lock != nil || options.renewsLock ? AddressRecorder() : nil
  let output = recorder.map { $0.recording(output) } ?? output

  // 2 check: the model is held against itself; and what the pages are made from is put together.
  started = clock()
  let (plan, inputs) = checkedInputs(
    archive, now: now, loaded, source, theme, options, preview, lock: lock,
    unopened: options.isPreview ? [] : held.unopened(after: now, archive.site), clocks: options.clocks,
    diagnostics: &diagnostics)
  let context = inputs.context
  times.add(.check, clock() - started)

  // 3 to 5: every page is composed, rendered and laid out by itself, and leaves at once.
  let done = Progress(count: plan.pages.count, report: progress)
  let keys = options.remembersPages ? PageKeys(inputs) : nil
  let made = inParallel(
    groups: companiesOfPages(plan, context), jobs: options.jobs,
    finished: { context.history.leave(company: Int($0)) },
    work: { index in
      defer { done.step() }
      let page = plan.pages[index]
      return known(page, options, keys, output) ?? makePage(page, inputs, output)
    })

  // What lists the pages comes last.
  started = clock()
  var lists = MadePage()
  makeDataQuality(made, inputs, output, &lists)
  writeAssets(theme, output, &lists)
  let moved = recorder.map { recorder in
    filesBelow(
      inputs.aliases, lock, taken: context.addresses.union(recorder.addresses), archive, now: now)
  }
  writeLists(plan, inputs, output, &lists, moved: moved ?? [])
  diagnostics += confirmFragments(
    navigationFragments(context) { placeInNavigation($0, loaded) }, made, plan, inputs, jobs: options.jobs)
  diagnostics += lists.diagnostics
  diagnostics.reserveCapacity(made.reduce(diagnostics.count) { $0 + $1.diagnostics.count })
  for page in made { diagnostics += page.diagnostics }
  if options.clocks != nil {
    times.add(plan.pages, made, lists, releases: archive.releases.map { $0.folder })
  }
  if options.isPreview {
    diagnostics = diagnostics.map { isOfDraft($0, held) ? $0.ofADraft : $0 }
  } else {
    // What is held is checked as it will be when it opens; nothing of it leaves.
    diagnostics += heldFindings(
      held, in: archive, whole, after: options.checksHeldAfter, besides: diagnostics
    ) { archive, now, first in
      rehearsed(archive, now: now, from: first, held, loaded, source, theme, options, lock)
    }
  }

  // 6 keep: what was published once is still there, and says what it said.
  var renewedLock: AddressLock?
  if let recorder, !options.isPreview {
    let published = recorder.addresses
    let contents = releaseContents(archive, loaded, source, jobs: options.jobs)
    if let lock {
      diagnostics += lockFindings(
        lock, published: published, moved: moved ?? [], contents: contents, archive, held, now: now,
        loaded.sources, besides: foldersWithErrors(loaded.diagnostics))
    }
    if options.renewsLock {
      renewedLock = renewed(
        lock, published: published, contents: contents, archive, now: now, zones: zones)
    }
  }
  diagnostics += withdrawalFindings(plan, archive, loaded.sources)
  var counts = BuildCounts(releases: archive.releases.count, pages: plan.pages.count)
  for page in made { counts.add(page) }
  counts.add(lists)
  keepFirstCauses(&diagnostics)
  dropFollowUpsOfBlocks(&diagnostics, of: loaded.diagnostics)
  dropFollowUpsOfMixedColumns(&diagnostics)
  var result = BuildResult(
    diagnostics: diagnostics, counts: counts,
    clockTimes: clockTimes(now, archive, held, lock, options, zones))
  if let keys {
    result.read = loaded.read
    result.checked = inputs.checked
    let pages = RememberedPages(plan.pages, made, keys)
    if options.verifiesKnownPages {
      result.expected = pages.compactMap(\.page).filter { options.knownPages.find($0.file)?.key == $0.key }
        .flatMap(\.files)
    }
    result.pages = pages
  }
  result.now = now
  result.isPinned = options.isPinned(archive.site)
  result.lock = renewedLock
  times.add(.lists, clock() - started)
  if options.clocks != nil { result.times = times }
  return result
}

/// A page of the last build that need not be made again; `nil` for one that must.
private func known(
  _ page: SitePlan.Page, _ options: BuildOptions, _ keys: PageKeys?, _ output: SiteOutput
) -> MadePage? {
  guard !options.verifiesKnownPages, let keys, let known = options.knownPages.find(page.file),
    keys.key(of: page, known.reach) == known.key, output.keep(known.files)
  else { return nil }
  return MadePage(known)
}

/// Stage 2, and all that the pages of one build have in common; with the plan of the pages.
func checkedInputs(
  _ archive: ReleaseArchive, now: Instant, _ loaded: LoadedArchive, _ source: SiteSource, _ theme: Theme,
  _ options: BuildOptions, _ preview: Preview = Preview(), lock: AddressLock? = nil,
  unopened: [UnopenedRelease] = [],
  clocks: ProcessorClocks? = nil, diagnostics: inout [Diagnostic]
) -> (SitePlan, SiteInputs) {
  var archive = archive
  // Of the releases that are there: what is held leaves no trace.
  archive.settleCurrencies()
  let history = FactHistory(archive)
  let states = options.remembersPages ? statesOfCompanies(archive, loaded.states(of: archive.releases)) : [:]
  let known = options.knownChecks.companies(in: states)
  let report = checkArchive(
    archive, history, jobs: options.jobs, besides: knownRecords(archive, known))
  let found = withoutFollowUps(located(report.findings, archive, loaded.sources), of: loaded.diagnostics)
  diagnostics += found
  diagnostics += known.values.flatMap(\.findings)
  var plan = planPages(loaded, archive)
  var targets = linkTargets(plan, archive, now: now, assets: theme.assets.map(\.published))
  var aliases = siteAliases(loaded, archive, taken: targets, &diagnostics)
  targets.formUnion(aliases.flatMap { [$0.path, aliasPageAddress($0.path)] })
  let below = pagesBelow(aliases, lock, taken: targets, archive, now: now)
  targets.formUnion(below.map(\.path))
  aliases += below
  plan.add(aliases)
  let unfinished = foldersWithErrors(loaded.diagnostics)
  let zones = loadZones(source, archive)
  let context = PageContext(
    archive: archive, history: history, now: now,
    addresses: targets.union(presumedAddresses(unfinished, archive))
      .union(presumedAddresses(ofPagesIn: loaded.diagnostics)),
    templates: theme.templates, stylesheet: theme.asset("assets/site.css"),
    icon: theme.assets.first { $0.name == "assets/icon.svg" }?.published ?? "",
    incomplete: IncompleteContent(
      releases: unfinished, companies: unreadCompanies(loaded.diagnostics, archive)),
    lists: plan.lists, preview: preview, unopened: unopened, zones: zones,
    chartReading: chartReading(loaded, archive, source))
  diagnostics += navigationFindings(context) { placeInNavigation($0, loaded) }
  let inputs = SiteInputs(
    source: source, loaded: loaded, aliases: aliases, context: context,
    boilerplate: loaded.boilerplate.mapValues(authorText), records: report.releases,
    vocabulary: ProseVocabulary(archive.catalog), zones: zones, clocks: clocks,
    reportsEmptyPages: theme.isSound,
    checked: options.remembersPages ? checkedCompanies(archive, report, found, states, besides: known) : [])
  return (plan, inputs)
}

/// Where an entry of the navigation stands, by its place among them.
private func placeInNavigation(_ index: Int, _ loaded: LoadedArchive) -> Place {
  let file = loaded.sources.site
  return Place(file.path, file.navigation.indices.contains(index) ? file.navigation[index] : nil)
}

/// What making an archive's pages finds, from one of its releases on; the pages go nowhere.
private func rehearsed(
  _ archive: ReleaseArchive, now: Instant, from first: Int, _ held: HeldReleases, _ loaded: LoadedArchive,
  _ source: SiteSource, _ theme: Theme, _ options: BuildOptions, _ lock: AddressLock?
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let (plan, inputs) = checkedInputs(
    archive, now: now, loaded, source, theme, options, lock: lock,
    unopened: held.unopened(after: now, archive.site),
    diagnostics: &diagnostics)
  let pages = plan.pages.filter { page in
    if case .release(let index) = page.task { index >= first } else { true }
  }
  let nowhere = SiteOutput(write: { _, _ in }, copy: { _, _ in }, workbook: { _, _ in 0 })
  return diagnostics
    + inParallel(pages.count, jobs: options.jobs) { makePage(pages[$0], inputs, nowhere).diagnostics }
    .flatMap(\.self)
}

/// What a build is asked for.
public struct BuildOptions: Sendable {
  /// The clock, for sites that pin no moment.
  public var now: Instant
  /// `--now`: overrides the clock and what `site.yaml` pins.
  public var explicitNow: Instant?
  /// Overrides `base_url`.
  public var baseURL: String?
  /// Whether held releases and drafts are shown as well, each marked as what it is.
  public var isPreview = false
  /// Whether the result holds the site's lock with all that was published.
  public var renewsLock = false
  /// Whether the result says what the next build can leave as it is.
  public var remembersPages = false
  /// What the last build, for the same moment and with the same options, knows of its pages.
  public var knownPages = KnownPages.none
  /// Whether those are made all the same, so that the result can tell which files should be as they were.
  public var verifiesKnownPages = false
  /// The releases that the last build read.
  public var knownReleases = KnownReleases.none
  /// What its checks found in the companies.
  public var knownChecks = KnownChecks()
  /// How many pages are made at once.
  public var jobs: Int
  /// Where given, the result tells what each stage took.
  public var clocks: ProcessorClocks?
  /// The theme inside the binary; a site's own `Templates/` overrides it file by file.
  public var theme: [TemplateSource]

  public init(now: Instant, theme: [TemplateSource], jobs: Int = 1) {
    self.now = now
    self.theme = theme
    self.jobs = jobs
  }

  /// What opens until then needs no check of its own: a `--now` in the past holds releases that have opened since.
  var checksHeldAfter: Instant? { explicitNow == nil ? nil : now }

  /// The moment the site is built for: what `--now` says, else what the site pins, else the clock.
  func moment(_ site: SiteSettings) -> Instant { explicitNow ?? site.asOf ?? now }

  /// Whether the clock is not asked.
  func isPinned(_ site: SiteSettings) -> Bool { explicitNow != nil || site.asOf != nil }
}

/// Takes the files of the finished site; called from several threads at once, each path once.
public struct SiteOutput: Sendable {
  /// Takes one file, by its path below `public/`.
  public var write: @Sendable (_ path: String, _ bytes: borrowing ByteSink) -> Void
  /// Takes a file of the source as it is: an attachment.
  public var copy: @Sendable (_ source: String, _ path: String) -> Void
  /// Takes a workbook and makes its file, for the library that writes it needs files on the way; returns the
  /// file's size.
  public var workbook: @Sendable (_ path: String, _ workbook: Workbook) -> Int
  /// Leaves files as the last build published them; false, and nothing done, where one of them is not there whole.
  public var keep: @Sendable (_ paths: [String]) -> Bool

  public init(
    write: @escaping @Sendable (String, borrowing ByteSink) -> Void,
    copy: @escaping @Sendable (String, String) -> Void,
    workbook: @escaping @Sendable (String, Workbook) -> Int,
    keep: @escaping @Sendable ([String]) -> Bool = { _ in false }
  ) {
    self.write = write
    self.copy = copy
    self.workbook = workbook
    self.keep = keep
  }
}

/// What a build made.
public struct BuildResult: Sendable {
  /// In the order of ``Diagnostic``; any error means that the output must not be published.
  public var diagnostics: [Diagnostic]
  public var counts: BuildCounts
  /// Where the time went, for builds with ``BuildOptions/clocks``.
  public var times: StageTimes?
  /// The clock's times at which the same site would be built of the same files; `nil` where the clock is not
  /// asked, because the site or the command pins the moment.
  public var clockTimes: Range<Instant>?
  /// The moment the site was built for; `nil` where too little was loaded to know it.
  public var now: Instant?
  /// Whether the site or the command pins that moment.
  public var isPinned = false
  /// The site's lock with all that this build published, where the build was asked for it.
  public var lock: AddressLock?
  /// What the next build can leave as it is, where the build was asked for it.
  public var pages = RememberedPages()
  /// The releases that the next build need not read again, and the companies that it need not check.
  public var read: [ReadRelease] = []
  public var checked: [CheckedCompany] = []
  /// The files that must be as the last build published them, because their pages are made from the same.
  public var expected: [String] = []

  public init(diagnostics: [Diagnostic], counts: BuildCounts, clockTimes: Range<Instant>? = nil) {
    self.diagnostics = diagnostics
    self.counts = counts
    self.clockTimes = clockTimes
  }
}

/// How much a build made.
public struct BuildCounts: Hashable, Sendable, BitwiseCopyable {
  public var releases = 0
  public var pages = 0
  /// The pages among them that the last build had made already.
  public var kept = 0
  public var charts = 0
  /// Figures of statements and single figures, on all pages of releases.
  public var figures = 0
  /// Figures in prose whose link holds.
  public var verified = 0
  /// Figures in prose that the data contradict.
  public var contradicted = 0
  /// Linked figures in prose that nothing can confirm.
  public var notVerifiable = 0
  /// Amounts and percentages in prose without a link.
  public var unlinked = 0
  public var files = 0
  public var bytes = 0

  public init() {}

  init(releases: Int, pages: Int) {
    self.releases = releases
    self.pages = pages
  }

  mutating func add(_ page: MadePage) {
    kept += page.key == nil ? 0 : 1
    charts += Int(page.charts)
    figures += Int(page.figures)
    verified += page.prose.verified
    contradicted += page.prose.contradicted
    notVerifiable += page.prose.notVerifiable
    unlinked += page.prose.unlinked
    files += Int(page.files)
    bytes += page.bytes
  }
}

extension LoadedArchive {
  /// Whether enough was loaded to make pages: the site's settings and its default company.
  var isUsable: Bool { !archive.site.title.isEmpty && archive.company(archive.site.company) != nil }
}
