import Glibc
import ReleaseFormat

// A tree in which no name has come or gone is known without listing it.
extension Footprint {
  /// The footprint as the tree is now; `nil` where more than the bytes of files has changed, so that only listing the
  /// tree tells what is there.
  ///
  /// - Parameter changed: the places of what has another stamp now.
  func refreshed(_ changed: [Int], below folder: Int32) -> Footprint? {
    var tree = self
    for place in changed {
      guard isFile(place), let status = status(at: place, below: folder), status.isRegular else { return nil }
      tree.set(place, status)
    }
    return tree
  }

  /// The footprint after files of the tree have been replaced, each in its folder; `nil` where the tree is not the one
  /// that this knows.
  func replacing(_ files: Set<String>, below folder: Int32) -> Footprint? {
    if files.isEmpty { return self }
    // Listing as many would take longer than listing all.
    let folders = Set(files.map { foldersAbove($0).last ?? "." })
    guard folders.count <= 64, files.count <= 256 else { return nil }
    var tree = self
    for path in files {
      guard let place = paths.place(of: path), let status = status(at: place, below: folder), status.isRegular
      else { return nil }
      tree.set(place, status)
    }
    for path in folders {
      guard let place = paths.place(of: path), let status = status(at: place, below: folder), status.isFolder
      else { return nil }
      tree.set(place, status)
      // The folder's new stamp holds for what is in it after its state was taken.
      var known = Set(paths.names(in: path == "." ? nil : place))
      known.remove(".")
      for (above, name) in apart.map(split) where above == path { known.insert(name) }
      guard let open = Descriptor.folder(path, below: folder),
        let entries = folderEntries(open, sizes: false),
        Set(entries.map { String(decoding: $0.name, as: UTF8.self) }) == known
      else { return nil }
    }
    return tree
  }

  private func isFile(_ place: Int) -> Bool { kinds[place] == .file && stamps[place] != .absent }

  private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}
