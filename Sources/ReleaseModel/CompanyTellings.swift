import Synchronization

/// What the releases of one company tell, put in order when it is asked for.
///
/// A build after another asks only for the companies that something has changed for.
final class CompanyTellings: Sendable {
  private let releases: [Int32]
  private let all: [Release]
  private let catalog: ConceptCatalog
  /// Locked while it is made, so that threads do not make it side by side.
  private let made = Mutex<TellingTable?>(nil)

  /// - Parameter releases: the company's, by their places in the archive.
  init(of releases: [Int32], in archive: ReleaseArchive) {
    self.releases = releases
    all = archive.releases
    catalog = archive.catalog
  }

  /// - Parameter isMade: told how many tellings there are where they had to be put in order.
  func table(_ isMade: (Int) -> Void) -> TellingTable {
    made.withLock { made in
      if let made { return made }
      let table = TellingTable(releases, of: all, catalog)
      made = table
      isMade(table.tellings.count)
      return table
    }
  }

  /// Lets go of the table, and returns how many tellings were in it.
  func forget() -> Int {
    made.withLock { made in
      defer { made = nil }
      return made?.tellings.count ?? 0
    }
  }
}
