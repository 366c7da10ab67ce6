import Checksums
import Dispatch
import Glibc
import Records
import ReleaseFormat
import Synchronization

/// Files and folders below one folder, each with the stamp it had: the proof that nothing there has changed.
///
/// A folder's stamp changes when a name in it comes or goes, so a footprint of all folders and files of a tree
/// holds exactly as long as the tree is as it was, and checking it lists no folder.
struct Footprint: Sendable {
  /// The folder itself is `.`.
  private(set) var paths = PathList()
  private(set) var stamps: [FileStamp] = []
  private(set) var kinds: [FolderEntry.Kind] = []
  /// In bytes, counted up to four thousand million.
  private(set) var sizes: [UInt32] = []
  /// Paths in its folders that are no part of it.
  var apart: [String] = []
  /// The latest time of change among them; not kept in a record.
  private var latest = timespec()

  var count: Int { stamps.count }

  /// Adds a path in the state that `status` tells; `nil` where there is nothing.
  mutating func add(_ path: String, _ status: stat?) {
    paths.append(path)
    stamps.append(.absent)
    kinds.append(.special)
    sizes.append(0)
    if let status { set(count - 1, status) }
  }

  /// Notes the state of what it knows already.
  mutating func set(_ place: Int, _ status: stat) {
    stamps[place] = FileStamp(status)
    kinds[place] = FolderEntry.Kind(status)
    sizes[place] = UInt32(clamping: status.st_size)
    if latest < status.st_ctim { latest = status.st_ctim }
  }

  /// Forgets the stamp of a path, so that it counts as changed.
  mutating func doubt(_ place: Int) { stamps[place] = .absent }

  /// Whether it tells of an output folder with a site of that digest.
  func isOf(site: String, in folder: Int32) -> Bool {
    guard let place = paths.place(of: Manifest.path),
      let file = Descriptor.file(Manifest.path, below: folder), let status = file.status(),
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

  func path(at place: Int) -> String { paths.withPath(at: place) { String(decoding: $0, as: UTF8.self) } }

  /// The stamp of a path; `nil` for one that it does not know.
  func stamp(of path: String) -> FileStamp? { paths.place(of: path).map { stamps[$0] } }

  /// What lies at one of its paths now; `nil` where that is nothing.
  func status(at place: Int, below folder: Int32) -> stat? {
    var status = stat()
    return withPath(at: place) { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0 ? status : nil
  }

  /// Hands a path to the system, for which a zero byte ends it.
  private func withPath<Result>(at place: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    paths.withPath(at: place) { path in
      UnsafeRawPointer(path.baseAddress).map { body($0.assumingMemoryBound(to: CChar.self)) } ?? body("")
    }
  }

  /// The places in it of what has another stamp now, in order.
  func changes(below folder: Int32) -> [Int] {
    let chunk = 1024
    let found = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { index in
      let range = index * chunk..<min(count, (index + 1) * chunk)
      let changed = range.filter { place in
        withPath(at: place) { FileStamp.now($0, below: folder) } != stamps[place]
      }
      if !changed.isEmpty { found.withLock { $0 += changed } }
    }
    return found.withLock { $0.sorted() }
  }
}

private func < (a: timespec, b: timespec) -> Bool { (a.tv_sec, a.tv_nsec) < (b.tv_sec, b.tv_nsec) }

extension Footprint {
  func write(to record: inout RecordWriter) {
    record.bytes.write(count: paths.names.count)
    record.write(bitsOf: paths.names)
    record.bytes.write(count: count)
    record.write(bitsOf: paths.starts)
    record.write(bitsOf: paths.folders)
    record.write(bitsOf: stamps)
    record.write(bitsOf: kinds)
    record.write(bitsOf: sizes)
    apart.write(to: &record.bytes)
  }

  init?(from reader: inout RecordReader) {
    guard let length = reader.takeCount(), let names = reader.take(length, of: UInt8.self),
      let count = reader.takeCount(ofSize: 21),
      let starts = reader.take(count, of: UInt32.self), let folders = reader.take(count, of: UInt32.self),
      let paths = PathList(names: names, starts: starts, folders: folders),
      let stamps = reader.take(count, of: FileStamp.self), let kinds = reader.take(count, of: UInt8.self),
      let sizes = reader.take(count, of: UInt32.self), let apart = [String](from: &reader),
      kinds.allSatisfy({ FolderEntry.Kind(rawValue: $0) != nil })
    else { return nil }
    self.paths = paths
    self.stamps = stamps
    self.kinds = kinds.map { FolderEntry.Kind(rawValue: $0) ?? .special }
    self.sizes = sizes
    self.apart = apart
  }
}
