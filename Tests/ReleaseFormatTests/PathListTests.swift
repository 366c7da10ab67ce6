import ReleaseFormat
import TestSupport
import Testing

/// A list of paths tells each as it was put in, and keeps the paths of folders once.
struct PathListTests {
  private static let tree = [
    ".", "Templates", "Templates/a.html", "content", "content/a", "content/a/b", "content/a/b/c.md",
    "content/a/d.csv", "content/a-b", "content/a.b/c", "content/ab/c", "é", "é/ü/ö", "x",
  ]

  private func list(_ paths: [String]) -> PathList {
    var list = PathList()
    for path in paths { list.append(path) }
    return list
  }

  private func paths(of list: PathList) -> [String] {
    (0..<list.count).map { list.withPath(at: $0) { String(decoding: $0, as: UTF8.self) } }
  }

  @Test(arguments: [tree, tree.reversed(), [], ["a", "a", "a/", "a//b", "a//b/c", ""]])
  func holdsWhatWasPutIn(_ tree: [String]) {
    let list = list(tree)
    #expect(paths(of: list) == tree)
    #expect(tree.map { list.place(of: $0) } == tree.map { tree.firstIndex(of: $0) })
    for path in ["conten", "content/a/b/c", "b", "c.md", "/content"] { #expect(list.place(of: path) == nil) }
  }

  @Test func keepsTheNameAloneWhereTheFolderIsKnown() {
    #expect(
      list(["content", "content/a", "content/a/b", "content/c"]).names == Array("content\0a\0b\0c\0".utf8))
    // No folder of the list, or one that only begins alike.
    #expect(list(["content/a", "content/ab", "b/c"]).names == Array("content/a\0content/ab\0b/c\0".utf8))
  }

  @Test func tellsWhatLiesInAFolder() {
    let list = list(Self.tree)
    #expect(list.names(in: list.place(of: "content")) == ["a", "a-b", "a.b/c", "ab/c"])
    #expect(list.names(in: list.place(of: "content/a/b")) == ["c.md"])
    #expect(list.names(in: list.place(of: "x")) == [])
    #expect(list.names(in: nil) == [".", "Templates", "content", "é", "x"])
  }

  @Test func aZeroByteFollowsEachPath() {
    let list = list(Self.tree)
    for place in 0..<list.count {
      list.withPath(at: place) { path in #expect(path.baseAddress?[path.count] == 0) }
    }
  }

  @Test func itsPartsMakeItAgain() throws {
    let list = list(Self.tree)
    let again = try #require(PathList(names: list.names, starts: list.starts, folders: list.folders))
    #expect(paths(of: again) == Self.tree)
    var longer = again
    longer.append("x/y")
    #expect(paths(of: longer) == Self.tree + ["x/y"])
  }

  @Test(
    arguments: [
      ([], [0], [.max]), ([97], [0], [.max]), ([97, 0], [1], [.max]), ([97, 0], [0], []),
      ([97, 0, 98, 0], [0, 0], [.max, .max]), ([97, 0, 98, 0], [0, 4], [.max, .max]),
      ([97, 0, 98, 0], [0, 2], [.max, 1]), ([97, 0, 98, 0], [0, 2], [1, .max]), ([97, 0], [0], [0]),
    ] as [([UInt8], [UInt32], [UInt32])])
  func otherPartsMakeNone(_ names: [UInt8], _ starts: [UInt32], _ folders: [UInt32]) {
    #expect(PathList(names: names, starts: starts, folders: folders) == nil)
  }
}
