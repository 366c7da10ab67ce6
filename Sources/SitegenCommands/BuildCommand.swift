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

  @Flag(
    name: .long,
    help: "Do everything anew, and keep no record of it. (The record of the last build is in .sitegen/.)")
  var noCache = false

  @Flag(
    name: .long,
    help: "Do everything anew, and fail where the record of the last build would have said otherwise.")
  var verifyCache = false

  @Flag(name: .long, help: "Tell where the time went: by stage, by template, and the slowest releases.")
  var timings = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print what the build did, and where its time went, to the standard output: json.", valueName: "format")
  )
  var stats: StatsFormat?

  func validate() throws {
    guard stats == nil || options.format == .human else {
      throw ValidationError("--stats and --format both write to the standard output; choose one of them")
    }
  }

  func run() throws {
    var run = SiteRun(options)
    run.tellsTimings = timings
    run.stats = stats
    let folder = run.folder
    let out = out ?? folder + "/public"
    let cache = noCache ? nil : BuildCache(site: folder, output: out, options: run.recordedOptions)
    let record = cache?.unchanged(at: run.clock, codes: catalogue)
    let known = verifyCache ? nil : record.map { run.outcome(of: $0) }
    let status = run.report(known: known) { site throws(FileFailure) in
      let publication = try Publication(
        to: out, site: site.folder, generator: "sitegen \(sitegenVersion)")
      let result = run.build(site, into: publication.output(copyingFrom: site.source))
      return run.finish(result) { () throws(FileFailure) in
        let changes = try publication.commit()
        if verifyCache, let record { try record.verify(changes, result) }
        // The output folder may be new, so the cache is looked for once more.
        if !noCache { run.keepRecord(of: site, to: out, result, changes) }
        return changes
      }
    }
    throw ExitCode(status.rawValue)
  }
}
