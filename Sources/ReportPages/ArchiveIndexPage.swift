import CivilTime
import ExactNumbers
import Markup
public import PageTemplates
import ReleaseModel

/// Fills a page of a list of releases: the template `releases`.
public func archiveIndexRecord(_ listing: ReleaseListing, _ context: PageContext) -> WrittenRecord {
  let archive = context.archive
  let address = listAddress(listing, archive)
  let all = context.lists.releases(company: listing.company, listing.scope)
  let perPage = archive.site.releasesPerPage
  let pages = max(1, (all.count + perPage - 1) / perPage)
  let shown = Array(all.dropFirst((listing.page - 1) * perPage).prefix(perPage))
  let years = uniqueRuns(shown) { context.years[$0] }
  let name = title(listing, archive)
  let words = standfirst(all, archive) + (pages > 1 ? " Page \(listing.page) of \(pages)." : "")
  let showsKinds = pages == 1 && (listing.scope == .all || isYear(listing.scope))
  let topics = linkedTopics(listing, context.lists)
  let page = ListingPage(address, context)
  var record = RecordWriter()
  record.frame(
    context, address: address, title: pages > 1 && listing.page > 1 ? "\(name), page \(listing.page)" : name,
    description: words, company: listing.company, kind: kind(listing.scope)
  ) { appendPageStructuredData(name, at: address, archive.site, to: &$0) }
  record.text(name)
  record.text(words)
  record.yearLinks(listing, shown: years.map(\.key), isWhole: pages == 1, address, context)
  /// The entries of all that is shown, in its order.
  var entries: [RecordWriter.Place] = []
  record.list(years, of: PageShapes.yearSection) { section, run in
    section.text { $0.decimal(run.key) }
    section.text {
      $0.markup("y")
      $0.decimal(run.key)
    }
    section.list(run.members, of: PageShapes.entry) { $0.entry($1, on: page, context) }
    if showsKinds { entries += section.lastRecords }
  }
  record.list(showsKinds ? kinds(shown, context) : [], of: PageShapes.kindSection) { section, kind in
    section.text(kind.title)
    section.text {
      $0.markup("kind-")
      for byte in kind.title.lowercased().utf8 {
        $0.append(byte == UInt8(ascii: " ") ? UInt8(ascii: "-") : byte)
      }
    }
    section.text(counted(kind.members.count, "release"))
    section.list(kind.members, of: PageShapes.entry) { $0.entry(again: entries[$1], shown[$1], context) }
  }
  record.list(context.lists.kinds(company: listing.company), of: PageShapes.listLink) {
    $0.link($1.listTitle, to: .kind($1), listing, address, archive)
  }
  record.list(topics, of: PageShapes.listLink) {
    $0.link(archive.site.title(ofTopic: $1), to: .topic($1), listing, address, archive)
  }
  record.flag(!topics.isEmpty)
  record.list(feedsOfList(listing, address, context))
  record.record(pages > 1 ? pager(listing, of: pages, address, archive) : nil)
  return record.page(PageShapes.releasesIndex)
}

private func isYear(_ scope: ReleaseListing.Scope) -> Bool {
  if case .year = scope { true } else { false }
}

private func kind(_ scope: ReleaseListing.Scope) -> Release.Kind? {
  if case .kind(let kind) = scope { kind } else { nil }
}

/// The feeds that tell what the list tells; lists of years and of topics have none, and lead to those of all.
private func feedsOfList(
  _ listing: ReleaseListing, _ address: String, _ context: PageContext
) -> [TemplateRecord] {
  let archive = context.archive
  let hasOwn = archive.site.outputs.contains(.feeds)
  let scope = hasOwn ? FeedScope(company: listing.company, kind: kind(listing.scope)) : FeedScope()
  return context.feedFormats.map { format in
    PageShapes.feedLink.record(
      .text(format.mediaType), .text(format.name),
      .text(relativeAddress(from: address, to: feedAddress(scope, format, archive))))
  }
}

private func title(_ listing: ReleaseListing, _ archive: ReleaseArchive) -> String {
  switch listing.scope {
  case .all: "Releases"
  case .year(let year): "Releases of \(year)"
  case .kind(let kind): kind.listTitle
  case .topic(let topic): archive.site.title(ofTopic: topic)
  }
}

extension RecordWriter {
  /// Adds the fields of ``PageShapes/listLink``.
  fileprivate mutating func link(
    _ title: String, to scope: ReleaseListing.Scope, _ listing: ReleaseListing, _ address: String,
    _ archive: ReleaseArchive
  ) {
    text(title)
    text {
      $0.relativeAddress(
        from: address, to: listAddress(ReleaseListing(company: listing.company, scope: scope), archive))
    }
    flag(scope == listing.scope)
  }

  /// Adds all years with releases: to their place on the page where it shows all of them, else to their own pages.
  fileprivate mutating func yearLinks(
    _ listing: ReleaseListing, shown: [Int], isWhole: Bool, _ address: String, _ context: PageContext
  ) {
    list(context.lists.years(company: listing.company), of: PageShapes.listLink) { link, year in
      guard isWhole, listing.scope == .all, shown.contains(year) else {
        return link.link(String(year), to: .year(year), listing, address, context.archive)
      }
      link.text { $0.decimal(year) }
      link.text {
        $0.markup("#y")
        $0.decimal(year)
      }
      link.flag(false)
    }
  }
}

/// The topics to whose lists a list leads.
private func linkedTopics(_ listing: ReleaseListing, _ lists: ReleaseLists) -> [String] {
  if listing.scope == .all, listing.page == 1 { return lists.topics(company: listing.company) }
  var topics = lists.commonTopics(company: listing.company)
  // The one that is looked at is marked among them.
  if case .topic(let own) = listing.scope, !topics.contains(own) {
    let place = topics.firstIndex { own.utf8.lexicographicallyPrecedes($0.utf8) } ?? topics.count
    topics.insert(own, at: place)
  }
  return topics
}

/// The pages before and after one of a list.
private func pager(
  _ listing: ReleaseListing, of pages: Int, _ address: String, _ archive: ReleaseArchive
) -> TemplateRecord {
  func href(_ page: Int) -> String? {
    guard (1...pages).contains(page) else { return nil }
    var other = listing
    other.page = page
    return relativeAddress(from: address, to: listAddress(other, archive))
  }
  return PageShapes.pager.record(
    .text("Page \(listing.page) of \(pages)"), .text(href(listing.page - 1)), .text(href(listing.page + 1)))
}

/// The places of releases by what kind they are, kinds in the order of the alphabet.
private func kinds(_ shown: [Int], _ context: PageContext) -> [(title: String, members: [Int])] {
  let releases = context.archive.releases
  var kinds: [(title: String, members: [Int])] = []
  for (place, index) in shown.enumerated() {
    let title = kindWordsPlural(releases[index].kind, releases[index].period, context.fiscal(of: index))
    if let known = kinds.firstIndex(where: { $0.title == title }) {
      kinds[known].members.append(place)
    } else {
      kinds.append((title, [place]))
    }
  }
  return kinds.sorted { $0.title < $1.title }
}

private func standfirst(_ all: ReleasePlaces, _ archive: ReleaseArchive) -> String {
  guard let newest = all.first, let oldest = all.last else { return "No release has been published yet." }
  let (first, last) = (archive.releases[oldest].released.day, archive.releases[newest].released.day)
  let count = counted(all.count, "release")
  return first.year == last.year
    ? "\(count) of \(last.year), latest first." : "\(count) from \(first.year) to \(last.year), latest first."
}

/// `1 release`, `19 releases`, `1,200 releases`.
func counted(_ count: Int, _ word: String) -> String {
  "\(Amount(Int64(count)).text()) \(word)\(count == 1 ? "" : "s")"
}

/// Cuts an ordered list where its key changes.
func uniqueRuns<Key: Equatable, List: RandomAccessCollection<Int>>(
  _ list: List, _ key: (Int) -> Key
) -> [(key: Key, members: List.SubSequence)] where List.Index == Int {
  var runs: [(key: Key, members: List.SubSequence)] = []
  var start = 0
  while start < list.count {
    let common = key(list[start])
    var end = start + 1
    while end < list.count, key(list[end]) == common { end += 1 }
    runs.append((common, list[start..<end]))
    start = end
  }
  return runs
}
