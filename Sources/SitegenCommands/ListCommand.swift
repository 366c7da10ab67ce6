import ArgumentParser
import Diagnostics
import SiteBuilding

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what the site holds back: embargoed releases, or drafts.",
    discussion: """
      An embargoed release opens at `publish_at`, or else at `released`: at its time, or when its day has ended \
      in its company's zone. A draft says draft: true.

      EXAMPLES
        sitegen list embargoed
        sitegen list drafts --format json
        sitegen list embargoed --now 2003-11-14T16:04:59-05:00
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case embargoed
    case drafts
  }

  @Argument(help: "What to list: embargoed or drafts.")
  var subject: Subject

  @OptionGroup var options: MomentOptions

  func run() throws {
    let schedule = try options.schedule()
    let entries = subject == .embargoed ? schedule.embargoed : schedule.drafts
    switch options.format {
    case .json: write(jsonList(entries, schedule) + "\n", to: .output)
    case .text:
      write(textList(entries), to: .output)
      write(summary(entries.count, schedule), to: .error)
    }
  }

  private func textList(_ entries: [SiteSchedule.Entry]) -> String {
    let there = entries.map { $0.opensThere?.count ?? 0 }.max() ?? 0
    return entries.map { entry in
      guard let opens = entry.opens, let local = entry.opensThere else {
        return "\(entry.folder)  \(entry.headline)\n"
      }
      let padding = String(repeating: " ", count: there - local.count)
      return "\(opens)  \(local)\(padding)  \(entry.folder)  \(entry.headline)\n"
    }.joined()
  }

  private func summary(_ count: Int, _ schedule: SiteSchedule) -> String {
    let what = subject == .embargoed ? "held" : "still being written"
    return "\(grouped(count)) release\(count == 1 ? "" : "s") \(what) at \(schedule.now)\n"
  }

  private func jsonList(_ entries: [SiteSchedule.Entry], _ schedule: SiteSchedule) -> String {
    let items = entries.map { entry in
      var fields = [
        (name: "folder", value: jsonString(entry.folder)),
        (name: "headline", value: jsonString(entry.headline)),
      ]
      if let opens = entry.opens { fields.append((name: "opens", value: jsonString("\(opens)"))) }
      if let there = entry.opensThere { fields.append((name: "opensThere", value: jsonString(there))) }
      return jsonObject(fields)
    }
    return jsonObject([
      (name: "now", value: jsonString("\(schedule.now)")), (name: subject.rawValue, value: jsonArray(items)),
    ])
  }
}
