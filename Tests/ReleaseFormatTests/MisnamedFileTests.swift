import Diagnostics
import ReleaseFormat
import TestSupport
import Testing

/// Files under another name than the one that is read.
@Suite struct MisnamedFileTests {
  private func report(_ files: [String: [UInt8]]) -> String {
    catalogReport(loadArchive(memorySite(files)).diagnostics)
  }

  private func renamed(_ old: String, _ new: String) throws -> [String: [UInt8]] {
    var files = try catalogBase().filter { !$0.key.hasPrefix("content/releases/") }
    files[new] = files.removeValue(forKey: old)
    return files
  }

  @Test func theSitesFileIsNamedWhereItIsMissed() throws {
    #expect(
      report(try renamed("content/site.yaml", "content/site.yml"))
        == "F002 content/site.yaml the site has no content/site.yaml\n  help: rename content/site.yml\n")
  }

  @Test func soIsACompanys() throws {
    let found = report(try renamed("content/companies/hemacare.yaml", "content/companies/hemacare.yml"))
    #expect(
      found == """
        F015 content/site.yaml the site has no company
          help: rename content/companies/hemacare.yml to hemacare.yaml

        """)
  }

  /// Swift takes two spellings of one character for equal; a file system does not.
  @Test func namesThatLookAlikeAreToldApart() throws {
    var files = try catalogBase()
    let release = "content/releases/2003-11-14-third-quarter-results/"
    files[release + "release.yaml"]? += Array("attachments: [{ file: \u{FC}ber.txt, title: A }]\n".utf8)
    files[release + "u\u{308}ber.txt"] = [0x61]
    #expect(
      report(files).contains(
        "help: a file there is called so in other characters; rename it with the letters a to z"))
  }
}
