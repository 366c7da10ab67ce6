import Checksums
import Glibc
import Markup
public import ReleaseFormat
public import SiteBuilding
import Synchronization
import Workbooks

/// A site on its way to the output folder.
///
/// Files are written beside the output folder, in a hidden folder on the same file system, and take their
/// places when ``commit()`` is called; until then, and after any earlier failure, the output folder is as it was.
/// A publication that is given up removes what it staged.
public final class Publication: Sendable {
  private let output: OutputFolder
  private let staging: Staging
  private let generator: String
  private let progress: Mutex<Progress>

  private struct Progress {
    var paths: Set<String> = []
    var staged: [String] = []
    var folders: Set<String> = []
    var entries: [Manifest.Entry] = []
    var failure: FileFailure?
    var isOver = false
    /// Whether the output folder holds, or may hold, files that its manifest does not list: then the
    /// journal must outlive this publication.
    var needsJournal = false
  }

  /// Takes the output folder for this build; refuses one that holds files sitegen did not write.
  ///
  /// - Parameters:
  ///   - folder: the output folder; it may be missing, the folder around it may not.
  ///   - site: the site's folder, as ``OpenedSite`` names it.
  ///   - generator: what the manifest says made the site: `sitegen 1.0.0`.
  public init(to folder: String, site: String, generator: String) throws(FileFailure) {
    let output = try OutputFolder.find(folder, site: site)
    let staging = try Staging.take(beside: output.name, in: output.parent)
    do {
      try output.refuseForeignFiles(besides: staging.interrupted)
    } catch {
      staging.remove(keepingJournal: !staging.interrupted.isEmpty)
      throw error
    }
    progress = Mutex(Progress(needsJournal: !staging.interrupted.isEmpty))
    self.output = output
    self.staging = staging
    self.generator = generator
  }

  deinit { abandon() }

  /// Where a build puts its files; attachments are read from `source`.
  public func output(copyingFrom source: SiteSource) -> SiteOutput {
    SiteOutput(
      write: { path, bytes in bytes.withBytes { self.write(path, $0) } },
      copy: { origin, path in
        switch source.read(origin) {
        case .success(let bytes): bytes.withUnsafeBytes { self.write(path, $0) }
        case .failure(let failure):
          self.fail(.cannotRead(origin, failure.reason))
        }
      },
      workbook: { path, workbook in
        // By its number, for the folder may be renamed or moved while the build goes on.
        let folder = "/proc/self/fd/\(self.staging.folder.number)"
        switch workbookBytes(workbook, temporaryFolder: folder) {
        case .success(let bytes):
          bytes.withUnsafeBytes { self.write(path, $0) }
          return bytes.count
        case .failure(let failure):
          self.fail(.cannotMake(path, failure.reason))
          return 0
        }
      })
  }

  /// Puts the new site in place.
  ///
  /// An output folder that is missing or empty appears whole, in one step. In another, what pages refer to
  /// comes first, then pages, then what leads to them, then the manifest; files of the last build that the
  /// new one lacks go last. A file whose bytes are the same is left alone.
  @discardableResult
  public func commit() throws(FileFailure) -> PublishedChanges {
    defer { abandon() }
    if let failure = progress.withLock({ $0.failure }) { throw failure }
    let entries = progress.withLock { $0.entries }.sorted { pathPrecedes($0.path, $1.path) }
    let manifest = Manifest(generator: generator, entries: entries)
    var sink = ByteSink(capacity: 128 * (entries.count + 1))
    manifest.json(into: &sink)
    write(Manifest.path, sink)
    sink.truncate(to: 0)
    manifest.sums(into: &sink)
    write(Manifest.sumsPath, sink)
    let (failure, staged, all) = progress.withLock { ($0.failure, $0.staged, $0.paths) }
    if let failure { throw failure }

    var changes = PublishedChanges(files: all.count, written: staged.count)
    if output.isEmpty {
      try staging.becomes(output)
      progress.withLock { $0.isOver = true }
    } else if let folder = output.number, let survey = output.survey {
      let owned = output.owned.union(staging.interrupted)
      let plan = try PublishPlan(staged: staged, all: all, owned: owned, survey: survey)
      let move = PublishMove(from: staging.folder.number, to: folder, path: output.path)
      try move.prepare(plan, survey)
      if !plan.changesNothing {
        try staging.writeJournal(owned.union(all).sorted(by: pathPrecedes))
        progress.withLock { $0.needsJournal = true }
        try move.carryOut(plan)
      }
      progress.withLock { $0.needsJournal = false }
      changes.removed = plan.clearFirst.count + plan.removals.count
    }
    return changes
  }

  /// Gives the publication up: removes what it staged and lets other builds publish. Harmless after
  /// ``commit()``.
  public func abandon() {
    let (wasOver, needsJournal) = progress.withLock { progress in
      defer { progress.isOver = true }
      return (progress.isOver, progress.needsJournal)
    }
    if !wasOver { staging.remove(keepingJournal: needsJournal) }
  }

  private func write(_ path: String, _ bytes: borrowing ByteSink) {
    bytes.withBytes { write(path, $0) }
  }

  private func write(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    do {
      guard try claim(path) else { return }
      let isStaged = !isPublished(path, bytes)
      if isStaged { try stage(path, bytes) }
      let entry = Manifest.Entry(path: path, size: bytes.count, digest: SHA256Digest(of: bytes))
      progress.withLock {
        $0.entries.append(entry)
        if isStaged { $0.staged.append(path) }
      }
    } catch {
      fail(error)
    }
  }

  /// Reserves a path; false once the publication has failed or is over.
  private func claim(_ path: String) throws(FileFailure) -> Bool {
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    guard isSafeRelativePath(path), !isHidden, path != "CNAME" else {
      throw FileFailure(.bug, .impossibleOutput, "'\(path)' is not a path of a published file")
    }
    let (goesOn, isNew) = progress.withLock { progress in
      guard progress.failure == nil, !progress.isOver else { return (false, true) }
      return (true, progress.paths.insert(path).inserted)
    }
    guard isNew else { throw FileFailure(.bug, .impossibleOutput, "'\(path)' was written twice") }
    return goesOn
  }

  /// Whether the output folder has these bytes under this path already.
  private func isPublished(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let folder = output.number, output.survey?.files.contains(path) == true,
      let file = Descriptor.file(path, below: folder), let status = file.status(),
      status.isRegular, Int(status.st_size) == bytes.count, let old = file.bytes(limit: bytes.count)
    else { return false }
    return old.withUnsafeBytes { old in
      guard old.count == bytes.count else { return false }
      guard let a = old.baseAddress, let b = bytes.baseAddress else { return true }
      return memcmp(a, b, bytes.count) == 0
    }
  }

  private func stage(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    let parents = foldersAbove(path)
    if let parent = parents.last {
      let error: Int32? = progress.withLock { progress in
        guard !progress.folders.contains(parent) else { return nil }
        for folder in parents where progress.folders.insert(folder).inserted {
          guard mkdirat(staging.folder.number, folder, 0o777) == 0 else { return errno }
        }
        return nil
      }
      if let error { throw .cannotWrite(parent, error: error) }
    }
    let file = Descriptor(
      openat(staging.folder.number, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666))
    guard let file, file.write(bytes) else { throw .cannotWrite(path) }
  }

  private func fail(_ failure: FileFailure) {
    progress.withLock { if $0.failure == nil { $0.failure = failure } }
  }
}

/// What a publication changed in the output folder.
public struct PublishedChanges: Hashable, Sendable {
  /// All files of the site, with the manifest and the sums.
  public var files: Int
  /// New and changed ones.
  public var written: Int
  public var removed: Int

  public init(files: Int, written: Int, removed: Int = 0) {
    self.files = files
    self.written = written
    self.removed = removed
  }

  /// Those whose bytes were the same.
  public var unchanged: Int { files - written }
}
