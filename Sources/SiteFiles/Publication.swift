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
  let output: OutputFolder
  let staging: Staging
  let options: PublishOptions
  let progress: Mutex<Progress>
  /// What the last build knows; `nil` where there is none whose record holds.
  let last: LastBuild?
  /// What it left in the output folder; `nil` where nobody knows it.
  let lastTree: PublishedTree?

  struct Progress {
    var staged: [String] = []
    /// What had the right bytes already, with the stamps of the files that were looked at.
    var compared: [String: FileStamp] = [:]
    /// The folders of what was staged, for a publication that sees them to the disk.
    var folders: Set<String> = []
    /// Of files that were made, and whose digests are known.
    var entries: [Manifest.Entry] = []
    /// For each file that the last build wrote whether it is the new site's as well; empty where none is.
    var kept: [Bool] = []
    var undigested = UndigestedFiles()
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
        place, as: folder, besides: staging.interrupted, knowing: tree, options)
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
    // Where the manifest itself was altered, nothing of what it says counts.
    let altered = altered.flatMap { $0.contains(Manifest.path) ? nil : $0 }
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
      keep: { paths in altered.map { self.keep(paths, besides: $0) } ?? false })
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
    addLastEntries()
    // Taken out, for there are as many as files.
    var entries: [Manifest.Entry] = []
    var kept: [Bool] = []
    progress.withLock {
      swap(&entries, &$0.entries)
      swap(&kept, &$0.kept)
    }
    entries.sort { pathPrecedes($0.path, $1.path) }
    entries = output.written.entries(with: entries, keeping: kept)
    let twice =
      zip(entries, entries.dropFirst()).first { $0.path == $1.path }?.0
      ?? entries.first { Manifest.lists.contains($0.path) }
    if let twice { throw writtenTwice(twice.path) }
    let site = writeManifest(entries)
    let (failure, staged) = progress.withLock { ($0.failure, $0.staged) }
    if let failure { throw failure }
    if options.isDurable { try staging.syncFolders(["."] + progress.withLock { $0.folders }) }

    var changes = PublishedChanges(
      files: entries.count + Manifest.lists.count, written: staged.count, site: site.hexadecimal)
    if output.isEmpty {
      try beginMoving()
      try staging.becomes(output)
      progress.withLock { $0.isOver = true }
      if options.isDurable, fsync(staging.parent.number) != 0 {
        throw FileFailure.cannotWrite(output.place.parent).halfway
      }
    } else if let folder = output.number, let survey = output.survey {
      let leftover = output.obsolete(besides: entries, staging.interrupted)
      let plan = try PublishPlan(staged: staged, obsolete: leftover, survey: survey)
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
    return changes
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

  /// The first of some files that is not as it was in the output folder; `nil` where all are.
  func firstChanged(of paths: [String]) -> String? {
    let staged = Set(progress.withLock { $0.staged })
    return paths.first { staged.contains($0) }
  }

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
