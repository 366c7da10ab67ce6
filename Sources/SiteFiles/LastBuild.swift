public import Diagnostics
import Glibc
import SiteBuilding

/// What the last build of a site knows, and how far the files that it read are still as they were.
public struct LastBuild: Sendable {
  let cache: BuildCache
  /// Of the record's file, which another build may replace.
  let recordStamp: FileStamp
  let record: BuildRecord
  /// Of the site as it is now; `nil` where names have come or gone, so that the site must be listed.
  let inputs: Footprint?
  /// Whether every file of the site is as it was, and no name has come or gone.
  let hasSameInputs: Bool
  /// Whether nothing that the record says is taken for granted, because it is to be verified.
  public var isDoubted = false

  /// Its record, where a build now would read and write the very same.
  ///
  /// - Parameter codes: every code a finding can have.
  public func unchanged(codes: [DiagnosticCode]) -> BuildRecord? {
    var record = record
    guard hasSameInputs, !cache.isInterrupted(),
      (try? OutputPlace.find(cache.output, site: cache.site)) != nil,
      let outputs = Descriptor.folder(cache.output),
      record.outputs.changes(below: outputs.number).isEmpty, record.readFindings(byID(codes))
    else { return nil }
    return record
  }

  /// What it knows of the output folder; to be asked by who has taken the folder, so that no other build changes it.
  func publishedTree() -> PublishedTree? {
    // Another build may have published since the record was read.
    guard FileStamp.now(cache.path, below: AT_FDCWD) == recordStamp,
      let outputs = Descriptor.folder(cache.output)
    else { return nil }
    let changed = record.outputs.changes(below: outputs.number)
    let altered = Set(changed.map { record.outputs.path(at: $0) })
    return PublishedTree(
      site: record.site, altered: altered,
      manifest: isDoubted || altered.contains(Manifest.path) ? nil : record.outputs.stamp(of: Manifest.path),
      footprint: isDoubted
        ? nil : record.outputs.refreshed(changed, below: outputs.number, passingOverHidden: false))
  }
}

/// What the last build left in the output folder.
struct PublishedTree: Sendable {
  /// The site's digest.
  var site: String
  /// What is not as it was left.
  var altered: Set<String>
  /// The stamp of its manifest; `nil` where that is not as it was left.
  var manifest: FileStamp?
  /// Of everything there now; `nil` where names have come or gone.
  var footprint: Footprint?
}

/// Codes by what records call them.
func byID(_ codes: [DiagnosticCode]) -> [String: DiagnosticCode] {
  Dictionary(codes.map { ($0.id, $0) }) { first, _ in first }
}
