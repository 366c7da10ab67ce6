import Glibc
import Testing

@testable import SiteFiles

/// What is known of a tree in which no name has come or gone, and what only listing it tells.
@Suite struct FootprintTests {
  let folder = TemporaryFolder()

  private func descriptor() throws -> Int32 {
    let opened = open(folder.path, O_RDONLY | O_DIRECTORY)
    return try #require(opened >= 0 ? opened : nil)
  }

  private func listed() throws -> Footprint {
    folder.write("index.html", "first")
    folder.write("a/index.html", "first")
    folder.write("a/b/index.html", "first")
    folder.write("c/index.html", "first")
    folder.write(".well-known/x", "apart")
    folder.write("CNAME", "apart")
    let tree = try #require(listing())
    #expect(tree.isSettled())
    return tree
  }

  private func listing() -> Footprint? {
    guard let root = Descriptor.folder(folder.path) else { return nil }
    return Footprint(ofOutput: root)
  }

  private func stamps(_ tree: Footprint) -> [String: FileStamp] {
    Dictionary(uniqueKeysWithValues: (0..<tree.count).map { (tree.path(at: $0), tree.stamps[$0]) })
  }

  @Test func knowsKindsSizesAndWhatIsApart() throws {
    let tree = try listed()
    #expect(
      (0..<tree.count).map { "\(tree.path(at: $0)) \(tree.kinds[$0])" } == [
        ". folder", "a folder", "a/b folder", "a/b/index.html file", "a/index.html file", "c folder",
        "c/index.html file", "index.html file",
      ])
    #expect(tree.sizes[3] == 5)
    #expect(tree.apart.sorted() == [".well-known", "CNAME"])
  }

  @Test func filesThatSayAnotherThingAreKnownWithoutListing() throws {
    let tree = try listed()
    let root = try descriptor()
    defer { close(root) }
    #expect(tree.changes(below: root) == [])
    folder.write("a/b/index.html", "the second")
    let changed = tree.changes(below: root)
    #expect(changed.map { tree.path(at: $0) } == ["a/b/index.html"])
    let refreshed = try #require(tree.refreshed(changed, below: root, passingOverHidden: false))
    #expect(refreshed.sizes[3] == 10)
    #expect(refreshed.changes(below: root) == [])
  }

  @Test(arguments: ["new", "gone", "folder", "link", "hidden"]) func namesThatComeOrGoMustBeListed(
    _ what: String
  ) throws {
    let tree = try listed()
    let root = try descriptor()
    defer { close(root) }
    let file = folder.path + "/c/index.html"
    switch what {
    case "new": folder.write("c/new.html")
    case "gone": unlink(file)
    case "folder":
      unlink(file)
      folder.makeFolder("c/index.html")
    case "link":
      unlink(file)
      folder.link("c/index.html", to: "../index.html")
    default: folder.write("c/.hidden")
    }
    let changed = tree.changes(below: root)
    #expect(changed.contains { tree.path(at: $0) == "c" })
    #expect(tree.refreshed(changed, below: root, passingOverHidden: false) == nil)
    #expect((tree.refreshed(changed, below: root, passingOverHidden: true) != nil) == (what == "hidden"))
  }

  @Test(arguments: [true, false]) func filesSavedByReplacingThemAreKnownWithoutListingAll(
    _ isHiddenPassedOver: Bool
  )
    throws
  {
    let tree = try listed()
    let root = try descriptor()
    defer { close(root) }
    folder.write("c/draft", "the second")
    rename(folder.path + "/c/draft", folder.path + "/c/index.html")
    let changed = tree.changes(below: root)
    #expect(changed.map { tree.path(at: $0) } == ["c", "c/index.html"])
    // What is kept apart at the top is no part of a site's own folders.
    let refreshed = try #require(tree.refreshed(changed, below: root, passingOverHidden: isHiddenPassedOver))
    #expect(refreshed.changes(below: root) == [])
    #expect(stamps(refreshed) == stamps(try #require(listing())))
  }

  /// Puts a file in the place of another, as a publication does.
  private func replace(_ name: String) {
    folder.write("draft", "moved there")
    rename(folder.path + "/draft", folder.path + "/" + name)
  }

  @Test func replacedFilesAreKnownWithoutListingAll() throws {
    let tree = try listed()
    let root = try descriptor()
    defer { close(root) }
    #expect(tree.replacing([], below: root).map(stamps) == stamps(tree))
    replace("a/index.html")
    replace("index.html")
    let after = try #require(tree.replacing(["a/index.html", "index.html"], below: root))
    #expect(after.isSettled())
    #expect(after.changes(below: root) == [])
    let (before, now) = (stamps(tree), stamps(after))
    #expect(Set(now.keys.filter { now[$0] != before[$0] }) == [".", "a", "a/index.html", "index.html"])
  }

  @Test func aFileThatSomebodyElsePutThereIsNotTakenForOurs() throws {
    let tree = try listed()
    let root = try descriptor()
    defer { close(root) }
    replace("a/index.html")
    folder.write("a/foreign.html")
    #expect(tree.replacing(["a/index.html", "index.html"], below: root) == nil)
    #expect(tree.replacing(["a/unknown.html"], below: root) == nil)
  }
}
