import Glibc

/// The folder a site is published to, as it was when the build began.
struct OutputFolder: ~Copyable, Sendable {
  /// The folder around it: absolute, with links resolved.
  let parent: String
  let name: String
  /// `nil` while the folder does not exist.
  private let folder: Descriptor?
  /// The open folder's descriptor.
  let number: Int32?
  let survey: OutputSurvey?
  /// The files that earlier builds wrote, by the manifest.
  let owned: Set<String>

  var path: String { parent == "/" ? "/" + name : parent + "/" + name }

  /// Whether the site can be put in place as one folder.
  var isEmpty: Bool {
    guard let survey else { return true }
    return survey.files.isEmpty && survey.folders.isEmpty && survey.kept.isEmpty
  }

  /// Finds the folder and refuses one that a site must not be published to.
  ///
  /// - Parameter site: the site's folder: absolute, with links resolved.
  static func find(_ path: String, site: String) throws(FileFailure) -> OutputFolder {
    let (parent, name) = try resolvedOutput(path)
    let whole = parent == "/" ? "/" + name : parent + "/" + name
    for source in ["content", "Templates"] where lies(whole, in: site + "/" + source) {
      throw unsuitable("the output folder '\(path)' lies in the site's '\(source)'")
    }
    guard !lies(site, in: whole) else {
      throw unsuitable("the output folder '\(path)' contains the site itself")
    }
    guard let folder = Descriptor.folder(whole) else {
      guard errno == ENOENT else { throw .cannotWrite(path) }
      return OutputFolder(parent: parent, name: name, folder: nil, number: nil, survey: nil, owned: [])
    }
    var around = stat()
    if let inside = folder.status(), stat(parent, &around) == 0, inside.st_dev != around.st_dev {
      throw unsuitable("the output folder '\(path)' is a file system of its own")
    }
    guard let survey = OutputSurvey(folder) else { throw .cannotWrite(path) }
    let owned = try manifestOf(folder, survey, path)
    let number = folder.number
    return OutputFolder(
      parent: parent, name: name, folder: consume folder, number: number, survey: survey, owned: owned)
  }

  /// Refuses a folder with files that neither the manifest nor an interrupted build accounts for.
  func refuseForeignFiles(besides interrupted: [String]) throws(FileFailure) {
    guard let foreign = survey?.foreign(toManifest: owned.union(interrupted)), !foreign.isEmpty else {
      return
    }
    let few = foreign.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = foreign.count > 3 ? " and \(foreign.count - 3) more" : ""
    throw FileFailure(
      .cannotCreate, .foreignFiles, "'\(path)' holds files that sitegen did not write: \(few)\(more)",
      hints: ["move them into content/, or choose another folder with --out"])
  }
}

private func manifestOf(
  _ folder: borrowing Descriptor, _ survey: OutputSurvey, _ path: String
) throws(FileFailure) -> Set<String> {
  guard survey.files.contains(Manifest.path) else { return [] }
  let bytes = Descriptor.file(Manifest.path, below: folder.number)?.bytes(limit: 1 << 30)
  guard let bytes, let paths = manifestPaths(bytes) else {
    throw FileFailure(
      .cannotCreate, .invalidManifest, "'\(path)/\(Manifest.path)' is not as sitegen wrote it",
      hints: ["restore it, or empty the folder"])
  }
  return Set(paths + [Manifest.path, Manifest.sumsPath])
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
