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
  private let started = Stopwatch()
  private let progress: ProgressLine

  init(_ options: SiteOptions) {
    self.options = options
    progress = ProgressLine(isShown: !options.quiet && isTerminal(.error))
  }

  typealias Outcome = (result: BuildResult, changes: PublishedChanges?)

  /// Opens the site, does the work, tells the findings and the summary, and gives the exit code.
  func report(_ work: (OpenedSite) throws(FileFailure) -> Outcome) -> Int32 {
    var diagnostics: [Diagnostic] = []
    var outcome: Outcome?
    var failure: FileFailure?
    do {
      let site = try open()
      diagnostics = site.diagnostics
      let done = try work(site)
      diagnostics = done.result.diagnostics
      outcome = done
    } catch {
      failure = error
      diagnostics.append(error.diagnostic)
    }
    progress.clear()
    diagnostics.sort()
    printFindings(diagnostics, as: options.format)
    let code = exitCode(diagnostics: diagnostics, failure: failure, strict: options.strict)
    if let outcome, !options.quiet, options.format == .human {
      let rows = summaryRows(outcome.result.counts, outcome.changes, started)
      printToError(summaryTable(rows) + closingLine(diagnostics, isPublished: outcome.changes != nil))
    }
    return code
  }

  /// Runs the stages; the findings of the opened site are among the result's.
  func build(_ site: OpenedSite, into output: SiteOutput) -> BuildResult {
    var options = BuildOptions(
      now: currentInstant(), theme: theme(), jobs: self.options.jobs ?? processorCount())
    options.explicitNow = self.options.now
    options.baseURL = self.options.baseURL
    var result = buildSite(site.source, options, output: output) { progress.show($0, of: $1) }
    result.diagnostics = (site.diagnostics + result.diagnostics).sorted()
    return result
  }

  /// Whether a build with these findings may be published.
  func isPublishable(_ diagnostics: [Diagnostic]) -> Bool {
    exitCode(diagnostics: diagnostics, failure: nil, strict: options.strict) == 0
  }

  private func open() throws(FileFailure) -> OpenedSite {
    // Without a site above the current folder, opening that folder says what is missing.
    try openSite(options.site ?? findSiteFolder() ?? ".")
  }
}

private func theme() -> [TemplateSource] {
  defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }
}

/// The exit code for the findings of a run (`sysexits.h` beyond 1).
func exitCode(diagnostics: [Diagnostic], failure: FileFailure?, strict: Bool) -> Int32 {
  if let failure { return failure.kind.rawValue }
  let worst = diagnostics.map(\.severity).min()
  return worst == .error || (strict && worst == .warning) ? 1 : 0
}

/// The moment the clock shows; the only place that asks it.
private func currentInstant() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(seconds: Int64(time.tv_sec))
}

private func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
