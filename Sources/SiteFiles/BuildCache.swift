import CXXHash
public import CivilTime
public import Diagnostics
import Glibc
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
      let output = resolvedPath(output), let program = programStamp()
    else { return nil }
    self.site = site
    self.output = output
    var key: [UInt8] = []
    program.write(to: &key)
    options.write(to: &key)
    self.key = key
  }

  /// The record of the last build, where a build now would read and write the very same.
  ///
  /// - Parameters:
  ///   - clock: the time it is.
  ///   - codes: every code a finding can have.
  public func unchanged(at clock: Instant, codes: [DiagnosticCode]) -> BuildRecord? {
    guard var record = current(at: clock), !isInterrupted(), let inputs = Descriptor.folder(site),
      let outputs = Descriptor.folder(output),
      record.inputs.changes(below: inputs.number).isEmpty,
      record.outputs.changes(below: outputs.number).isEmpty, record.readFindings(byID(codes))
    else { return nil }
    return record
  }

  /// What the last build knows of its pages, where a build now would be for the same moment, with the same options
  /// and zones: pages made from the same files are then the same.
  ///
  /// - Parameter publication: the one they are for, which keeps other builds from changing what is read here.
  public func pages(
    at clock: Instant, codes: [DiagnosticCode], for publication: Publication
  ) -> PageRecord? {
    guard let record = current(at: clock), !publication.followsInterruption,
      let outputs = Descriptor.folder(output),
      let bytes = Descriptor.file(pagesPath, below: AT_FDCWD)?.bytes(limit: 1 << 30),
      var pages = PageRecord(bytes, codes: byID(codes)), pages.site == record.site
    else { return nil }
    pages.altered = record.altered(below: outputs.number)
    return pages
  }

  /// The record of the last build, where nothing but files decides whether it still holds.
  private func current(at clock: Instant) -> BuildRecord? {
    guard let record = read(), record.key == key, record.result.clockTimes?.contains(clock) ?? true,
      record.zones.allSatisfy(\.isCurrent)
    else { return nil }
    return record
  }

  /// Keeps the record of a build that was published.
  ///
  /// - Returns: why it could not be kept, or `nil`. A build without a record is as good as any; only the
  ///   next one takes longer.
  public func keep(_ opened: OpenedSite, _ result: BuildResult, _ changes: PublishedChanges) -> String? {
    guard let folder = Descriptor.folder(output), let outputs = Footprint(ofOutput: folder) else {
      return systemReason(errno)
    }
    guard opened.footprint.isSettled(), outputs.isSettled() else {
      return "files have times of change in the future"
    }
    var record = BuildRecord(
      key: key, inputs: opened.footprint, outputs: outputs,
      zones: opened.zones.zones, result: result, files: changes.files)
    record.site = changes.site
    // A record of pages is worth nothing without that of the build, which comes last.
    return write(PageRecord(site: changes.site, pages: result.pages).bytes(), to: pagesPath)
      ?? write(record.bytes(), to: path)
  }

  /// Forgets the record, so that nothing can believe it.
  public func forget() {
    unlink(path)
    unlink(pagesPath)
  }

  private var folder: String { site + "/.sitegen" }

  /// One record for each output folder.
  private var path: String { "\(folder)/\(name).build" }

  /// Beside it what only a build with something to do reads.
  private var pagesPath: String { "\(folder)/\(name).pages" }

  private var name: String {
    String(Array(output.utf8).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }, radix: 16)
  }

  /// Whether a build was stopped while it published: what it left is not what the record knows.
  private func isInterrupted() -> Bool {
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

  private func byID(_ codes: [DiagnosticCode]) -> [String: DiagnosticCode] {
    Dictionary(codes.map { ($0.id, $0) }) { first, _ in first }
  }

  private func write(_ bytes: [UInt8], to path: String) -> String? {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { return systemReason(errno) }
    markAsCache()
    let draft = "\(path).\(getpid())"
    guard
      let file = Descriptor(open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)),
      bytes.withUnsafeBytes({ file.write($0) }), rename(draft, path) == 0
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

/// Which program this is: another sitegen can make another site of the same content.
private func programStamp() -> Int64? {
  var status = stat()
  guard stat("/proc/self/exe", &status) == 0 else { return nil }
  return Int64(bitPattern: FileStamp(status).value)
}
