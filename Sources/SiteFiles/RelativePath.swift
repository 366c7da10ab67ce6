import Glibc

/// Whether a path stays below the folder it is taken from: no leading `/`, no empty part, no `.` or `..`,
/// no control character.
func isSafeRelativePath(_ path: String) -> Bool {
  guard !path.isEmpty, !hasControlCharacter(path.utf8) else { return false }
  return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
    !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
  }
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
