import ArgumentParser
import CivilTime
import Testing

@testable import SitegenCommands

@Suite struct OptionTests {
  private func build(_ arguments: String...) throws -> BuildCommand {
    try #require(try Sitegen.parseAsRoot(["build"] + arguments) as? BuildCommand)
  }

  @Test func buildNeedsNoOptions() throws {
    let command = try build()
    #expect(command.out == nil)
    #expect(command.options.site == nil)
    #expect(command.options.baseURL == nil)
    #expect(command.options.now == nil)
    #expect(command.options.jobs == nil)
    #expect(command.options.format == .human)
    #expect(!command.options.strict)
    #expect(!command.options.quiet)
  }

  @Test func buildTakesEveryOption() throws {
    let command = try build(
      "--site", "ir", "--out", "www", "--base-url", "https://ir.example.com/", "--now",
      "2003-11-14T16:30:00-05:00", "--jobs", "3", "--format", "sarif", "--strict", "--quiet")
    #expect(command.out == "www")
    #expect(command.options.site == "ir")
    #expect(command.options.baseURL == "https://ir.example.com")
    #expect(command.options.now?.description == "2003-11-14T21:30:00Z")
    #expect(command.options.jobs == 3)
    #expect(command.options.format == .sarif)
    #expect(command.options.strict)
    #expect(command.options.quiet)
  }

  @Test func checkWritesNothingSoItTakesNoFolder() throws {
    let command = try #require(try Sitegen.parseAsRoot(["check", "--jobs", "1"]) as? CheckCommand)
    #expect(command.options.jobs == 1)
    #expect(throws: (any Error).self) { try Sitegen.parseAsRoot(["check", "--out", "www"]) }
  }

  @Test func explainTakesOneCode() throws {
    #expect((try Sitegen.parseAsRoot(["explain", "P201"]) as? ExplainCommand)?.code == "P201")
    #expect((try Sitegen.parseAsRoot(["explain"]) as? ExplainCommand)?.code == nil)
    #expect(throws: (any Error).self) { try Sitegen.parseAsRoot(["explain", "P201", "P202"]) }
  }

  @Test(arguments: [
    (["build", "--now", "2003-11-14T16:30:00"], "'2003-11-14T16:30:00' is not a time with a zone"),
    (["build", "--now", "yesterday"], "'yesterday' is not a time with a zone"),
    (["build", "--base-url", "foo"], "'foo' is not a full web address"),
    (["check", "--base-url", "https://ir.example.com/?a"], "'https://ir.example.com/?a' is not a full"),
    (["check", "--base-url", "https://ir.example.com#a"], "'https://ir.example.com#a' is not a full"),
    (
      ["build", "--base-url", "https://ir.example.com/a/../b"],
      "'https://ir.example.com/a/../b' is not a full"
    ),
    (["build", "--base-url", "https://ir.example.com/a/%2e%2E"], "without '?', '#', '*' and '..'"),
    (["build", "--base-url", "https://ir.example.com/./a"], "'https://ir.example.com/./a' is not a full"),
    (["build", "--base-url", "https://ir.example.com//a"], "'https://ir.example.com//a' is not a full"),
    (["build", "--base-url", "https://ir.example.com/*"], "'https://ir.example.com/*' is not a full"),
    (["build", "--jobs", "0"], "'0' is not a number from 1 to 1024"),
    (["build", "--jobs", "-1"], "'-1' is not a number from 1 to 1024"),
    (["build", "--jobs", "many"], "'many' is not a number from 1 to 1024"),
    (["build", "--format", "xml"], "xml"), (["build", "--sitte", "x"], "--sitte"), (["biuld"], "biuld"),
    (["build", "there"], "there"),
  ])
  func wrongUsageSaysWhatIsWrong(_ arguments: [String], _ part: String) {
    let error = #expect(throws: (any Error).self) { try Sitegen.parseAsRoot(arguments) }
    guard let error else { return }
    #expect(Sitegen.exitCode(for: error).rawValue == 64)
    #expect(Sitegen.message(for: error).contains(part))
  }

  @Test(arguments: [["--help"], ["--version"], ["build", "--help"], ["help", "check"], []])
  func helpIsNoError(_ arguments: [String]) {
    do {
      var command = try Sitegen.parseAsRoot(arguments)
      try command.run()
    } catch {
      #expect(Sitegen.exitCode(for: error).rawValue == 0)
    }
  }

  @Test func theVersionIsPrinted() {
    let error = #expect(throws: (any Error).self) { try Sitegen.parseAsRoot(["--version"]) }
    #expect(error.map { Sitegen.message(for: $0) } == "sitegen \(sitegenVersion)")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsExist(_ shell: String) throws {
    let script = Sitegen.completionScript(for: try #require(CompletionShell(rawValue: shell)))
    for word in ["explain", "base-url", "P201"] { #expect(script.contains(word)) }
  }
}
