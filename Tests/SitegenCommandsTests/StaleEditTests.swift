import Foundation
import TestSupport
import Testing

/// Edits that reach a page by a way of their own, each after a first build: what the next one publishes and says is
/// what a cold build does.
@Suite struct StaleEditTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var what: String
    var origin: Origin
    var prepare: @Sendable (EditedSite) throws -> Void
    var edit: @Sendable (EditedSite) throws -> Void

    init(
      _ what: String, in path: String? = nil, at moment: String = "2006-01-01T00:00:00Z",
      prepare: @escaping @Sendable (EditedSite) throws -> Void = { _ in },
      edit: @escaping @Sendable (EditedSite) throws -> Void
    ) {
      (self.what, self.prepare, self.edit) = (what, prepare, edit)
      origin = path.map { Origin(path: "Tests/GoldenSites/\($0)/site", moments: [moment]) } ?? .invented
    }

    var testDescription: String { what }
  }

  @Test(arguments: cases) func publishesAndSaysWhatAColdBuildDoes(_ edited: Case) throws {
    let site = try EditedSite(edited.origin)
    defer { site.remove() }
    try edited.prepare(site)
    let first = try site.build()
    try edited.edit(site)
    let (warm, cold) = (try site.build(), try site.build(cold: true))
    #expect(warm.status == cold.status, "\(warm.report)\n\(cold.report)")
    #expect(warm.report == cold.report)
    if cold.status == 0 {
      #expect(try site.differing() == [])
      // The edit is one that a site shows.
      #expect(!warm.isShortcut)
    } else {
      #expect(first.status == 0 || first.report != cold.report)
    }
  }

  /// Adds results that stand in no statement, so that others say in what currency they are.
  @Sendable private static func addPreliminaryResults(_ site: EditedSite, _ day: String, _ period: String)
    throws
  {
    let folder = site.folder + "/content/releases/\(day)-plan-\(period.lowercased())/"
    let release = "kind: earnings\nheadline: Preliminary\nreleased: \(day)\nperiod: \(period)\n"
    try record(Array(release.utf8), at: folder + "release.yaml")
    let figures = "concept,label,period,value,decimals\nNetIncomeLoss,,\(period),150000,\n"
    try record(Array(figures.utf8), at: folder + "figures.csv")
  }

  private static let cases: [Case] =
    ["event", "event-head", "key-figures", "attachments", "contact"].map { template in
      Case("the template \(template) of blocks", in: "two-companies") { site in
        let path = "Templates/\(template).html"
        let text = try String(contentsOfFile: testsFolder + "/../" + path, encoding: .utf8)
        try record(
          Array(text.replacing("</", with: "<i>!</i></", maxReplacements: 1).utf8),
          at: site.folder + "/" + path)
      }
    } + [
      Case(
        "a lock that knows files below an old address", in: "corrections",
        prepare: { site in
          try site.rewrite("content/releases/2004-09-01-new-plant/release.yaml") {
            $0 + "aliases: [/releases/2004/plant/]\n"
          }
        },
        edit: { site in
          let lines = ["", "index.md", "plan.pdf"].map {
            "2004-09-01T00:00:00Z - - - /releases/2004/plant/\($0)\n"
          }
          try record(Array(lines.joined().utf8), at: site.folder + "/content/urls.lock")
        }),
      Case(
        "an alias below another release's address", in: "corrections",
        prepare: { site in
          try site.rewrite("content/releases/2004-09-01-new-plant/release.yaml") {
            $0 + "aliases: [/releases/2004/first-quarter-results/old.html]\n"
          }
          try site.rewrite("content/releases/2004-05-12-first-quarter-results/body.md") { _ in
            "See [extra](old.html).\n"
          }
        },
        edit: { site in
          try site.rewrite("content/releases/2004-09-01-new-plant/release.yaml") {
            $0.replacing("aliases: [/releases/2004/first-quarter-results/old.html]\n", with: "")
          }
        }),
      Case(
        "the currency of the statements before a release without any", in: "currency-change",
        prepare: { try addPreliminaryResults($0, "2005-01-20", "2004-FY") },
        edit: { site in
          let folder = "content/releases/2004-05-12-first-quarter/"
          try site.rewrite(folder + "release.yaml") { $0.replacing("EUR", with: "GBP") }
          try site.rewrite(folder + "body.md") { _ in "Words.\n" }
        }),
      Case(
        "the currency of the statements after a release without any", in: "currency-change",
        prepare: { site in
          try addPreliminaryResults(site, "2003-01-20", "2002-FY")
          try addPreliminaryResults(site, "2003-02-20", "2002-Q4")
        },
        edit: { site in
          try site.rewrite("content/releases/2003-05-12-first-quarter/release.yaml") {
            $0.replacing("USD", with: "GBP")
          }
        }),
      Case(
        "a figure of another company in the words of a picture", in: "two-companies",
        prepare: { site in
          try site.rewrite("content/site.yaml") {
            $0 + "outputs: [html, csv, financials, calendar, charts]\n"
          }
          try record(
            Array("concept,label,period,value\nEmployees,Employees,2004-02-29,210\n".utf8),
            at: site.folder + "/content/releases/2004-03-01-agreement/figures.csv")
          try site.rewrite("content/releases/2004-05-11-second-results/body.md") { _ in
            "![Staff of [210](fact:south/Employees@2004-02-29) people](mine.png)\n"
          }
        },
        edit: { site in
          try site.rewrite("content/releases/2004-03-01-agreement/figures.csv") {
            $0.replacing(",210", with: ",215")
          }
        }),
      Case(
        "a held release that cannot be read any more", in: "chart-gallery", at: "2007-06-01T12:00:00Z",
        prepare: { site in
          let folder = "content/releases/2006-05-10-first-quarter-results/"
          // A chart without a figure is a warning as long as everything could be read.
          try site.rewrite(folder + "centers.csv") { $0.replacing(/,[0-9.,]+\n/, with: ",\n") }
          try record(
            Array("kind: announcement\nheadline: Held\nreleased: 2006-01-02\npublish_at: 2030-01-01\n".utf8),
            at: site.folder + "/content/releases/2006-01-02-held/release.yaml")
        },
        edit: { site in
          try site.rewrite("content/releases/2006-01-02-held/release.yaml") { $0 + "kinnd: x\n" }
        }),
      Case("a release of another company on the same day", in: "two-companies") { site in
        try record(
          Array("kind: announcement\ncompany: north\nheadline: News\nreleased: 2004-03-01\n".utf8),
          at: site.folder + "/content/releases/2004-03-01-news/release.yaml")
      },
      Case("whether a row is negated, its figure remaining", in: "costs-in-parentheses") { site in
        try site.rewrite("content/releases/2003-03-10-preliminary-results/income.csv") {
          $0.replacing("TRUE,,\"(5,123)\",\"(4,923)\"", with: ",,\"5,123\",\"4,923\"")
        }
      },
      Case("whether a row is negated, and so its figure", in: "costs-in-parentheses") { site in
        try site.rewrite("content/releases/2003-03-10-preliminary-results/income.csv") {
          $0.replacing("Distribution costs,,,1,TRUE", with: "Distribution costs,,,1,")
        }
      },
      Case("whether a row is in pence, its figure remaining", in: "pence-per-share") { site in
        try site.rewrite("content/releases/2024-03-05-full-year-results/income.csv") {
          $0.replacing("17.1p,15.2p", with: "£0.171,£0.152")
        }
      },
      Case("whether a row is in pence, and so its figure", in: "pence-per-share") { site in
        try site.rewrite("content/releases/2024-03-05-full-year-results/figures.csv") {
          $0.replacing(",6p,", with: ",6,")
        }
      },
      Case("what a row is printed in where a later release is in pounds", in: "pence-per-share") { site in
        try site.rewrite("content/releases/2024-09-10-half-year-results/income.csv") {
          $0.replacing("GBX,3,(3.2),7.8", with: "GBP,3,(0.032),0.078")
        }
      },
      Case("the headline after a release with negated rows", in: "costs-in-parentheses") { site in
        try site.rewrite("content/releases/2003-09-08-half-year-results/release.yaml") {
          $0.replacing("in the first half", with: "in the half-year")
        }
      },
      Case(
        "a link on the way of a link",
        prepare: { site in
          let texts = site.folder + "/content/boilerplate/"
          for name in ["one", "two"] {
            try record(Array("---\ntitle: About\n---\nText \(name).\n".utf8), at: texts + "about-\(name).md")
          }
          try record([], at: site.folder + "/content/.hidden/x")
          try lead(texts + "about.md", to: "../.hidden/about.md")
          try lead(site.folder + "/content/.hidden/about.md", to: texts + "about-one.md")
        },
        edit: { site in
          try lead(
            site.folder + "/content/.hidden/about.md", to: site.folder + "/content/boilerplate/about-two.md")
        }),
    ]

  private static func lead(_ link: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
  }

  /// A site published into a folder around the output would be torn by it.
  @Test func aSitePublishedAroundTheOutputIsNoticed() throws {
    let site = try EditedSite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    #expect(try site.build().isShortcut)
    let manifest = try #require(try filesBelow(site.folder + "/public")["manifest.json"])
    try record(manifest, at: site.folder + "/manifest.json")
    let run = try site.build()
    #expect(run.status != 0 && !run.isShortcut)
    #expect(run.report.contains("P206"), "\(run.report)")
  }

  /// A name that came and went, a hidden one and a folder's time of its own are no change of the site.
  @Test func whatEditorsLeaveBesideAFileIsNoChange() throws {
    let site = try EditedSite()
    defer { site.remove() }
    let release = "content/releases/2004-03-01-agreement"
    let first = try site.build()
    #expect(first.status == 0)
    try record([], at: "\(site.folder)/\(release)/4913")
    try FileManager.default.removeItem(atPath: "\(site.folder)/\(release)/4913")
    try record([], at: "\(site.folder)/\(release)/.body.md.swp")
    #expect(try site.build().isShortcut)
    site.savesByReplacing = true
    try site.rewrite("\(release)/body.md") { $0 + "\nMore.\n" }
    let (warm, cold) = (try site.build(), try site.build(cold: true))
    #expect(!warm.isShortcut && warm.kept > 0)
    #expect(warm.report.isEmpty == cold.report.isEmpty)
    #expect(try site.differing() == [])
  }

  @Test func aFileThatAnEditorLeavesIsListed() throws {
    let site = try EditedSite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    try record([], at: site.folder + "/content/releases/2004-03-01-agreement/body.md~")
    let (warm, cold) = (try site.build(), try site.build(cold: true))
    #expect(!warm.isShortcut)
    #expect(warm.status == cold.status && warm.report == cold.report)
  }
}
