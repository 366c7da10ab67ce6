import CivilTime
import DefaultTheme
import Diagnostics
import Glibc
import PageTemplates
import ReleaseFormat
import SiteBuilding
import SiteFiles

/// One run of the pipeline on behalf of a command, with what it reports.
struct SiteRun {
  let options: SiteOptions
  let clock = currentInstant()
  private let started = Stopwatch()
  private let progress: ProgressLine
  /// Whether the summary says where the time went.
  var tellsTimings = false
  var stats: StatsFormat?

  init(_ options: SiteOptions) {
    self.options = options
    progress = ProgressLine(isShown: !options.quiet && isTerminal(.error))
  }

  /// What a run came to; without changes nothing was published.
  struct Outcome {
    var result: BuildResult
    var changes: PublishedChanges?
    /// What a dry run would have changed.
    var plan: PlannedChanges?
    /// Why the finished site could not be put in its place.
    var failure: FileFailure?
  }

  /// Whether `--now` is a moment that the clock has not reached.
  var isAhead: Bool { options.now.map { $0 > clock } ?? false }

  /// Opens the site, does the work, tells the findings and the summary, and gives the exit code.
  ///
  /// - Parameters:
  ///   - known: what the work would come to, where that is known without opening the site.
  ///   - last: what the last build knows of the site.
  func report(
    known: Outcome? = nil, since last: LastBuild? = nil, _ work: (OpenedSite) throws(FileFailure) -> Outcome
  ) -> ExitStatus {
    if let known { return tell(known) }
    var site: OpenedSite?
    var findings: [Diagnostic] = []
    var failure: FileFailure?
    var summary = ""
    var plan: PlannedChanges?
    var finished: Outcome?
    do {
      let opened = try openSite(folder, since: last)
      (site, findings) = (opened, opened.diagnostics)
      let outcome = try work(opened)
      findings = outcome.result.diagnostics
      failure = outcome.failure
      plan = outcome.plan
      if !isPublishable(outcome.result) {
        summary = "Nothing was published.\n"
      } else if failure == nil {
        summary = table(outcome)
        finished = outcome
      }
    } catch {
      failure = error
    }
    if let failure { findings = (findings + [failure.diagnostic]).sorted() }
    progress.clear()
    printFindings(findings, as: options.format) { path in sourceBytes(path, of: site) }
    if let plan { write(planText(plan), to: options.format == .human ? .output : .error) }
    if !options.quiet { write(summary, to: .error) }
    if failure == nil, let finished { tellFigures(of: finished) }
    return ExitStatus(findings, failure, isStrict: options.strict)
  }

  /// Tells the findings and the summary of a build that need not be done again.
  private func tell(_ outcome: Outcome) -> ExitStatus {
    var site: OpenedSite?
    printFindings(outcome.result.diagnostics, as: options.format) { path in
      if let bytes = loneFile(path, ofSite: folder) { return bytes }
      if site == nil { site = try? openSite(folder) }
      return sourceBytes(path, of: site)
    }
    tellFigures(of: outcome)
    if !options.quiet { write(table(outcome) + "Nothing had changed since the last build.\n", to: .error) }
    return ExitStatus(outcome.result.diagnostics, nil, isStrict: options.strict)
  }

  /// Tells what was asked for about a build: where its time went, and its figures for programs.
  private func tellFigures(of outcome: Outcome) {
    if tellsTimings, let times = outcome.result.times { write(timingsTable(times), to: .error) }
    guard stats == .json else { return }
    write(statsJSON(outcome, seconds: started.seconds, memory: peakMemory()), to: .output)
  }

  /// The site's folder; without a site above the current folder, opening that folder says what is missing.
  var folder: String { options.site ?? findSiteFolder() ?? "." }

  /// Finishes a build that may be published; when that fails, its findings are told all the same.
  func finish(_ result: BuildResult, _ work: () throws(FileFailure) -> PublishedChanges?) -> Outcome {
    guard isPublishable(result) else { return Outcome(result: result) }
    do {
      return Outcome(result: result, changes: try work())
    } catch {
      return Outcome(result: result, failure: error)
    }
  }

  /// The same for a build that publishes nothing and says what it would change.
  func plan(_ result: BuildResult, _ work: () throws(FileFailure) -> PlannedChanges) -> Outcome {
    guard isPublishable(result) else { return Outcome(result: result) }
    do {
      return Outcome(result: result, plan: try work())
    } catch {
      return Outcome(result: result, failure: error)
    }
  }

  /// Runs the stages; what was passed over when the site was opened is among the result's findings.
  ///
  /// - Parameters:
  ///   - pages: what the last build knows of its pages, for a build that is recorded.
  ///   - releases: the releases that it read.
  ///   - verifies: whether those pages are made all the same.
  func build(
    _ site: OpenedSite, into output: SiteOutput, isPreview: Bool = false, renewsLock: Bool = false,
    remembers: Bool = false, pages: PageRecord? = nil, releases: RecordedReleases? = nil,
    verifies: Bool = false
  ) -> BuildResult {
    var build = BuildOptions(now: clock, theme: theme(), jobs: options.jobs ?? processorCount())
    build.explicitNow = options.now
    build.baseURL = options.baseURL
    build.isPreview = isPreview
    build.renewsLock = renewsLock
    build.remembersPages = remembers
    build.verifiesKnownPages = verifies
    if let releases {
      build.knownReleases = releases.known
      build.knownChecks = KnownChecks(releases.checked)
    }
    if let pages { build.knownPages = pages.known }
    if tellsTimings || stats != nil { build.clocks = processorClocks }
    var result = buildSite(site.source, build, output: output) { progress.show($0, of: $1) }
    if !site.diagnostics.isEmpty {
      result.diagnostics = (site.diagnostics + withoutFollowUps(result.diagnostics, of: site.diagnostics))
        .sorted()
    }
    return result
  }

  /// Whether a build with these findings may be published.
  private func isPublishable(_ result: BuildResult) -> Bool {
    ExitStatus(result.diagnostics, nil, isStrict: options.strict) == .success
  }

  private func table(_ outcome: Outcome) -> String {
    var counts = outcome.result.counts
    // With the manifest and the sums, which are made once the site takes its place.
    counts.files += 2
    var rows = summaryRows(counts, outcome.changes)
    rows += [("time", duration(started.seconds)), ("memory", byteCount(peakMemory()))]
    var text = summaryTable(rows)
    if let site = outcome.changes?.site ?? outcome.plan?.site { text += "Site digest sha256:\(site)\n" }
    if let plan = outcome.plan {
      text +=
        "A dry run: nothing was written. \(grouped(plan.added.count)) files would be added, "
        + "\(grouped(plan.changed.count)) changed, \(grouped(plan.removed.count)) removed.\n"
    }
    return text + "Built for \(outcome.result.now ?? clock), \(sourceOfMoment(outcome.result)).\n"
  }

  private func sourceOfMoment(_ result: BuildResult) -> String {
    if options.now != nil { return "which --now says" }
    return result.isPinned
      ? "which as_of in site.yaml pins" : "the clock's time; as_of in site.yaml or --now pins another"
  }
}

/// What was found, without what is missing only because the folder that would hold it cannot be read.
private func withoutFollowUps(_ found: [Diagnostic], of passedOver: [Diagnostic]) -> [Diagnostic] {
  let unread = Set(passedOver.filter { $0.code.id == "P106" }.compactMap { $0.place?.path })
  let missing = [
    "content": ["F001", "F002", "F015", "L003"], "content/companies": ["F015", "F040"],
    "content/releases": ["L003", "L301"], "content/boilerplate": ["F043"],
  ]
  let codes = Set(missing.filter { unread.contains($0.key) }.flatMap(\.value))
  return codes.isEmpty ? found : found.filter { !codes.contains($0.code.id) }
}

/// The bytes of a file that a finding points at: the site's own, else the theme's inside the binary.
private func sourceBytes(_ path: String, of site: OpenedSite?) -> [UInt8]? {
  if case .success(let bytes)? = site?.source.read(path) { return bytes }
  return defaultTheme.first { $0.path == path }.map { Array($0.text.utf8) }
}

private func theme() -> [TemplateSource] {
  defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }
}

private func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
