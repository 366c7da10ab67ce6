import Markup
import ReleaseModel
import Testing

@testable import ReportPages

/// How search engines are told of a release's tables.
@Test func datasetsNameTheTablesThatThereAre() throws {
  func words(_ release: Int) throws -> String {
    let context = ExampleArchive().context
    let value = try #require(releaseDataset(ReleaseView(release, context), context))
    let json = text { value.write(into: &$0) }
    let start = try #require(json.firstRange(of: "\"description\":\"")).upperBound
    return String(json[start...].prefix { $0 != "\"" })
  }
  let opening =
    "The figures of this release of Acme Corporation in tables that programs and spreadsheets read"
  #expect(try words(ExampleArchive.third) == opening + ": Statements of operations, Balance sheet.")
  // Single figures alone.
  #expect(try words(0) == opening + ".")
}
