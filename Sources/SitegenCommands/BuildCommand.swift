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

      Releases that open after the moment of the build, and drafts, are not published; see sitegen list and \
      sitegen next.

      EXAMPLES
        sitegen build
        sitegen build --dry-run                         what would change, and nothing written
        sitegen build --preview --out /tmp/preview      with drafts and releases that are still held
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
    help: ArgumentHelp(
      "Show drafts and held releases too, marked, and hidden from search engines.",
      discussion: "Needs --out, and a folder that holds no published site."))
  var preview = false

  @Flag(name: .long, help: "Print which files would be added, changed and removed, and write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Wait until the disk holds every file (fsync) before the next step is taken.")
  var fsync = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long to wait for another build that publishes to the same folder.", valueName: "seconds"))
  var wait = 30

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
    if out == "" { throw ValidationError("--out names no folder") }
    if preview, out == nil { throw ValidationError("--preview needs a folder of its own: --out DIR") }
    if !(0...3600).contains(wait) { throw ValidationError("--wait takes 0 to 3600 seconds, not \(wait)") }
  }

  func run() throws {
    // A dry run leaves nothing behind, whatever ends it.
    let watch = dryRun ? nil : SignalWatch()
    var run = SiteRun(options)
    run.tellsTimings = timings
    run.stats = stats
    let folder = run.folder
    let out = out ?? folder + "/public"
    // A record is kept of sites that are published, and of no others.
    let isRecorded = !noCache && !preview && !dryRun && !run.isAhead
    let cache = isRecorded ? BuildCache(site: folder, output: out, options: run.recordedOptions) : nil
    var last = cache?.lastBuild(at: run.clock)
    last?.isDoubted = verifyCache
    let record = last?.unchanged(codes: catalogue)
    let known = verifyCache ? nil : record.map { run.outcome(of: $0) }
    let status = run.report(known: known, since: last) { site throws(FileFailure) in
      let publish = publishOptions(run, watch)
      if dryRun {
        let dryRun = try DryRun(to: out, site: site.folder, publish)
        let result = run.build(site, into: dryRun.output(copyingFrom: site.source), isPreview: preview)
        return run.plan(result) { () throws(FileFailure) in try dryRun.finish() }
      }
      let ahead = last.flatMap { cache?.recordsAhead(since: $0, codes: catalogue) }
      let publication = try Publication(to: out, site: site.folder, publish, since: last)
      watch?.guarding(publication)
      // The watch knows it until the process ends, so nobody else gives it up.
      defer { publication.abandon() }
      // The site may have changed while another build was waited for.
      let site = publication.waited ? try openSite(site.folder) : site
      let pages = ahead?.pages(for: publication)
      let releases = ahead?.knownReleases
      let result = run.build(
        site, into: publication.output(copyingFrom: site.source, besides: pages?.altered),
        isPreview: preview, remembers: isRecorded, pages: pages,
        releases: releases, verifies: verifyCache)
      return run.finish(result) { () throws(FileFailure) in
        if verifyCache, let pages { try pages.verify(result, publication) }
        let changes = try publication.commit()
        if verifyCache, let record { try record.verify(changes, result) }
        // The output folder may be new, so the cache is looked for once more.
        if isRecorded {
          run.keepRecord(of: site, to: out, result, changes, of: publication, besides: pages, releases)
        }
        return changes
      }
    }
    if let signal = watch?.received {
      // A failure halfway has said for itself how things stand.
      let state =
        status == .success
        ? "; the site had been published whole by then"
        : status == .inputOutput ? "" : "; nothing was published"
      write("sitegen: stopped by \(signal.name)\(state)\n", to: .error)
      throw ExitCode(signal.exitCode)
    }
    throw ExitCode(status.rawValue)
  }

  private func publishOptions(_ run: SiteRun, _ watch: SignalWatch?) -> PublishOptions {
    var publish = PublishOptions(generator: "sitegen \(sitegenVersion)")
    publish.isDurable = fsync
    publish.patience = Double(wait)
    publish.waiting = { [wait] in
      write("sitegen: another build is publishing there; waiting up to \(wait) s for it\n", to: .error)
    }
    publish.isStopped = { watch?.received != nil }
    publish.reservation = preview ? .preview : run.isAhead ? .ahead : nil
    return publish
  }
}
