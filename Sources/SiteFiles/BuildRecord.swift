import CivilTime
import Diagnostics
import Records
public import SiteBuilding

/// What a build that was published read and wrote, and what it said: enough to know that a build now would
/// do the same, and to say the same again.
public struct BuildRecord: Sendable {
  /// Everything but files that decides what a build makes; another key is another build.
  var key: [UInt8]
  /// Every file and folder below the site's folder that the build listed or read.
  var inputs: Footprint
  /// The links among them.
  var links: [SiteLink] = []
  /// Every file and folder of the published site.
  var outputs: Footprint
  /// The zones whose rules were read, each with the XXH3 of its file.
  var zones: [Zone]
  /// Of the build's findings and of its counts.
  public var result: BuildResult
  /// The findings as they were read: there can be as many as releases, and few builds have a use for them.
  var findings: [UInt8] = []
  /// All files of the site, with the manifest and the sums.
  public var files: Int
  /// The site's digest.
  public var site = ""

  struct Zone: Hashable, Sendable {
    var name: String
    var hash: Int64
  }
}

extension BuildRecord {
  /// Begins every record; a record of another format begins otherwise.
  static let magic = "sitegen build record 6\n"

  /// Writes all but the words it begins with.
  func write(to record: inout RecordWriter) {
    key.write(to: &record.bytes)
    result.clockTimes.map { [$0.lowerBound.seconds, $0.upperBound.seconds] }.write(to: &record.bytes)
    result.now.map { [$0.seconds, result.isPinned ? 1 : 0] }.write(to: &record.bytes)
    site.write(to: &record.bytes)
    inputs.write(to: &record)
    links.write(to: &record.bytes)
    outputs.write(to: &record)
    zones.write(to: &record.bytes)
    Int64(files).write(to: &record.bytes)
    result.counts.write(to: &record.bytes)
    record.bytes.write(count: result.diagnostics.count)
    for finding in result.diagnostics {
      finding.write(to: &record.bytes)
      record.settle()
    }
  }

  /// Reads a record, all but its findings; `nil` where it is of another format, cut short or damaged.
  init?(_ bytes: [UInt8]) {
    let record = bytes.withUnsafeBytes { bytes in
      unsealedRecord(Self.magic, bytes).flatMap { body in
        var reader = RecordReader(body)
        return BuildRecord(from: &reader)
      }
    }
    guard let record else { return nil }
    self = record
  }

  private init?(from reader: inout RecordReader) {
    guard let key = [UInt8](from: &reader), let times = [Int64]?(from: &reader),
      times == nil || times?.count == 2, let moment = [Int64]?(from: &reader),
      moment == nil || moment?.count == 2, let site = String(from: &reader),
      let inputs = Footprint(from: &reader), let links = [SiteLink](from: &reader),
      let outputs = Footprint(from: &reader),
      let zones = [Zone](from: &reader), let files = Int64(from: &reader),
      let counts = BuildCounts(from: &reader)
    else { return nil }
    findings = Array(reader.rest)
    self.key = key
    self.inputs = inputs
    self.links = links
    self.outputs = outputs
    self.zones = zones
    self.files = Int(files)
    self.site = site
    let clockTimes = times.map { Instant(seconds: $0[0])..<Instant(seconds: max($0[0], $0[1])) }
    result = BuildResult(diagnostics: [], counts: counts, clockTimes: clockTimes)
    result.now = moment.map { Instant(seconds: $0[0]) }
    result.isPinned = moment.map { $0[1] == 1 } ?? false
  }

  /// Reads its findings as well; false where they are damaged, or of another sitegen.
  ///
  /// - Parameter codes: every code a finding can have.
  mutating func readFindings(_ codes: [String: DiagnosticCode]) -> Bool {
    let found = findings.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      let found = [Diagnostic](from: &reader, codes)
      return reader.isAtEnd ? found : nil
    }
    guard let found else { return false }
    result.diagnostics = found
    findings = []
    return true
  }
}

extension SiteLink: Recorded {
  func write(to bytes: inout [UInt8]) {
    path.write(to: &bytes)
    file.write(to: &bytes)
  }

  init?(from reader: inout RecordReader) {
    guard let path = String(from: &reader), let file = String(from: &reader) else { return nil }
    self.init(path: path, file: file)
  }
}

extension BuildRecord.Zone: Recorded {
  func write(to bytes: inout [UInt8]) {
    name.write(to: &bytes)
    hash.write(to: &bytes)
  }

  init?(from reader: inout RecordReader) {
    guard let name = String(from: &reader), let hash = Int64(from: &reader) else { return nil }
    self.init(name: name, hash: hash)
  }
}

extension BuildRecord {
  /// Fails where a build came to something else although this record said that nothing had changed.
  public func verify(_ changes: PublishedChanges, _ result: BuildResult) throws(FileFailure) {
    if changes.written == 0, changes.removed == 0, result.diagnostics == self.result.diagnostics { return }
    throw FileFailure(
      .bug, .untrueRecord,
      "the record of the last build said that nothing had changed, but \(changes.written) files were written "
        + "and \(changes.removed) removed",
      hints: ["the site is now as it should be; please report how to get there"])
  }
}
