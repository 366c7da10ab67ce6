import CXXHash
import Glibc

/// What tells one state of a file or folder from the next without reading it: its number, kind, size, time of
/// change and time of last write.
///
/// Whoever writes to a file moves its time of change (POSIX 2017, `write`), and no program can set that time,
/// so the stamp changes even where the time of last write is set back. Two states can share a stamp only
/// within one tick of the system's clock; ``Footprint`` waits that tick out. A program that writes through memory it
/// has mapped (`mmap`) moves the time for the first write alone until the system has written that page back.
struct FileStamp: Hashable, Sendable, BitwiseCopyable {
  /// XXH3 of the fields; 0 where there is no such file.
  var value: UInt64

  static let absent = FileStamp(value: 0)

  init(value: UInt64) { self.value = value }

  init(_ status: stat) {
    // An array on the heap for each of many files would cost more than asking the system for them.
    var fields = (
      UInt64(status.st_ino), UInt64(status.st_dev), UInt64(status.st_mode & S_IFMT), Int64(status.st_size),
      Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
      Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec)
    )
    let hash = withUnsafeBytes(of: &fields) { XXH3_64bits($0.baseAddress, $0.count) }
    value = hash == 0 ? 1 : hash
  }

  /// The stamp of what lies at a path now; a link is not followed.
  static func now(_ path: UnsafePointer<CChar>, below folder: Int32) -> FileStamp {
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .absent }
    return FileStamp(status)
  }
}
