import CivilTime
import MarkdownRendering
import ReleaseModel

/// A part of a release's page, in the order of the page.
enum PageSegment {
  /// A second-level heading of ours, in plain text.
  case heading(String)
  /// An author's Markdown; the dateline stands at the start of its first paragraph.
  case text(AuthorText, dateline: String?)
  case block(ReportBlock)
}

/// What stands on a release's page: the key figures, the narrative, every block the author did not place,
/// the boilerplate and the mark at the end.
func releaseOutline(_ view: ReleaseView, _ texts: ReleaseTexts, _ inventory: BlockInventory) -> [PageSegment]
{
  let release = view.release
  let placed = placedBlocks(texts, inventory)
  let sections = texts.body?.sectionLines ?? []
  var segments: [PageSegment] = []
  segments.reserveCapacity(24)
  func addMissing(_ blocks: some Sequence<ReportBlock>, under heading: String) {
    var isFirst = true
    for block in blocks where !placed.contains(block) {
      if isFirst { segments.append(.heading(heading)) }
      isFirst = false
      segments.append(.block(block))
    }
  }

  if !inventory.keyFigures.isEmpty, !placed.contains(.keyFigures) { segments.append(.block(.keyFigures)) }
  if let body = texts.body, !body.isBlank {
    if !beginsWithSection(body) {
      // Where the author has sections of the same name or rank, ours only opens them.
      segments.append(.heading(sections.isEmpty ? narrativeHeading(release.kind) : "Overview"))
    }
    segments.append(.text(body, dateline: release.dateline.map { dateline($0, release) }))
  }
  addMissing(
    inventory.charts.indices.lazy.map(ReportBlock.chart),
    under: inventory.charts.count == 1 ? "The figures in a chart" : "The figures in charts")
  addMissing(inventory.hasComparison ? [.comparison] : [], under: "Compared with earlier periods")
  addMissing(
    inventory.statements.indices.lazy.map(ReportBlock.statement),
    under: inventory.statements.count == 1 ? "Financial statement" : "Financial statements")
  addMissing(inventory.hasFigures ? [.figures] : [], under: "Figures outside the statements")
  if inventory.events > 0 {
    let events = eventsHeading(release.events)
    let isTaken = texts.body.map { isHeading(events, of: sections, $0) } ?? false
    addMissing(
      (0..<inventory.events).lazy.map(ReportBlock.event), under: isTaken ? events + " details" : events)
  }
  addMissing(inventory.hasAttachments ? [.attachments] : [], under: "Attachments")
  addMissing(inventory.hasQuality ? [.quality] : [], under: "Data quality")
  for boilerplate in texts.boilerplate {
    segments.append(.heading(boilerplate.title))
    segments.append(.text(boilerplate.text, dateline: nil))
  }
  segments.append(.block(.end))
  return segments
}

/// `Los Angeles, November 14, 2003`.
private func dateline(_ place: String, _ release: Release) -> String {
  "\(place), \(EnglishCalendar.long(release.released.day))"
}

private func placedBlocks(_ texts: ReleaseTexts, _ inventory: BlockInventory) -> Set<ReportBlock> {
  var placed: Set<ReportBlock> = []
  for text in [texts.body].compactMap({ $0 }) + texts.boilerplate.map(\.text) {
    for fence in text.scan.blocks
    where BlockInventory.claims(fence.info) && !isInlineChart(fence.info, fence.literal) {
      if case .success(let block) = inventory.block(fence.info) { placed.insert(block) }
    }
  }
  return placed
}

/// Whether some section of a text has these words as its heading, in capitals or not.
private func isHeading(_ heading: String, of sections: [Range<Int>], _ text: AuthorText) -> Bool {
  sections.contains { line in
    let words = String(decoding: text.normalized[line].dropFirst(3), as: UTF8.self)
    return words.split(separator: " ").joined(separator: " ").lowercased() == heading.lowercased()
  }
}

private func beginsWithSection(_ text: AuthorText) -> Bool {
  var begins = false
  text.forEachLine { line in
    if isBlank(text.normalized[line]) { return true }
    begins = text.begins(line, with: "## ") || text.normalized[line].elementsEqual("##".utf8)
    return false
  }
  return begins
}

private func narrativeHeading(_ kind: Release.Kind) -> String {
  switch kind {
  case .earnings: "Results"
  case .announcement: "Announcement"
  case .event: "Event"
  case .filing: "Filing"
  }
}

private func eventsHeading(_ events: [Event]) -> String {
  guard let first = events.first else { return "Events" }
  let areAlike = events.allSatisfy { $0.kind == first.kind }
  if !areAlike { return "Events" }
  return events.count == 1 ? first.kind.words : first.kind.words + "s"
}

extension Event.Kind {
  /// `Conference call`.
  var words: String {
    switch self {
    case .conferenceCall: "Conference call"
    case .webcast: "Webcast"
    case .meeting: "Meeting"
    case .presentation: "Presentation"
    }
  }
}

/// Whether a line of Markdown is blank (CommonMark 0.31, 2.1).
func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 32 || $0 == 9 } }
