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
  let loaded = loadArchive(source, jobs: options.jobs)
  times.add(.load, clock() - started)
  var diagnostics = loaded.diagnostics
  guard loaded.isUsable else {
    return BuildResult(diagnostics: diagnostics.sorted(), counts: BuildCounts())
  }
  var archive = loaded.archive
  if let baseURL = options.baseURL { archive.site.baseURL = baseURL }

  let now = options.moment(archive.site)
  diagnostics += holdReleases(&archive, now: now, loaded, source)
  let published = Set(archive.releases.map(\.folder))
  archive.oldVersions.removeAll { !published.contains($0.current) }
  if archive.releases.isEmpty, !diagnostics.hasErrors {
    diagnostics.append(
      Diagnostic(
        .noReleases, "the archive has no release to publish", at: Place("content/releases"),
        severity: .warning))
  }

  // 2 check: the model is held against itself.
  started = clock()
  let history = FactHistory(archive)
  let report = checkArchive(archive, history)
  diagnostics += located(report.findings, archive, loaded.sources)
  times.add(.check, clock() - started)

  // The layouts of stage 5 are compiled once, before any page is made.
  let theme = loadTheme(
    default: options.theme, source, pages: PageShapes.templates, diagnostics: &diagnostics)

  // 3 to 5: every page is composed, rendered and laid out by itself, and leaves at once.
  let pages = planPages(loaded, archive)
  var targets = linkTargets(pages, archive, now: now, assets: theme.assets.map(\.published))
  let aliases = siteAliases(loaded, archive, taken: targets, &diagnostics)
  let plan = pages.adding(aliases)
  targets.formUnion(aliases.flatMap { [$0.path, aliasPageAddress($0.path)] })
  let unfinished = foldersWithErrors(loaded.diagnostics)
  let context = PageContext(
    archive: archive, history: history, now: now,
    addresses: targets.union(presumedAddresses(unfinished, archive))
      .union(presumedAddresses(ofPagesIn: loaded.diagnostics)),
    templates: theme.templates, stylesheet: theme.asset("assets/site.css"),
    icon: theme.assets.first { $0.name == "assets/icon.svg" }?.published ?? "",
    incomplete: IncompleteContent(
      releases: unfinished, companies: unreadCompanies(loaded.diagnostics, archive)),
    lists: plan.lists, chartReading: chartReading(loaded, archive, source))
  let inputs = SiteInputs(
    source: source, loaded: loaded, aliases: aliases, context: context,
    boilerplate: loaded.boilerplate.mapValues(authorText), records: report.releases,
    vocabulary: ProseVocabulary(archive.catalog), zones: loadZones(source), clocks: options.clocks,
    reportsEmptyPages: theme.isSound)
  let placeInNavigation = { (index: Int) in
    let file = loaded.sources.site
    return Place(file.path, file.navigation.indices.contains(index) ? file.navigation[index] : nil)
  }
  diagnostics += navigationFindings(context, place: placeInNavigation)
  let done = Progress(count: plan.pages.count, report: progress)
  var made = inParallel(plan.pages.count, jobs: options.jobs) { index in
    defer { done.step() }
    return makePage(plan.pages[index], inputs, output)
  }

  // What lists the pages comes last.
  started = clock()
  var lists = MadePage()
  makeDataQuality(made, inputs, output, &lists)
  writeAssets(theme, output, &lists)
  writeLists(plan, inputs, output, &lists)
  diagnostics += confirmFragments(
    navigationFragments(context, place: placeInNavigation), made, plan, inputs, jobs: options.jobs)
  made.append(lists)
  diagnostics += made.flatMap(\.diagnostics)
  if options.clocks != nil { times.add(made, releases: archive.releases.map(\.folder)) }
  let counts = BuildCounts(releases: archive.releases.count, pages: plan.pages.count, made)
  var result = BuildResult(
    diagnostics: firstCauses(diagnostics), counts: counts,
    clockTimes: options.isPinned(archive.site) ? nil : now..<now.adding(seconds: 1))
  times.add(.lists, clock() - started)
  if options.clocks != nil { result.times = times }
  return result
}

/// What a build is asked for.
public struct BuildOptions: Sendable {
  /// The clock, for sites that pin no moment.
  public var now: Instant
  /// `--now`: overrides the clock and what `site.yaml` pins.
  public var explicitNow: Instant?
  /// Overrides `base_url`.
  public var baseURL: String?
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

  public init(
    write: @escaping @Sendable (String, borrowing ByteSink) -> Void,
    copy: @escaping @Sendable (String, String) -> Void,
    workbook: @escaping @Sendable (String, Workbook) -> Int
  ) {
    self.write = write
    self.copy = copy
    self.workbook = workbook
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

  public init(diagnostics: [Diagnostic], counts: BuildCounts, clockTimes: Range<Instant>? = nil) {
    self.diagnostics = diagnostics
    self.counts = counts
    self.clockTimes = clockTimes
  }
}

/// How much a build made.
public struct BuildCounts: Hashable, Sendable {
  public var releases = 0
  public var pages = 0
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

  init(releases: Int, pages: Int, _ made: [MadePage]) {
    self.releases = releases
    self.pages = pages
    for page in made {
      charts += page.charts
      figures += page.figures
      verified += page.prose.verified
      contradicted += page.prose.contradicted
      notVerifiable += page.prose.notVerifiable
      unlinked += page.prose.unlinked
      files += page.files
      bytes += page.bytes
    }
  }
}

extension LoadedArchive {
  /// Whether enough was loaded to make pages: the site's settings and its default company.
  var isUsable: Bool { !archive.site.title.isEmpty && archive.company(archive.site.company) != nil }
}
