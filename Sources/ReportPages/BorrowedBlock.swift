import CivilTime
import MarkdownRendering
import Markup
import ReleaseModel

/// A block of another release's page, as the info string of a fence names it on any page of the site:
/// `statement 2003-11-14-third-quarter-results/income-statement`, `key-figures 2003-11-14-third-quarter-results`.
struct BorrowedBlock {
  /// The release's place in the archive.
  var release: Int
  var block: ReportBlock

  /// Where it stands: always in a section of the page that borrows it.
  var placement: BlockPlacement { block.placement == .page ? .wide : block.placement }
}

/// What a fence borrows from a release, or why it cannot; `nil` where it names no release's folder.
func borrowedBlock(_ info: String, _ context: PageContext) -> Result<BorrowedBlock, UnknownBlock>? {
  guard mayBorrow(info), BlockInventory.claims(info) else { return nil }
  let words = info.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }
  guard words.count == 2, isFolderName(words[1]) else { return nil }
  let parts = words[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
  let folder = String(parts[0])
  guard let number = releaseNumber(folder, context) else {
    if let held = context.unopened.first(where: { $0.folder == folder }) {
      return .failure(
        UnknownBlock("the release '\(folder)' \(held.words)", hints: held.hints("show its blocks")))
    }
    let reason = "the archive has no release '\(folder)'"
    return .failure(UnknownBlock(reason, folder, among: foldersNear(folder, context)))
  }
  let inventory = lendersBlocks(number, context).inventory
  let own = ([String(words[0])] + (parts.count > 1 ? [String(parts[1])] : [])).joined(separator: " ")
  return inventory.block(own).map { BorrowedBlock(release: number, block: $0) }
}

/// Whether a fence may name a release's folder, which begins with a digit; nearly all name a block of the page itself.
func mayBorrow(_ info: String) -> Bool {
  guard let space = info.utf8.firstIndex(of: UInt8(ascii: " ")) else { return false }
  let word = info.utf8[space...].drop { $0 == UInt8(ascii: " ") }
  guard let first = word.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
  // Longer than a day and a hyphen.
  return word.count > 11
}

/// Appends a borrowed block as HTML, with the release it is from.
///
/// - Parameters:
///   - page: the address of the page it goes to.
///   - count: how many the page has borrowed, this one included; ids on the page begin with it.
func appendBorrowed(
  _ borrowed: BorrowedBlock, to page: String, count: Int, _ context: PageContext, into sink: inout ByteSink
) {
  let blocks = lendersBlocks(borrowed.release, context)
  var own = ByteSink()
  blocks.append(borrowed.block, to: &own)
  let view = blocks.view
  let isStrip = borrowed.block.placement == .page
  if isStrip { sink.markup("<div class=\"wide borrowed\">\n") }
  sink.append(transplanted(own.bytes(), from: view.address, to: page, prefix: "_\(count)-"))
  sink.markup("<p class=\"body table-note\">From <a href=\"")
  sink.address(relativeAddress(from: page, to: view.address))
  sink.markup("\">")
  sink.text(view.release.headline)
  sink.markup("</a>, ")
  sink.text(EnglishCalendar.long(view.release.released.day))
  sink.markup("</p>\n")
  if isStrip { sink.markup("</div>\n") }
}

/// Appends a borrowed block as Markdown, with the release it is from.
func appendBorrowedMarkdown(
  _ borrowed: BorrowedBlock, to page: String, _ context: PageContext, into sink: inout ByteSink
) {
  let blocks = lendersBlocks(borrowed.release, context)
  var own = ByteSink()
  blocks.appendMarkdown(borrowed.block, to: &own)
  let view = blocks.view
  sink.append(transplantedMarkdown(own.bytes(), from: view.address, to: page))
  sink.markup("\nFrom [")
  sink.markdown(view.release.headline)
  sink.markup("](")
  sink.append(markdownDestination(relativeAddress(from: page, to: view.address)))
  sink.markup("), ")
  sink.markdown(EnglishCalendar.long(view.release.released.day))
  sink.append(10)
}

/// The blocks of a release that other pages may show: all but the charts in its text.
private func lendersBlocks(_ release: Int, _ context: PageContext) -> ReleaseBlocks {
  let charts = context.chartReading.written(context.archive.releases[release])
  return ReleaseBlocks(ReleaseView(release, context), ReleaseTexts(charts: charts), context)
}

/// Whether a word begins as the folder of a release does: with a day and a hyphen.
private func isFolderName(_ word: Substring) -> Bool {
  word.utf8.count > 11 && Day(iso: word.prefix(10)) != nil && word.dropFirst(10).first == "-"
}

/// The place in the archive of the release in a folder; the archive is ordered by day.
private func releaseNumber(_ folder: String, _ context: PageContext) -> Int? {
  guard let day = Day(iso: folder.prefix(10)) else { return nil }
  return releases(from: day, to: day, context).first { context.archive.releases[$0].folder == folder }
}

/// The folders that a misspelled one may have meant: those of the half-years before and after it.
private func foldersNear(_ folder: String, _ context: PageContext) -> [String] {
  guard let day = Day(iso: folder.prefix(10)) else { return [] }
  return releases(from: day.adding(days: -200), to: day.adding(days: 200), context).prefix(200)
    .map { context.archive.releases[$0].folder }
}

/// The places of the releases of some days.
private func releases(from first: Day, to last: Day, _ context: PageContext) -> Range<Int> {
  let releases = context.archive.releases
  func start(_ isBefore: (Day) -> Bool) -> Int {
    var range = releases.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        isBefore(releases[middle].released.day) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
  let from = start { $0 < first }
  return from..<max(from, start { $0 <= last })
}
