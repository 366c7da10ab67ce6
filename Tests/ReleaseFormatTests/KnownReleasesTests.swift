import Foundation
import ReleaseFormat
import ReleaseModel
import Synchronization
import TestSupport
import Testing

/// A release that is taken from a record is the release that was read.
@Suite struct KnownReleasesTests {
  /// A site's source that tells states of files apart, and notes what is read.
  private final class Site: Sendable {
    let files: [String: [UInt8]]
    private let paths = Mutex<[String]>([])

    init(_ files: [String: [UInt8]]) { self.files = files }

    var read: [String] { paths.withLock { $0.sorted() } }

    var source: SiteSource {
      var source = siteSource(files)
      source.files = FileList(
        source.files.map { file in
          let stamp = (files[file.path] ?? []).reduce(7) { $0 &* 31 &+ UInt64($1) }
          return SiteSource.File(path: file.path, size: file.size, stamp: stamp)
        })
      let read = source.read
      source.read = { path in
        self.paths.withLock { $0.append(path) }
        return read(path)
      }
      return source
    }
  }

  private static let sites: [String] = {
    let golden = testsFolder + "/GoldenSites"
    return foldersIn(golden).map { "\(golden)/\($0)/site" } + [testsFolder + "/.."]
  }()

  private static func files(_ site: String) throws -> [String: [UInt8]] {
    try filesBelow(site + "/content").reduce(into: [:]) { $0["content/" + $1.key] = $1.value }
  }

  private func stored(_ loaded: LoadedArchive) -> [UInt64: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: loaded.read.map { read in
        var bytes: [UInt8] = []
        read.release.write(to: &bytes)
        return (read.state, bytes)
      })
  }

  private func known(_ stored: [UInt64: [UInt8]]) -> KnownReleases {
    KnownReleases { state in stored[state].flatMap { Release.Parts($0[...]) } }
  }

  @Test(arguments: sites) func isTheReleaseThatWasRead(_ path: String) throws {
    let site = Site(try Self.files(path))
    let loaded = loadArchive(site.source)
    let again = Site(site.files)
    let warm = loadArchive(again.source, besides: known(stored(loaded)))
    #expect(warm.archive.releases.count == loaded.archive.releases.count)
    for (a, b) in zip(loaded.archive.releases, warm.archive.releases) {
      expectEqual(a, b)
      var (one, other): ([UInt8], [UInt8]) = ([], [])
      a.write(to: &one)
      b.write(to: &other)
      #expect(one == other, "\(a.folder)")
    }
    #expect(warm.diagnostics == loaded.diagnostics)
    // Nothing of theirs was read.
    let folders = Set(loaded.read.map { $0.release.folder })
    #expect(
      again.read.filter { path in folders.contains { path.hasPrefix("content/releases/\($0)/") } } == [])
  }

  @Test func everyFileButTheNarrativeCounts() throws {
    let files = try Self.files(testsFolder + "/GoldenSites/group/site")
    let before = loadArchive(Site(files).source)
    let stored = stored(before)
    #expect(before.read.count > 2)
    for path in files.keys.sorted() where !path.hasPrefix("content/pages/") {
      var edited = files
      edited[path]?.append(contentsOf: path.hasSuffix(".yaml") ? "# edited\n".utf8 : "\n".utf8)
      let site = Site(edited)
      let loaded = loadArchive(site.source, besides: known(stored))
      let anew = Set(loaded.read.map(\.state)).subtracting(stored.keys).count
      let isOfAll = path == "content/site.yaml" || path.hasPrefix("content/companies/")
      let isOfNone = path.hasSuffix("/body.md") || path.hasPrefix("content/boilerplate/")
      let isOfVersion = path.contains("/versions/")
      let isRelease = path.hasPrefix("content/releases/") && !isOfNone && !isOfVersion
      guard isOfAll || isOfNone || isRelease else { continue }
      let folder = path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
      let isKept = before.read.contains { $0.release.folder == folder }
      #expect(anew == (isOfAll ? before.read.count : isRelease && isKept ? 1 : 0), "\(path)")
    }
  }

  @Test func bytesThatAreCutShortHoldNoRelease() throws {
    let loaded = loadArchive(Site(try Self.files(testsFolder + "/GoldenSites/group/site")).source)
    let bytes = try #require(stored(loaded).values.max { $0.count < $1.count })
    let length = Int(bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
    for count in 0..<length + 4 { #expect(Release.Parts(bytes[..<count]) == nil, "\(count)") }
  }

  private func expectEqual(_ a: Release, _ b: Release) {
    #expect(a.folder == b.folder && a.slug == b.slug && a.kind == b.kind && a.company == b.company)
    #expect(a.headline == b.headline && a.summary == b.summary && a.released == b.released)
    #expect(a.opens == b.opens && a.isDraft == b.isDraft && a.dateline == b.dateline && a.period == b.period)
    #expect(a.ticker == b.ticker && a.contacts == b.contacts && a.sources == b.sources)
    #expect(a.statements == b.statements && a.figures == b.figures, "\(a.folder)")
    #expect(a.keyFigures == b.keyFigures && a.charts == b.charts && a.events == b.events)
    #expect(a.attachments == b.attachments && a.boilerplate == b.boilerplate && a.waivers == b.waivers)
    #expect(a.restatements == b.restatements && a.topics == b.topics && a.corrections == b.corrections)
    #expect(a.ownCurrency == b.ownCurrency)
    #expect(a.aliases == b.aliases && a.hasNarrative == b.hasNarrative)
  }
}
