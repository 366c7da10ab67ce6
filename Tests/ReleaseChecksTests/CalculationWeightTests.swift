import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// What is known of a concept's part in another.
struct CalculationWeightTests {
  @Test(
    arguments: [
      ("InterestIncome", "IncomeLossBeforeIncomeTaxes", 1), ("CostOfRevenue", "NetIncomeLoss", -1),
      ("InterestExpense", "IncomeLossBeforeIncomeTaxes", -1),
      ("GeneralAndAdministrativeExpense", "NetIncomeLoss", -1),
      ("IncomeTaxExpenseBenefit", "NetIncomeLoss", -1), ("Revenues", "NetIncomeLoss", 1),
      ("Cash", "NetIncomeLoss", nil), ("NetIncomeLoss", "NetIncomeLoss", nil),
    ] as [(String, String, Int?)])
  func isFoundThroughTotals(_ concept: String, _ total: String, _ expected: Int?) throws {
    let files = [
      SiteSource.File(path: "content/site.yaml", size: 1),
      SiteSource.File(path: "content/companies/a.yaml", size: 1),
    ]
    let source = SiteSource(
      files: files.reversed(),
      read: {
        .success(
          Array(
            ($0.hasSuffix("site.yaml")
              ? "title: A\nbase_url: https://a.example\n" : "name: A\nzone: UTC\n").utf8))
      }, zone: { _ in nil })
    let catalog = loadArchive(source).archive.catalog
    let found = weights(
      of: [try #require(catalog.id(concept))], in: try #require(catalog.id(total)), catalog)
    #expect(found == [expected])
  }
}
