import Diagnostics
import ReleaseModel
import Testing

@testable import ReleaseFormat

/// What no small site can show.
struct LimitTests {
  @Test func filesThatCannotBeReadAreNamed() {
    var source = memorySite(["content/site.yaml": "title: x\n"])
    source.read = { _ in .failure(.init(reason: "permission denied")) }
    let loaded = loadArchive(source)
    #expect(loaded.diagnostics.first?.code == .unreadableFile)
    #expect(loaded.diagnostics.first?.message == "the file cannot be read: permission denied")
  }

  @Test func aSiteKnowsAtMost65536Concepts() {
    let place = Place("content/site.yaml")
    let declared = (0..<65_536).map { number in
      DeclaredConcept(concept: Concept("Own\(number)", label: "Own"), place: place)
    }
    var catalog = ConceptCatalog(builtInConcepts)
    var places: [String: Place] = [:]
    var diagnostics: [Diagnostic] = []
    addConcepts(declared, to: &catalog, places: &places, &diagnostics)
    #expect(catalog.concepts.count == 65_536)
    #expect(diagnostics.map(\.code) == [.tooManyConcepts])
  }

  /// A file that is wrong in every line stays quick: suggestions stop, findings do not.
  @Test func manyFindingsStayQuick() {
    let rows = (0..<20_000).map { "Concept\($0),,2003-Q3,5\n" }.joined()
    var files = smallSite
    files["content/releases/2003-11-14-results/figures.csv"] = "concept,label,period,value\n" + rows
    let loaded = loadArchive(memorySite(files))
    #expect(loaded.diagnostics.count == 20_000)
    #expect(loaded.diagnostics.allSatisfy { $0.code == .unknownConcept })
  }

  @Test func builtInConceptsAreDistinct() {
    #expect(ConceptCatalog(builtInConcepts).concepts.count == builtInConcepts.count)
    #expect(builtInConcepts.count >= 70)
    let perShare = builtInConcepts.filter { $0.kind == .perShare && $0.name.hasPrefix("Earnings") }
    #expect(perShare.allSatisfy { $0.balance == .average })
  }

  @Test func anEmptyFolderIsNoSite() {
    let loaded = loadArchive(memorySite(["content/.gitkeep": "", "Templates/page.html": ""]))
    #expect(loaded.diagnostics.map(\.code) == [.noContent])
    #expect(loaded.diagnostics.first?.place == nil)
  }
}

let smallSite = [
  "content/site.yaml": "title: x\nbase_url: https://x.example/\n",
  "content/companies/x.yaml": "name: X\nzone: UTC\n",
  "content/releases/2003-11-14-results/release.yaml": """
  kind: earnings
  headline: X reports
  released: 2003-11-14
  period: 2003-Q3
  """,
]
