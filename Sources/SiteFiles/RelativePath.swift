import Glibc

/// Whether a path stays below the folder it is taken from: no leading `/`, no empty part, no `.` or `..`,
/// no control character.
func isSafeRelativePath(_ path: String) -> Bool {
  var path = path
  return path.withUTF8 { path in
    var start = 0
    for end in 0...path.count {
      if end < path.count {
        if path[end] < 0x20 || path[end] == 0x7F { return false }
        if path[end] != UInt8(ascii: "/") { continue }
      }
      let part = path[start..<end]
      // An empty part, `.` and `..`.
      if part.count <= 2, part.allSatisfy({ $0 == UInt8(ascii: ".") }) { return false }
      start = end + 1
    }
    return true
  }
}

/// Whether a part of a path begins with a dot.
func hasHiddenPart(_ path: String) -> Bool {
  var before = UInt8(ascii: "/")
  for byte in path.utf8 {
    if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
    before = byte
  }
  return false
}

func hasControlCharacter(_ bytes: some Sequence<UInt8>) -> Bool {
  bytes.contains { $0 < 0x20 || $0 == 0x7F }
}

/// The folders above a relative path, outermost first: `a`, `a/b` for `a/b/c`.
func foldersAbove(_ path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
}

/// Orders paths by their bytes, as every listing of ours is.
func pathPrecedes(_ a: String, _ b: String) -> Bool {
  var (a, b) = (a, b)
  return a.withUTF8 { a in
    b.withUTF8 { b in
      guard let x = a.baseAddress, let y = b.baseAddress else { return a.count < b.count }
      let order = memcmp(x, y, min(a.count, b.count))
      return order == 0 ? a.count < b.count : order < 0
    }
  }
}
