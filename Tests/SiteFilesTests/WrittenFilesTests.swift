import Checksums
import TestSupport
import Testing

@testable import SiteFiles

/// What the last build wrote, and what of it a new site takes over.
@Suite struct WrittenFilesTests {
  private func entries(_ paths: [String]) -> [Manifest.Entry] {
    paths.map { path in
      let digest = Array(path.utf8).withUnsafeBytes { SHA256Digest(of: $0) }
      return Manifest.Entry(path: path, size: path.utf8.count, digest: digest)
    }
  }

  private func written(_ paths: [String]) -> WrittenFiles {
    WrittenFiles(Manifest(generator: "sitegen", entries: entries(paths)))
  }

  @Test func theManifestAndTheSumsAreAmongWhatWasWritten() {
    let files = written(["a.html", "b/index.html"])
    #expect(files.contains("b/index.html") && files.contains("manifest.json") && files.contains("SHA256SUMS"))
    #expect(!files.contains("c.html"))
    #expect(files.place(of: "b/index.html") == 1)
    #expect(files.place(of: "manifest.json") == nil)
  }

  @Test func withoutAManifestNothingWasWritten() {
    let files = WrittenFiles(nil)
    #expect(!files.contains("manifest.json") && files.entries.isEmpty)
    #expect(files.entries(with: entries(["a"]), keeping: []).map(\.path) == ["a"])
  }

  /// `-` comes before `/`, so a list by folders is another order than one by paths.
  @Test func aManifestInAnotherOrderIsPutInOurs() {
    let files = written(["b/a", "a/x", "a-b/x", "a"])
    #expect(files.entries.map(\.path) == ["a", "a-b/x", "a/x", "b/a"])
    #expect(files.place(of: "a/x") == 2)
  }

  @Test func whatIsMadeAndWhatIsKeptStandInOneOrder() {
    let files = written(["a", "c", "e", "g"])
    let kept = [true, false, true, true]
    let all = files.entries(with: entries(["b", "c", "h"]), keeping: kept)
    #expect(all.map(\.path) == ["a", "b", "c", "e", "g", "h"])
    #expect(files.paths(besides: all) == [])
    #expect(files.paths(besides: entries(["b", "e"])) == ["a", "c", "g"])
    #expect(files.paths(besides: []) == ["a", "c", "e", "g"])
  }

  /// Nothing is lost where a file is kept and made: the publication finds it twice.
  @Test func whatIsKeptAndMadeIsThereTwice() {
    let all = written(["a", "b"]).entries(with: entries(["b"]), keeping: [true, true])
    #expect(all.map(\.path) == ["a", "b", "b"])
  }

  @Test func anySiteIsWhatWasMadeAndWhatWasKept() {
    var random = SeededRandom(state: 11)
    for _ in 0..<200 {
      let old = (0..<random.below(20)).map { _ in "p\(random.below(30))" }
      let files = written(Array(Set(old)))
      let kept = files.entries.map { _ in random.below(2) == 0 }
      let taken = files.entries.indices.filter { kept[$0] }.map { files.entries[$0].path }
      let made = Set((0..<random.below(20)).map { _ in "p\(random.below(30))" }).subtracting(taken)
      let all = files.entries(with: entries(made.sorted()), keeping: kept).map(\.path)
      #expect(all == (taken + made).sorted())
      #expect(
        files.paths(besides: entries(all))
          == files.entries.map(\.path).filter { !all.contains($0) })
    }
  }
}
