import Dispatch
import Glibc
import Synchronization

/// Files and folders below one folder, each with the stamp it had: the proof that nothing there has changed.
///
/// A folder's stamp changes when a name in it comes or goes, so a footprint of all folders and files of a tree
/// holds exactly as long as the tree is as it was, and checking it lists no folder.
struct Footprint: Sendable {
  /// The paths one after the other, each ended by a zero byte; the folder itself is `.`.
  private(set) var paths: [UInt8] = []
  /// Where each path begins in ``paths``.
  private(set) var offsets: [UInt32] = []
  private(set) var stamps: [FileStamp] = []
  /// The latest time of change among them; not kept in a record.
  private var latest = timespec()

  var count: Int { stamps.count }

  /// Adds a path in the state that `status` tells; `nil` where there is nothing.
  mutating func add(_ path: String, _ status: stat?) {
    offsets.append(UInt32(paths.count))
    paths += path.utf8
    paths.append(0)
    stamps.append(status.map(FileStamp.init) ?? .absent)
    if let changed = status?.st_ctim, latest < changed { latest = changed }
  }

  /// Whether the system's clock has moved on since the latest change: what changes from now on gets another
  /// stamp. Waits for the clock's next tick, which takes ten milliseconds at most; false where a time of
  /// change lies in the future.
  func isSettled() -> Bool {
    for _ in 0..<50 {
      // The clock that file systems take their times from.
      var now = timespec()
      clock_gettime(CLOCK_REALTIME_COARSE, &now)
      if latest < now { return true }
      usleep(1000)
    }
    return false
  }

  func path(at place: Int) -> String {
    let path = paths[Int(offsets[place])...]
    return String(decoding: path.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The places in it of what has another stamp now, in order.
  func changes(below folder: Int32) -> [Int] {
    let chunk = 1024
    let found = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { index in
      let range = index * chunk..<min(count, (index + 1) * chunk)
      let changed = paths.withUnsafeBytes { text in
        range.filter { place in
          let path = (text.baseAddress! + Int(offsets[place])).assumingMemoryBound(to: CChar.self)
          return FileStamp.now(path, below: folder) != stamps[place]
        }
      }
      if !changed.isEmpty { found.withLock { $0 += changed } }
    }
    return found.withLock { $0.sorted() }
  }
}

private func < (a: timespec, b: timespec) -> Bool { (a.tv_sec, a.tv_nsec) < (b.tv_sec, b.tv_nsec) }

extension Footprint: Recorded {
  func write(to bytes: inout [UInt8]) {
    Int64(paths.count).write(to: &bytes)
    bytes += paths
    Int64(count).write(to: &bytes)
    offsets.withUnsafeBytes { bytes += $0 }
    stamps.withUnsafeBytes { bytes += $0 }
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let length = Int64(from: &bytes), length >= 0, length <= bytes.count else { return nil }
    paths = Array(bytes.prefix(Int(length)))
    bytes.removeFirst(Int(length))
    guard let count = Int64(from: &bytes), count >= 0, count <= bytes.count / 12,
      let offsets = [UInt32](elements: Int(count), from: &bytes),
      let stamps = [FileStamp](elements: Int(count), from: &bytes),
      // The system is handed pointers to these: each must lead to a path that ends.
      paths.last == 0 || count == 0, offsets.allSatisfy({ $0 < paths.count })
    else { return nil }
    self.offsets = offsets
    self.stamps = stamps
  }
}

extension Array where Element: BitwiseCopyable {
  /// Takes so many elements as they lie in memory.
  fileprivate init?(elements count: Int, from bytes: inout ArraySlice<UInt8>) {
    let size = count * MemoryLayout<Element>.stride
    guard bytes.count >= size else { return nil }
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.prefix(size).withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      initialized = count
    }
    bytes.removeFirst(size)
  }
}
