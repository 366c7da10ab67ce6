import Synchronization

/// What the releases of one company tell, put in order when it is first asked for.
///
/// A build after another asks only for the companies that something has changed for.
final class CompanyTellings: Sendable {
  private let releases: [Int32]
  private let all: [Release]
  private let catalog: ConceptCatalog
  private let made = AtomicLazyReference<TellingTable>()
  /// Held while the table is made, so that threads do not make it side by side.
  private let making = Mutex(())

  /// - Parameter releases: the company's, by their places in the archive.
  init(of releases: [Int32], in archive: ReleaseArchive) {
    self.releases = releases
    all = archive.releases
    catalog = archive.catalog
  }

  var table: TellingTable {
    if let table = made.load() { return table }
    return making.withLock { _ in
      made.load() ?? made.storeIfNil(TellingTable(releases, of: all, catalog))
    }
  }
}
