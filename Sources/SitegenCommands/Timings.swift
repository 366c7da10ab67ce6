import ArgumentParser
import SiteBuilding
import SiteFiles

/// How the figures of a build are told.
enum StatsFormat: String, ExpressibleByArgument, CaseIterable {
  case json
}

/// Where the time went, for people: by stage, by template, and the slowest releases.
///
/// Times are those of the processors, so with several jobs they add up to more than the clock shows.
func timingsTable(_ times: StageTimes) -> String {
  let stages = StageTimes.Stage.allCases.map { ("\($0)", milliseconds(times.time(of: $0))) }
  let templates = times.templates.map { ("\($0.name), \(grouped($0.pages)) pages", milliseconds($0.time)) }
  let slowest = times.slowest.map { ($0.release, milliseconds($0.time)) }
  return "Processor time by stage:\n" + summaryTable(stages) + "By template:\n" + summaryTable(templates)
    + "Slowest releases:\n" + summaryTable(slowest)
}

/// What a build did and where its time went, as one line of JSON; times are seconds of the processors.
func statsJSON(_ outcome: SiteRun.Outcome, seconds: Double, memory: Int) -> String {
  let counts = outcome.result.counts
  var members = [
    "\"releases\":\(counts.releases)", "\"pages\":\(counts.pages)", "\"kept\":\(counts.kept)",
    "\"charts\":\(counts.charts)",
    "\"figures\":\(counts.figures)", "\"files\":\(outcome.changes?.files ?? counts.files)",
    "\"bytes\":\(counts.bytes)", "\"changed\":\(outcome.changes?.written ?? 0)",
    "\"removed\":\(outcome.changes?.removed ?? 0)", "\"seconds\":\(seconds)", "\"memory\":\(memory)",
  ]
  if let times = outcome.result.times {
    let stages = StageTimes.Stage.allCases.map {
      "{\"name\":\"\($0)\",\"cpu\":\(inSeconds(times.time(of: $0)))}"
    }
    let templates = times.templates.map {
      "{\"name\":\"\($0.name)\",\"pages\":\($0.pages),\"cpu\":\(inSeconds($0.time))}"
    }
    // Folders of releases are named by digits, small letters and hyphens.
    let slowest = times.slowest.map { "{\"release\":\"\($0.release)\",\"cpu\":\(inSeconds($0.time))}" }
    members += [
      "\"stages\":[\(stages.joined(separator: ","))]", "\"templates\":[\(templates.joined(separator: ","))]",
      "\"slowest\":[\(slowest.joined(separator: ","))]",
    ]
  }
  return "{\(members.joined(separator: ","))}\n"
}

private func inSeconds(_ nanoseconds: Int) -> Double { Double(nanoseconds / 1000) / 1_000_000 }

/// `12.3 ms`.
private func milliseconds(_ nanoseconds: Int) -> String {
  let tenths = (nanoseconds + 50_000) / 100_000
  return "\(grouped(tenths / 10)).\(tenths % 10) ms"
}
