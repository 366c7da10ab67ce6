import Testing

@testable import ReleaseFormat

/// The folders of a site's list of files.
struct ReleaseFoldersTests {
  private let files = ContentFiles(
    FileList(
      [
        "content/.hidden/x.yaml", "content/releases/.hidden/release.yaml",
        "content/releases/2003-01-01-a-b/body.md",
        "content/releases/2003-01-01-a-b/release.yaml", "content/releases/2003-01-01-a/.swap",
        "content/releases/2003-01-01-a/body.md", "content/releases/2003-01-01-a/versions/1/.x/body.md",
        "content/releases/2003-01-01-a/versions/1/body.md",
        "content/releases/2003-01-01-a/versions/1/release.yaml",
        "content/releases/2003-01-01-a2/plan/.notes", "content/releases/2003-01-01-a2/plan/chart.png",
        "content/releases/stray.md", "content/site.yaml", "contents/releases/x/release.yaml",
      ].map { SiteSource.File(path: $0, size: 1) }))

  @Test func standInOrderOfTheirNames() {
    let folders = (0..<files.releases.count).map { files.releases[$0] }
    #expect(folders.map(\.name) == ["2003-01-01-a", "2003-01-01-a-b", "2003-01-01-a2"])
    #expect(folders.map(\.path) == folders.map { "content/releases/\($0.name)/" })
    #expect(
      folders.map(\.names) == [
        ["body.md", "versions/1/body.md", "versions/1/release.yaml"], ["body.md", "release.yaml"],
        ["plan/chart.png"],
      ])
    #expect(files.strays.map(\.path) == ["content/releases/stray.md"])
    #expect(files.site?.path == "content/site.yaml")
  }

  @Test func areFoundByName() {
    for name in ["2003-01-01-a", "2003-01-01-a-b", "2003-01-01-a2"] {
      #expect(files.releases.folder(name)?.name == name)
    }
    for name in ["", ".hidden", "2003-01-01", "2003-01-01-a-", "2003-01-01-a2x", "stray.md"] {
      #expect(files.releases.folder(name) == nil)
    }
  }

  @Test func leadToTheirFiles() throws {
    let folder = try #require(files.releases.folder("2003-01-01-a"))
    #expect(folder.has("body.md"))
    #expect(!folder.has("ody.md"))
    #expect(!folder.has(".swap"))
    #expect(folder.file("versions/1/body.md")?.path == folder.path + "versions/1/body.md")
    #expect(folder.versions == ["1"])
    #expect(folder.version("1").names == ["body.md", "release.yaml"])
    #expect(folder.version("1").isVersion)
  }
}
