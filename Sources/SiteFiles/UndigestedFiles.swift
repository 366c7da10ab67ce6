import Checksums

/// Files on their way into the manifest, which wait until several can be digested at once.
struct UndigestedFiles {
  private var files: [(path: String, size: Int)] = []
  private var texts = SHA256Batch()

  /// Takes a file; returns all that wait, and forgets them, where they are enough.
  mutating func add(_ path: String, _ bytes: UnsafeRawBufferPointer) -> UndigestedFiles? {
    files.append((path, bytes.count))
    texts.add(bytes)
    return texts.isFull ? take() : nil
  }

  /// Returns all that wait and forgets them.
  mutating func take() -> UndigestedFiles {
    defer { self = UndigestedFiles() }
    return self
  }

  /// What the manifest says of them.
  func entries() -> [Manifest.Entry] {
    zip(files, texts.digests()).map { Manifest.Entry(path: $0.path, size: $0.size, digest: $1) }
  }
}
