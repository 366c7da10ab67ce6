import Diagnostics
import ReleaseFormat
import ReleaseModel
import ReportPages

/// An address that a page had once, and where the page is now.
struct SiteAlias: Sendable {
  /// As its author wrote it: `/2003/q3.html`.
  var path: String
  var page: String
  /// The page's title.
  var title: String
  var place: Place
}

/// The aliases of all pages, in order of their addresses.
///
/// One whose place is taken, by a page, a file or another alias, is a finding and left out.
///
/// - Parameter taken: every address of the site.
func siteAliases(
  _ loaded: LoadedArchive, _ archive: ReleaseArchive, taken: Set<String>, _ diagnostics: inout [Diagnostic]
) -> [SiteAlias] {
  let wanted = wantedAliases(loaded, archive)
  guard !wanted.isEmpty else { return [] }
  var files: Set<String> = []
  var folders: Set<Substring> = []
  for address in taken {
    let file = publishedFile(address)
    files.insert(file)
    folders.formUnion(foldersAbove(file))
  }
  var first: [String: SiteAlias] = [:]
  var aliases: [SiteAlias] = []
  for alias in wanted {
    let file = publishedFile(aliasPageAddress(alias.path))
    if let other = first[file] {
      diagnostics.append(
        Diagnostic(
          .aliasCollides, "two pages have the alias '\(alias.path)'", at: alias.place,
          related: [.init(place: other.place, message: "the other alias")]))
      continue
    }
    let blocking = foldersAbove(file).map(String.init).first { files.contains($0) }
    if files.contains(file) || folders.contains(file[...]) || blocking != nil || file.hasPrefix("/assets/") {
      let owner =
        file.hasPrefix("/assets/")
        ? "stands among the site's styles and images"
        : blocking.map { "would stand below the file '\($0)'" } ?? "is an address of the site already"
      diagnostics.append(
        Diagnostic(
          .aliasCollides, "the alias '\(alias.path)' \(owner)", at: alias.place,
          hints: aliasPageAddress(alias.path) == alias.page
            ? ["a page needs no alias for its own address"] : []))
      continue
    }
    first[file] = alias
    files.insert(file)
    folders.formUnion(foldersAbove(file))
    aliases.append(alias)
  }
  return aliases
}

/// What the files ask for, by address, then by place.
private func wantedAliases(_ loaded: LoadedArchive, _ archive: ReleaseArchive) -> [SiteAlias] {
  var aliases: [SiteAlias] = []
  for release in archive.releases where !release.aliases.isEmpty {
    let source = loaded.sources.release(release.folder)
    for (index, path) in release.aliases.enumerated() {
      let file = source?.file ?? Place("content/releases/\(release.folder)/release.yaml")
      aliases.append(
        SiteAlias(
          path: path, page: releaseAddress(release, site: archive.site), title: release.headline,
          place: Place(file.path, source?.keys["aliases.\(index)"])))
    }
  }
  for page in loaded.pages {
    for alias in page.aliases {
      aliases.append(
        SiteAlias(
          path: alias.path, page: page.address, title: page.title, place: Place(page.path, alias.range)))
    }
  }
  return aliases.sorted { a, b in
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return a.place.path.utf8.lexicographicallyPrecedes(b.place.path.utf8)
  }
}

/// The file at an address, below `/`.
private func publishedFile(_ address: String) -> String {
  address.hasSuffix("/") ? address + "index.html" : address
}

/// The folders that a file lies in: `/a` and `/a/b` for `/a/b/c.html`.
private func foldersAbove(_ file: String) -> [Substring] {
  file.indices.filter { $0 != file.startIndex && file[$0] == "/" }.map { file[..<$0] }
}
