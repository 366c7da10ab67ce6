import CivilTime
import Diagnostics
public import SiteBuilding

/// What a build that was published read and wrote, and what it said: enough to know that a build now would
/// do the same, and to say the same again.
public struct BuildRecord: Sendable {
  /// Everything but files that decides what a build makes; another key is another build.
  var key: [UInt8]
  /// Every file and folder below the site's folder that the build listed or read.
  var inputs: Footprint
  /// Every file and folder of the published site.
  var outputs: Footprint
  /// The zones whose rules were read, each with the XXH3 of its file.
  var zones: [Zone]
  /// Of the build's findings and of its counts.
  public var result: BuildResult
  /// The findings as they were read: there can be as many as releases, and few builds have a use for them.
  var findings: ArraySlice<UInt8> = []
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
  private static let magic = "sitegen build record 2\n"

  /// The record as a file.
  func bytes() -> [UInt8] {
    sealedRecord(Self.magic) { body in
      key.write(to: &body)
      result.clockTimes.map { [$0.lowerBound.seconds, $0.upperBound.seconds] }.write(to: &body)
      result.now.map { [$0.seconds, result.isPinned ? 1 : 0] }.write(to: &body)
      site.write(to: &body)
      inputs.write(to: &body)
      outputs.write(to: &body)
      zones.write(to: &body)
      Int64(files).write(to: &body)
      result.counts.write(to: &body)
      result.diagnostics.map { RecordedDiagnostic($0) }.write(to: &body)
    }
  }

  /// Reads a record, all but its findings; `nil` where it is of another format, cut short or damaged.
  init?(_ bytes: [UInt8]) {
    guard var rest = unsealedRecord(Self.magic, bytes),
      let key = [UInt8](from: &rest), let times = [Int64]?(from: &rest), times == nil || times?.count == 2,
      let moment = [Int64]?(from: &rest), moment == nil || moment?.count == 2, let site = String(from: &rest),
      let inputs = Footprint(from: &rest), let outputs = Footprint(from: &rest),
      let zones = [Zone](from: &rest), let files = Int64(from: &rest),
      let counts = BuildCounts(from: &rest)
    else { return nil }
    findings = rest
    self.key = key
    self.inputs = inputs
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
    guard let recorded = [RecordedDiagnostic](from: &findings), findings.isEmpty else { return false }
    for finding in recorded {
      guard let code = codes[finding.code] else { return false }
      var diagnostic = finding.diagnostic
      diagnostic.code = code
      result.diagnostics.append(diagnostic)
    }
    return true
  }
}

extension BuildRecord.Zone: Recorded {
  func write(to bytes: inout [UInt8]) {
    name.write(to: &bytes)
    hash.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let name = String(from: &bytes), let hash = Int64(from: &bytes) else { return nil }
    self.init(name: name, hash: hash)
  }
}

extension BuildRecord {
  /// The files of the published site that are not as they were recorded.
  func altered(below output: Int32) -> Set<String> {
    Set(outputs.changes(below: output).map { outputs.path(at: $0) })
  }

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
