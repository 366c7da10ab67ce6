import Diagnostics
import ReportPages
public import SiteBuilding

/// What the last build knows of its pages, kept beside the record of the build.
public struct PageRecord: Sendable {
  /// The digest of the site that the pages are part of.
  var site: String
  public var pages: [RememberedPage]
  /// Files of that site that are not as it was published any more; not kept.
  public var altered: Set<String> = []

  init(site: String, pages: [RememberedPage]) {
    self.site = site
    self.pages = pages
  }

  /// Begins every record; a record of another format begins otherwise.
  private static let magic = "sitegen page record 2\n"

  /// The record as a file.
  func bytes() -> [UInt8] {
    sealedRecord(Self.magic) { body in
      site.write(to: &body)
      pages.write(to: &body)
    }
  }

  /// Reads a record; `nil` where it is of another format, cut short or damaged.
  ///
  /// - Parameter codes: every code a finding can have.
  init?(_ bytes: [UInt8], codes: [String: DiagnosticCode]) {
    guard var rest = unsealedRecord(Self.magic, bytes), let site = String(from: &rest),
      var pages = [RememberedPage](from: &rest), rest.isEmpty
    else { return nil }
    for page in pages.indices {
      for finding in pages[page].diagnostics.indices {
        guard let code = codes[pages[page].diagnostics[finding].code.id] else { return nil }
        pages[page].diagnostics[finding].code = code
      }
    }
    self.init(site: site, pages: pages)
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

extension RememberedPage: Recorded {
  func write(to bytes: inout [UInt8]) {
    file.write(to: &bytes)
    Int64(bitPattern: key).write(to: &bytes)
    reach.rawValue.write(to: &bytes)
    files.write(to: &bytes)
    template.write(to: &bytes)
    counts.write(to: &bytes)
    diagnostics.map { RecordedDiagnostic($0) }.write(to: &bytes)
    fragments.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let file = String(from: &bytes), let key = Int64(from: &bytes),
      let reach = UInt8(from: &bytes).map(PageReach.init), let files = [String](from: &bytes),
      let template = String(from: &bytes), let counts = BuildCounts(from: &bytes),
      let findings = [RecordedDiagnostic](from: &bytes), let fragments = [FragmentUse](from: &bytes)
    else { return nil }
    self.init(
      file: file, key: UInt64(bitPattern: key), reach: reach, files: files, template: template,
      counts: counts, diagnostics: findings.map(\.diagnostic), fragments: fragments)
  }
}

extension BuildCounts: Recorded {
  func write(to bytes: inout [UInt8]) { withUnsafeBytes(of: self) { Array($0) }.write(to: &bytes) }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let counted = [UInt8](from: &bytes), counted.count == MemoryLayout<BuildCounts>.size else {
      return nil
    }
    self.init()
    withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: counted) }
  }
}

extension FragmentUse: Recorded {
  func write(to bytes: inout [UInt8]) {
    address.write(to: &bytes)
    fragment.write(to: &bytes)
    place.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let address = String(from: &bytes), let fragment = String(from: &bytes),
      let place = Place(from: &bytes)
    else { return nil }
    self.init(address: address, fragment: fragment, place: place)
  }
}
