import ArgumentParser
import CivilTime
import Diagnostics
import Glibc
import ReleaseFormat
import SiteBuilding
import SiteFiles

/// What commands that ask about a site's moment have in common.
struct MomentOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The site's folder. (default: the current folder or the nearest above it with content/site.yaml)",
      valueName: "dir"),
    completion: .directory)
  var site: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The moment to ask for, in RFC 3339 with a zone: 2003-11-14T16:30:00-05:00.",
      discussion: "Without it, as_of in content/site.yaml, else the clock.", valueName: "time"),
    transform: moment)
  var now: Instant?

  @Option(name: .long, help: ArgumentHelp("How the answer is told: text or json.", valueName: "format"))
  var format: AnswerFormat = .text

  /// What the site holds back and when it is due; a site that cannot be read ends the command.
  func schedule() throws -> SiteSchedule {
    try orFailure { () throws(FileFailure) in
      let opened = try openSite(site ?? findSiteFolder() ?? ".")
      var options = BuildOptions(now: currentInstant(), theme: [])
      options.explicitNow = now
      let schedule = siteSchedule(opened.source, options)
      let errors = (opened.diagnostics + schedule.diagnostics).filter { $0.severity == .error }.sorted()
      if !errors.isEmpty {
        printFindings(errors, as: .human) { path in
          if case .success(let bytes) = opened.source.read(path) { bytes } else { nil }
        }
        Glibc.exit(ExitStatus.contentErrors.rawValue)
      }
      return schedule
    }
  }
}

/// Does work that may fail at the disk; a failure is told and ends the command with its exit code.
func orFailure<Value>(_ work: () throws(FileFailure) -> Value) throws -> Value {
  do throws(FileFailure) {
    return try work()
  } catch {
    printFindings([error.diagnostic], as: .human) { _ in nil }
    throw ExitCode(ExitStatus([], error, isStrict: false).rawValue)
  }
}

/// How an answer is told.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
