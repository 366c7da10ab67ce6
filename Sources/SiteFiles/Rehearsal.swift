public import ReleaseFormat
public import SiteBuilding
import Synchronization

/// A publication without an output folder: reads what a ``Publication`` reads, and keeps nothing.
public final class Rehearsal: Sendable {
  private let failure = Mutex<FileFailure?>(nil)

  public init() {}

  /// Where a build puts its files; attachments are read from `source`.
  public func output(copyingFrom source: SiteSource) -> SiteOutput {
    SiteOutput(
      write: { _, _ in },
      copy: { origin, _ in
        guard case .failure(let failure) = source.read(origin) else { return }
        self.failure.withLock { if $0 == nil { $0 = .cannotRead(origin, failure.reason) } }
      },
      workbook: { _, _ in 0 })
  }

  /// Fails where a publication could not take every file.
  public func finish() throws(FileFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
