import CivilTime
import Diagnostics
import Foundation
import SiteBuilding
import TestSupport
import Testing

/// A release whose folder is renamed after `sitegen lock`, with its old address as an alias.
@Suite struct MovedAddressTests {
  private static let old = "/releases/2004/second-quarter-results/"
  private static let new = "/releases/2004/q2/"
  private static let folder = "content/releases/2004-08-11-second-quarter-results/"
  private static let renamed = "content/releases/2004-08-11-q2/"

  private struct Built {
    var files: [String: [UInt8]]
    var errors: [String]
    var lock: AddressLock?

    func text(_ file: String) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

    /// Without the path of the site.
    var redirects: [String] {
      text("_redirects").replacing("/ir/", with: "/").split(separator: "\n").map(String.init)
    }
  }

  private func built(_ files: [String: [UInt8]], renewsLock: Bool = false) -> Built {
    let collected = CollectedOutput()
    var options = BuildOptions(now: Instant(seconds: 1_200_000_000), theme: theme)
    options.renewsLock = renewsLock
    let result = buildSite(siteSource(files), options, output: collected.output)
    return Built(
      files: collected.files,
      errors: result.diagnostics.filter { $0.severity == .error }.map { "\($0.code.id) \($0.message)" },
      lock: result.lock)
  }

  /// The golden site of corrections, locked, and then with its release of August under another name.
  ///
  /// - Parameter edit: of the release's files by their names in its folder.
  private func moved(
    alias: String? = old, _ edit: (inout [String: [UInt8]]) -> Void = { _ in }
  ) throws -> [String: [UInt8]] {
    var files = try siteFiles(GoldenSiteTests.folder + "/corrections/site")
    let lock = try #require(built(files, renewsLock: true).lock)
    var release: [String: [UInt8]] = [:]
    for (path, bytes) in files where path.hasPrefix(Self.folder) {
      files[path] = nil
      release[String(path.dropFirst(Self.folder.count))] = bytes
    }
    if let alias { release["release.yaml"]? += Array("aliases: [\(alias)]\n".utf8) }
    edit(&release)
    for (name, bytes) in release { files[Self.renamed + name] = bytes }
    for (path, bytes) in files where path.hasSuffix(".md") || path.hasSuffix("site.yaml") {
      let text = String(decoding: bytes, as: UTF8.self)
      files[path] = Array(text.replacing(Self.old, with: Self.new).utf8)
    }
    files["content/urls.lock"] = Array(lock.text.utf8)
    return files
  }

  @Test func anAliasAnswersForTheFilesBelowTheOldAddress() throws {
    let site = built(try moved())
    #expect(site.errors == [])
    let redirects = site.redirects
    for name in ["income-statement.csv", "income-statement.xlsx", "index.md", "release.json"] {
      #expect(redirects.contains("\(Self.old)\(name) \(Self.new)\(name) 301"), "\(name)")
    }
    #expect(redirects.contains("\(Self.old) \(Self.new) 301"))
    let sources = redirects.map { $0.prefix { $0 != " " } }
    #expect(Set(sources).count == sources.count)
  }

  @Test func theOldVersionsHaveMovedToo() throws {
    let site = built(try moved())
    let version = "versions/2004-08-11/"
    let page = site.text("releases/2004/second-quarter-results/\(version)index.html")
    #expect(page.contains("url=../../../q2/\(version)"))
    #expect(site.redirects.contains("\(Self.old)\(version) \(Self.new)\(version) 301"))
    #expect(site.redirects.contains("\(Self.old)\(version)index.md \(Self.new)\(version)index.md 301"))
  }

  /// What has another name now, or is gone, leads to the page that took the place.
  @Test func aFileWithoutACounterpartLeadsToThePage() throws {
    let site = built(
      try moved { release in
        let yaml = String(decoding: release["release.yaml"] ?? [], as: UTF8.self)
        release["release.yaml"] = Array(yaml.replacing("income-statement.csv", with: "operations.csv").utf8)
        release["operations.csv"] = release.removeValue(forKey: "income-statement.csv")
        let body = String(decoding: release["body.md"] ?? [], as: UTF8.self)
        release["body.md"] = Array(body.replacing("income-statement", with: "operations").utf8)
      })
    #expect(site.errors.allSatisfy { !$0.hasPrefix("L301") }, "\(site.errors)")
    #expect(site.redirects.contains("\(Self.old)income-statement.csv \(Self.new) 301"))
  }

  @Test func withoutTheAliasOnlyThePageIsMissed() throws {
    let site = built(try moved(alias: nil))
    #expect(site.errors.filter { $0.hasPrefix("L301") }.count == 2, "\(site.errors)")
    #expect(site.errors.contains { $0.contains("'\(Self.old)'") })
  }

  /// A page that stood below another one and went is missed, for it can have an alias of its own.
  @Test func aPageBelowAnAliasIsMissed() throws {
    var files = try moved()
    files["content/pages/ir.md"] = Array("---\ntitle: IR\naliases: [/investors/]\n---\nWords.\n".utf8)
    files["content/urls.lock"]? += Array(
      "2004-01-01T00:00:00Z - - - /investors/\n2004-01-01T00:00:00Z - - - /investors/faq/\n".utf8)
    #expect(
      built(files).errors == [
        "L301 the site no longer has '/investors/faq/', published since 2004-01-01T00:00:00Z"
      ])
    files["content/pages/ir/faq.md"] = Array("---\ntitle: FAQ\n---\nWords.\n".utf8)
    let site = built(files)
    #expect(site.errors == [])
    #expect(site.text("investors/faq/index.html").contains("url=../../ir/faq/"))
  }

  /// What was taken back leads nowhere, and what the lock holds for a later moment does not exist yet.
  @Test func whatIsWithdrawnOrStillToComeHasNoRedirect() throws {
    var files = try moved()
    let path = "\(Self.old)income-statement.csv"
    let settings = String(decoding: files["content/site.yaml"] ?? [], as: UTF8.self)
    let entry = "withdrawn:\n  - { path: \(path), date: 2004-09-01, reason: It named a person. }\n"
    files["content/site.yaml"] = Array(settings.replacing("withdrawn:\n", with: entry).utf8)
    files["content/urls.lock"]? += Array("2039-01-01T00:00:00Z - - - \(Self.old)later.pdf\n".utf8)
    let site = built(files)
    #expect(site.errors == [])
    #expect(site.redirects.contains { $0.hasPrefix("\(Self.old)release.json ") })
    #expect(!site.redirects.contains { $0.hasPrefix(path + " ") || $0.contains("later.pdf") })
  }
}
