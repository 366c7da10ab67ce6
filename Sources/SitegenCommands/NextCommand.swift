import ArgumentParser
import Diagnostics
import SiteBuilding

struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Print the next moment from which a build gives another site.",
    discussion: """
      That is when a held release opens, an event begins, ends or can be heard again, or a page becomes \
      archived. Until then, builds of the same content give the same bytes. Prints the moment in RFC 3339, in \
      UTC, for a timer; prints nothing when no build is due, as for a site that pins its moment with as_of.

      EXAMPLES
        sitegen next
        sitegen next --format json        with the reasons
        echo "sitegen build --quiet" | at -t "$(date -d "$(sitegen next)" +%Y%m%d%H%M.%S)"
      """)

  @OptionGroup var options: MomentOptions

  func run() throws {
    let schedule = try options.schedule()
    switch options.format {
    case .json:
      var fields = [(name: "now", value: jsonString("\(schedule.now)"))]
      fields.append((name: "next", value: schedule.next.map { jsonString("\($0.moment)") } ?? "null"))
      fields.append(
        (name: "reasons", value: jsonArray((schedule.next?.reasons ?? []).map { jsonString($0) })))
      write(jsonObject(fields) + "\n", to: .output)
    case .text:
      guard let next = schedule.next else {
        write("no build is due after \(schedule.now)\n", to: .error)
        return
      }
      write("\(next.moment)\n", to: .output)
      for reason in next.reasons.prefix(20) { write("\(reason)\n", to: .error) }
    }
  }
}
