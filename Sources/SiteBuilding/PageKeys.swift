import Checksums
import PageTemplates
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages

/// One number for everything that a page is made from.
///
/// Pages whose numbers are what they were in the last build are as they were. Which files a page shows, the archive
/// says; a number is made of their stamps, so nothing that decoding reads in them can be missing from it. Only the
/// set of addresses, against which links are held, counts for itself. What besides files decides what a page says,
/// the moment and the options, is the same wherever two numbers are compared.
struct PageKeys: Sendable {
  /// What every page of the site depends on: settings, concepts, the theme's assets, and what kinds of pages there
  /// are.
  private let frame: UInt64
  /// Of the templates of each kind of page.
  private let templates: [String: UInt64]
  /// Of the templates that write the blocks of releases.
  private let blockTemplates: UInt64
  /// All addresses of the site.
  private let addresses: UInt64
  /// Everything below `content/`.
  private let archive: UInt64
  /// Of each release the files of its folder, without the narrative.
  private let data: [UInt64]
  /// Of each release the narrative and the reusable texts it names.
  private let texts: [UInt64]
  /// Of each release its company's data from the first release up to it.
  private let pasts: [UInt64]
  /// Of each release the place of the one its company published next.
  private let next: [Int32?]
  /// Of each company its own file, and of all of them.
  private let ownFiles: [UInt64]
  private let allCompanies: UInt64
  /// Of each company the data of all its releases.
  private let companies: [UInt64]
  private let companyOf: [Int32?]
  /// What lists of releases there are, of everyone and then of each company.
  private let scopes: [UInt64]
  /// Of each release whether it may lack figures because something could not be read; none where everything was.
  private let lacking: [Bool]
  private let lists: ReleaseLists
  private let releasesPerPage: Int
  private let records: [ReleaseRecord]

  /// `nil` where the states of files cannot be told apart.
  init?(_ inputs: SiteInputs) {
    let releases = inputs.context.archive.releases
    let own = inputs.context.archive.companies
    guard let stamps = ContentStamps(inputs) else { return nil }
    templates = inputs.context.templates.parts.mapValues { names in
      var key = Fingerprint()
      for name in names.sorted() { key.add(stamps.ofSome["Templates/\(name).html"] ?? 0) }
      return key.value
    }
    var blocks = Fingerprint()
    for template in PageShapes.blockTemplates { blocks.add(templates[template] ?? 0) }
    blockTemplates = blocks.value
    ownFiles = own.map { stamps.ofSome["content/companies/\($0.id).yaml"] ?? 0 }
    var everyFile = Fingerprint()
    for file in ownFiles { everyFile.add(file) }
    allCompanies = everyFile.value
    texts = zip(releases, stamps.narratives).map { release, narrative in
      var key = Fingerprint(narrative)
      for name in release.boilerplate {
        key.add(inputs.loaded.boilerplate[name].flatMap { stamps.ofSome[$0.path] } ?? 0)
      }
      return key.value
    }
    // A sum, because a set has no order.
    addresses = inputs.context.addresses.reduce(0) { $0 &+ Fingerprint($1).value }
    let ids = Dictionary(own.enumerated().map { ($1.id, $0) }) { first, _ in first }
    companyOf = releases.map { ids[$0.company].map { Int32($0) } }
    var (frame, archive) = (stamps.frame, stamps.archive)
    var companies = own.map { Fingerprint($0.id) }
    var pasts: [UInt64] = []
    var latest = [Int?](repeating: nil, count: companies.count)
    var next = [Int32?](repeating: nil, count: releases.count)
    for (index, company) in companyOf.enumerated() {
      archive.add(stamps.data[index])
      archive.add(texts[index])
      guard let company = company.map({ Int($0) }) else {
        pasts.append(0)
        continue
      }
      companies[company].add(stamps.data[index])
      // Only the number goes on, so that a company's releases cost no more than their count.
      companies[company] = Fingerprint(companies[company].value)
      pasts.append(companies[company].value)
      if let before = latest[company] { next[before] = Int32(index) }
      latest[company] = index
    }
    frame.add(releases.contains { !$0.events.isEmpty } ? 1 : 0)
    for company in inputs.context.incomplete.companies.sorted() { frame.add(company) }
    lacking =
      inputs.context.mayLackFigures(upTo: nil)
      ? releases.indices.map { inputs.context.mayLackFigures(upTo: $0) } : []
    for company in latest { frame.add(company == nil ? 0 : 1) }
    lists = inputs.context.lists
    scopes = ([nil] + companies.indices.map(Optional.some)).map { [lists] company in
      var scopes = Fingerprint()
      for scope in lists.scopes(company: company) { scopes.add(scope) }
      for topic in lists.commonTopics(company: company) { scopes.add(topic) }
      return scopes.value
    }
    self.frame = frame.value
    self.archive = archive.value
    data = stamps.data
    self.pasts = pasts
    self.next = next
    self.companies = companies.map(\.value)
    releasesPerPage = inputs.context.archive.site.releasesPerPage
    records = inputs.records
  }

  /// The number of a page; `nil` for a page that is made anew each time, because it is one of few or shows a bit of
  /// everything.
  func key(of page: SitePlan.Page, _ reach: PageReach) -> UInt64? {
    var key = Fingerprint(page.file)
    key.add(frame)
    key.add(templates[page.task.template] ?? 0)
    key.add(UInt64(reach.rawValue))
    switch page.task {
    case .release(let index):
      guard let company = companyOf[index].map({ Int($0) }) else { return nil }
      key.add(blockTemplates)
      key.add(ownFiles[company])
      key.add(pasts[index])
      key.add(texts[index])
      key.add(next[index].map { data[Int($0)] } ?? 0)
      key.add(records[index])
      if !lacking.isEmpty, lacking[index] { key.add(1) }
      if reach.contains(.company) { key.add(companies[company]) }
      if reach.contains(.addresses) { key.add(addresses) }
      if reach.contains(.archive) { key.add(archive) }
    case .releases(let listing):
      let all = lists.releases(company: listing.company, listing.scope)
      key.add(UInt64(all.count))
      key.add(scopes[listing.company.map { $0 + 1 } ?? 0])
      let shown = all.dropFirst((listing.page - 1) * releasesPerPage).prefix(releasesPerPage)
      for index in shown + [all.first, all.last].compactMap(\.self) {
        key.add(data[index])
        key.add(companyOf[index].map { ownFiles[Int($0)] } ?? 0)
      }
    case .company(let company), .financials(let company), .events(let company?, _):
      // A company's own page shows key figures.
      key.add(blockTemplates)
      key.add(companies[company])
      // They lead to the same pages of other companies, by their names.
      key.add(allCompanies)
    case .home, .events, .written, .oldVersion, .moved, .dataQuality, .notFound, .withdrawn: return nil
    }
    return key.value
  }
}

/// The stamps of a site's files, by what shows them.
private struct ContentStamps {
  /// Of files that every page depends on.
  var frame = Fingerprint()
  /// Of all that belongs to no release.
  var archive = Fingerprint()
  /// Of each release the files of its folder, without the narrative.
  var data: [UInt64]
  var narratives: [UInt64]
  /// By their paths: companies, reusable texts and templates, which only some pages show.
  var ofSome: [String: UInt64] = [:]

  /// `nil` where the states of files cannot be told apart.
  init?(_ inputs: SiteInputs) {
    let releases = inputs.context.archive.releases
    let states = inputs.loaded.states(of: releases).compactMap(\.self)
    guard states.count == releases.count else { return nil }
    narratives = states.map { $0.narrative }
    let files = inputs.source.files
    let ofReleases = files.places(below: "content/releases")
    // What belongs to no published release is on no page.
    for place in [0..<ofReleases.lowerBound, ofReleases.upperBound..<files.count].joined() {
      guard let stamp = files.stamp(at: place) else { return nil }
      let file = files[place]
      let path = file.path.utf8
      archive.add(file.path)
      archive.add(stamp)
      // Hand-written pages are made anew each time, and what links to them is held against the addresses.
      if path.starts(with: "content/pages/".utf8) || file.path == AddressLock.path { continue }
      // Concepts of one company may be told by any.
      let isCompany = path.starts(with: "content/companies/".utf8)
      let isOfSome =
        isCompany && !inputs.loaded.conceptFiles.contains(file.path)
        || path.starts(with: "content/boilerplate/".utf8)
        || path.starts(with: "Templates/".utf8) && path.suffix(5).elementsEqual(".html".utf8)
      if isOfSome || isCompany { ofSome[file.path] = stamp }
      if isOfSome { continue }
      frame.add(file.path)
      frame.add(stamp)
    }
    data = zip(releases, states).map { release, state in
      if release.ownCurrency != nil { return state.data }
      // What a release without statements counts its figures in, others say.
      var key = Fingerprint(state.data)
      key.add(release.figureCurrency)
      return key.value
    }
  }
}

extension Fingerprint {
  fileprivate mutating func add(_ scope: ReleaseListing.Scope) {
    switch scope {
    case .all: add(0)
    case .year(let year):
      add(1)
      add(UInt64(bitPattern: Int64(year)))
    case .kind(let kind):
      add(2)
      add(kind.rawValue)
    case .topic(let topic):
      add(3)
      add(topic)
    }
  }

  /// What the archive's checks came to for a release, which its page tells.
  fileprivate mutating func add(_ record: ReleaseRecord) {
    record.heldCounts.bytes.withUnsafeBytes { add($0) }
    for entry in record.waived { add("\(entry)") }
    for entry in record.undecided { add("\(entry)") }
  }
}
