import Glibc
import ReleaseFormat

// A tree in which no name has come or gone is known without listing all of it.
extension Footprint {
  /// The footprint as the tree is now; `nil` where names have come or gone, or are names of other kinds of things, so
  /// that only listing the tree tells what is there.
  ///
  /// Editors save a file by putting another in its place, and leave one of their own beside it meanwhile: folders whose
  /// stamps have changed are listed, for most often they hold what they held.
  ///
  /// - Parameters:
  ///   - changed: the places of what has another stamp now.
  ///   - passingOverHidden: whether hidden names are no part of the tree.
  func refreshed(_ changed: [Int], below folder: Int32, passingOverHidden: Bool) -> Footprint? {
    let folders = changed.filter { kinds[$0] == .folder }
    guard folders.count <= Self.mostListed else { return nil }
    var tree = self
    for place in changed where kinds[place] != .folder {
      guard isFile(place), let status = status(at: place, below: folder), status.isRegular else { return nil }
      tree.set(place, status)
    }
    for place in folders {
      guard tree.relist(place, below: folder, passingOverHidden: passingOverHidden) else { return nil }
    }
    return tree
  }

  /// The footprint after files of the tree have been replaced, each in its folder; `nil` where the tree is not the one
  /// that this knows.
  func replacing(_ files: Set<String>, below folder: Int32) -> Footprint? {
    if files.isEmpty { return self }
    let folders = Set(files.map { foldersAbove($0).last ?? "." })
    guard folders.count <= Self.mostListed, files.count <= 256 else { return nil }
    var tree = self
    for path in files {
      guard let place = paths.place(of: path), let status = status(at: place, below: folder), status.isRegular
      else { return nil }
      tree.set(place, status)
    }
    for path in folders {
      guard let place = paths.place(of: path), tree.relist(place, below: folder, passingOverHidden: false)
      else { return nil }
    }
    return tree
  }

  /// Listing more folders would take longer than listing all.
  private static let mostListed = 64

  /// Takes the stamp that one of its folders has now; false where that holds other names than it did.
  private mutating func relist(_ place: Int, below folder: Int32, passingOverHidden: Bool) -> Bool {
    let path = path(at: place)
    // The folder's new stamp holds for what is in it after its state was taken.
    guard let opened = Descriptor.folder(path, below: folder), let status = opened.status(),
      let entries = folderEntries(opened, sizes: false)
    else { return false }
    var known = Set(paths.names(in: path == "." ? nil : place))
    known.remove(".")
    for (above, name) in apart.map(split) where above == path { known.insert(name) }
    let found = entries.filter { !passingOverHidden || $0.name.first != UInt8(ascii: ".") }
    guard Set(found.map { String(decoding: $0.name, as: UTF8.self) }) == known else { return false }
    set(place, status)
    return true
  }

  private func isFile(_ place: Int) -> Bool { kinds[place] == .file && stamps[place] != .absent }

  private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}
