import CivilTime
public import Diagnostics
import MarkdownRendering
import Markup
public import PageTemplates
public import ReleaseChecks
import ReleaseModel

/// What a release's page is published as.
public struct ReleasePage: Sendable {
  /// For the template `release`.
  public var record: WrittenRecord
  /// The same page as GitHub-flavored Markdown, for `index.md` beside it; `nil` where the site publishes none.
  public var markdown: [UInt8]?
  /// What is published beside it besides.
  public var files: [PageFile]
  /// How many charts it shows.
  public var charts: Int
  /// How many figures it tells.
  public var figures: Int
  /// Its links to places on pages of the site, itself among them.
  public var fragments: [FragmentUse]
  public var diagnostics: [Diagnostic]
  /// How far it looked beyond its release.
  public var reach: PageReach
  /// What some of its parts took, where a clock was given.
  public var times = ReleasePageTimes()
  /// What `release.yaml` asks for and the release does not tell.
  public var unmetRequests: [Finding]
}

/// Composes and renders a release's page.
///
/// - Parameters:
///   - number: the release's place in the archive.
///   - clock: tells the time, in any unit, for a page that is to say what its parts took.
///   - hasQuality: whether the page has a section on data quality.
///   - check: holds the texts against the archive, once the parser has found their links, for that section.
public func releasePage(
  _ number: Int, texts: ReleaseTexts, _ context: PageContext,
  hasQuality: Bool = false, clock: (() -> Int)? = nil,
  check: (ReleaseTexts) -> ReleaseQuality = { _ in ReleaseQuality(prose: ProseReport()) }
) -> ReleasePage {
  var texts = texts
  let blocks = ReleaseBlocks(ReleaseView(number, context), texts, context, hasQuality: hasQuality)
  let inventory = blocks.inventory
  let outline = releaseOutline(blocks.view, texts, inventory)
  let generated = GeneratedMarkdown(outline, blocks.view.release)
  var fragments: [FragmentUse] = []
  var diagnostics = blocks.charts.diagnostics
  var article = ByteSink(capacity: 65_536)
  var times = ReleasePageTimes()
  let start = clock?() ?? 0
  let headings = generated.written.withBytes { bytes in
    withParsedMarkdown(bytes) { parsed in
      times.parse = (clock?() ?? 0) - start
      generated.distribute(parsed.scanLinks(), to: &texts)
      blocks.view.noteReach(ofClaimsIn: texts)
      if hasQuality { blocks.settle(check(texts)) }
      return renderSections(
        parsed, links: blocks.links, inventory: inventory,
        charts: blocks.charts,
        block: { block, sink in
          guard let clock else { return blocks.append(block, to: &sink) }
          let start = clock()
          blocks.append(block, to: &sink)
          times.add(block, clock() - start)
        },
        keepsPageMarks: blocks.view.release.waivers.contains { $0.code == pageMarkCheck },
        place: { generated.place(for: $0) }, into: &article, fragments: &fragments,
        diagnostics: &diagnostics)
    }
  }
  blocks.append(.end, to: &article)
  diagnostics += takenAnchors(headings, texts, inventory, blocks.charts)
  return ReleasePage(
    record: releaseRecord(blocks.view, article: WrittenBytes(article), context),
    markdown: context.publishes(.markdown)
      ? publishedMarkdown(releaseOutline(blocks.view, texts, inventory), blocks, blocks.links) : nil,
    files: blocks.charts.all.flatMap(chartFiles), charts: blocks.charts.all.count,
    figures: blocks.view.figures.count, fragments: fragments,
    diagnostics: diagnostics, reach: blocks.view.reach, times: times,
    unmetRequests: blocks.unmetRequests)
}

/// The check of marks of printed pages: a release that waives it keeps them.
private let pageMarkCheck = "V508"

/// What parts of a release's page took, in the unit of the clock.
public struct ReleasePageTimes: Sendable {
  public var parse = 0
  public var charts = 0
  public var statements = 0

  mutating func add(_ block: ReportBlock, _ time: Int) {
    switch block {
    case .chart: charts += time
    case .statement: statements += time
    default: break
    }
  }
}

/// The record of the template `release`.
func releaseRecord(_ view: ReleaseView, article: WrittenBytes, _ context: PageContext) -> WrittenRecord {
  let release = view.release
  let site = context.archive.site
  let day = release.released.day
  let company = release.company == site.company ? nil : view.companyNumber
  let yearAddress = archiveIndexAddress(company: company, year: day.year, context.archive)
  // An old version is no part of the sequence.
  let isOld = context.oldVersion != nil
  let previous = isOld ? nil : neighbor(of: view, step: -1, context)
  let next = isOld ? nil : neighbor(of: view, step: 1, context)
  let verification = isOld ? nil : verificationRecord(view.quality)
  var record = RecordWriter()
  record.frame(
    context, address: view.address, title: release.headline, description: release.summary ?? release.headline,
    isArticle: true, isHidden: isOld, company: company
  ) { appendStructuredData(of: view, yearAddress: yearAddress, context, to: &$0) }
  record.text(kindWords(release, view.fiscal))
  record.text(release.kind.rawValue)
  record.text(isoText(release.released))
  record.text(EnglishCalendar.long(day))
  record.text(release.period.map(view.words))
  record.flag(isArchived(day, site, now: context.now))
  record.text(release.headline)
  record.text(release.summary)
  record.text(view.companyName == site.title ? nil : view.companyName)
  record.text(view.ticker)
  record.list(release.contacts, of: PageShapes.contact) { $0.contact($1) }
  record.flag(!release.contacts.isEmpty)
  record.html(article)
  record.text {
    $0.raw(site.baseURL)
    $0.raw(view.address)
  }
  record.text { $0.relativeAddress(from: view.address, to: yearAddress) }
  record.text { $0.decimal(day.year) }
  record.text(view.shortTitle)
  record.text(context.publishes(.markdown) ? "index.md" : nil)
  record.record(previous, of: PageShapes.neighbor) { $0.neighbor($1, of: view, context) }
  record.record(next, of: PageShapes.neighbor) { $0.neighbor($1, of: view, context) }
  record.flag(previous != nil || next != nil)
  record.list(release.sources.map(sourceRecord))
  record.flag(!release.sources.isEmpty)
  record.text(context.preview.badges[release.folder])
  record.list(release.corrections.enumerated().map { correctionRecord($1, at: $0) })
  record.record(context.oldVersion.map { oldVersionRecord($0, from: view.address) })
  record.list(topicLinks(view, context))
  record.flag(!release.topics.isEmpty)
  record.text(context.publishes(OutputKind.json) ? "release.json" : nil)
  record.flag(context.publishes(OutputKind.json) || context.publishes(.markdown))
  record.record(verification)
  record.flag(!release.contacts.isEmpty || verification != nil)
  return record.page(PageShapes.release)
}

/// How many of the text's linked figures the checks confirm; `nil` where none is linked.
private func verificationRecord(_ quality: ReleaseQuality?) -> TemplateRecord? {
  guard let counts = quality?.prose.counts else { return nil }
  let (verified, others) = (counts.verified, counts.notVerifiable + counts.contradicted)
  guard verified + others > 0 else { return nil }
  return PageShapes.verification.record(
    .text(verified > 0 ? "\(counted(verified, "figure")) \(verified == 1 ? "is" : "are")" : nil),
    .text(
      others > 0
        ? "\(verified > 0 ? "\(others)" : counted(others, "figure")) \(others == 1 ? "is" : "are")" : nil),
    .text("#" + qualityAnchor))
}

private func correctionRecord(_ correction: Correction, at index: Int) -> TemplateRecord {
  PageShapes.correction.record(
    .text("correction-\(index + 1)"), .text(isoText(correction.date)),
    .text(EnglishCalendar.long(correction.date.day)), .text(correction.what.asSentence),
    .text(correction.why?.asSentence),
    .text(correction.version.map { "versions/\($0)/" }))
}

private func oldVersionRecord(_ ended: EndedVersion, from address: String) -> TemplateRecord {
  PageShapes.oldVersion.record(
    .text(isoText(ended.correction.date)), .text(EnglishCalendar.long(ended.correction.date.day)),
    .text(ended.correction.what.asSentence), .text(ended.correction.why?.asSentence),
    .text(relativeAddress(from: address, to: ended.currentAddress)))
}

private func topicLinks(_ view: ReleaseView, _ context: PageContext) -> [TemplateRecord] {
  let archive = context.archive
  let company = view.release.company == archive.site.company ? nil : view.companyNumber
  return view.release.topics.map { topic in
    let address = listAddress(ReleaseListing(company: company, scope: .topic(topic)), archive)
    return PageShapes.listLink.record(
      .text(archive.site.title(ofTopic: topic)), .text(relativeAddress(from: view.address, to: address)),
      .flag(false))
  }
}

/// The address's last part in words: `Third quarter results`.
func shortTitle(_ release: Release) -> String {
  // An old version's address goes on below its release's.
  let slug = release.slug.utf8.prefix { $0 != UInt8(ascii: "/") }
  let isOld = slug.endIndex < release.slug.endIndex
  // Slugs are small letters, digits and hyphens.
  return composed { title in
    for byte in slug {
      let isInitial = title.count == 0 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      title.append(byte == UInt8(ascii: "-") ? 32 : isInitial ? byte - 32 : byte)
    }
    if isOld { title.markup(", old version") }
  }
}

/// Whether a release is so old at a moment, by the calendar of UTC, that its page says so.
func isArchived(_ day: Day, _ site: SiteSettings, now: Instant) -> Bool {
  let (year, month, dayOfMonth) = day.parts
  let limit = year + site.archivedAfterYears
  let last = Day.length(ofMonth: month, year: limit)
  guard let end = Day(year: limit, month: month, day: min(dayOfMonth, last)) else { return false }
  return now.utc.day > end
}

/// The release of the same company before or after another, in the order of the archive.
private func neighbor(of view: ReleaseView, step: Int, _ context: PageContext) -> Int? {
  guard let company = view.companyNumber else { return nil }
  let siblings = context.releasesOf[company]
  guard let position = position(of: view.number, in: siblings), siblings.indices.contains(position + step)
  else { return nil }
  return siblings[position + step]
}

extension RecordWriter {
  /// Adds the fields of a release before or after another.
  fileprivate mutating func neighbor(_ number: Int, of view: ReleaseView, _ context: PageContext) {
    let released = context.archive.releases[number].released
    text { $0.relativeAddress(from: view.address) { $0.address(ofRelease: number, context) } }
    text(context.archive.releases[number].headline)
    text(isoText(released))
    text(EnglishCalendar.long(released.day))
  }

  fileprivate mutating func contact(_ contact: Contact) {
    text(contact.name)
    text(contact.title)
    text(contact.phone)
    text { if let phone = contact.phone { $0.phoneAddress(phone) } }
    text(contact.email)
    text(contact.email.map(emailAddress))
    text(contact.web.map(withoutScheme))
    text(contact.web.map(withScheme))
  }
}

/// The index of a number in a list in rising order.
private func position(of number: Int, in ordered: [Int]) -> Int? {
  var range = ordered.indices
  while !range.isEmpty {
    let middle = range.lowerBound + range.count / 2
    if ordered[middle] == number { return middle }
    range = ordered[middle] > number ? range.lowerBound..<middle : middle + 1..<range.upperBound
  }
  return nil
}

/// `mailto:ir@hemacare.com`, and the web address where a release prints one in the e-mail's place.
func emailAddress(_ email: String) -> String {
  email.utf8.contains(UInt8(ascii: "@")) ? "mailto:\(email)" : withScheme(email)
}

extension ByteSink {
  /// Appends `tel:+18773100717` for `877-310-0717` (RFC 3966), ten digits without a country being North American, and
  /// nothing for what is no number.
  mutating func phoneAddress(_ phone: String) {
    let start = count
    let isWhole = phone.hasPrefix("+")
    markup("tel:+")
    let digits = phone.utf8.lazy.filter { (48...57).contains($0) }
    if !isWhole, digits.count == 10 { append(UInt8(ascii: "1")) }
    let first = count
    for digit in digits { append(digit) }
    switch count - first {
    case 10 where !isWhole: break
    case 7... where isWhole: break
    case 11 where digits.first == UInt8(ascii: "1"): break
    default: truncate(to: start)
    }
  }
}

private func sourceRecord(_ source: Source) -> TemplateRecord {
  PageShapes.source.record(
    .text(source.title), .text(source.url.map(withScheme)), .text(source.accession), .text(source.note))
}

/// Headings whose anchors belong to blocks of the page.
private func takenAnchors(
  _ headings: [MarkdownHeading], _ texts: ReleaseTexts, _ inventory: BlockInventory, _ charts: PageCharts
) -> [Diagnostic] {
  headings.filter { isBlockAnchor($0.anchor, inventory) || charts.hasAnchor($0.anchor) }.map { heading in
    var place: Place?
    for text in [texts.body].compactMap({ $0 }) + texts.boilerplate.map(\.text) {
      let line = text.lines.firstIndex {
        $0.first == UInt8(ascii: "#") && String(decoding: Array($0), as: UTF8.self).contains(heading.text)
      }
      guard place == nil, let line else { continue }
      place = Place(
        text.path, SourceRange(line: text.firstLine + line, column: 1, length: text.lines[line].count))
    }
    let message = "'\(heading.text)' takes the anchor '\(heading.anchor)' of a block"
    return Diagnostic(.takenAnchor, message, at: place ?? texts.body.map { Place($0.path) })
  }
}

/// Whether an anchor is one of those that the blocks of the page have.
private func isBlockAnchor(_ anchor: String, _ inventory: BlockInventory) -> Bool {
  // Hardly any heading begins like one of them.
  switch anchor.utf8.first {
  case UInt8(ascii: "f"): return anchor == "figures-caption"
  case UInt8(ascii: "q"): return anchor == "quality-caption"
  case UInt8(ascii: "k"): return anchor == "key-figures-title"
  case UInt8(ascii: "e"): return isNumbered(anchor, after: "event-", upTo: inventory.events)
  case UInt8(ascii: "s"): return isNumbered(anchor, after: "statement-", upTo: inventory.statements.count)
  case UInt8(ascii: "c"):
    return anchor == "comparison-caption" || rest(of: anchor, after: "correction-").flatMap { Int($0) } != nil
  default: return false
  }
}

/// Whether an anchor is that of a numbered block, or of its caption: `statement-1`, `statement-1-caption`.
private func isNumbered(_ anchor: String, after prefix: StaticString, upTo count: Int) -> Bool {
  guard var rest = rest(of: anchor, after: prefix) else { return false }
  if rest.hasSuffix("-caption") { rest = rest.dropLast(8) }
  return Int(rest).map { $0 <= count } ?? false
}

/// What follows in a text some ASCII words that it begins with.
func rest(of text: String, after words: StaticString) -> Substring? {
  let bytes = text.utf8
  guard bytes.starts(with: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)) else {
    return nil
  }
  return text[bytes.index(bytes.startIndex, offsetBy: words.utf8CodeUnitCount)...]
}
