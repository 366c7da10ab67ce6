import Diagnostics
import Markup
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Makes the page of a release as it stood before a correction, with its downloads and attachments.
///
/// It is checked and shown like a release of its own day: with the archive as it was then, of which it is the
/// last release, so what it tells reaches no other page.
func makeOldVersion(
  _ index: Int, _ page: SitePlan.Page, _ inputs: SiteInputs, _ output: SiteOutput, _ made: inout MadePage
) {
  let context = inputs.context
  let version = context.archive.oldVersions[index]
  guard let current = context.archive.releases.firstIndex(where: { $0.folder == version.current }) else {
    return
  }
  let release = context.archive.releases[current]
  var archive = context.archive
  archive.releases =
    archive.releases[..<current].filter { $0.company == release.company } + [version.release]
  archive.oldVersions = []
  archive.settleCurrencies()
  let history = FactHistory(archive)
  let report = checkArchive(archive, history)
  let number = archive.releases.count - 1
  made.diagnostics += located(
    report.findings.filter { $0.subject.release == number }, archive, inputs.loaded.sources)
  var then = inputs
  then.records = report.releases
  then.context = context.ofOldVersion(
    archive, history,
    ended: EndedVersion(
      correction: release.corrections[version.correction],
      currentAddress: releaseAddress(release, site: archive.site)))
  makeRelease(number, page, then, output, &made)
}
