import Checksums
import Glibc

/// The hidden folder beside the output folder in which a site is put together.
///
/// It has a fixed name and is locked (`flock`) while a build uses it, so it is also what keeps two builds of
/// one site apart, and nothing a killed build leaves behind can pile up.
struct Staging: ~Copyable, Sendable {
  /// The folder that the output folder and this one lie in.
  let parent: Descriptor
  let name: String
  let folder: Descriptor
  /// What a build that was stopped while publishing may have put into, or left in, the output folder.
  let interrupted: [Manifest.Entry]
  /// Whether another build had to be waited for.
  let waited: Bool

  /// Lists, while files take their places, what sitegen may have put into the output folder and what of it is
  /// to go, as `sha256sum` writes it.
  static let journal = ".journal"

  /// Tells that the folder is one of ours, so that what lies in it may go.
  static let mark = ".staging"

  /// The name of the staging folder beside an output folder.
  static func name(beside output: String) -> String { ".\(output).sitegen" }

  /// Takes the folder for this build and clears what an earlier one left in it.
  static func take(beside place: OutputPlace, _ options: PublishOptions) throws(FileFailure) -> Staging {
    let name = name(beside: place.name)
    let path = place.parent + "/" + name
    guard let around = Descriptor.folder(place.parent) else { throw .cannotWrite(place.parent) }
    var waited = false
    var folder = try locked(name, in: around, path: path)
    let deadline = seconds() + options.patience
    while folder == nil, seconds() < deadline, !options.isStopped() {
      if !waited { options.waiting() }
      waited = true
      usleep(50_000)
      folder = try locked(name, in: around, path: path)
    }
    guard let folder else {
      throw FileFailure(
        .cannotCreate, .buildRunning, "another sitegen is publishing to '\(place.path)'",
        hints: ["wait until it is done, or choose another folder with --out"])
    }
    let interrupted = journalEntries(folder)
    try refuseForeignFiles(in: folder, path)
    guard setMark(in: folder),
      removeContents(of: folder, except: [mark] + (interrupted.isEmpty ? [] : [journal]))
    else { throw .cannotWrite(path) }
    return Staging(parent: around, name: name, folder: folder, interrupted: interrupted, waited: waited)
  }

  private static func setMark(in folder: borrowing Descriptor) -> Bool {
    Descriptor(openat(folder.number, mark, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)) != nil
  }

  /// Refuses a folder of that name that is not ours.
  static func refuseForeignFiles(in folder: borrowing Descriptor, _ path: String) throws(FileFailure) {
    guard let names = folderEntries(folder, sizes: false)?.map(\.text) else { throw .cannotWrite(path) }
    guard names.isEmpty || names.contains(mark) || names.contains(journal) else {
      throw FileFailure(
        .cannotCreate, .inTheWay,
        "the folder '\(path)' holds files that sitegen did not write, and a build needs a folder of that name",
        hints: ["move it away, or choose another folder with --out"])
    }
  }

  /// What the journal in a staging folder lists; nothing where there is none.
  static func journalEntries(_ folder: borrowing Descriptor) -> [Manifest.Entry] {
    let bytes = Descriptor.file(journal, below: folder.number)?.bytes(limit: 1 << 28) ?? []
    return bytes.split(separator: 10).compactMap { line in
      guard line.count > 66, let digest = SHA256Digest(hexadecimal: line.prefix(64)),
        let path = String(validating: line.dropFirst(66), as: UTF8.self), isSafeRelativePath(path)
      else { return nil }
      return Manifest.Entry(path: path, size: 0, digest: digest)
    }
  }

  /// Removes the folder; only the journal of an interrupted publication stays, for the next build.
  borrowing func remove(keepingJournal: Bool) {
    // The mark goes last, so that a folder that is left behind is still known.
    guard removeContents(of: folder, except: [Self.mark, Self.journal]), !keepingJournal else { return }
    unlinkat(folder.number, Self.journal, 0)
    unlinkat(folder.number, Self.mark, 0)
    // A build that is told to stop may still be writing a file there.
    if unlinkat(parent.number, name, AT_REMOVEDIR) != 0, errno == ENOTEMPTY || errno == EEXIST {
      _ = Self.setMark(in: folder)
    }
  }

  /// The locked folder, or `nil` when another build has it.
  private static func locked(
    _ name: String, in parent: borrowing Descriptor, path: String
  ) throws(FileFailure) -> Descriptor? {
    // A build that ends renames or removes the folder, perhaps between our opening and our locking it.
    for _ in 0..<16 {
      guard mkdirat(parent.number, name, 0o700) == 0 || errno == EEXIST else { throw .cannotWrite(path) }
      guard let folder = Descriptor.folder(name, below: parent.number) else {
        if errno == ENOENT { continue }
        throw .cannotWrite(path)
      }
      guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 else {
        if errno == EWOULDBLOCK { return nil }
        throw .cannotWrite(path)
      }
      var named = stat()
      if let held = folder.status(), fstatat(parent.number, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
        held.st_ino == named.st_ino, held.st_dev == named.st_dev
      {
        return folder
      }
    }
    return nil
  }
}

/// Empties a folder without following links; false with `errno` set when something could not be removed.
private func removeContents(of folder: borrowing Descriptor, except kept: [String] = []) -> Bool {
  guard let entries = folderEntries(folder, sizes: false) else { return false }
  var done = true
  for entry in entries {
    let name = entry.name + [0]
    if let text = entry.text, kept.contains(text) { continue }
    let removed = name.withUnsafeBytes { bytes in
      guard let path = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
      guard entry.kind == .folder else { return unlinkat(folder.number, path, 0) == 0 }
      let inner = Descriptor(openat(folder.number, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
      guard let inner, removeContents(of: inner) else { return false }
      return unlinkat(folder.number, path, AT_REMOVEDIR) == 0
    }
    if !removed { done = false }
  }
  return done
}

/// Seconds by a clock that is never set.
private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
