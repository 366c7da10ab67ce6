import CivilTime
import DefaultTheme
import Diagnostics
import Glibc
import PageTemplates
import SiteBuilding
import SiteFiles

/// One run of the pipeline on behalf of a command, with what it reports.
struct SiteRun {
  let options: SiteOptions
  private let clock = currentInstant()
  private let started = Stopwatch()
  private let progress: ProgressLine

  init(_ options: SiteOptions) {
    self.options = options
    progress = ProgressLine(isShown: !options.quiet && isTerminal(.error))
  }

  /// What a run came to; without changes nothing was published.
  typealias Outcome = (result: BuildResult, changes: PublishedChanges?)

  /// Opens the site, does the work, tells the findings and the summary, and gives the exit code.
  func report(_ work: (OpenedSite) throws(FileFailure) -> Outcome) -> ExitStatus {
    let (diagnostics, failure, table) = perform(work)
    progress.clear()
    printFindings(diagnostics, as: options.format)
    if !options.quiet { printToError(table) }
    return ExitStatus(diagnostics, failure, isStrict: options.strict)
  }

  /// Runs the stages; what was passed over when the site was opened is among the result's findings.
  func build(_ site: OpenedSite, into output: SiteOutput) -> BuildResult {
    var build = BuildOptions(now: clock, theme: theme(), jobs: options.jobs ?? processorCount())
    build.explicitNow = options.now
    build.baseURL = options.baseURL
    var result = buildSite(site.source, build, output: output) { progress.show($0, of: $1) }
    result.diagnostics = (site.diagnostics + result.diagnostics).sorted()
    return result
  }

  /// Whether a build with these findings may be published.
  func isPublishable(_ result: BuildResult) -> Bool {
    ExitStatus(result.diagnostics, nil, isStrict: options.strict) == .success
  }

  private func perform(
    _ work: (OpenedSite) throws(FileFailure) -> Outcome
  ) -> (diagnostics: [Diagnostic], failure: FileFailure?, table: String) {
    var found: [Diagnostic] = []
    do {
      // Without a site above the current folder, opening that folder says what is missing.
      let site = try openSite(options.site ?? findSiteFolder() ?? ".")
      found = site.diagnostics
      let outcome = try work(site)
      found = outcome.result.diagnostics
      var rows = summaryRows(outcome.result.counts, outcome.changes)
      rows += [("time", duration(started.seconds)), ("memory", byteCount(peakMemory()))]
      if options.now == nil, !pinsMoment(site.source) { rows.append(("built for", clock.description)) }
      return (found, nil, summaryTable(rows) + closingLine(found, outcome.changes))
    } catch {
      return ((found + [error.diagnostic]).sorted(), error, "")
    }
  }
}

private func theme() -> [TemplateSource] {
  defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }
}

private func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
