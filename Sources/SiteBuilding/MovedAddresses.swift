import CivilTime
import ReleaseModel
import ReportPages

/// The pages that stood below the old address of another one and have moved with it, such as a release's old versions.
///
/// At each of them a page sends readers on, as at an alias. Only the lock knows what has stood there, and only where
/// the page that took the place has one of the same name below it is it known where it went.
///
/// - Parameter taken: every address of the site, the aliases among them.
func pagesBelow(
  _ aliases: [SiteAlias], _ lock: AddressLock?, taken: Set<String>, _ archive: ReleaseArchive, now: Instant
) -> [SiteAlias] {
  let folders = OldFolders(aliases)
  guard let lock, !folders.isEmpty else { return [] }
  return lock.missing(from: taken, archive, now: now).compactMap { address in
    guard isPage(address), let (alias, name) = folders.holding(address), taken.contains(alias.page + name)
    else { return nil }
    return SiteAlias(
      path: address, page: alias.page + name, title: alias.title, place: alias.place)
  }
}

/// A file that was published below the old address of a page.
struct MovedFile: Hashable, Sendable {
  /// `/releases/2003/old-name/chart-1.svg`
  var path: String
  /// The file of the same name beside the page where it is now; the page itself where there is none.
  var target: String
}

/// The files that stood below the old addresses of pages, in order of their addresses.
///
/// No page can stand in their place, so only servers can send readers on from there: none has moved where no `_redirects`
/// is written.
///
/// - Parameters:
///   - aliases: those of the authors and those of pages below them.
///   - taken: every address of the site.
func filesBelow(
  _ aliases: [SiteAlias], _ lock: AddressLock?, taken: Set<String>, _ archive: ReleaseArchive, now: Instant
) -> [MovedFile] {
  let folders = OldFolders(aliases)
  guard let lock, !folders.isEmpty, archive.site.outputs.contains(.hosting) else { return [] }
  return lock.missing(from: taken, archive, now: now).compactMap { address in
    guard !isPage(address), let (alias, name) = folders.holding(address) else { return nil }
    let counterpart = alias.page + name
    return MovedFile(path: address, target: taken.contains(counterpart) ? counterpart : alias.page)
  }
}

/// Whether an address is another one, or of something in its folder.
func isBelow(_ address: String, _ other: String) -> Bool {
  address == other || (other.hasSuffix("/") && address.hasPrefix(other))
}

/// The aliases that may have had something below them, by the folder that they were.
private struct OldFolders {
  private var aliases: [Substring: SiteAlias] = [:]

  init(_ all: [SiteAlias]) {
    for alias in all {
      let address = aliasPageAddress(alias.path)
      if address.hasSuffix("/") { aliases[address[...]] = alias }
    }
  }

  var isEmpty: Bool { aliases.isEmpty }

  /// The nearest old address above another one, and what follows it there: `versions/first/`.
  func holding(_ address: String) -> (alias: SiteAlias, name: Substring)? {
    var end = address.endIndex
    while let slash = address[..<end].utf8.lastIndex(of: UInt8(ascii: "/")) {
      let name = address.utf8.index(after: slash)
      if name < address.endIndex, let alias = aliases[address[..<name]] { return (alias, address[name...]) }
      end = slash
    }
    return nil
  }
}

extension AddressLock {
  /// The addresses that were published and are not any more, in order; without those that were taken back, and
  /// without what no build has ever published.
  fileprivate func missing(from taken: Set<String>, _ archive: ReleaseArchive, now: Instant) -> [String] {
    let withdrawn = archive.site.withdrawn.map(\.path)
    return entries.filter { address, entry in
      entry.since <= now && !taken.contains(address) && address.utf8.allSatisfy(isPlain)
        && !withdrawn.contains { isBelow(address, $0) }
    }
    .keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Whether a page stands at an address, rather than a file.
private func isPage(_ address: String) -> Bool {
  address.hasSuffix("/") || address.hasSuffix(".html") || address.hasSuffix(".htm")
}

/// Whether a byte may stand in an address that sitegen publishes (RFC 3986, unreserved).
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "/-._~".utf8.contains(byte)
  }
}
