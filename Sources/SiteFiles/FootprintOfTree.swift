import Glibc

extension Footprint {
  /// The footprint of a folder and everything below it, except what is kept apart from published files;
  /// `nil` with `errno` set when something cannot be read.
  init?(ofOutput folder: borrowing Descriptor) {
    guard add(folder, as: ".") else { return nil }
  }

  private mutating func add(_ folder: borrowing Descriptor, as path: String) -> Bool {
    // Before it is listed: what comes after that changes the stamp.
    guard let status = folder.status() else { return false }
    add(path, status)
    guard let entries = folderEntries(folder, sizes: true) else { return false }
    for entry in entries {
      let name = String(decoding: entry.name, as: UTF8.self)
      let inner = path == "." ? name : path + "/" + name
      if OutputSurvey.isKeptApart(name, atTop: path == ".") {
        apart.append(inner)
        continue
      }
      if entry.kind == .folder {
        guard let below = Descriptor.folder(name, below: folder.number), add(below, as: inner) else {
          return false
        }
      } else {
        add(inner, entry.status)
      }
    }
    return true
  }
}
