import Checksums
import Dispatch
import Glibc
import Records
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
  private(set) var kinds: [FolderEntry.Kind] = []
  /// In bytes.
  private(set) var sizes: [Int64] = []
  /// Paths in its folders that are no part of it.
  var apart: [String] = []
  /// The latest time of change among them; not kept in a record.
  private var latest = timespec()

  var count: Int { stamps.count }

  /// Adds a path in the state that `status` tells; `nil` where there is nothing.
  mutating func add(_ path: String, _ status: stat?) {
    offsets.append(UInt32(paths.count))
    paths += path.utf8
    paths.append(0)
    stamps.append(.absent)
    kinds.append(.special)
    sizes.append(0)
    if let status { set(count - 1, status) }
  }

  /// Notes the state of what it knows already.
  mutating func set(_ place: Int, _ status: stat) {
    stamps[place] = FileStamp(status)
    kinds[place] = FolderEntry.Kind(status)
    sizes[place] = Int64(status.st_size)
    if latest < status.st_ctim { latest = status.st_ctim }
  }

  /// Forgets the stamp of a path, so that it counts as changed.
  mutating func doubt(_ place: Int) { stamps[place] = .absent }

  /// Whether it tells of an output folder with a site of that digest.
  func isOf(site: String, in folder: Int32) -> Bool {
    let place = Manifest.path.withCString { name in
      (0..<count).first { withPath(at: $0) { strcmp($0, name) == 0 } }
    }
    guard let place, let file = Descriptor.file(Manifest.path, below: folder), let status = file.status(),
      FileStamp(status) == stamps[place], let head = file.head(4096)
    else { return false }
    return siteDigest(inHeadOfManifest: head)?.hexadecimal == site
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

  /// Where a path lies in ``paths``.
  func range(of place: Int) -> Range<Int> {
    let end = place + 1 < count ? Int(offsets[place + 1]) : paths.count
    return Int(offsets[place])..<end - 1
  }

  func path(at place: Int) -> String { withPath(at: place) { String(cString: $0) } }

  /// What lies at one of its paths now; `nil` where that is nothing.
  func status(at place: Int, below folder: Int32) -> stat? {
    var status = stat()
    return withPath(at: place) { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0 ? status : nil
  }

  private func withPath<Result>(at place: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    paths.withUnsafeBytes { text in
      body((text.baseAddress! + Int(offsets[place])).assumingMemoryBound(to: CChar.self))
    }
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

extension Footprint {
  func write(to record: inout RecordWriter) {
    record.bytes.write(count: paths.count)
    record.write(bitsOf: paths)
    record.bytes.write(count: count)
    record.write(bitsOf: offsets)
    record.write(bitsOf: stamps)
    record.write(bitsOf: kinds)
    record.write(bitsOf: sizes)
    apart.write(to: &record.bytes)
  }

  init?(from reader: inout RecordReader) {
    guard let length = reader.takeCount(), let paths = reader.take(length, of: UInt8.self),
      let count = reader.takeCount(ofSize: 21),
      let offsets = reader.take(count, of: UInt32.self),
      let stamps = reader.take(count, of: FileStamp.self), let kinds = reader.take(count, of: UInt8.self),
      let sizes = reader.take(count, of: Int64.self), let apart = [String](from: &reader),
      // The system is handed pointers to these: each must lead to a path that ends.
      paths.last == 0 || count == 0, offsets.allSatisfy({ $0 < paths.count }),
      zip(offsets, offsets.dropFirst()).allSatisfy(<),
      kinds.allSatisfy({ FolderEntry.Kind(rawValue: $0) != nil })
    else { return nil }
    self.paths = paths
    self.offsets = offsets
    self.stamps = stamps
    self.kinds = kinds.map { FolderEntry.Kind(rawValue: $0) ?? .special }
    self.sizes = sizes
    self.apart = apart
  }
}
