import Checksums
import Glibc
import Markup
public import ReleaseFormat
public import SiteBuilding
import Synchronization
import Workbooks

/// A publication that only finds out what it would do: it reads the output folder and writes nothing.
public final class DryRun: Sendable {
  private let output: OutputFolder
  private let interrupted: [Manifest.Entry]
  private let options: PublishOptions
  private let progress = Mutex(Progress())

  private struct Progress {
    var entries: [Manifest.Entry] = []
    var staged: [String] = []
    var failure: FileFailure?
  }

  /// Looks at the output folder and refuses what a ``Publication`` would refuse.
  public init(to folder: String, site: String, _ options: PublishOptions) throws(FileFailure) {
    let place = try OutputPlace.find(folder, site: site)
    let staging = place.parent + "/" + Staging.name(beside: place.name)
    if let folder = Descriptor.folder(staging) {
      try Staging.refuseForeignFiles(in: folder, staging)
      interrupted = Staging.journalEntries(folder)
    } else {
      guard errno == ENOENT else { throw .cannotWrite(staging) }
      interrupted = []
    }
    self.options = options
    // A build makes its staging folder there.
    guard faccessat(AT_FDCWD, place.parent, W_OK | X_OK, AT_EACCESS) == 0 else { throw .cannotWrite(staging) }
    output = try OutputFolder.open(place, as: folder, besides: interrupted, options)
  }

  /// Where a build puts its files; attachments are read from `source`.
  public func output(copyingFrom source: SiteSource) -> SiteOutput {
    SiteOutput(
      write: { path, bytes in bytes.withBytes { self.take(path, $0) } },
      copy: { origin, path in
        switch source.read(origin) {
        case .success(let bytes): bytes.withUnsafeBytes { self.take(path, $0) }
        case .failure(let failure):
          self.progress.withLock { if $0.failure == nil { $0.failure = .cannotRead(origin, failure.reason) } }
        }
      },
      workbook: { path, workbook in
        // The library writes workbooks through files of its own; where the system puts such, they do not stay.
        switch workbookBytes(workbook, temporaryFolder: "/tmp") {
        case .success(let bytes):
          bytes.withUnsafeBytes { self.take(path, $0) }
          return bytes.count
        case .failure(let failure):
          self.progress.withLock { if $0.failure == nil { $0.failure = .cannotMake(path, failure.reason) } }
          return 0
        }
      })
  }

  /// What a publication would do, or why it would not.
  public func finish() throws(FileFailure) -> PlannedChanges {
    let (failure, unordered) = progress.withLock { ($0.failure, $0.entries) }
    if let failure { throw failure }
    let ordered = unordered.sorted { pathPrecedes($0.path, $1.path) }
    let manifest = Manifest(
      generator: options.generator, isPreview: options.reservation == .preview, entries: ordered)
    let site = manifest.siteDigest
    var sink = ByteSink()
    manifest.sums(into: &sink)
    sink.withBytes { take(Manifest.sumsPath, $0) }
    sink.truncate(to: 0)
    manifest.json(site: site, into: &sink)
    sink.withBytes { take(Manifest.path, $0) }
    let staged = progress.withLock { $0.staged }
    guard let survey = output.survey else {
      return PlannedChanges(added: publishOrder(staged, published: []), site: site.hexadecimal)
    }
    let obsolete = output.obsolete(besides: ordered, interrupted)
    let plan = try PublishPlan(staged: staged, obsolete: obsolete, survey: survey)
    _ = try output.wholeFiles(plan.obsoleteFiles, interrupted)
    if let number = output.number { try plan.checkAccess(to: number, output.path, survey) }
    return PlannedChanges(
      added: plan.moves.filter { !survey.files.contains($0) },
      changed: plan.moves.filter { survey.files.contains($0) },
      removed: plan.clearFirst.filter { !ordered.hasEntry(for: $0) } + plan.removals, site: site.hexadecimal)
  }

  private func take(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    let isStaged = output.stamp(of: path, holding: bytes) == nil
    let entry = Manifest.Entry(path: path, size: bytes.count, digest: SHA256Digest(of: bytes))
    progress.withLock {
      if isStaged { $0.staged.append(path) }
      $0.entries.append(entry)
    }
  }
}

/// What a publication would change in the output folder, each list in the order of the changes.
public struct PlannedChanges: Hashable, Sendable {
  public var added: [String] = []
  public var changed: [String] = []
  public var removed: [String] = []
  /// The new site's digest: SHA-256 of the bytes of `SHA256SUMS`, in hexadecimal digits.
  public var site: String
}
