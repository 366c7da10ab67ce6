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
  private let options: PublishOptions
  private let progress: Mutex<Progress>
  /// What the last build knows; `nil` where there is none whose record holds.
  let last: LastBuild?
  /// What it left in the output folder; `nil` where nobody knows it.
  let lastTree: PublishedTree?

  private struct Progress {
    var staged: [String] = []
    /// What had the right bytes already, with the stamps of the files that were looked at.
    var compared: [String: FileStamp] = [:]
    /// The folders of what was staged, for a publication that sees them to the disk.
    var folders: Set<String> = []
    var entries: [Manifest.Entry] = []
    var failure: FileFailure?
    var isOver = false
    /// Whether files take their places, or have taken them.
    var hasBegunMoving = false
    /// The files that took the places of others, where no name came or went.
    var replaced: [String]?
    /// Whether the output folder holds, or may hold, files that its manifest does not list: then the
    /// journal must outlive this publication.
    var needsJournal = false
  }

  /// Whether another build of the folder had to be waited for: what was read of the site may be older than that.
  public var waited: Bool { staging.waited }

  /// Takes the output folder for this build; refuses one that holds files sitegen did not write.
  ///
  /// - Parameters:
  ///   - folder: the output folder; it may be missing, the folder around it may not.
  ///   - site: the site's folder, as ``OpenedSite`` names it.
  ///   - last: what the last build of the site to this folder knows.
  public init(
    to folder: String, site: String, _ options: PublishOptions, since last: LastBuild? = nil
  ) throws(FileFailure) {
    let place = try OutputPlace.find(folder, site: site)
    let staging = try Staging.take(beside: place, options)
    // Looked at once nobody else changes it. What a build left that was stopped, the record does not know.
    let tree = staging.waited || !staging.interrupted.isEmpty ? nil : last?.publishedTree()
    let output: OutputFolder
    do {
      output = try OutputFolder.open(
        place, as: folder, besides: staging.interrupted, knowing: tree?.footprint, options)
    } catch {
      staging.remove(keepingJournal: !staging.interrupted.isEmpty)
      throw error
    }
    progress = Mutex(Progress(needsJournal: !staging.interrupted.isEmpty))
    self.output = output
    self.staging = staging
    self.last = last
    lastTree = tree
    self.options = options
  }

  deinit { abandon() }

  /// Where a build puts its files; attachments are read from `source`.
  ///
  /// - Parameter altered: which of the files that the last build published are not as it left them; without it,
  ///   no file is taken for what the manifest says of it.
  public func output(copyingFrom source: SiteSource, besides altered: Set<String>? = nil) -> SiteOutput {
    let published = altered.flatMap { output.entries(besides: $0) } ?? [:]
    return SiteOutput(
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
      },
      keep: { self.keep($0, of: published) })
  }

  /// Puts the new site in place.
  ///
  /// An output folder that is missing or empty appears whole, in one step. In another, what pages refer to
  /// comes first, then pages, then what leads to them, then the manifest; files of the last build that the
  /// new one lacks go last. A file whose bytes are the same is left alone.
  @discardableResult
  public func commit() throws(FileFailure) -> PublishedChanges {
    defer { abandon() }
    if progress.withLock({ $0.isOver }) { throw FileFailure(.stopped, .stopped, "the build was stopped") }
    if let failure = progress.withLock({ $0.failure }) { throw failure }
    let entries = progress.withLock { $0.entries }.sorted { pathPrecedes($0.path, $1.path) }
    let lists = [Manifest.path, Manifest.sumsPath]
    let twice =
      zip(entries, entries.dropFirst()).first { $0.path == $1.path }?.0
      ?? entries.first { lists.contains($0.path) }
    if let twice { throw writtenTwice(twice.path) }
    let site = writeManifest(entries)
    let (failure, staged) = progress.withLock { ($0.failure, $0.staged) }
    if let failure { throw failure }
    if options.isDurable { try staging.syncFolders(["."] + progress.withLock { $0.folders }) }

    var changes = PublishedChanges(
      files: entries.count + lists.count, written: staged.count, site: site.hexadecimal)
    if output.isEmpty {
      try beginMoving()
      try staging.becomes(output)
      progress.withLock { $0.isOver = true }
      if options.isDurable, fsync(staging.parent.number) != 0 {
        throw FileFailure.cannotWrite(output.place.parent).halfway
      }
    } else if let folder = output.number, let survey = output.survey {
      let owned = output.owned.union(staging.interrupted.map(\.path))
      let all = Set(entries.lazy.map(\.path)).union(lists)
      let plan = try PublishPlan(staged: staged, all: all, owned: owned, survey: survey)
      let obsolete = try output.wholeFiles(plan.obsoleteFiles, staging.interrupted)
      let move = PublishMove(from: staging.folder.number, to: folder, path: output.path)
      try plan.checkAccess(to: folder, output.path, survey)
      if !plan.changesNothing {
        let isStaged = Set(staged)
        let journal =
          staging.interrupted + obsolete
          + entries.filter { isStaged.contains($0.path) }
        try beginMoving()
        try staging.writeJournal(journal, isDurable: options.isDurable)
        progress.withLock { $0.needsJournal = true }
        try move.carryOut(plan)
        if options.isDurable {
          do { try move.sync(plan) } catch { throw error.halfway }
        }
      }
      progress.withLock {
        $0.needsJournal = false
        $0.replaced = plan.replaces(survey) ? plan.moves : nil
      }
      changes.removed = plan.clearFirst.count + plan.removals.count
    }
    // What is noted of the site next takes as much memory as this.
    progress.withLock { $0.entries = [] }
    return changes
  }

  /// Writes what lists the files, and returns the site's digest.
  ///
  /// - Parameter entries: in the order of their paths' bytes.
  private func writeManifest(_ entries: [Manifest.Entry]) -> SHA256Digest {
    let manifest = Manifest(
      generator: options.generator, isPreview: options.reservation == .preview, entries: entries)
    let site = writeList(Manifest.sumsPath) { manifest.sums(into: &$0, settled: $1) }
    writeList(Manifest.path) { manifest.json(site: site, into: &$0, settled: $1) }
    return site
  }

  /// The output folder after ``commit()``; `nil` where only listing it tells what it holds.
  func publishedTree(in folder: borrowing Descriptor) -> Footprint? {
    guard let replaced = progress.withLock({ $0.replaced }) else { return nil }
    return lastTree?.footprint?.replacing(Set(replaced), below: folder.number)
  }

  /// The output folder after ``commit()``, listed. A file that has changed since the build looked at it has no stamp
  /// there, so that the next build looks at it again.
  func listedTree(in folder: borrowing Descriptor) -> Footprint? {
    guard var tree = Footprint(ofOutput: folder) else { return nil }
    let (staged, compared) = progress.withLock { (Set($0.staged), $0.compared) }
    var known: [String: FileStamp] = [:]
    if let last, let lastTree {
      for place in 0..<last.record.outputs.count {
        let path = last.record.outputs.path(at: place)
        if last.record.outputs.kinds[place] == .file, !lastTree.altered.contains(path) {
          known[path] = last.record.outputs.stamps[place]
        }
      }
    }
    if known.isEmpty, compared.isEmpty { return tree }
    for place in 0..<tree.count {
      let path = tree.path(at: place)
      guard !staged.contains(path), let stamp = compared[path] ?? known[path] else { continue }
      if tree.stamps[place] != stamp { tree.doubt(place) }
    }
    return tree
  }

  /// From here on a wish to stop comes too late.
  private func beginMoving() throws(FileFailure) {
    let isStopped = progress.withLock { progress in
      progress.hasBegunMoving = !progress.isOver
      return progress.isOver
    }
    if isStopped { throw FileFailure(.stopped, .stopped, "the build was stopped") }
  }

  /// Gives the publication up unless files take their places or have taken them, and says whether it did.
  ///
  /// May be called from any thread. What other threads still write is dropped.
  public func stop() -> Bool { end { $0.hasBegunMoving } }

  /// Gives the publication up: removes what it staged and lets other builds publish. Harmless after
  /// ``commit()``.
  public func abandon() { _ = end { _ in false } }

  /// Ends the publication unless it is too late for that, and says whether it did; decided in one step, for files
  /// may begin to take their places at any moment.
  private func end(unless isTooLate: (borrowing Progress) -> Bool) -> Bool {
    let found = progress.withLock { progress -> (wasOver: Bool, needsJournal: Bool)? in
      if isTooLate(progress) { return nil }
      defer { progress.isOver = true }
      return (progress.isOver, progress.needsJournal)
    }
    guard let found else { return false }
    if !found.wasOver { staging.remove(keepingJournal: found.needsJournal) }
    return true
  }

  private func write(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    do {
      guard try claim(path) else { return }
      let stamp = output.stamp(of: path, holding: bytes)
      let isStaged = stamp == nil
      if isStaged { try stage(path, bytes) }
      let entry = Manifest.Entry(path: path, size: bytes.count, digest: SHA256Digest(of: bytes))
      progress.withLock {
        $0.entries.append(entry)
        if let stamp { $0.compared[path] = stamp } else { $0.staged.append(path) }
      }
    } catch {
      fail(error)
    }
  }

  /// Writes a file that is as long as the site has files, a piece at a time.
  ///
  /// - Returns: the digest of its bytes.
  @discardableResult
  private func writeList(
    _ path: String, _ body: (inout ByteSink, _ settled: (inout ByteSink) -> Void) -> Void
  ) -> SHA256Digest {
    var digesting = SHA256Digesting()
    do throws(FileFailure) {
      guard try claim(path) else { return digesting.finish() }
      let file = try create(path)
      var size = 0
      var isWritten = true
      func take(_ sink: inout ByteSink) {
        sink.withBytes {
          digesting.add($0)
          if isWritten { isWritten = file.write($0) }
        }
        size += sink.count
        sink.truncate(to: 0)
      }
      var sink = ByteSink(capacity: 1 << 17)
      body(&sink) { if $0.count >= 1 << 16 { take(&$0) } }
      take(&sink)
      guard isWritten, !options.isDurable || fsync(file.number) == 0 else {
        throw FileFailure.cannotWrite(path)
      }
      let digest = digesting.finish()
      let stamp = output.stamp(of: path, size: size, digest: digest)
      if stamp != nil, unlinkat(staging.folder.number, path, 0) != 0 { throw FileFailure.cannotWrite(path) }
      progress.withLock { if let stamp { $0.compared[path] = stamp } else { $0.staged.append(path) } }
      return digest
    } catch {
      fail(error)
      return digesting.finish()
    }
  }

  /// Takes files for the new site as they lie in the output folder, all of them or none.
  private func keep(_ paths: [String], of published: [String: Manifest.Entry]) -> Bool {
    let entries = paths.compactMap { published[$0] }
    guard entries.count == paths.count else { return false }
    do {
      for path in paths {
        guard try claim(path) else { return true }
      }
      progress.withLock { $0.entries += entries }
    } catch {
      fail(error)
    }
    return true
  }

  /// The first of some files that is not as it was in the output folder; `nil` where all are.
  func firstChanged(of paths: [String]) -> String? {
    let staged = Set(progress.withLock { $0.staged })
    return paths.first { staged.contains($0) }
  }

  /// Makes sure that a path can be that of a published file; false once the publication has failed or is over.
  private func claim(_ path: String) throws(FileFailure) -> Bool {
    guard isSafeRelativePath(path), !hasHiddenPart(path), path != "CNAME" else {
      throw FileFailure(.bug, .impossibleOutput, "'\(path)' is not a path of a published file")
    }
    return progress.withLock { $0.failure == nil && !$0.isOver }
  }

  private func stage(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    let file = try create(path)
    guard file.write(bytes), !options.isDurable || fsync(file.number) == 0 else { throw .cannotWrite(path) }
  }

  /// Makes a file in the staging folder, and the folders above it where they are missing.
  private func create(_ path: String) throws(FileFailure) -> Descriptor {
    if options.isDurable { progress.withLock { $0.folders.formUnion(foldersAbove(path)) } }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    if let file = Descriptor(openat(staging.folder.number, path, flags, 0o666)) { return file }
    if errno == EEXIST { throw writtenTwice(path) }
    guard errno == ENOENT else { throw .cannotWrite(path) }
    // Which folders there are is asked of the system, because to remember them all would cost memory with every page.
    for folder in foldersAbove(path) {
      guard mkdirat(staging.folder.number, folder, 0o777) == 0 || errno == EEXIST else {
        throw .cannotWrite(folder)
      }
    }
    guard let file = Descriptor(openat(staging.folder.number, path, flags, 0o666)) else {
      throw .cannotWrite(path)
    }
    return file
  }

  private func fail(_ failure: FileFailure) {
    progress.withLock { if $0.failure == nil { $0.failure = failure } }
  }
}

private func writtenTwice(_ path: String) -> FileFailure {
  FileFailure(.bug, .impossibleOutput, "'\(path)' was written twice")
}

/// What a publication changed in the output folder.
public struct PublishedChanges: Hashable, Sendable {
  /// All files of the site, with the manifest and the sums.
  public var files: Int
  /// New and changed ones.
  public var written: Int
  public var removed: Int
  /// The site's digest: SHA-256 of the bytes of `SHA256SUMS`, in hexadecimal digits.
  public var site: String

  public init(files: Int, written: Int, removed: Int = 0, site: String = "") {
    self.files = files
    self.written = written
    self.removed = removed
    self.site = site
  }

  /// Those whose bytes were the same.
  public var unchanged: Int { files - written }
}
