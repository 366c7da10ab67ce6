import CivilTime
import Diagnostics
import Markup
import ParallelWork
import ReleaseFormat
import ReleaseModel
import ReportPages
import SourceSyntax
import Synchronization

/// Collects the addresses of what a build writes on its way to the output.
final class AddressRecorder: Sendable {
  private let paths = Mutex<Set<String>>([])

  /// The output, with every path noted.
  func recording(_ output: SiteOutput) -> SiteOutput {
    SiteOutput(
      write: { path, bytes in
        self.paths.withLock { _ = $0.insert(path) }
        output.write(path, bytes)
      },
      copy: { origin, path in
        self.paths.withLock { _ = $0.insert(path) }
        output.copy(origin, path)
      },
      workbook: { path, workbook in
        self.paths.withLock { _ = $0.insert(path) }
        return output.workbook(path, workbook)
      },
      keep: { paths in
        guard output.keep(paths) else { return false }
        self.paths.withLock { $0.formUnion(paths) }
        return true
      })
  }

  /// The addresses that must stay: all but the assets, whose names change with their content, and what servers and
  /// crawlers look for under fixed names.
  var addresses: Set<String> {
    let left = ["404.html", "robots.txt", "_headers", "_redirects"]
    return Set(
      paths.withLock { $0 }.filter { !$0.hasPrefix("assets/") && !left.contains($0) }.map { path in
        path == "index.html" || path.hasSuffix("/index.html")
          ? "/" + path.dropLast("index.html".count) : "/" + path
      })
  }
}

/// The lock of a site; `nil` where it has none.
func loadLock(_ source: SiteSource, diagnostics: inout [Diagnostic]) -> AddressLock? {
  guard source.files.place(of: AddressLock.path) != nil,
    let text = readText(AddressLock.path, source.read, &diagnostics)
  else { return nil }
  return AddressLock(text.bytes, diagnostics: &diagnostics)
}

/// What each release says, by its address.
func releaseContents(
  _ archive: ReleaseArchive, _ loaded: LoadedArchive, _ source: SiteSource, jobs: Int
) -> [String: ReleaseContent] {
  let releases = archive.releases
  let contents = inParallel(releases.count, jobs: jobs) { contentOf(releases[$0], loaded, source) }
  return Dictionary(
    zip(releases.map { releaseAddress($0, site: archive.site) }, contents).map { ($0, $1) }
  ) { first, _ in first }
}

/// Reports addresses that are withdrawn and published all the same.
func withdrawalFindings(_ plan: SitePlan, _ archive: ReleaseArchive, _ sources: SourceMap) -> [Diagnostic] {
  let withdrawn = Set(archive.site.withdrawn.map(\.path))
  guard !withdrawn.isEmpty else { return [] }
  return plan.pages.compactMap { page in
    guard let address = page.address, withdrawn.contains(address) else { return nil }
    if case .withdrawn = page.task { return nil }
    return Diagnostic(
      .stillPublished, "'\(address)' is withdrawn, and the site still has it",
      at: Place(sources.site.path, sources.site.withdrawn[address]),
      hints: ["remove the page, or its entry under 'withdrawn'"])
  }
}

/// Holds what a build publishes against the site's lock.
///
/// Addresses first published after `now` do not count: for that moment they do not exist yet.
///
/// - Parameters:
///   - moved: files whose pages have moved, for which an alias of the page answers.
///   - unfinished: folders of releases with errors, of which nobody knows yet what they publish and say.
func lockFindings(
  _ lock: AddressLock, published: Set<String>, moved: [MovedFile], contents: [String: ReleaseContent],
  _ archive: ReleaseArchive, _ held: HeldReleases, now: Instant, _ sources: SourceMap,
  besides unfinished: Set<String>
) -> [Diagnostic] {
  let unknown = unfinished.flatMap { possibleAddresses(of: $0, archive) }
  let withdrawn = archive.site.withdrawn.map(\.path)
  let moved = Set(moved.map(\.path))
  var findings: [Diagnostic] = []
  for (address, entry) in lock.entries where entry.since <= now && !published.contains(address) {
    if moved.contains(address) { continue }
    if withdrawn.contains(where: { isBelow(address, $0) }) { continue }
    if unknown.contains(where: { isBelow(address, $0) }) { continue }
    // What lies below a page that is gone needs no finding of its own.
    let parent = address.hasSuffix("/") ? nil : folderAddress(address)
    if let parent, lock.entries[parent].map({ $0.since <= now }) == true, !published.contains(parent) {
      continue
    }
    let ahead = held.withdrawals.first { isBelow(address, $0.withdrawal.path) }
    findings.append(
      Diagnostic(
        .vanishedAddress, "the site no longer has '\(address)', published since \(entry.since)",
        at: lock.place(of: address),
        // Only pages can answer to other addresses.
        hints: (address.hasSuffix("/")
          ? ["if it moved, let the page that took its place answer to it: aliases: [\(address)]"] : [])
          + [
            ahead.map {
              "it is withdrawn from \($0.withdrawal.day) on: keep the page until then, or name the day on which it went"
            }
              ?? "if it is to go, say so in site.yaml: withdrawn: [{ path: \(address), date: ..., reason: ... }]"
          ]
      ))
  }
  for release in archive.releases where !unfinished.contains(release.folder) {
    let address = releaseAddress(release, site: archive.site)
    // A release that has moved is still the one that was published at an address to which it answers now.
    guard let known = ([address] + release.aliases).first(where: { lock.entries[$0]?.content != nil }),
      let entry = lock.entries[known], entry.since <= now, let locked = entry.content,
      let current = contents[address], current.corrections <= locked.corrections
    else { continue }
    let changed = current.changes(from: locked)
    guard !changed.isEmpty else { continue }
    findings.append(
      Diagnostic(
        .silentChange,
        "the \(changed.asList) of '\(release.headline)' changed since it was published",
        at: sources.place(of: release, key: "headline"),
        related: [.init(place: lock.place(of: known), message: "what was published is recorded here")],
        hints: [
          "say what changed and why: corrections: [{ date: ..., what: ..., why: ... }], then sitegen lock",
          "or restore what was published",
        ]))
  }
  return findings
}

/// The lock with everything that a build publishes.
///
/// What it holds already keeps its first moment; a release and its files are published since the release opened.
func renewed(
  _ lock: AddressLock?, published: Set<String>, contents: [String: ReleaseContent], _ archive: ReleaseArchive,
  now: Instant, zones: [String: Zone]
) -> AddressLock {
  var lock = lock ?? AddressLock()
  var openings: [String: Instant] = [:]
  for release in archive.releases {
    openings[releaseAddress(release, site: archive.site)] = opening(of: release, archive, zones)
  }
  for address in published {
    let since =
      lock.entries[address]?.since ?? openings[address] ?? openings[folderAddress(address)] ?? now
    lock.entries[address] = .init(since: since, content: contents[address])
  }
  return lock
}

extension [String] {
  /// `figures`, `figures and words`, `figures, words and details`.
  fileprivate var asList: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension AddressLock {
  func place(of address: String) -> Place {
    let length = address.utf8.count
    return Place(Self.path, line(of: address).map { SourceRange(line: $0, column: 1, length: length) })
  }
}

/// `/releases/2003/x/` for `/releases/2003/x/index.md`.
private func folderAddress(_ address: String) -> String {
  guard let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) else { return address }
  return String(address[...slash])
}
