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
    for file in files where file.path.hasPrefix("content/") {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      if parts.contains(where: { $0.first == "." }) { continue }
      isEmpty = false
      switch (parts.first, parts.count) {
      case ("site.yaml", 1): site = file
      // What `sitegen lock` writes is read once the pages are known.
      case ("urls.lock", 1): break
      case ("companies", 2) where file.path.hasSuffix(".yaml"): companies.append(file)
      case ("boilerplate", 2) where file.path.hasSuffix(".md"): boilerplate.append(file)
      case ("pages", 2...) where file.path.hasSuffix(".md"): pages.append(file)
      case ("releases", 3...): add(file, to: String(parts[parts.startIndex + 1]))
      default: strays.append(file)
      }
    }
    releases.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The files of one folder follow each other in a list ordered by path.
  private mutating func add(_ file: SiteSource.File, to folder: String) {
    if releases.last?.name != folder { releases.append(ReleaseFolder(name: folder)) }
    releases[releases.count - 1].files.append(file)
  }
}

/// One folder of `content/releases/`.
struct ReleaseFolder: Sendable {
  /// `2003-11-14-third-quarter-results`.
  var name: String
  var files: [SiteSource.File] = []

  var path: String { "content/releases/\(name)/" }

  /// The file of that name within the folder.
  func file(_ name: some StringProtocol) -> SiteSource.File? {
    let path = self.path + name
    return files.first { $0.path == path }
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
