import Diagnostics
import ExactNumbers
import ReleaseFormat
import ReleaseModel
import Testing

/// The column `negated`: the file has what is printed, and the fact the sign of its concept.
struct NegatedRowTests {
  private func load(_ table: String) -> LoadedArchive {
    loadArchive(
      memorySite([
        "content/site.yaml": "title: T\nbase_url: https://a.example\ncompany: a\n",
        "content/companies/a.yaml": "name: A\nzone: America/New_York\n",
        "content/releases/2004-03-10-r/release.yaml": """
        kind: earnings
        headline: Results
        period: 2003-FY
        released: 2004-03-10
        statements:
          - {file: income.csv, title: Income, unit: GBP, scale: thousands}
        """,
        "content/releases/2004-03-10-r/income.csv": table,
      ]))
  }

  @Test(arguments: [
    ("true", "\"(5,123)\"", "5123"), ("TRUE", "£ (0.60)", "0.60"), ("true", "-5", "5"), ("true", "5", "-5"),
    ("true", "0", "0"), ("", "(5)", "-5"), ("false", "5", "5"), ("FALSE", "(5)", "-5"),
    ("true", "−999999999999999", "999999999999999"),
  ])
  func theFactHasTheSignOfItsConcept(_ mark: String, _ cell: String, _ told: String) throws {
    let loaded = load("concept,label,negated,2003-FY\nNetIncomeLoss,Loss,\(mark),\(cell)\n")
    #expect(loaded.diagnostics.map(\.message) == [])
    let release = try #require(loaded.archive.releases.first)
    let row = release.statements[0].rows[0]
    let amount = try #require(Amount(plain: told))
    #expect(row.isNegated == (mark.lowercased() == "true"))
    #expect(row.cells[0].amount?.hasSameSpelling(as: amount) == true)
    #expect(row.printed(row.cells[0]).amount == (row.isNegated ? amount.negated : amount))
    #expect(release.facts(loaded.archive.catalog).map(\.value) == [amount.timesPowerOfTen(3)])
  }

  @Test func dashesAndBlanksStay() throws {
    let loaded = load("concept,label,negated,2003-FY,2002-FY\nNetIncomeLoss,Loss,true,—,\n")
    let row = try #require(loaded.archive.releases.first?.statements.first?.rows.first)
    #expect(row.cells == [.dash, .absent])
    #expect(row.cells.map(row.printed) == [.dash, .absent])
  }

  @Test(arguments: [
    ("yes", ["write true"]), ("Y", ["write true"]), ("x", ["write true"]), ("1", ["write true"]),
    ("no", ["write false"]), ("0", ["write false"]), ("ture", ["did you mean 'true'?"]), ("minus", []),
  ])
  func otherSpellingsAreRefused(_ mark: String, _ hints: [String]) throws {
    let loaded = load("concept,label,negated,2003-FY\nCostOfRevenue,Costs,\(mark),(5)\n")
    let found = try #require(loaded.diagnostics.first)
    #expect(loaded.diagnostics.count == 1)
    #expect(found.code.id == "F023")
    #expect(found.message == "'negated' is 'true' or 'false', not '\(mark)'")
    #expect(found.place?.range == SourceRange(line: 2, column: 21, length: mark.utf8.count))
    #expect(found.hints == hints)
  }

  @Test func aHeadingHasNoUseForIt() {
    let loaded = load("concept,label,negated,2003-FY\n,Costs,true,\nCostOfRevenue,Costs,true,(5)\n")
    #expect(loaded.diagnostics.map(\.message) == ["the heading 'Costs' has no use for 'negated'"])
  }

  @Test(arguments: ["negatd", "Negated"])
  func aMisspelledColumnIsFound(_ column: String) {
    let loaded = load("concept,label,\(column),2003-FY\nCostOfRevenue,Costs,true,(5)\n")
    #expect(loaded.diagnostics.map(\.code.id) == ["F061"])
    #expect(loaded.diagnostics.first?.hints == ["did you mean 'negated'?"])
  }
}
