import ArgumentParser
import CivilTime
import ReleaseFormat

/// What `build` and `check` have in common.
struct SiteOptions: ParsableArguments {
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
      "The address the site is published at, instead of base_url in content/site.yaml.", valueName: "url"),
    transform: baseAddress)
  var baseURL: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The moment the site is built for, in RFC 3339 with a zone: 2003-11-14T16:30:00-05:00.",
      discussion:
        "Releases of a later moment stay out. Without it, as_of in content/site.yaml, else the clock.",
      valueName: "time"),
    transform: moment)
  var now: Instant?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("How many pages are made at once. (default: one a processor)", valueName: "n"),
    transform: jobCount)
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How findings are told: human (to the standard error), or json, github, sarif (to the standard output).",
      valueName: "format"))
  var format: ReportFormat = .human

  @Flag(name: .long, help: "Treat warnings as errors: nothing is published.")
  var strict = false

  @Flag(name: .long, help: "Print findings only: no progress, no summary.")
  var quiet = false
}

/// How findings are told.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case human
  case json
  case github
  case sarif
}

@Sendable private func baseAddress(_ text: String) throws -> String {
  guard let url = normalizedBaseURL(text) else {
    throw ValidationError(
      "'\(text)' is not a full web address without '?', '#', '*' and '..', such as https://ir.acme.example")
  }
  return url
}

@Sendable func moment(_ text: String) throws -> Instant {
  guard let instant = Instant(rfc3339: text) else {
    throw ValidationError("'\(text)' is not a time with a zone, such as 2003-11-14T16:30:00-05:00")
  }
  return instant
}

@Sendable private func jobCount(_ text: String) throws -> Int {
  guard let count = Int(text), (1...1024).contains(count) else {
    throw ValidationError("'\(text)' is not a number from 1 to 1024")
  }
  return count
}
