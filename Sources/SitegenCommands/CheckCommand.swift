import ArgumentParser
import SiteBuilding
import SiteFiles

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything a build would, and write nothing.",
    discussion: """
      Runs every stage of a build, down to the finished pages, and throws the pages away. The exit code is \
      the one a build would end with.

      EXAMPLES
        sitegen check
        sitegen check --strict --format github   in a workflow: findings appear beside the changed lines
      """)

  @OptionGroup var options: SiteOptions

  func run() throws {
    let run = SiteRun(options)
    let rehearsal = Rehearsal()
    let status = run.report { site throws(FileFailure) in
      let result = run.build(site, into: rehearsal.output(copyingFrom: site.source))
      return run.finish(result) { () throws(FileFailure) in
        try rehearsal.finish()
        return nil
      }
    }
    throw ExitCode(status.rawValue)
  }
}
