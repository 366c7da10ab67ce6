import Foundation
import TestSupport
import Testing

/// After any sequence of edits, a build that knows the last one publishes what a build that knows nothing does.
///
/// `SITEGEN_SEQUENCES=300` tries so many sequences of ten edits instead of a few.
@Suite struct NeverStaleTests {
  static let sequences = ProcessInfo.processInfo.environment["SITEGEN_SEQUENCES"].flatMap(Int.init) ?? 8

  @Test(arguments: 0..<sequences) func publishesWhatAColdBuildDoes(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let site = try EditedSite(Origin.all[seed % Origin.all.count])
    defer { site.remove() }
    var (now, before) = (site.origin.moments[0], site.origin.moments[0])
    var (shortcuts, kept) = (0, 0)
    #expect(try site.build(now: now).status == 0)
    for step in 1...10 {
      let edit = Edit.allCases.randomElement(using: &random) ?? .none
      if edit == .clock {
        now = site.origin.moments.randomElement(using: &random) ?? now
      }
      try site.apply(edit, step: step, &random)
      let warm = try site.build(now: now)
      let cold = try site.build(now: now, cold: true)
      let what = "seed \(seed), \(site.origin.path ?? "invented"), step \(step): \(edit)"
      #expect(warm.status == cold.status, "\(what)\n\(warm.report)\n\(cold.report)")
      #expect(warm.report == cold.report.replacing("/cold'", with: "/public'"), "\(what)")
      #expect(cold.kept == 0)
      if warm.status == 0 {
        before = now
        kept += warm.kept
        let differing = try site.differing()
        #expect(differing == [], "\(what)")
        let again = try site.build(now: now)
        #expect(again.status == 0 && again.report == warm.report, "\(what), built again")
        if again.isShortcut { shortcuts += 1 }
      } else {
        // What cannot be published is taken back, so that the sequence goes on.
        try site.restore()
        now = before
      }
    }
    // Everything made anew comes out as the record said.
    #expect(try site.build(now: now).status == 0)
    #expect(try site.build(now: now, options: ["--verify-cache"]).status == 0, "seed \(seed)")
    // The record is worth something: where nothing was edited, nothing is built, and else not everything.
    #expect(shortcuts > 0)
    #expect(kept > 0)
  }

  @Test func aBuildAfterAKilledOnePublishesWhatAColdBuildDoes() throws {
    var random = SeededRandom(state: 11)
    let site = try EditedSite(.invented)
    defer { site.remove() }
    let whole = try ContinuousClock().measure { _ = try site.build() }
    for step in 1...tries("SITEGEN_KILLS", else: 8) {
      let edits: [Edit] = [.headline, .prose, .boilerplate, .partial, .company, .deletedOutput]
      let edit = edits.randomElement(using: &random) ?? .prose
      try site.apply(edit, step: step, &random)
      try site.buildKilled(within: whole, &random)
      let (warm, cold) = (try site.build(), try site.build(cold: true))
      #expect(warm.status == 0 && cold.status == 0, "\(warm.report)")
      #expect(try site.differing() == [], "step \(step) \(edit)")
    }
  }

  /// An edit of the invented archive, how many pages say something else after it, and how many are made anew.
  struct Anew: CustomTestStringConvertible, Sendable {
    var what: String
    var changed: Int
    var anew: Int
    var edit: @Sendable (EditedSite) throws -> Void

    init(_ what: String, changed: Int, anew: Int, _ edit: @escaping @Sendable (EditedSite) throws -> Void) {
      (self.what, self.changed, self.anew, self.edit) = (what, changed, anew, edit)
    }

    var testDescription: String { what }
  }

  @Test(arguments: anew) func anEditMakesAnewWhatShowsIt(_ anew: Anew) throws {
    let site = try EditedSite(.invented)
    defer { site.remove() }
    let first = try site.build()
    #expect(first.status == 0)
    let before = try filesBelow(site.folder + "/public")
    try anew.edit(site)
    let warm = try site.build()
    let cold = try site.build(cold: true)
    #expect(warm.status == 0 && cold.status == 0, "\(warm.report)")
    #expect(try site.differing() == [])
    let wanted = try filesBelow(site.folder + "/cold")
    #expect(wanted.count { $0.key.hasSuffix(".html") && before[$0.key] != $0.value } == anew.changed)
    #expect(warm.pages - warm.kept == anew.anew)
    #expect(first.pages == 72)
  }

  static let anew: [Anew] = [
    Anew("nothing", changed: 0, anew: 7) { try record([], at: $0.folder + "/public/index.html") },
    Anew("words of a release", changed: 1, anew: 11) {
      try $0.rewrite(release(1, 0) + "body.md") { $0 + "\nMore.\n" }
    },
    Anew("a figure of the first release", changed: 7, anew: 31) { site in
      for quarter in [0, 4] {
        try site.rewrite(release(0, quarter) + "income.csv") { $0.replacing("200017", with: "212345") }
      }
    },
    Anew("a figure that another company's release borrows", changed: 12, anew: 33) { site in
      for quarter in [2, 6] {
        try site.rewrite(release(1, quarter) + "income.csv") { $0.replacing("309617", with: "312345") }
      }
    },
    Anew("a restatement", changed: 5, anew: 17) { site in
      try site.rewrite(release(0, 6) + "income.csv") { $0.replacing("202617", with: "212345") }
      try site.rewrite(release(0, 6) + "release.yaml") {
        $0 + "restates:\n  - { concept: Revenues, period: 2003-Q3, reason: A sale was counted twice }\n"
      }
    },
    Anew("a headline", changed: 7, anew: 21) { try renew(release(0, 1), of: $0) },
    Anew("the headline of the last release", changed: 7, anew: 16) { try renew(release(0, 7), of: $0) },
    Anew("a company", changed: 42, anew: 51) {
      try $0.rewrite("content/companies/beta.yaml") {
        $0.replacing("beta plc", with: "Beta plc").replacing("short_name: beta", with: "short_name: Beta")
      }
    },
    Anew("the default company", changed: 31, anew: 44) {
      try $0.rewrite("content/companies/alpha.yaml") {
        $0.replacing("alpha plc", with: "Alpha plc").replacing("short_name: alpha", with: "short_name: Alpha")
      }
    },
    Anew("a company's concept", changed: 0, anew: 72) {
      try $0.rewrite("content/companies/beta.yaml") {
        $0 + "concepts:\n  - { name: Ships, label: Ships, kind: count, balance: stock }\n"
      }
    },
    Anew("a template", changed: 2, anew: 10) {
      try record(
        Array("{{<layout}}{{$main}}<h1>{{headline}}</h1>{{{article}}}{{/main}}{{/layout}}\n".utf8),
        at: $0.folder + "/Templates/page.html")
    },
    Anew("a template of lists", changed: 30, anew: 40) {
      try record(
        Array("{{<layout}}{{$main}}<h1>{{documentTitle}}</h1>{{/main}}{{/layout}}\n".utf8),
        at: $0.folder + "/Templates/releases.html")
    },
    Anew("a partial", changed: 72, anew: 72) {
      try record(Array("<p>{{siteTitle}}</p>\n".utf8), at: $0.folder + "/Templates/colophon.html")
    },
    Anew("a new release of a new kind", changed: 31, anew: 51) {
      try record(
        Array("kind: announcement\ncompany: gamma\nheadline: News\nreleased: 2003-06-01\n".utf8),
        at: $0.folder + "/content/releases/2003-06-01-news/release.yaml")
    },
    Anew("a release less", changed: 24, anew: 41) { try removeFolder($0.folder + "/" + release(2, 0)) },
    Anew("a shared text", changed: 9, anew: 16) {
      try $0.rewrite("content/boilerplate/about.md") { $0 + "More.\n" }
    },
    Anew("a page", changed: 1, anew: 10) { try $0.rewrite("content/pages/about.md") { $0 + "More.\n" } },
  ]

  private static func renew(_ release: String, of site: EditedSite) throws {
    try site.rewrite(release + "release.yaml") { $0.replacing("Results of", with: "Figures of") }
  }

  private static func release(_ company: Int, _ quarter: Int) -> String {
    "content/releases/\(InventedArchive.folder(company, quarter))/"
  }

  @Test func aPageThatWasMadeBeforeStillHasItsDeadLinks() throws {
    let site = try EditedSite(.invented)
    defer { site.remove() }
    try site.rewrite(Self.release(1, 0) + "body.md") {
      $0 + "\nSee [the first](/releases/2003/alpha-2003-q1/).\n"
    }
    #expect(try site.build().status == 0)
    try removeFolder(site.folder + "/" + Self.release(0, 0))
    let (warm, cold) = (try site.build(), try site.build(cold: true))
    #expect(warm.status == 1 && warm.report.contains("'/releases/2003/alpha-2003-q1/'"), "\(warm.report)")
    #expect(warm.report == cold.report)
  }

  /// Of edits that nothing could be published after, the sequences would show little; these two are made for what
  /// contradicts itself.
  @Test(arguments: Edit.allCases.filter { ![.figure, .otherCompany].contains($0) })
  func everyEditCanBePublished(_ edit: Edit) throws {
    let ran = try (1...6).contains { seed in
      let site = try EditedSite(.invented)
      defer { site.remove() }
      var random = SeededRandom(state: UInt64(seed))
      #expect(try site.build().status == 0)
      let (files, published) = (try site.sources(), try filesBelow(site.folder + "/public"))
      try site.apply(edit, step: seed, &random)
      let isUnedited =
        try files == site.sources() && published == filesBelow(site.folder + "/public")
        && ![.none, .clock, .touched].contains(edit)
      return try !isUnedited && site.build().status == 0
    }
    #expect(ran)
  }

  @Test func aRecordThatIsDamagedIsNoRecord() throws {
    let site = try EditedSite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    #expect(try site.build().isShortcut)
    let folder = site.folder + "/.sitegen"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".build") })
    let bytes = try #require(try filesBelow(folder)[name])
    for damaged in damages(bytes) {
      try record(damaged, at: folder + "/" + name)
      let run = try site.build()
      #expect(run.status == 0 && !run.isShortcut)
      #expect(try site.build().isShortcut)
    }
  }

  @Test(arguments: [".pages", ".releases"]) func whatIsDamagedBesideTheRecordIsMadeAnew(_ ending: String)
    throws
  {
    let site = try EditedSite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    let folder = site.folder + "/.sitegen"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(ending) })
    var random = SeededRandom(state: 5)
    for step in 0..<5 {
      let bytes = try #require(try filesBelow(folder)[name])
      try record(damages(bytes)[step], at: folder + "/" + name)
      try site.apply(.prose, step: step, &random)
      let (warm, cold) = (try site.build(), try site.build(cold: true))
      #expect(warm.status == 0 && cold.status == 0, "\(warm.report)")
      #expect(try site.differing() == [], "\(step)")
      if ending == ".pages" { #expect(warm.kept == 0) }
    }
  }

  @Test func optionsDecideWhetherARecordIsOfUse() throws {
    let site = try EditedSite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    #expect(try !site.build(options: ["--base-url", "https://other.example"]).isShortcut)
    #expect(try !site.build().isShortcut)
    #expect(try site.build().isShortcut)
    #expect(try !site.build(options: ["--no-cache"]).isShortcut)
    #expect(try !site.build(options: ["--verify-cache"]).isShortcut)
    #expect(try site.build(options: ["--jobs", "1"]).isShortcut)
  }

  private func damages(_ bytes: [UInt8]) -> [[UInt8]] {
    [Array(bytes.dropLast()), [], Array("another tool's".utf8), bytes + [0], flipped(bytes)]
  }

  private func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes[bytes.count / 2] ^= 1
    return bytes
  }
}
