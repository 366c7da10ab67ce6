/// The files of `content/`, sorted by what reads them.
struct ContentFiles {
  var site: SiteSource.File?
  var companies: [SiteSource.File] = []
  var boilerplate: [SiteSource.File] = []
  var pages: [SiteSource.File] = []
  var releases: ReleaseFolders
  /// What nothing reads.
  var strays: [SiteSource.File] = []

  /// Strays that would be read under another ending, `site.yml`, with what they would be called.
  func misnamed(_ file: SiteSource.File) -> String? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let folder = file.path.dropLast(name.utf8.count)
    guard let ending = name.split(separator: ".").last?.lowercased() else { return nil }
    switch folder {
    case "content/": return name.lowercased() == "site.yml" ? "site.yaml" : nil
    case "content/companies/" where ["yml", "yaml"].contains(ending): return stem(of: name) + ".yaml"
    case "content/boilerplate/" where ["markdown", "mdown", "md", "txt"].contains(ending):
      return stem(of: name) + ".md"
    case _ where folder.hasPrefix("content/pages/") && ["markdown", "mdown", "md"].contains(ending):
      return stem(of: name) + ".md"
    default: return nil
    }
  }

  /// The path of such a stray in a folder.
  func misnamed(in folder: String) -> String? {
    strays.first { $0.path.hasPrefix(folder) && misnamed($0) != nil }?.path
  }
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
