import Diagnostics
import ReleaseFormat
import Testing

/// Releases that differ in nothing that a reader of a list sees, and times in their company's own zone.
@Suite struct CopiedReleaseTests {
  private func found(_ releases: [String: String], zone: String = "America/New_York") -> [String] {
    var files = [
      "content/site.yaml": "title: Norvia\nbase_url: https://archive.example\n",
      "content/companies/norvia.yaml": "name: Norvia Instruments\nzone: \(zone)\n",
    ]
    for (slug, own) in releases {
      let usual = ["kind: announcement", "headline: A plant in Ohio", "released: 2003-07-14"]
      let key = own.prefix { $0 != ":" }
      let lines = usual.filter { own.isEmpty || !$0.hasPrefix(key) } + [own]
      files["content/releases/2003-07-14-\(slug)/release.yaml"] = lines.joined(separator: "\n") + "\n"
    }
    return loadArchive(memorySite(files)).diagnostics.map {
      "\($0.code.id) \($0.place?.path.split(separator: "/").dropFirst(2).first ?? "-")"
    }
  }

  @Test func aCopyIsNamedWhereItStands() {
    #expect(
      found(["a": "", "b": "", "c": ""]) == ["F016 2003-07-14-b", "F016 2003-07-14-c"])
  }

  @Test(arguments: [
    "headline: A plant in Iowa", "summary: Another one", "period: 2003-Q2", "draft: true",
    "released: 2003-07-14T17:00 America/New_York",
  ])
  func whatDiffersIsNoCopy(_ difference: String) {
    #expect(found(["a": "", "b": difference]) == [])
  }

  /// A company in Phoenix calls its time MST all year, and its releases may.
  @Test func theCompanysOwnTimeIsRight() {
    let released = ["a": "released: 2003-07-14T17:00 MST"]
    #expect(found(released, zone: "America/Phoenix") == [])
    #expect(found(released, zone: "America/Denver") == ["F039 2003-07-14-a"])
  }
}
