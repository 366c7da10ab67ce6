import Diagnostics
import Testing

@testable import SitegenCommands

/// What the process ends with, as the README lists it.
@Suite struct ExitStatusTests {
  @Test(arguments: [
    ("F003", 74), ("P106", 74), ("T001", 74),
    ("F020", 1),
  ])
  func tellsTheDiskFromTheContent(_ code: String, _ status: Int32) throws {
    let code = try #require(catalogueEntry(code))
    let finding = Diagnostic(code, "x", at: nil)
    #expect(SitegenCommands.ExitStatus([finding], nil, isStrict: false).rawValue == status)
    // What a draft has of it stops nothing.
    let note = Diagnostic(code, "x", at: nil, severity: .note)
    #expect(SitegenCommands.ExitStatus([note], nil, isStrict: true).rawValue == 0)
  }

  @Test func aFileBeyondTheLimitIsAWriteThatFails() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let run = try runCommand(
      ["-c", "ulimit -f 1; exec \"$0\" build --quiet --site \"$1\"", builtCommand, site.folder], "/bin/sh")
    #expect(run.status == 74, "\(run.report)")
    #expect(run.report.contains("error[P204]: cannot write") && run.report.contains("File too large"))
    #expect(site.isTidy)
  }

  @Test func anUnknownCodeIsWrongUsageOfExplain() throws {
    let run = try runCommand(["explain", "V42"])
    #expect(run.status == 64)
    #expect(
      run.report.hasPrefix("Error: there is no code 'V42'") && run.report.contains("Usage: sitegen explain"))
  }

  @Test func checkCountsTheFilesThatBuildPublishes() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let files = { (run: CommandRun) in run.report.split(separator: "\n").first { $0.hasPrefix("  files") } }
    let (check, build) = (try site.run(["check"]), try site.run(["build"]))
    #expect(files(check) != nil && files(check) == files(build), "\(check.report)\n\(build.report)")
  }
}
