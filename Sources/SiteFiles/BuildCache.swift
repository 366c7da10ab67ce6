import CXXHash
public import CivilTime
public import Diagnostics
import Glibc
import ParallelWork
import Records
public import SiteBuilding

/// The record of the last build to one output folder, kept in the site's `.sitegen/`.
///
/// The record is only ever believed when every stamp in it holds; a record that is lost, cut short, foreign or
/// of another sitegen is no record, and the build does everything anew.
public struct BuildCache: Sendable {
  /// The site's folder: absolute, with links resolved.
  let site: String
  /// The output folder: absolute, with links of the folder around it resolved.
  let output: String
  let key: [UInt8]

  /// - Parameters:
  ///   - site: the site's folder.
  ///   - output: the output folder as the author names it.
  ///   - options: everything besides files and the clock that decides what a build makes and says.
  /// - Returns: `nil` where the folders cannot be found; the build itself says why.
  public init?(site: String, output: String, options: [String]) {
    guard let site = resolvedPath(site),
      let output = resolvedPath(output), let program
    else { return nil }
    self.site = site
    self.output = output
    var key: [UInt8] = []
    program.write(to: &key)
    options.write(to: &key)
    self.key = key
  }

  /// What the last build knows, where only files decide whether a build now would be the same: it was for the same
  /// moment, with the same options and zones.
  ///
  /// - Parameter clock: the time it is.
  public func lastBuild(at clock: Instant) -> LastBuild? {
    let stamp = FileStamp.now(path, below: AT_FDCWD)
    guard let record = read(), record.key == key, record.result.clockTimes?.contains(clock) ?? true,
      record.zones.allSatisfy(\.isCurrent), let folder = Descriptor.folder(site)
    else { return nil }
    let changed = record.inputs.changes(below: folder.number)
    let inputs = record.inputs.refreshed(changed, below: folder.number, passingOverHidden: true)
    // Where only folders have other stamps, and what they hold has not, names came and went again.
    let hasSameFiles =
      changed.isEmpty || inputs != nil && changed.allSatisfy { record.inputs.kinds[$0] == .folder }
    return LastBuild(
      cache: self, recordStamp: stamp, record: record, inputs: inputs,
      hasSameInputs: hasSameFiles && record.links.allSatisfy { $0.holds(in: site) })
  }

  /// Begins to read what only a build with something to do asks of the last one.
  ///
  /// - Parameter codes: every code a finding can have.
  public func recordsAhead(since last: LastBuild, codes: [DiagnosticCode]) -> RecordsAhead {
    let codes = byID(codes)
    return RecordsAhead(
      pages: Beside {
        Descriptor.file(pagesPath, below: AT_FDCWD)?.bytes(limit: 1 << 30)
          .flatMap { PageRecord($0, codes: codes) }
      },
      releases: Beside {
        guard !last.isDoubted,
          let bytes = Descriptor.file(releasesPath, below: AT_FDCWD)?.bytes(limit: 1 << 32),
          let releases = RecordedReleases(bytes, codes: codes), releases.key == key,
          releases.zones == last.record.zones
        else { return nil }
        return releases
      })
  }

  /// Keeps the record of a build that was published.
  ///
  /// - Parameters:
  ///   - pages: what the last build knew of the pages that this one left as they were.
  ///   - releases: the releases that the last build had read.
  /// - Returns: why it could not be kept, or `nil`. A build without a record is as good as any; only the
  ///   next one takes longer.
  public func keep(
    _ opened: OpenedSite, _ result: BuildResult, _ changes: PublishedChanges, of publication: Publication,
    besides pages: PageRecord?, _ releases: RecordedReleases?
  ) -> String? {
    guard let folder = Descriptor.folder(output),
      let outputs = publication.publishedTree(in: folder) ?? publication.listedTree(in: folder)
    else { return systemReason(errno) }
    // Others may publish from now on, and one that has would not be the one that the record tells of.
    guard outputs.isOf(site: changes.site, in: folder.number) else {
      return "another build has published to the same folder meanwhile"
    }
    guard opened.footprint.isSettled(), outputs.isSettled() else {
      return "files have times of change in the future"
    }
    // What was not read again may have been read with zones that were not asked for this time.
    let last = publication.last
    let zones = Set(opened.zones.zones + (last?.record.zones ?? [])).sorted { $0.name < $1.name }
    var record = BuildRecord(
      key: key, inputs: opened.footprint, outputs: outputs, zones: zones, result: result, files: changes.files
    )
    record.links = opened.links
    record.site = changes.site
    // Records of releases and pages are worth nothing without that of the build, which comes last.
    let releasesKept = Beside {
      write(RecordedReleases.magic, to: releasesPath) { file in
        RecordedReleases.write(
          key: key, zones: zones, result.read, checked: result.checked, besides: releases, to: &file)
      }
    }
    let failure = write(PageRecord.magic, to: pagesPath) { file in
      PageRecord.write(site: changes.site, result.pages, besides: pages, to: &file)
    }
    return releasesKept.result ?? failure ?? write(BuildRecord.magic, to: path) { record.write(to: &$0) }
  }

  /// Forgets the record, so that nothing can believe it.
  public func forget() {
    for path in [path, pagesPath, releasesPath] { unlink(path) }
  }

  private var folder: String { site + "/.sitegen" }

  /// One record for each output folder.
  var path: String { "\(folder)/\(name).build" }

  /// Beside it what only a build with something to do reads.
  private var pagesPath: String { "\(folder)/\(name).pages" }

  private var releasesPath: String { "\(folder)/\(name).releases" }

  private var name: String {
    String(Array(output.utf8).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }, radix: 16)
  }

  /// Whether a build was stopped while it published: what it left is not what the record knows.
  func isInterrupted() -> Bool {
    let parent = parentFolder(output)
    let name = output.split(separator: "/").last ?? ""
    var status = stat()
    return lstat("\(parent)/.\(name).sitegen", &status) == 0
  }

  private func read() -> BuildRecord? {
    guard let file = Descriptor.file(path, below: AT_FDCWD), let bytes = file.bytes(limit: 1 << 30) else {
      return nil
    }
    return BuildRecord(bytes)
  }

  /// Writes a record; returns why that cannot be done, or `nil`.
  private func write(
    _ magic: String, to path: String, _ body: (inout RecordWriter) -> Void
  ) -> String? {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { return systemReason(errno) }
    markAsCache()
    let draft = "\(path).\(getpid())"
    guard
      let file = Descriptor(open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)),
      writeSealedRecord(magic, to: file, body), rename(draft, path) == 0
    else {
      let reason = systemReason(errno)
      unlink(draft)
      return reason
    }
    return nil
  }

  /// Tells archivers (Cache Directory Tagging Specification, Ford 2004) and git to pass the folder over.
  private func markAsCache() {
    let marks = [
      ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# What sitegen keeps between builds.\n"),
      (".gitignore", "*\n"),
    ]
    for (name, text) in marks {
      let file = Descriptor(open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
      guard let file else { continue }
      _ = Array(text.utf8).withUnsafeBytes { file.write($0) }
    }
  }
}

/// Which program this is, with the libraries that it runs with: another one can make another site of the same content.
///
/// Asked once, for a library can be loaded while a program runs.
private let program: Int64? = {
  var status = stat()
  guard stat("/proc/self/exe", &status) == 0, let maps = openedText("/proc/self/maps") else { return nil }
  var stamps = [FileStamp(status)]
  let libraries = Set(maps.split(separator: "\n").compactMap { $0.firstIndex(of: "/").map($0.suffix(from:)) })
  for path in libraries.sorted() where path.contains(".so") {
    stamps.append(FileStamp.now(String(path), below: AT_FDCWD))
  }
  let hash = stamps.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  return Int64(bitPattern: hash)
}()

/// The text of a file whose size nobody knows before.
private func openedText(_ path: String) -> String? {
  guard let file = Descriptor(open(path, O_RDONLY | O_CLOEXEC)) else { return nil }
  var text: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 14)
  while true {
    let taken = piece.withUnsafeMutableBytes { read(file.number, $0.baseAddress, $0.count) }
    if taken < 0, errno == EINTR { continue }
    guard taken >= 0 else { return nil }
    if taken == 0 { return String(decoding: text, as: UTF8.self) }
    text += piece[..<taken]
  }
}
