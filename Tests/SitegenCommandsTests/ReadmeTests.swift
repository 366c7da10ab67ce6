import ArgumentParser
import CivilTime
import DefaultTheme
import Diagnostics
import PageTemplates
import SiteBuilding
import TestSupport
import Testing

@testable import SitegenCommands

/// What the README tells a newcomer is true.
@Suite struct ReadmeTests {
  let readme = text(of: testsFolder + "/../README.md")

  @Test func beginsWithTheTwoCommands() throws {
    let block = try #require(fences("sh", in: readme).first)
    let commands = block.split(separator: "\n").map { $0.split(separator: " #")[0] }
    #expect(commands.map { $0.split(separator: " ").joined(separator: " ") } == ["make site", "make test"])
  }

  @Test func namesEveryOption() {
    let help = Sitegen.helpMessage(for: BuildCommand.self)
    let options = help.split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") }
    #expect(options.count > 8)
    for option in Set(options).subtracting(["--help", "--version"]).sorted() {
      #expect(readme.contains(option), "\(option)")
    }
  }

  @Test func buildsTheSiteOfItsTour() throws {
    let files = try tour()
    let result = build(files)
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.counts.releases == 1)
    #expect(result.counts.charts == 1)
    #expect(result.counts.figures == 4)
  }

  @Test func showsTheReportOfAMisspelledKey() throws {
    var files = try tour()
    let path = "content/releases/2004-05-12-first-quarter-results/release.yaml"
    files[path] = files[path]?.split(separator: "\n").map { line in
      line.hasPrefix("headline") ? "headlin" + line.dropFirst("headline".count) : String(line)
    }.joined(separator: "\n")
    let report = renderHuman(
      build(files).diagnostics, source: { files[$0].map { Array($0.utf8) } }, color: false)
    #expect(fences("console", in: readme).contains { $0.contains("$ sitegen build\n" + report) }, "\(report)")
  }

  /// The files of the tour: their paths stand in the first plain block, their texts follow in that order.
  private func tour() throws -> [String: String] {
    let start = try #require(readme.firstRange(of: "## A site in five minutes"))
    let section = String(readme[start.upperBound...])
    let paths = try #require(fences("", in: section).first).split(separator: "\n")
    let texts = fences("yaml", in: section).prefix(3) + fences("csv", in: section).prefix(1)
    let all = texts + fences("markdown", in: section).prefix(1)
    try #require(paths.count == all.count)
    return Dictionary(
      uniqueKeysWithValues: zip(paths.map { String($0.dropFirst("acme/".count)) }, all))
  }

  private func build(_ files: [String: String]) -> BuildResult {
    let theme = defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }
    let now = Instant(seconds: 1_100_000_000)
    return buildSite(
      siteSource(files), BuildOptions(now: now, theme: theme), output: CollectedOutput().output)
  }
}

/// The texts of the fenced blocks in that language, in order.
private func fences(_ language: String, in text: String) -> [String] {
  var blocks: [String] = []
  var open: (language: Substring, lines: [Substring])?
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("```"), !line.hasPrefix("````"), !line.dropFirst(3).contains("`") {
      if let block = open {
        if block.language == language { blocks.append(block.lines.map { $0 + "\n" }.joined()) }
        open = nil
      } else {
        open = (line.dropFirst(3), [])
      }
    } else {
      open?.lines.append(line)
    }
  }
  return blocks
}
