import Glibc

/// What a folder holds under one name; a link is not followed.
struct FolderEntry {
  var name: [UInt8]
  var kind: Kind
  /// What the system says of it; `nil` for a folder, and where that was not asked for.
  var status: stat?

  enum Kind: UInt8, BitwiseCopyable {
    case file
    case folder
    case link
    /// A pipe, a socket or a device.
    case special
  }

  /// In bytes; 0 where sizes were not asked for.
  var size: Int { Int(status?.st_size ?? 0) }

  /// The name as text, or `nil` when it is not UTF-8.
  var text: String? { String(validating: name, as: UTF8.self) }
}

/// Lists a folder in the order of its paths' bytes, so that walking it depth first visits every path in
/// order; `nil` with `errno` set when the folder cannot be read.
///
/// - Parameter sizes: asks the system for each file, which a listing of names alone does without.
func folderEntries(_ folder: borrowing Descriptor, sizes: Bool) -> [FolderEntry]? {
  // The stream owns its descriptor, so it gets one of its own.
  let copy = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { return nil }
  guard let stream = fdopendir(copy) else {
    close(copy)
    return nil
  }
  defer { closedir(stream) }
  let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  var entries: [FolderEntry] = []
  errno = 0
  while let entry = readdir(stream) {
    let start = (UnsafeRawPointer(entry) + nameOffset).assumingMemoryBound(to: CChar.self)
    let name = [UInt8](UnsafeRawBufferPointer(start: start, count: strlen(start)))
    if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
    var kind = FolderEntry.Kind(listed: Int32(entry.pointee.d_type))
    var known: stat?
    if kind == nil || (sizes && kind != .folder) {
      var status = stat()
      // A file that vanished since it was listed is no longer there to be read.
      guard fstatat(folder.number, start, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        errno = 0
        continue
      }
      kind = FolderEntry.Kind(status)
      known = status
    }
    entries.append(FolderEntry(name: name, kind: kind ?? .special, status: known))
    errno = 0
  }
  guard errno == 0 else { return nil }
  return entries.map { (key: $0.key, entry: $0) }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    .map(\.entry)
}

extension FolderEntry {
  /// The name as it stands in a path: a folder's is followed by `/`.
  fileprivate var key: [UInt8] { kind == .folder ? name + [UInt8(ascii: "/")] : name }
}

extension FolderEntry.Kind {
  /// The kind `readdir` reports, `nil` where the file system does not say.
  fileprivate init?(listed type: Int32) {
    switch type {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    case Int32(DT_UNKNOWN): return nil
    default: self = .special
    }
  }

  init(_ status: stat) {
    self = status.isRegular ? .file : status.isFolder ? .folder : status.isLink ? .link : .special
  }
}
