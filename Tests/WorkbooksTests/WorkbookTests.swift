import ExactNumbers
import Foundation
import Testing

@testable import Workbooks

@Suite struct WorkbookTests {
  /// A workbook with a sum, a link, and text that a spreadsheet could take for a formula.
  static var sample: Workbook {
    var sheet = Workbook.Sheet(name: "Results: 2003/Q3 [condensed] and many words more", widths: [30, 12])
    var figure = Workbook.Style()
    figure.format = "#,##0_);(#,##0)"
    sheet.rows = [
      [.text("=1+1", Workbook.Style())],
      [.text("Revenues"), .number(Amount(6_980_000), figure)],
      [.text("Per share"), .number(Amount(mantissa: -60, scale: 2) ?? .zero, Workbook.Style())],
      [.text("Too long for a spreadsheet"), .number(Amount(123_456_789_012_345_678), figure)],
      [.link("https://acme.example/releases/2003/results/")],
      [.text("\u{5D0}\u{5E0}e\u{301}\u{1}", Workbook.Style())],
    ]
    sheet.frozen = (1, 1)
    return Workbook(
      title: String(repeating: "long ", count: 2_000), author: "Acme", created: 1_068_768_000,
      sheets: [sheet, sheet])
  }

  static func bytes(_ workbook: Workbook) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = try workbookBytes(workbook, temporaryFolder: folder.path).get()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    return bytes
  }

  @Test func sameWorkbookGivesTheSameBytes() throws {
    let first = try Self.bytes(Self.sample)
    // Zip times have a resolution of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try Self.bytes(Self.sample) == first)
    #expect(first.prefix(2).elementsEqual("PK".utf8))
  }

  @Test func workbooksMadeAtOnceDoNotMix() throws {
    var other = Self.sample
    other.created = 946_684_800
    let expected = [try Self.bytes(Self.sample), try Self.bytes(other)]
    let books = [Self.sample, other]
    nonisolated(unsafe) var wrong = 0
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: 16) { index in
      let made = try? Self.bytes(books[index % 2])
      if made != expected[index % 2] { lock.withLock { wrong += 1 } }
    }
    #expect(wrong == 0)
  }

  @Test func aFolderThatIsNotThereIsAFailure() {
    guard case .failure(let failure) = workbookBytes(Self.sample, temporaryFolder: "/nowhere/at/all") else {
      Issue.record("a workbook was made")
      return
    }
    #expect(!failure.reason.isEmpty)
  }

  @Test func sheetsHaveNamesThatSpreadsheetsAccept() {
    var taken: Set<String> = []
    #expect(
      sheetName("Results: 2003/Q3 [condensed] and more", taken: &taken) == "Results 2003 Q3 condensed and m")
    #expect(
      sheetName("Results: 2003/Q3 [condensed] and more", taken: &taken) == "Results 2003 Q3 condensed and 2")
    #expect(sheetName("'", taken: &taken) == "Sheet")
    #expect(sheetName("sheet", taken: &taken) == "sheet 2")
    // What XML cannot hold.
    #expect(sheetName("State\u{FFFE}ment\u{FFFF}", taken: &taken) == "State ment")
  }
}
