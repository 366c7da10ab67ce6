import Diagnostics
import Records
import ReleaseChecks
public import ReleaseFormat
import ReleaseModel
public import SiteBuilding

/// The releases that the last build read, kept beside the record of the build: a release whose folder is as it was
/// need not be read again, and a company whose releases are need not be checked.
public struct RecordedReleases: Sendable {
  /// What else than files decides what is read: as in the record of the build.
  let key: [UInt8]
  let zones: [BuildRecord.Zone]
  /// What was found in the companies.
  public let checked: [CheckedCompany]
  /// The record, and where in it each release lies, by its state.
  private let bytes: [UInt8]
  private let places: [UInt64: Range<Int>]

  /// Begins every record; a record of another format begins otherwise.
  static let magic = "sitegen release record 5\n"

  /// Writes the record of releases, all but the words it begins with.
  ///
  /// - Parameter old: the last record, from which releases are taken as they stand there.
  static func write(
    key: [UInt8], zones: [BuildRecord.Zone], _ releases: [ReadRelease], checked: [CheckedCompany],
    besides old: RecordedReleases?, to record: inout RecordWriter
  ) {
    key.write(to: &record.bytes)
    zones.write(to: &record.bytes)
    record.bytes.write(count: checked.count)
    for company in checked {
      company.write(to: &record.bytes)
      record.settle()
    }
    record.bytes.write(count: releases.count)
    for read in releases {
      record.bytes.write(bitsOf: read.state)
      if let old, let place = old.places[read.state] {
        record.bytes.write(count: place.count)
        record.bytes.append(contentsOf: old.bytes[place])
      } else {
        record.bytes.writeMeasured { read.release.write(to: &$0) }
      }
      record.settle()
    }
  }

  /// Reads a record; `nil` where it is of another format, cut short or damaged.
  ///
  /// - Parameter codes: every code a finding can have.
  init?(_ bytes: [UInt8], codes: [String: DiagnosticCode]) {
    let read = bytes.withUnsafeBytes { all -> RecordedReleases? in
      guard let body = unsealedRecord(Self.magic, all) else { return nil }
      var reader = RecordReader(body)
      guard let key = [UInt8](from: &reader), let zones = [BuildRecord.Zone](from: &reader),
        let checked = reader.takeList({ CheckedCompany(from: &$0, codes) }),
        let count = reader.takeCount(ofSize: 12)
      else { return nil }
      var places: [UInt64: Range<Int>] = [:]
      places.reserveCapacity(count)
      for _ in 0..<count {
        guard let state = reader.take(UInt64.self), let length = reader.takeCount() else { return nil }
        let start = bytes.count - reader.rest.count
        guard reader.take(length) != nil else { return nil }
        places[state] = start..<start + length
      }
      guard reader.isAtEnd else { return nil }
      return RecordedReleases(key: key, zones: zones, checked: checked, bytes: bytes, places: places)
    }
    guard let read else { return nil }
    self = read
  }

  private init(
    key: [UInt8], zones: [BuildRecord.Zone], checked: [CheckedCompany], bytes: [UInt8],
    places: [UInt64: Range<Int>]
  ) {
    self.key = key
    self.zones = zones
    self.checked = checked
    self.bytes = bytes
    self.places = places
  }

  /// The releases for who reads a site.
  public var known: KnownReleases {
    KnownReleases { [bytes, places] state in places[state].flatMap { Release.Parts(bytes[$0]) } }
  }
}

extension CheckedCompany {
  fileprivate func write(to bytes: inout [UInt8]) {
    id.write(to: &bytes)
    bytes.write(bitsOf: state)
    bytes.write(count: counts.count)
    for release in counts { bytes.write(bitsOfAll: release.bytes) }
    findings.write(to: &bytes)
  }

  fileprivate init?(from reader: inout RecordReader, _ codes: [String: DiagnosticCode]) {
    guard let id = String(from: &reader), let state = reader.take(UInt64.self),
      let counts = reader.takeList({ reader -> HeldCounts? in
        guard let count = reader.takeCount() else { return nil }
        return reader.take(count, of: UInt8.self).flatMap(HeldCounts.init(bytes:))
      }), let findings = [Diagnostic](from: &reader, codes)
    else { return nil }
    self.init(id: id, state: state, counts: counts, findings: findings)
  }
}
