import Glibc

/// The site's folder for a command started in `folder`: the nearest one, upward, with `content/site.yaml`,
/// else the nearest with a `content/` folder.
///
/// `nil` when there is none up to the root. The answer is absolute, with links resolved.
public func findSiteFolder(from folder: String = ".") -> String? {
  guard let start = resolvedPath(folder) else { return nil }
  var withContent: String?
  var candidate = start
  while true {
    let base = candidate == "/" ? "" : candidate
    if isRegularFile(base + "/content/site.yaml") { return candidate }
    if withContent == nil, isFolder(base + "/content") { withContent = candidate }
    guard candidate != "/" else { return withContent }
    candidate = parentFolder(candidate)
  }
}

/// The absolute path with every link resolved, or `nil` with `errno` set.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(validatingCString: resolved)
}

/// The folder an absolute path lies in.
func parentFolder(_ path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}

func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.isFolder
}

private func isRegularFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.isRegular
}
