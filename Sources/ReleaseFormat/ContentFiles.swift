/// The files of `content/`, sorted by what reads them.
struct ContentFiles {
  var site: SiteSource.File?
  var companies: [SiteSource.File] = []
  var boilerplate: [SiteSource.File] = []
  var pages: [SiteSource.File] = []
  /// Each folder of `content/releases/` with its files, in order of the folder's bytes.
  var releases: [ReleaseFolder] = []
  /// What nothing reads.
  var strays: [SiteSource.File] = []
  var isEmpty = true

  /// Sorts a site's files; names that begin with a dot belong to tools and are passed over.
  init(_ files: [SiteSource.File]) {
    for file in files where file.path.utf8.starts(with: "content/".utf8) && !isHidden(file.path) {
      isEmpty = false
      if addToRelease(file) { continue }
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      switch (parts.first, parts.count) {
      case ("site.yaml", 1): site = file
      // What `sitegen lock` writes is read once the pages are known.
      case ("urls.lock", 1): break
      case ("companies", 2) where file.path.hasSuffix(".yaml"): companies.append(file)
      case ("boilerplate", 2) where file.path.hasSuffix(".md"): boilerplate.append(file)
      case ("pages", 2...) where file.path.hasSuffix(".md"): pages.append(file)
      default: strays.append(file)
      }
    }
    releases.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Takes a file of a release's folder; nearly every file of an archive is one.
  ///
  /// The files of one folder follow each other in a list ordered by path.
  private mutating func addToRelease(_ file: SiteSource.File) -> Bool {
    let below = "content/releases/".utf8
    let path = file.path.utf8
    guard path.starts(with: below) else { return false }
    let rest = path.dropFirst(below.count)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let name = rest[..<slash]
    if let last = releases.last, last.name.utf8.elementsEqual(name) {
      releases[releases.count - 1].files.append(file)
    } else {
      releases.append(ReleaseFolder(name: String(Substring(name)), files: [file]))
    }
    return true
  }
}

/// Whether a part of a path begins with a dot.
private func isHidden(_ path: String) -> Bool {
  var before = UInt8(ascii: "/")
  for byte in path.utf8 {
    if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
    before = byte
  }
  return false
}

/// One folder of `content/releases/`.
struct ReleaseFolder: Sendable {
  /// `2003-11-14-third-quarter-results`.
  var name: String
  var files: [SiteSource.File] = []

  var path: String { "content/releases/\(name)/" }

  /// Whether it holds a release as it stood before a correction.
  var isVersion: Bool { name.utf8.contains(UInt8(ascii: "/")) }

  /// The file of that name within the folder.
  func file(_ name: some StringProtocol) -> SiteSource.File? {
    let start = "content/releases/".utf8.count + self.name.utf8.count + 1
    let count = start + name.utf8.count
    return files.first {
      $0.path.utf8.count == count && $0.path.utf8.dropFirst(start).elementsEqual(name.utf8)
    }
  }

  /// The names of the folders below `versions/`, in order.
  var versions: [String] {
    var names: [String] = []
    for name in self.names where name.hasPrefix("versions/") {
      let parts = name.split(separator: "/")
      if parts.count > 2, names.last != String(parts[1]) { names.append(String(parts[1])) }
    }
    return names
  }

  /// The folder of an old version, as a folder of a release.
  func version(_ name: String) -> ReleaseFolder {
    let folder = "\(self.name)/versions/\(name)"
    let path = "content/releases/\(folder)/"
    return ReleaseFolder(name: folder, files: files.filter { $0.path.hasPrefix(path) })
  }

  /// The files' names within the folder.
  var names: [String] {
    let length = path.utf8.count
    return files.map { String($0.path.utf8.dropFirst(length)) ?? $0.path }
  }
}

/// A file's name without its folders and the ending: `about-2003` of `content/boilerplate/about-2003.md`.
func stem(of path: String) -> String {
  let name = path.split(separator: "/").last ?? path[...]
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
  return String(name[..<dot])
}
