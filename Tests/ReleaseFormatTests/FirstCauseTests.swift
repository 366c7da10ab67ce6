import Diagnostics
import ReleaseFormat
import ReleaseModel
import Testing

/// What failed to load causes no findings elsewhere.
struct FirstCauseTests {
  private let folder = "content/releases/2003-11-14-third-quarter-results/"

  @Test func aCompanyThatCannotBeReadIsReportedOnce() {
    var files = hemaCareSite
    files["content/companies/hemacare.yaml"] = "names: [\n"
    let loaded = loadArchive(memorySite(files))
    #expect(Set(loaded.diagnostics.compactMap(\.place?.path)) == ["content/companies/hemacare.yaml"])
    #expect(loaded.archive.companies.map(\.id) == ["acme"])
    #expect(loaded.archive.releases.count == 4)
  }

  @Test func aSiteThatCannotBeReadIsReportedOnce() {
    var files = hemaCareSite
    files["content/site.yaml"] = "title: a: b\n"
    let loaded = loadArchive(memorySite(files))
    #expect(Set(loaded.diagnostics.compactMap(\.place?.path)) == ["content/site.yaml"])
  }

  @Test func aTextBlockThatCannotBeReadIsStillKnown() {
    var files = hemaCareSite
    files["content/boilerplate/about-2003.md"] = "no front matter\n"
    #expect(loadArchive(memorySite(files)).diagnostics.map(\.code.id) == ["F090"])
  }

  @Test func aLostRowLeavesItsTotalWithoutItems() throws {
    var files = hemaCareSite
    files[folder + "income-statement.csv"] = files[folder + "income-statement.csv"]?
      .replacing("CostOfRevenue,Cost", with: "CostsOfRevenue,Cost")
      .replacing("Revenues CostOfRevenue", with: "Revenues CostOfRevenue")
    let loaded = loadArchive(memorySite(files))
    #expect(loaded.diagnostics.map(\.code.id) == ["F044"])
    let statement = try #require(loaded.archive.releases.last?.statements.first)
    #expect(statement.rows.allSatisfy { $0.items.isEmpty })
  }

  @Test func tablesAreReadEvenWithoutARelease() {
    var files = hemaCareSite
    files[folder + "release.yaml"] = files[folder + "release.yaml"]?.replacing("headline:", with: "headlin:")
    files[folder + "figures.csv"] = "concept,label,period,value\nRevenues,,2003-Q3,six\n"
    let loaded = loadArchive(memorySite(files))
    #expect(loaded.diagnostics.map(\.code.id) == ["F080", "F020"])
    #expect(loaded.archive.releases.count == 3)
    #expect(loaded.archive.releases.allSatisfy { loaded.sources.release($0.folder) != nil })
  }

  @Test func severalFaultsAreReportedInOneRun() {
    var files = hemaCareSite
    files["content/site.yaml"]?.append("\ncolor: red\n")
    files[folder + "release.yaml"] = files[folder + "release.yaml"]?
      .replacing("2003-11-14T16:30 America/New_York", with: "2003-11-14T16:30")
      .replacing("[about-2003]", with: "[about-2030]")
    files[folder + "income-statement.csv"]?.append("\nNetIncomeLoss,Net loss,,,,,one,two\n")
    let loaded = loadArchive(memorySite(files))
    #expect(loaded.diagnostics.map(\.code.id) == ["F080", "F080", "F031", "F043", "F020"])
    #expect(loaded.diagnostics.sorted() == loaded.diagnostics)
  }
}
