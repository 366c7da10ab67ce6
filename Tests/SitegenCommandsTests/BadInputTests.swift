import Foundation
import TestSupport
import Testing

/// Bad input from the outside: the command names file, line and column, exits with 1, and what was
/// published before stays as it was, byte for byte.
@Suite struct BadInputTests {
  struct Sample: Sendable, CustomStringConvertible {
    var name: String
    /// Files that are laid over the good site.
    var files: [String: [UInt8]] = [:]
    /// Every line that the report must hold.
    var report: [String]

    init(_ name: String, _ files: [String: String], report: [String]) {
      self.init(name, bytes: files.mapValues { Array($0.utf8) }, report: report)
    }

    init(_ name: String, bytes files: [String: [UInt8]], report: [String]) {
      self.name = name
      self.files = files
      self.report = report
    }

    var description: String { name }
  }

  static let release = "content/releases/2003-11-14-third-quarter-results/"

  static let samples: [Sample] = [
    Sample(
      "malformed YAML", ["content/site.yaml": "title: 'HemaCare\nbase_url: https://archive.example\n"],
      report: ["error[S102]: this quotation mark is never closed", "--> content/site.yaml:1:8"]),
    Sample(
      "an unknown key",
      ["content/site.yaml": "titel: HemaCare\ntitle: HemaCare\nbase_url: https://archive.example\n"],
      report: [
        "error[F020]: a site has no key 'titel'", "--> content/site.yaml:1:1", "did you mean 'title'?",
      ]),
    Sample(
      "a time without a zone", bytes: releaseYAML("released: 2003-11-14T05:30"),
      report: ["error[F031]", "--> \(release)release.yaml:3:11"]),
    Sample(
      "a zone that does not exist", bytes: releaseYAML("released: 2003-11-14T05:30 America/NewYork"),
      report: ["error[F032]", "--> \(release)release.yaml:3:28", "did you mean 'America/New_York'?"]),
    Sample(
      "an unknown concept",
      [release + "figures.csv": "concept,label,period,value,decimals,note\nRevenue,,2003-Q3,1,,\n"],
      report: ["error[F044]", "--> \(release)figures.csv:2:1", "did you mean 'Revenues'?"]),
    Sample(
      "an unknown period", bytes: releaseYAML("released: 2003-11-14", "period: 2003-Q5"),
      report: ["error[F037]: '2003-Q5' is no period", "--> \(release)release.yaml:4:9"]),
    Sample(
      "an unknown contact and text block",
      bytes: releaseYAML(
        "released: 2003-11-14", "contacts: [investor-relation]", "boilerplate: [about-2004]"),
      report: [
        "error[F041]", "--> \(release)release.yaml:4:12", "did you mean 'investor-relations'?",
        "error[F043]", "--> \(release)release.yaml:5:15", "did you mean 'about-2003'?",
      ]),
    Sample(
      "a ragged row", [release + "income-statement.csv": "concept,label,2003-Q3\nRevenues,Revenues,1,2\n"],
      report: ["error[S202]", "--> \(release)income-statement.csv:2:21"]),
    Sample(
      "an unclosed quote", [release + "income-statement.csv": "concept,label,2003-Q3\nRevenues,\"Rev,1\n"],
      report: ["error[S200]", "--> \(release)income-statement.csv:2:10"]),
    Sample(
      "a cell that is no number",
      [release + "income-statement.csv": "concept,label,2003-Q3\nRevenues,Revenues,six\n"],
      report: ["error[F080]: 'six' is no figure", "--> \(release)income-statement.csv:2:19"]),
    Sample(
      "a CSV in UTF-16",
      bytes: [release + "income-statement.csv": [0xFF, 0xFE, 0x63, 0x00, 0x6F, 0x00]],
      report: ["error[S002]", "--> \(release)income-statement.csv:1:1"]),
    Sample(
      "invalid UTF-8",
      bytes: [
        release + "income-statement.csv": Array("concept,label,2003-Q3\nRevenues,".utf8) + [0xE9, 0x0A]
      ],
      report: ["error[S001]", "--> \(release)income-statement.csv:2:10"]),
    Sample(
      "two releases on one URL",
      [
        "content/releases/2003-12-01-third-quarter-results/release.yaml":
          "kind: announcement\nheadline: Again\nreleased: 2003-12-01\n"
      ],
      report: ["error[F010]", "--> content/releases/2003-12-01-third-quarter-results"]),
    Sample(
      "a link to a page that does not exist", [release + "body.md": "See [this](/releases/2004/).\n"],
      report: ["error[L101]", "--> \(release)body.md:1:12"]),
    Sample(
      "raw HTML", [release + "body.md": "Not <b>bold</b>.\n"],
      report: ["error[M100]: '<b>' is HTML", "--> \(release)body.md:1:5"]),
    Sample(
      "a javascript link", [release + "body.md": "A [trap](JavaScript:alert&#40;1&#41;).\n"],
      report: ["error[M110]", "--> \(release)body.md:1:3"]),
    Sample(
      "a template naming an unknown variable", ["Templates/page.html": "<h1>{{headlin}}</h1>\n"],
      report: ["error[T201]: 'headlin'", "--> Templates/page.html:1:7", "did you mean 'headline'?"]),
    Sample(
      "several at once",
      bytes: releaseYAML("released: 2003-11-14", "perio: 2003-Q3").merging(
        [release + "body.md": "A [page](/nowhere/).\n", "Templates/page.html": "{{oops}}\n"]
          .mapValues { Array($0.utf8) }
      ) { $1 },
      report: ["error[F020]", "error[L101]", "error[T201]", "3 errors"]),
  ]

  @Test(arguments: samples) func isReportedAndChangesNothing(_ sample: Sample) throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    let published = try filesBelow(site.folder + "/public")
    #expect(published["index.html"] != nil)

    for (path, bytes) in sample.files { try record(bytes, at: site.folder + "/" + path) }
    let run = try site.build()
    #expect(run.status == 1)
    for line in sample.report { #expect(run.report.contains(line), "\(line)\n\(run.report)") }
    #expect(run.output == "")
    #expect(try filesBelow(site.folder + "/public") == published)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder).allSatisfy { !$0.hasPrefix(".public") }
    )
  }

  @Test func aFolderWithoutContentIsMissingInput() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    try FileManager.default.removeItem(atPath: site.folder + "/content")
    let run = try site.build()
    #expect(run.status == 66)
    #expect(run.report.contains("there is no 'content' folder"))
  }

  @Test func aLinkThatLeavesTheSiteIsNotFollowed() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let secret = site.folder + "-secret.md"
    try record(Array("secret\n".utf8), at: secret)
    defer { try? FileManager.default.removeItem(atPath: secret) }
    let link = site.folder + "/" + Self.release + "body.md"
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: secret)
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[P"))
    #expect(run.report.contains("body.md"))
    #expect(!FileManager.default.fileExists(atPath: site.folder + "/public"))
  }

  @Test func findingsAreToldEvenWhenPublishingFails() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    let attachment = "public/releases/2003/third-quarter-results/plan.pdf"
    try record([], at: "\(site.folder)/\(attachment)/.keep")
    try record([1], at: "\(site.folder)/\(Self.release)plan.pdf")
    try record([], at: "\(site.folder)/content/notes.txt")
    let yaml = "\(site.folder)/\(Self.release)release.yaml"
    let text = try String(contentsOfFile: yaml, encoding: .utf8)
    try record(Array((text + "attachments:\n  - { file: plan.pdf, title: The plan }\n").utf8), at: yaml)
    let run = try site.build()
    #expect(run.status == 73)
    for line in ["error[P203]", "warning[F004]", "--> content/notes.txt"] {
      #expect(run.report.contains(line), "\(line)\n\(run.report)")
    }
  }

  private static func releaseYAML(_ lines: String...) -> [String: [UInt8]] {
    releaseYAML(lines)
  }

  private static func releaseYAML(_ lines: [String]) -> [String: [UInt8]] {
    let text = (["kind: earnings", "headline: Results"] + lines).joined(separator: "\n") + "\n"
    return [release + "release.yaml": Array(text.utf8)]
  }
}
