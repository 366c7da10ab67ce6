import CivilTime
import Diagnostics
import Glibc
import Testing

@testable import SiteBuilding
@testable import SiteFiles

@Suite struct BuildRecordTests {
  private let diagnostic = Diagnostic(
    .foreignFiles, "a message", at: Place("content/site.yaml", SourceRange(line: 2, column: 3, length: 4)),
    severity: .warning, label: "label",
    related: [.init(place: Place("content/other.yaml"), message: "see")], notes: ["a note"], hints: ["a hint"]
  )

  private var record: BuildRecord {
    var inputs = Footprint()
    inputs.add(".", nil)
    inputs.add("content", nil)
    inputs.add("content/ä", nil)
    var counts = BuildCounts()
    counts.releases = 7
    counts.bytes = 1 << 40
    return BuildRecord(
      key: [1, 2, 3], inputs: inputs, outputs: Footprint(),
      zones: [.init(name: "UTC", hash: -5)],
      result: BuildResult(
        diagnostics: [diagnostic], counts: counts,
        clockTimes: .init(seconds: -1)..<(.init(seconds: 9))),
      files: 12)
  }

  @Test func isReadAsItWasWritten() throws {
    let record = record
    let read = try #require(self.read(bytes(of: record), codes))
    #expect(read.key == record.key)
    #expect((0..<read.inputs.count).map { read.inputs.path(at: $0) } == [".", "content", "content/ä"])
    #expect(read.inputs.stamps == [.absent, .absent, .absent])
    #expect(read.outputs.count == 0)
    #expect(read.zones == record.zones)
    #expect(read.files == 12)
    #expect(read.result.counts == record.result.counts)
    #expect(read.result.clockTimes == record.result.clockTimes)
    #expect(read.result.diagnostics == [diagnostic])
    #expect(read.result.diagnostics.first?.code.slug == "foreign-files")
  }

  @Test func anyOtherBytesAreNoRecord() {
    let bytes = bytes(of: record)
    #expect(read([], codes) == nil)
    #expect(read(bytes + [0], codes) == nil)
    // A code that this sitegen does not have.
    #expect(read(bytes, [:]) == nil)
    for place in bytes.indices {
      #expect(read(Array(bytes[..<place]), codes) == nil, "cut at \(place)")
      var flipped = bytes
      flipped[place] ^= 0x10
      #expect(read(flipped, codes) == nil, "flipped at \(place)")
    }
  }

  @Test func aBuildThatChangesSomethingProvesTheRecordUntrue() {
    let record = record
    #expect(throws: Never.self) { try record.verify(.init(files: 12, written: 0), record.result) }
    for changes in [PublishedChanges(files: 12, written: 1), .init(files: 12, written: 0, removed: 1)] {
      #expect(throws: FileFailure.self) { try record.verify(changes, record.result) }
    }
    var other = record.result
    other.diagnostics = []
    #expect(throws: FileFailure.self) { try record.verify(.init(files: 12, written: 0), other) }
  }

  private func bytes(of record: BuildRecord) -> [UInt8] {
    sealedRecord(BuildRecord.magic) { record.write(to: &$0) }
  }

  private func isWritten(_ record: BuildRecord, to path: String) -> Bool {
    guard let file = Descriptor(open(path, O_WRONLY)) else { return false }
    return writeSealedRecord(BuildRecord.magic, to: file) { record.write(to: &$0) }
  }

  @Test func aFileHoldsWhatMemoryWould() throws {
    var record = record
    // More than is written at once.
    record.result.diagnostics = Array(repeating: diagnostic, count: 5000)
    let folder = TemporaryFolder()
    folder.write("record")
    #expect(isWritten(record, to: folder.path + "/record"))
    let written = bytes(of: record)
    #expect(written.count > 1 << 19)
    #expect(Descriptor.file(folder.path + "/record", below: AT_FDCWD)?.bytes(limit: 1 << 30) == written)
    #expect(self.read(written, codes)?.result.diagnostics.count == 5000)
  }

  @Test func aFileThatCannotBeWrittenSaysWhy() throws {
    #expect(!isWritten(record, to: "/dev/full"))
    #expect(errno == ENOSPC)
  }

  private func read(_ bytes: [UInt8], _ codes: [String: DiagnosticCode]) -> BuildRecord? {
    guard var record = BuildRecord(bytes), record.readFindings(codes) else { return nil }
    return record
  }

  private var codes: [String: DiagnosticCode] {
    Dictionary(uniqueKeysWithValues: siteFilesCodes.map { ($0.id, $0) })
  }
}
