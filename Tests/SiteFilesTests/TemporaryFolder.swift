import Glibc

/// A folder of a test's own, removed with the value.
final class TemporaryFolder {
  /// Absolute, with links resolved.
  let path: String

  init() {
    var template = Array("/tmp/sitefiles-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) }
    }
    guard let made, let resolved = realpath(made, nil) else {
      path = "/nonexistent"
      return
    }
    path = String(cString: resolved)
    free(resolved)
  }

  deinit { removeTree(path) }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ text: String = "") {
    let parts = name.split(separator: "/").dropLast()
    for count in parts.indices { mkdir(path + "/" + parts[...count].joined(separator: "/"), 0o777) }
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    var text = text
    text.withUTF8 { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func makeFolder(_ name: String) { mkdir(path + "/" + name, 0o777) }

  func link(_ name: String, to target: String) { symlink(target, path + "/" + name) }

  /// The text of a file, or `nil` when there is none.
  func text(_ name: String) -> String? {
    let file = open(path + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// What identifies a file that was left alone: its inode and its time of change.
  func identity(_ name: String) -> [Int] {
    var status = stat()
    guard lstat(path + "/" + name, &status) == 0 else { return [] }
    return [Int(status.st_ino), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
  }

  /// Every path below the folder, ordered; folders end in `/`.
  func listing(_ below: String = "") -> [String] {
    names(in: path + "/" + below).flatMap { name -> [String] in
      var status = stat()
      lstat(path + "/" + below + name, &status)
      guard status.st_mode & S_IFMT == S_IFDIR else { return [below + name] }
      return [below + name + "/"] + listing(below + name + "/")
    }
  }
}

private func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func removeTree(_ path: String) {
  for name in names(in: path) {
    let inner = path + "/" + name
    if unlink(inner) != 0 { removeTree(inner) }
  }
  rmdir(path)
}
