public import Diagnostics
import Glibc
public import ReleaseFormat

/// A site whose files have been listed.
public struct OpenedSite: Sendable {
  /// The site's folder: absolute, with links resolved.
  public var folder: String
  public var source: SiteSource
  /// What was passed over and why; each is an error, so nothing is left out silently.
  public var diagnostics: [Diagnostic]
  /// Of everything that was listed.
  var footprint: Footprint
  /// Where its links lead.
  var links: [SiteLink] = []
  /// The zones that have been read.
  let zones: ZoneReader
}

/// The largest file a site may hold, in bytes.
let largestFile = 64 << 20

/// Lists the files of the site in `folder` and gives access to their bytes.
///
/// Hidden files (those whose name, or a folder of theirs, begins with `.`) are passed over. A link is read as
/// the file it leads to when that is itself a file of the site; any other link, a pipe or device, and a name
/// that is not plain UTF-8 is a diagnostic and is never opened.
///
/// - Parameter last: what the last build knows of the same site, where it was asked just now: a site in which no name
///   has come or gone is not listed again.
public func openSite(_ folder: String, since last: LastBuild? = nil) throws(FileFailure) -> OpenedSite {
  guard let path = resolvedPath(folder), let root = Descriptor.folder(path) else {
    throw FileFailure(.inputMissing, .noContent, "cannot open the folder '\(folder)': \(systemReason(errno))")
  }
  var content = stat()
  guard fstatat(root.number, "content", &content, AT_SYMLINK_NOFOLLOW) == 0 else {
    throw FileFailure(
      .inputMissing, .noContent, "there is no 'content' folder in '\(path)'",
      hints: ["run sitegen in a site's folder or below it, or name one with --site"])
  }
  try requireZoneDatabase()
  var walk = SiteWalk(root: path)
  if let last, !last.isDoubted, last.cache.site == path, let tree = last.inputs, walk.isKnown(tree) {
    walk.take(tree)
  } else {
    // In the order of their bytes.
    walk.enter(root, "Templates", isRequired: false)
    walk.enter(root, "content", isRequired: true)
    walk.resolveLinks()
  }
  let zones = ZoneReader()
  let files = walk.files
  let reader = SiteReader(root: root, files: files, targets: walk.targets)
  return OpenedSite(
    folder: path,
    source: SiteSource(
      files: files, read: { reader.read($0) }, beginning: { reader.beginning($0, $1) },
      zone: { zones.read($0) }),
    diagnostics: walk.diagnostics.sorted(), footprint: walk.footprint,
    links: walk.targets.map { SiteLink(path: $0, file: $1) }.sorted { pathPrecedes($0.path, $1.path) },
    zones: zones)
}

/// A link that is read as the file of the site to which it leads.
struct SiteLink: Hashable, Sendable {
  var path: String
  var file: String

  /// Whether it leads there now; the way can go by other links, of which nobody keeps a stamp.
  func holds(in site: String) -> Bool {
    let folder = site == "/" ? "/" : site + "/"
    return resolvedPath(folder + path) == folder + file
  }
}

/// The bytes of one file of a site that is not opened, for listing a long archive takes time; `nil` for links, and
/// for what is no file below `content/` or `Templates/`.
public func loneFile(_ path: String, ofSite folder: String) -> [UInt8]? {
  guard path.hasPrefix("content/") || path.hasPrefix("Templates/"),
    !path.split(separator: "/").contains(".."), let site = resolvedPath(folder),
    let root = Descriptor.folder(site)
  else { return nil }
  return Descriptor.file(path, below: root.number)?.bytes(limit: largestFile)
}

/// Reads the files that the walk has listed, and no other.
private final class SiteReader: Sendable {
  let root: Descriptor
  let files: FileList
  /// Links, each with the file it stands for.
  let targets: [String: String]

  init(root: consuming Descriptor, files: FileList, targets: [String: String]) {
    self.root = root
    self.files = files
    self.targets = targets
  }

  func read(_ path: String) -> Result<[UInt8], SiteSource.ReadFailure> {
    guard files.place(of: path) != nil else { return .failure(.init(reason: "the site has no such file")) }
    guard let file = Descriptor.file(targets[path] ?? path, below: root.number),
      let bytes = file.bytes(limit: largestFile)
    else { return .failure(.init(reason: systemReason(errno))) }
    return .success(bytes)
  }

  func beginning(_ path: String, _ count: Int) -> [UInt8]? {
    guard files.place(of: path) != nil else { return nil }
    return Descriptor.file(targets[path] ?? path, below: root.number)?.head(count)
  }
}
