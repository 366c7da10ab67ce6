import Diagnostics
public import Records
public import ReportPages
public import SiteBuilding

/// What the last build knows of its pages, kept beside the record of the build.
public struct PageRecord: Sendable {
  /// The digest of the site that the pages are part of.
  let site: String
  /// Files of that site that are not as it was published any more; not kept.
  public var altered: Set<String> = []
  /// The record, and where in it each page lies, by its file.
  private let bytes: [UInt8]
  private let places: [String: Range<Int>]
  /// Every code a finding can have, by its name.
  private let codes: [String: DiagnosticCode]

  /// Begins every record; a record of another format begins otherwise.
  static let magic = "sitegen page record 5\n"

  /// Writes the record of pages, all but the words it begins with.
  ///
  /// - Parameter old: the last record, from which pages that were left as they are are taken as they stand there.
  static func write(
    site: String, _ pages: RememberedPages, besides old: PageRecord?, to record: inout RecordWriter
  ) {
    site.write(to: &record.bytes)
    for entry in pages {
      let file = entry.file
      if entry.isKept, let old, let place = old.places[file] {
        file.write(to: &record.bytes)
        record.bytes.write(count: place.count)
        record.bytes.append(contentsOf: old.bytes[place])
      } else if let page = entry.page {
        file.write(to: &record.bytes)
        record.bytes.writeMeasured { page.write(to: &$0) }
      }
      record.settle()
    }
    // No page has a file without a name.
    "".write(to: &record.bytes)
  }

  /// Reads a record; `nil` where it is of another format, cut short or damaged.
  ///
  /// - Parameter codes: every code a finding can have.
  init?(_ bytes: [UInt8], codes: [String: DiagnosticCode]) {
    let read = bytes.withUnsafeBytes { all -> (site: String, places: [String: Range<Int>])? in
      guard let body = unsealedRecord(Self.magic, all) else { return nil }
      var reader = RecordReader(body)
      guard let site = String(from: &reader) else { return nil }
      var places: [String: Range<Int>] = [:]
      while true {
        guard let file = String(from: &reader) else { return nil }
        if file.isEmpty { break }
        guard let length = reader.takeCount() else { return nil }
        let start = bytes.count - reader.rest.count
        guard reader.take(length) != nil else { return nil }
        places[file] = start..<start + length
      }
      return reader.isAtEnd ? (site, places) : nil
    }
    guard let read else { return nil }
    self.bytes = bytes
    self.codes = codes
    (site, places) = read
  }

  /// The pages for a build; one with a finding of another sitegen is not known.
  public var known: KnownPages {
    KnownPages { [bytes, places, codes] file in
      guard let place = places[file] else { return nil }
      return bytes.withUnsafeBytes { bytes in
        var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[place]))
        return RememberedPage(file, from: &reader, codes)
      }
    }
  }
}

extension PageRecord {
  /// Fails where a page came out otherwise although it was made from what the last build made it from.
  public func verify(_ result: BuildResult, _ publication: Publication) throws(FileFailure) {
    let intact = result.expected.filter { !altered.contains($0) }
    guard let changed = publication.firstChanged(of: intact) else { return }
    throw FileFailure(
      .bug, .untrueRecord, "the record of the last build said that '\(changed)' would not change, but it did",
      hints: ["build with --no-cache, and please report how to get there"])
  }
}

extension RememberedPage {
  /// Adds all but the page's file.
  fileprivate func write(to bytes: inout [UInt8]) {
    bytes.write(bitsOf: key)
    reach.rawValue.write(to: &bytes)
    files.write(to: &bytes)
    counts.write(to: &bytes)
    diagnostics.write(to: &bytes)
    fragments.write(to: &bytes)
  }

  fileprivate init?(_ file: String, from reader: inout RecordReader, _ codes: [String: DiagnosticCode]) {
    guard let key = reader.take(UInt64.self), let reach = UInt8(from: &reader).map(PageReach.init),
      let files = [String](from: &reader), let counts = BuildCounts(from: &reader),
      let findings = [Diagnostic](from: &reader, codes),
      let fragments = [FragmentUse](from: &reader), reader.isAtEnd
    else { return nil }
    self.init(
      file: file, key: key, reach: reach, files: files, counts: counts, diagnostics: findings,
      fragments: fragments)
  }
}

extension BuildCounts: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.write(bitsOf: self) }

  public init?(from reader: inout RecordReader) {
    guard let counts = reader.take(BuildCounts.self) else { return nil }
    self = counts
  }
}

extension FragmentUse: Recorded {
  public func write(to bytes: inout [UInt8]) {
    address.write(to: &bytes)
    fragment.write(to: &bytes)
    place.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let address = String(from: &reader), let fragment = String(from: &reader),
      let place = Place(from: &reader)
    else { return nil }
    self.init(address: address, fragment: fragment, place: place)
  }
}
