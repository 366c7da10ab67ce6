/// The files that the last build wrote to the output folder, as its manifest lists them.
///
/// A build that changes little asks for each of them, so they are found by one table, and what is left as it is, is
/// taken over in the order in which it stands.
struct WrittenFiles: Sendable {
  /// Ordered by the bytes of the path.
  let entries: [Manifest.Entry]
  /// By the paths of the entries.
  private let places: [String: UInt32]
  /// Whether there is a manifest, which lists neither itself nor the sums.
  private let hasManifest: Bool

  init(_ manifest: Manifest?) {
    hasManifest = manifest != nil
    var entries = manifest?.entries ?? []
    // As every manifest of ours is; one that somebody has put together anew need not be.
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { pathPrecedes($0.path, $1.path) }
    if !isOrdered { entries.sort { pathPrecedes($0.path, $1.path) } }
    var places: [String: UInt32] = [:]
    places.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() { places[entry.path] = UInt32(place) }
    self.entries = entries
    self.places = places
  }

  /// Where the file of that path stands among the entries.
  func place(of path: String) -> Int? { places[path].map { Int($0) } }

  /// Whether the last build wrote the file of that path, its manifest and sums among them.
  func contains(_ path: String) -> Bool {
    places[path] != nil || (hasManifest && Manifest.lists.contains(path))
  }

  /// The entries of a new site.
  ///
  /// - Parameters:
  ///   - made: what the new build made, in the order of the paths.
  ///   - kept: for each entry whether it is the new site's too; empty where none is.
  func entries(with made: [Manifest.Entry], keeping kept: [Bool]) -> [Manifest.Entry] {
    guard !kept.isEmpty else { return made }
    var all: [Manifest.Entry] = []
    all.reserveCapacity(entries.count + made.count)
    var next = made[...]
    for (place, entry) in entries.enumerated() where kept[place] {
      while let first = next.first, !pathPrecedes(entry.path, first.path) {
        all.append(first)
        next.removeFirst()
      }
      all.append(entry)
    }
    return all + next
  }

  /// The paths of the entries that a new site lacks.
  ///
  /// - Parameter new: the new site's entries, in the order of the paths.
  func paths(besides new: [Manifest.Entry]) -> [String] {
    var rest = new[...]
    return entries.map(\.path).filter { path in
      rest = rest.drop { pathPrecedes($0.path, path) }
      return rest.first?.path != path
    }
  }
}

extension [Manifest.Entry] {
  /// Whether one of them, which stand in the order of their paths, is the file of that path.
  func hasEntry(for path: String) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(self[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].path == path
  }
}
