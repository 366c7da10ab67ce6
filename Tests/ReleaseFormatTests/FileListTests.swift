import ReleaseFormat
import TestSupport
import Testing

/// A list of files tells each as it was put in.
struct FileListTests {
  private let files = [
    SiteSource.File(path: "Templates/a.html", size: 0, stamp: nil),
    SiteSource.File(path: "content/a", size: 12, stamp: 0),
    SiteSource.File(path: "content/a/b", size: 64 << 20, stamp: .max),
    SiteSource.File(path: "content/a0", size: 1, stamp: 7),
    SiteSource.File(path: "content/\u{E9}", size: 1, stamp: nil),
  ]

  @Test func holdsWhatWasPutIn() {
    let list = FileList(files)
    #expect(Array(list) == files)
    #expect(list.indices.map { list.stamp(at: $0) } == files.map(\.stamp))
    let paths = list.indices.map { list.withPath(at: $0) { String(decoding: $0, as: UTF8.self) } }
    #expect(paths == files.map(\.path))
  }

  @Test func findsEachByItsPath() {
    let list = FileList(files)
    #expect(files.map { list.place(of: $0.path) } == Array(0..<files.count))
    for path in ["", "content", "content/", "content/a/", "content/b", "z", "Templates/a.htm"] {
      #expect(list.place(of: path) == nil)
    }
    #expect(FileList([SiteSource.File]()).place(of: "") == nil)
  }

  @Test func findsWhatLiesBelowAFolder() {
    let list = FileList(
      ["a", "b-c", "b.c", "b/a", "b/c/d", "b0", "c"].map { SiteSource.File(path: $0, size: 0, stamp: nil) })
    #expect(list.places(below: "b") == 3..<5)
    #expect(list.places(below: "b/c") == 4..<5)
    #expect(list.places(below: "a") == 1..<1)
    #expect(list.places(below: "c") == 7..<7)
  }

  @Test func entriesMayNameAnyOfThePaths() {
    var paths = PathList()
    for path in ["x", "x/b", "a"] { paths.append(path) }
    let list = FileList(
      paths: paths, [.init(path: 2, size: 2, stamp: 3), .init(path: 1, size: 4, stamp: nil)])
    #expect(
      Array(list) == [.init(path: "a", size: 2, stamp: 3), .init(path: "x/b", size: 4, stamp: nil)])
    #expect(list.place(of: "x/b") == 1)
  }
}
