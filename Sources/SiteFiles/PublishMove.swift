import Checksums
import Glibc
import Markup

/// Moves staged files to their places and removes old ones.
struct PublishMove {
  /// The staging folder and the output folder, as open descriptors that outlive this value.
  let from: Int32
  let to: Int32
  /// The output folder's path, for messages.
  let path: String

  /// Sees to it that what was moved and removed is on the disk.
  func sync(_ plan: PublishPlan) throws(FileFailure) {
    let changed = plan.makeFolders + plan.makeFolders.map { foldersAbove($0).last ?? "." }
    for folder in plan.touchedFolders.union(changed).sorted(by: pathPrecedes) {
      // A folder that is gone was emptied; its own one is among the others.
      guard let open = Descriptor.folder(folder, below: to) else { continue }
      guard fsync(open.number) == 0 else { throw .cannotWrite(path + "/" + folder) }
    }
  }

  /// Carries the plan out; each file appears whole or not at all.
  ///
  /// A failure says whether the published site is as it was or some of its files are new.
  func carryOut(_ plan: PublishPlan) throws(FileFailure) {
    var isUnderWay = false
    func step(_ work: () throws(FileFailure) -> Void) throws(FileFailure) {
      do {
        try work()
        isUnderWay = true
      } catch {
        throw isUnderWay ? error.halfway : error
      }
    }
    for file in plan.clearFirst { try step { () throws(FileFailure) in try remove(file) } }
    for folder in plan.clearFolders {
      try step { () throws(FileFailure) in try check(unlinkat(to, folder, AT_REMOVEDIR), folder) }
    }
    for folder in plan.makeFolders {
      try step { () throws(FileFailure) in try check(mkdirat(to, folder, 0o777), folder) }
    }
    for file in plan.moves {
      try step { () throws(FileFailure) in try check(renameat(from, file, to, file), file) }
    }
    for file in plan.removals { try step { () throws(FileFailure) in try remove(file) } }
    let emptied = Set((plan.clearFirst + plan.removals).flatMap(foldersAbove))
    // Innermost first; a folder that still holds something stays.
    for folder in emptied.sorted(by: { pathPrecedes($1, $0) }) { unlinkat(to, folder, AT_REMOVEDIR) }
  }

  private func remove(_ file: String) throws(FileFailure) {
    guard unlinkat(to, file, 0) == 0 || errno == ENOENT else { throw .cannotWrite(path + "/" + file) }
  }

  private func check(_ result: Int32, _ name: String) throws(FileFailure) {
    guard result == 0 else { throw .cannotWrite(path + "/" + name) }
  }
}

extension PublishPlan {
  /// Whether the published site is the new one already.
  var changesNothing: Bool { moves.isEmpty && removals.isEmpty && clearFirst.isEmpty }
}

extension Staging {
  /// Makes the staging folder the output folder, in one step.
  borrowing func becomes(_ output: borrowing OutputFolder) throws(FileFailure) {
    unlinkat(folder.number, Self.journal, 0)
    var existing = stat()
    let exists = output.number.map { fstat($0, &existing) == 0 } ?? false
    let mode = exists ? existing.st_mode & 0o7777 : newFolderMode()
    guard fchmod(folder.number, mode) == 0,
      renameat(parent.number, name, parent.number, output.place.name) == 0
    else { throw .cannotWrite(output.path) }
    // Only now: a folder that is left behind without it would be nobody's.
    unlinkat(folder.number, Self.mark, 0)
  }

  /// Notes which files sitegen may have put into the output folder, should it be stopped while it moves them.
  borrowing func writeJournal(_ entries: [Manifest.Entry], isDurable: Bool) throws(FileFailure) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let file = Descriptor(openat(folder.number, Self.journal, flags, 0o600))
    var sink = ByteSink(capacity: 128 * entries.count)
    for entry in entries {
      sink.raw(entry.digest.hexadecimal)
      sink.raw("  \(entry.path)\n")
    }
    guard let file, sink.withBytes({ file.write($0) }), !isDurable || fsync(file.number) == 0,
      !isDurable || (fsync(folder.number) == 0 && fsync(parent.number) == 0)
    else { throw .cannotWrite(name) }
  }

  /// Sees to it that the folders of the staged files are on the disk.
  borrowing func syncFolders(_ folders: some Sequence<String>) throws(FileFailure) {
    for path in folders {
      guard let inner = Descriptor.folder(path, below: folder.number), fsync(inner.number) == 0 else {
        throw .cannotWrite(path)
      }
    }
  }
}

/// The mode of a new folder under this process's mask.
private func newFolderMode() -> mode_t {
  let mask = umask(0o077)
  umask(mask)
  return 0o777 & ~mask
}

extension PublishPlan {
  /// Makes sure that files can be moved into an output folder, as far as that can be known without doing it.
  ///
  /// - Parameters:
  ///   - number: the folder's descriptor.
  ///   - path: its path, for messages.
  func checkAccess(to number: Int32, _ path: String, _ survey: OutputSurvey) throws(FileFailure) {
    for folder in touchedFolders.sorted(by: pathPrecedes)
    where folder == "." || survey.folders.contains(folder) {
      guard faccessat(number, folder, W_OK | X_OK, AT_EACCESS) == 0 else {
        throw .cannotWrite(folder == "." ? path : path + "/" + folder)
      }
    }
  }
}
