import ArgumentParser
import Diagnostics
import SiteBuilding
import SiteFiles

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Publish the site's content to its output folder.",
    discussion: """
      Without options, builds the site of the current folder or of the nearest folder above it, into public/ \
      beside content/. The site is put together beside the output folder and moved into place only when all \
      of it is right; files that did not change are left alone, and only files that an earlier build wrote \
      are ever removed (manifest.json lists them).

      EXAMPLES
        sitegen build
        sitegen build --site ~/ir --out /srv/www/ir
        sitegen build --now 2005-03-31T09:00:00-08:00   as the site was on that day
        sitegen build --format sarif > findings.sarif   for a code scanner
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Publish to this folder. (default: public in the site's folder)",
      discussion: "The folder around it must exist.", valueName: "dir"),
    completion: .directory)
  var out: String?

  func run() throws {
    let run = SiteRun(options)
    let status = run.report { site throws(FileFailure) in
      let publication = try Publication(
        to: out ?? site.folder + "/public", site: site.folder, generator: "sitegen \(sitegenVersion)")
      let result = run.build(site, into: publication.output(copyingFrom: site.source))
      return run.finish(result) { () throws(FileFailure) in try publication.commit() }
    }
    throw ExitCode(status.rawValue)
  }
}
