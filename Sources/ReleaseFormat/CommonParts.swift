import ReleaseModel
import Synchronization

/// What releases have in common, found while they are loaded side by side.
///
/// Releases of one company have most in common, and seldom are two of them loaded at once: with a shelf for every few
/// companies, hardly one has to wait for another.
final class CommonParts: Sendable {
  private let shelves = (0..<16).map { _ in Shelf() }

  private final class Shelf: Sendable {
    let parts = Mutex(SharedParts())
  }

  /// A release of parts of which those that equal others' are one in memory with those.
  func release(_ parts: Release.Parts) -> Release {
    var parts = parts
    let shelf = parts.company.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 15
    shelves[shelf].parts.withLock { $0.share(&parts) }
    return Release(parts)
  }
}
