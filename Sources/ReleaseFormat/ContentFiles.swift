/// The files of `content/`, sorted by what reads them.
struct ContentFiles {
  var site: SiteSource.File?
  var companies: [SiteSource.File] = []
  var boilerplate: [SiteSource.File] = []
  var pages: [SiteSource.File] = []
  var releases: ReleaseFolders
  /// What nothing reads.
  var strays: [SiteSource.File] = []
  var isEmpty = true

  /// Sorts a site's files; names that begin with a dot belong to tools and are passed over.
  init(_ files: FileList) {
    releases = ReleaseFolders(files)
    for number in files.indices {
      // Nearly every file of an archive is one of a release's folder.
      let isRelease = releases.take(number)
      if isRelease { isEmpty = false }
      guard !isRelease, files.withPath(at: number, { $0.hasPrefix("content/") && !isHidden($0) }) else {
        continue
      }
      isEmpty = false
      let file = files[number]
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
    releases.sort()
  }
}

/// Whether a part of a path begins with a dot.
func isHidden(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
  var before = UInt8(ascii: "/")
  for byte in path {
    if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
    before = byte
  }
  return false
}

/// A file's name without its folders and the ending: `about-2003` of `content/boilerplate/about-2003.md`.
func stem(of path: String) -> String {
  let bytes = path.utf8
  let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
  let name = path[start...]
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != start else { return String(name) }
  return String(name[..<dot])
}
