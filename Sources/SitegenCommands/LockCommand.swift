import ArgumentParser
import SiteBuilding
import SiteFiles

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Record every published address in content/urls.lock.",
    discussion: """
      Builds the site without publishing it and records every address it has, since when, and what each release \
      says. From then on a build stops when a recorded address would vanish, or when a release that was published \
      changes without a correction. Run it after publishing, and commit the file. With any error nothing is \
      recorded.

      EXAMPLES
        sitegen build && sitegen lock && git commit -m "Publish" content
      """)

  @OptionGroup var options: SiteOptions

  func run() throws {
    let run = SiteRun(options)
    let rehearsal = Rehearsal()
    let status = run.report { site throws(FileFailure) in
      let output = rehearsal.output(copyingFrom: site.source)
      let result = run.build(site, into: output, renewsLock: true)
      return run.finish(result) { () throws(FileFailure) in
        try rehearsal.finish()
        guard let lock = result.lock else { return nil }
        try writeSiteFile(AddressLock.path, Array(lock.text.utf8), in: site.folder)
        if !options.quiet {
          write("\(AddressLock.path) records \(grouped(lock.entries.count)) addresses\n", to: .error)
        }
        return nil
      }
    }
    throw ExitCode(status.rawValue)
  }
}
