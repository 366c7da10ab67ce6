/// One folder of `content/releases/`.
struct ReleaseFolder: Sendable {
  /// `2003-11-14-third-quarter-results`.
  let name: String
  /// The path of the folder with a slash at its end.
  let path: String
  let files: Slice<FileList>

  /// Whether it holds a release as it stood before a correction.
  var isVersion: Bool { name.utf8.contains(UInt8(ascii: "/")) }

  func has(_ name: String) -> Bool { place(of: name) != nil }

  /// The path of the file of that name within the folder.
  func path(of name: String) -> String? { place(of: name).map { files[$0].path } }

  /// The file of that name within the folder.
  func file(_ name: String) -> SiteSource.File? { place(of: name).map { files[$0] } }

  private func place(of name: String) -> Int? {
    let start = path.utf8.count
    return name.withBytes { name in
      files.indices.first { place in
        files.base.withPath(at: place) { path in
          path.count == start + name.count && path.part(start..<path.count).isEqual(to: name)
        }
      }
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
    let path = "\(self.path)versions/\(name)/"
    return ReleaseFolder(
      name: folder, path: path, files: FileList(files.filter { $0.path.hasPrefix(path) })[...])
  }

  /// The files' names within the folder.
  var names: [String] { files.map(name(of:)) }

  /// A file's name within the folder.
  func name(of file: SiteSource.File) -> String {
    String(file.path.utf8.dropFirst(path.utf8.count)) ?? file.path
  }
}
