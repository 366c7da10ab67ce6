import Checksums
import Glibc

/// Where a site is published to: a folder that may be missing, in one that may not.
struct OutputPlace: Sendable {
  /// The folder around it: absolute, with links resolved.
  let parent: String
  let name: String

  var path: String { parent == "/" ? "/" + name : parent + "/" + name }

  /// Finds the folder and refuses one that a site must not be published to, whatever it holds.
  ///
  /// - Parameter site: the site's folder: absolute, with links resolved.
  static func find(_ path: String, site: String) throws(FileFailure) -> OutputPlace {
    let (parent, name) = try resolvedOutput(path)
    let place = OutputPlace(parent: parent, name: name)
    for source in ["content", "Templates", ".sitegen", ".git"] where lies(place.path, in: site + "/" + source)
    {
      throw unsuitable("the output folder '\(path)' lies in the site's '\(source)'")
    }
    guard !lies(site, in: (parent == "/" ? "" : parent) + "/" + Staging.name(beside: name)) else {
      throw unsuitable("the site lies where a build would put '\(path)' together")
    }
    guard !lies(site, in: place.path) else {
      throw unsuitable("the output folder '\(path)' contains the site itself")
    }
    var around = parent
    while around != "/" {
      if holdsManifest(around) {
        throw unsuitable("the output folder '\(path)' lies in '\(around)', to which a site is published")
      }
      around = parentFolder(around)
    }
    return place
  }
}

/// The folder a site is published to, as it was when the build began.
struct OutputFolder: ~Copyable, Sendable {
  let place: OutputPlace
  /// `nil` while the folder does not exist.
  private let folder: Descriptor?
  /// The open folder's descriptor.
  let number: Int32?
  let survey: OutputSurvey?
  /// What the last build says it wrote.
  let manifest: Manifest?

  var path: String { place.path }

  /// The files that the last build wrote.
  let written: WrittenFiles

  private init(
    place: OutputPlace, folder: consuming Descriptor?, survey: OutputSurvey?, manifest: Manifest?
  ) {
    self.place = place
    number = folder?.number
    self.folder = folder
    self.survey = survey
    self.manifest = manifest
    written = WrittenFiles(manifest)
  }

  /// The files that earlier builds wrote and left, and that a new site lacks.
  ///
  /// - Parameters:
  ///   - new: the new site's entries, in the order of their paths.
  ///   - interrupted: what builds that were stopped while publishing may have left.
  borrowing func obsolete(
    besides new: [Manifest.Entry], _ interrupted: [Manifest.Entry]
  ) -> Set<String> {
    guard let survey else { return [] }
    let left = interrupted.lazy.map(\.path).filter { !Manifest.lists.contains($0) && !new.hasEntry(for: $0) }
    return Set((written.paths(besides: new) + left).lazy.filter { survey.files.contains($0) })
  }

  /// Whether the site can be put in place as one folder.
  var isEmpty: Bool {
    guard let survey else { return true }
    return survey.files.isEmpty && survey.folders.isEmpty && survey.kept.isEmpty
  }

  /// Opens the folder, lists it and reads its manifest; refuses one that the site must not be published to.
  ///
  /// - Parameters:
  ///   - interrupted: what builds that were stopped while publishing may have left.
  ///   - tree: what the last build left there, where that is known.
  static func open(
    _ place: OutputPlace, as path: String, besides interrupted: [Manifest.Entry],
    knowing tree: PublishedTree? = nil,
    _ options: PublishOptions
  ) throws(FileFailure) -> OutputFolder {
    let output = try open(place, as: path, knowing: tree)
    try output.refuseForeignFiles(besides: interrupted.map(\.path))
    try output.refuse(options.reservation)
    return output
  }

  private static func open(
    _ place: OutputPlace, as path: String, knowing tree: PublishedTree?
  ) throws(FileFailure) -> OutputFolder {
    guard let folder = Descriptor.folder(place.path) else {
      guard errno == ENOENT else { throw .cannotWrite(path) }
      return OutputFolder(place: place, folder: nil, survey: nil, manifest: nil)
    }
    var around = stat()
    if let inside = folder.status(), stat(place.parent, &around) == 0, inside.st_dev != around.st_dev {
      throw unsuitable("the output folder '\(path)' is a file system of its own")
    }
    guard let survey = tree?.footprint.map({ OutputSurvey($0) }) ?? OutputSurvey(folder) else {
      throw .cannotWrite(path)
    }
    let manifest = try manifestOf(folder, survey, path, intactAs: tree?.manifest)
    return OutputFolder(place: place, folder: consume folder, survey: survey, manifest: manifest)
  }

  /// The stamp of the file at a path that has these bytes already; `nil` where there is none, or another.
  borrowing func stamp(of path: String, holding bytes: UnsafeRawBufferPointer) -> FileStamp? {
    guard let number, survey?.files.contains(path) == true, let file = Descriptor.file(path, below: number),
      let status = file.status(), status.isRegular, Int(status.st_size) == bytes.count,
      let old = file.bytes(limit: bytes.count)
    else { return nil }
    let isSame = old.withUnsafeBytes { old in
      guard old.count == bytes.count else { return false }
      guard let a = old.baseAddress, let b = bytes.baseAddress else { return true }
      return memcmp(a, b, bytes.count) == 0
    }
    return isSame ? FileStamp(status) : nil
  }

  /// The same where another folder has a file of that path with the same bytes.
  borrowing func stamp(of path: String, likeFileIn other: Int32) -> FileStamp? {
    guard let number, survey?.files.contains(path) == true, let old = Descriptor.file(path, below: number),
      let new = Descriptor.file(path, below: other), let before = old.status(), before.isRegular,
      before.st_size == new.status()?.st_size, let bytes = new.bytes(limit: Int(before.st_size))
    else { return nil }
    return bytes.withUnsafeBytes { stamp(of: path, holding: $0) }
  }

  /// The digest of a file in the folder; `nil` for anything but a regular file that can be read.
  borrowing func digest(of path: String) -> SHA256Digest? {
    guard let number, let bytes = Descriptor.file(path, below: number)?.bytes(limit: 1 << 31) else {
      return nil
    }
    return bytes.withUnsafeBytes { SHA256Digest(of: $0) }
  }

  /// Files that are to go, with their digests; throws where one of them is not as sitegen wrote it.
  ///
  /// - Parameter interrupted: what builds that were stopped while publishing may have left.
  borrowing func wholeFiles(
    _ paths: [String], _ interrupted: [Manifest.Entry]
  ) throws(FileFailure) -> [Manifest.Entry] {
    guard !paths.isEmpty else { return [] }
    let wanted = Set(paths)
    var known: [String: [SHA256Digest]] = [:]
    for entry in (manifest?.entries ?? []) + interrupted where wanted.contains(entry.path) {
      known[entry.path, default: []].append(entry.digest)
    }
    var entries: [Manifest.Entry] = []
    for path in paths {
      guard let digest = digest(of: path), known[path]?.contains(digest) == true else {
        throw FileFailure(
          .cannotCreate, .alteredFile,
          "'\(path)' in the output folder is not as sitegen wrote it, and the new site has no such file",
          hints: ["move it away and build again"])
      }
      entries.append(Manifest.Entry(path: path, size: 0, digest: digest))
    }
    return entries
  }

  /// Refuses to put what is not for publication yet in a published site's place.
  borrowing func refuse(_ reservation: PublishOptions.Reservation?) throws(FileFailure) {
    guard let reservation, let manifest, !manifest.isPreview else { return }
    let reason =
      switch reservation {
      case .preview: "a preview shows what is not published yet"
      case .ahead: "--now is later than the clock"
      }
    throw FileFailure(
      .cannotCreate, .publishedSite, "'\(path)' holds a published site, and \(reason)",
      hints: ["choose another folder with --out"])
  }

  /// Refuses a folder with files that neither the manifest nor an interrupted build accounts for.
  func refuseForeignFiles(besides interrupted: some Sequence<String>) throws(FileFailure) {
    let interrupted = Set(interrupted)
    let foreign = survey?.foreign { written.contains($0) || interrupted.contains($0) } ?? []
    if foreign.isEmpty { return }
    let few = foreign.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = foreign.count > 3 ? " and \(foreign.count - 3) more" : ""
    throw FileFailure(
      .cannotCreate, .foreignFiles, "'\(path)' holds files that sitegen did not write: \(few)\(more)",
      hints: [
        manifest == nil && foreign.contains("SHA256SUMS")
          ? "if they are a site whose \(Manifest.path) was lost, restore that, or empty the folder and build again"
          : "move them into content/, or choose another folder with --out"
      ])
  }
}

private func manifestOf(
  _ folder: borrowing Descriptor, _ survey: OutputSurvey, _ path: String, intactAs stamp: FileStamp?
) throws(FileFailure) -> Manifest? {
  guard survey.files.contains(Manifest.path) else { return nil }
  let file = Descriptor.file(Manifest.path, below: folder.number)
  let bytes = file?.bytes(limit: 1 << 30)
  // Its own digest need not be reckoned again where it is the very file that the last build wrote.
  let isIntact = stamp != nil && file?.status().map { FileStamp($0) } == stamp
  guard let bytes, let manifest = readManifest(bytes, isIntact: isIntact) else {
    throw FileFailure(
      .cannotCreate, .invalidManifest, "'\(path)/\(Manifest.path)' is not as sitegen wrote it",
      hints: ["restore it, or empty the folder"])
  }
  return manifest
}

/// Whether sitegen has published to a folder: its manifest begins as ours do.
private func holdsManifest(_ path: String) -> Bool {
  guard let folder = Descriptor.folder(path), let file = Descriptor.file(Manifest.path, below: folder.number)
  else { return false }
  return file.bytes(limit: 1 << 30)?.starts(with: "{\"generator\":\"sitegen".utf8) ?? false
}

/// The folder around the output folder, with links resolved, and the output folder's name in it.
private func resolvedOutput(_ path: String) throws(FileFailure) -> (parent: String, name: String) {
  if let resolved = resolvedPath(path) {
    guard isFolder(resolved) else {
      throw FileFailure(.cannotCreate, .inTheWay, "'\(path)' is a file; a site needs a folder")
    }
    guard resolved != "/" else { throw unsuitable("a site is not published to '/'") }
    return (parentFolder(resolved), String(resolved.split(separator: "/").last ?? ""))
  }
  guard errno == ENOENT else { throw .cannotWrite(path) }
  var parts = path.split(separator: "/").map(String.init)
  guard let name = parts.popLast(), name != ".", name != ".." else { throw .cannotWrite(path, error: ENOENT) }
  let around = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
  guard let parent = resolvedPath(around), isFolder(parent) else {
    throw unsuitable("the folder '\(around)' does not exist, so '\(name)' cannot be made in it")
  }
  return (parent, name)
}

private func lies(_ path: String, in folder: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}

private func unsuitable(_ message: String) -> FileFailure {
  FileFailure(.cannotCreate, .unsuitableOutput, message, hints: ["choose another folder with --out"])
}
