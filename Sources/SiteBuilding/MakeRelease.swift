import Diagnostics
import Markup
import PageTemplates
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages
import SourceSyntax

/// Makes a release's page and what the site publishes beside it, and copies its attachments.
func makeRelease(
  _ index: Int, _ page: SitePlan.Page, _ inputs: SiteInputs, _ output: SiteOutput,
  _ made: inout MadePage
) {
  let context = inputs.context
  let release = context.archive.releases[index]
  let start = inputs.time
  let texts = releaseTexts(release, inputs, &made.diagnostics)
  made.times[.read] = inputs.time - start
  let composed = releasePage(index, texts: texts, context, hasQuality: true, clock: inputs.clocks?.thread) {
    texts in
    let start = inputs.time
    defer { made.times[.prose] += inputs.time - start }
    made.diagnostics += texts.inOrder.flatMap(misspelledBlocks)
    made.diagnostics += checkedTexts(index, texts, context.archive, inputs.loaded.sources)
    let prose = checkProse(texts.inOrder, release: index, inputs, &made)
    made.waivedProse = prose.waived
    return ReleaseQuality(prose: prose, checks: inputs.records[index])
  }
  made.times[.parse] = composed.times.parse
  made.times[.charts] = composed.times.charts
  made.times[.statements] = composed.times.statements
  made.diagnostics += withoutPageMarks(composed.diagnostics, besides: made.diagnostics)
  made.diagnostics += located(composed.unmetRequests, context.archive, inputs.loaded.sources)
  made.charts += Int32(composed.charts)
  made.figures += Int32(composed.figures)
  made.reach = composed.reach
  var sink = ByteSink(capacity: 65_536)
  fill(composed.record, page, inputs, &sink, output, &made)
  confirm(composed.fragments, on: page, sink, &made)
  let folder = page.folder
  if let markdown = composed.markdown {
    sink.truncate(to: 0)
    sink.append(markdown)
    hand(folder + "index.md", sink, output, &made)
  }
  hand(composed.files, page, output, &made)
  handDownloads(in: folder, output, &made) { writeReleaseDownloads(index, context, to: $0) }
  if context.archive.site.outputs.contains(.calendar) {
    for event in release.events.indices {
      let file = eventCalendarAddress(release, event: event, site: context.archive.site).dropFirst()
      hand(String(file), eventCalendar(release: index, event: event, context), output, &made)
    }
  }
  for attachment in release.attachments {
    output.copy("content/releases/\(release.folder)/\(attachment.file)", folder + attachment.file)
    made.paths.append(folder + attachment.file)
    made.files += 1
    made.bytes += attachment.size
  }
}

/// The narrative, read now and dropped with the page, and the boilerplate the release names.
private func releaseTexts(
  _ release: Release, _ inputs: SiteInputs, _ diagnostics: inout [Diagnostic]
) -> ReleaseTexts {
  var body: AuthorText?
  if release.hasNarrative {
    let path = "content/releases/\(release.folder)/body.md"
    body = readText(path, inputs.source.read, &diagnostics).map { AuthorText(path: $0.path, bytes: $0.bytes) }
  }
  return ReleaseTexts(
    body: body, boilerplate: release.boilerplate.compactMap { inputs.boilerplate[$0] },
    charts: inputs.context.chartReading.written(release))
}

/// A reusable text as it stands on the pages of the releases that name it.
func authorText(_ block: TextBlock) -> TitledText {
  TitledText(
    title: block.title,
    text: AuthorText(path: block.path, bytes: Array(block.text.utf8), firstLine: block.textLine))
}

/// Fills a hand-written page.
func makeWrittenPage(
  _ index: Int, _ place: SitePlan.Page, _ inputs: SiteInputs, _ sink: inout ByteSink,
  _ output: SiteOutput, _ made: inout MadePage
) {
  let page = inputs.loaded.pages[index]
  guard let source = readText(page.path, inputs.source.read, &made.diagnostics) else { return }
  // The front matter was decoded, and its findings reported, when the archive was loaded.
  var repeated: [Diagnostic] = []
  let cut = parseFrontMatter(source, diagnostics: &repeated)
  let text = AuthorText(path: page.path, bytes: Array(cut.body), firstLine: cut.bodyLine).scanned()
  let written = WrittenPage(
    address: page.address, title: page.title, summary: page.summary, showsContents: page.showsContents)
  made.diagnostics += misspelledBlocks(text)
  let prose = checkProse([text], release: nil, inputs, &made)
  var fragments: [FragmentUse] = []
  let composed = writtenPage(
    written, text: text, prose: prose, inputs.context, fragments: &fragments, diagnostics: &made.diagnostics)
  made.charts += Int32(composed.charts)
  fill(composed.record, place, inputs, &sink, output, &made)
  confirm(fragments, on: place, sink, &made)
  hand(composed.files, place, output, &made)
}
