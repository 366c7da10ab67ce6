import Diagnostics
import SiteBuilding
import SiteFiles

extension SiteRun {
  /// The options that decide what a build makes and whether it may be published.
  var recordedOptions: [String] {
    [options.baseURL ?? "", options.now.map { "\($0)" } ?? "", options.strict ? "strict" : ""]
  }

  /// What a build would come to that has nothing to do.
  func outcome(of record: BuildRecord) -> Outcome {
    Outcome(
      result: record.result, changes: PublishedChanges(files: record.files, written: 0, site: record.site))
  }

  /// Keeps the record of a finished build for the next one, and says so when that cannot be done.
  func keepRecord(
    of site: OpenedSite, to out: String, _ result: BuildResult, _ changes: PublishedChanges,
    of publication: Publication, besides pages: PageRecord?, _ releases: RecordedReleases?
  ) {
    guard let cache = BuildCache(site: site.folder, output: out, options: recordedOptions) else { return }
    if let reason = cache.keep(site, result, changes, of: publication, besides: pages, releases),
      !options.quiet
    {
      write("The next build cannot build on this one: \(reason).\n", to: .error)
    }
  }
}
