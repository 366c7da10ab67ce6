import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import SitegenCommands

/// `sitegen chart`: a spec by itself, and with the facts of a site.
@Suite struct ChartCommandTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/chart-command-\(UUID().uuidString)"
  private let site = testsFolder + "/GoldenSites/chart-gallery/site"

  private func run(_ spec: String, _ options: [String] = []) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(spec.utf8).write(to: URL(fileURLWithPath: folder + "/spec.yaml"))
    try Data("k,v\na,1\nb,-2\n".utf8).write(to: URL(fileURLWithPath: folder + "/data.csv"))
    let command = try ChartCommand.parse([folder + "/spec.yaml", "-o", folder + "/out.svg"] + options)
    try command.run()
    return try String(contentsOfFile: folder + "/out.svg", encoding: .utf8)
  }

  private let facts = """
    mark: bar
    data: {facts: [Revenues], periods: last 4 quarters}
    encoding: {x: {field: period}, y: {field: value, type: quantitative}}
    """

  @Test func factsComeFromTheSiteThatIsNamed() throws {
    let svg = try run(facts, ["--site", site])
    #expect(svg.contains(">Q1 2006</text>") && svg.contains("$ thousand"))
    #expect(svg.contains("Source: 2 releases, February 15, 2006 to May 10, 2006."))
  }

  @Test func presetsAreDrawnOfASite() throws {
    let svg = try run("preset: sparkline\nconcepts: [acme/Revenues]\n", ["--site", site])
    #expect(svg.contains("$9,702,000"))
  }

  @Test func withoutASiteFactsAreAnError() {
    #expect(throws: ExitCode.self) { try run(facts) }
    #expect(throws: ExitCode.self) { try run(facts, ["--site", folder + "/nowhere"]) }
  }

  @Test func withoutASiteAPresetIsAnError() {
    #expect(throws: ExitCode(1)) { try run("preset: trend\nconcepts: [Revenues]\n") }
  }

  @Test func aFileThatIsNotThereIsNoInput() throws {
    #expect(throws: ExitCode(66)) { try ChartCommand.parse([folder + "/none.yaml"]).run() }
  }

  @Test(arguments: [[], ["--theme", "light"], ["--theme", "dark"]])
  func filesBesideTheSpecAreRead(_ options: [String]) throws {
    let spec =
      "mark: bar\ndata: {url: data.csv}\nencoding: {x: {field: k}, y: {field: v, type: quantitative}}\n"
    let svg = try run(spec, options)
    #expect(svg.contains(">(2)</text>"))
    #expect(svg.contains("prefers-color-scheme") == options.isEmpty)
  }
}
