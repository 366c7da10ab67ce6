import Glibc

/// Writes a file of the site's own, whole or not at all: beside its place, and then into it.
///
/// - Parameter folder: the site's folder, as ``OpenedSite`` names it.
public func writeSiteFile(_ path: String, _ bytes: [UInt8], in folder: String) throws(FileFailure) {
  guard isSafeRelativePath(path) else {
    throw FileFailure(.bug, .impossibleOutput, "'\(path)' is not a path of a site's file")
  }
  let parent = foldersAbove(path).last.map { folder + "/" + $0 } ?? folder
  let name = String(path.split(separator: "/").last ?? "")
  let staged = ".\(name).sitegen"
  guard let around = Descriptor.folder(parent) else { throw .cannotWrite(path) }
  do {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let file = Descriptor(openat(around.number, staged, flags, 0o666))
    guard let file, bytes.withUnsafeBytes({ file.write($0) }), fsync(file.number) == 0 else {
      let error = errno
      unlinkat(around.number, staged, 0)
      throw FileFailure.cannotWrite(path, error: error)
    }
  }
  guard renameat(around.number, staged, around.number, name) == 0 else { throw .cannotWrite(path) }
}
