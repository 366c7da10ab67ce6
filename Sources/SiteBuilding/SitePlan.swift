import CivilTime
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Which pages a site has and where.
struct SitePlan {
  var pages: [Page]
  var lists: ReleaseLists

  struct Page {
    var task: PageTask
    /// `/releases/2003/third-quarter-results/`; the page for unknown addresses has none.
    var address: String?

    /// The folder below `public/` in which its file lies; with a slash at its end, or empty.
    var folder: String {
      guard let address, let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
      return String(address[...slash].dropFirst())
    }

    /// The file below `public/`.
    var file: String {
      guard let address else { return "404.html" }
      let index: StaticString = address.utf8.last == UInt8(ascii: "/") ? "index.html" : ""
      let count = address.utf8.count - 1 + index.utf8CodeUnitCount
      // At once with the room that it needs, for there are as many as pages.
      return String(unsafeUninitializedCapacity: count) { room in
        let rest = room.update(fromContentsOf: address.utf8.dropFirst())
        index.withUTF8Buffer { _ = room[rest...].update(fromContentsOf: $0) }
        return count
      }
    }

    /// Whether search engines may list it.
    var isListed: Bool {
      switch task {
      case .moved, .notFound, .oldVersion, .withdrawn: false
      default: true
      }
    }
  }
}

/// Lists every page of the site: releases first, then what is made from them.
func planPages(_ loaded: LoadedArchive, _ archive: ReleaseArchive) -> SitePlan {
  var pages: [SitePlan.Page] = []
  // With room for the pages of lists, which are a quarter as many at most in large archives; an array that grows by
  // itself would double.
  pages.reserveCapacity(archive.releases.count * 5 / 4)
  for (index, release) in archive.releases.enumerated() {
    pages.append(.init(task: .release(index), address: releaseAddress(release, site: archive.site)))
  }
  for index in loaded.pages.indices {
    pages.append(.init(task: .written(index), address: loaded.pages[index].address))
  }
  pages.append(.init(task: .home, address: "/"))
  let lists = ReleaseLists(archive)
  func addIndex(_ company: Int?) {
    for listing in releaseListings(company: company, lists, perPage: archive.site.releasesPerPage) {
      pages.append(.init(task: .releases(listing), address: listAddress(listing, archive)))
    }
  }
  addIndex(nil)
  for (index, company) in archive.companies.enumerated() {
    let isEmpty = lists.releases(company: index, .all).isEmpty
    let isDefault = company.id == archive.site.company
    if !isDefault, !isEmpty {
      pages.append(.init(task: .company(index), address: companyAddress(company: index, archive)))
      addIndex(index)
    }
    if archive.site.outputs.contains(.financials), isDefault || !isEmpty {
      pages.append(
        .init(
          task: .financials(company: index),
          address: financialsAddress(company: company, site: archive.site)))
    }
  }
  if archive.site.outputs.contains(.calendar) {
    func addEvents(_ company: Int?) {
      for year in [nil] + eventYears(company: company, archive).sorted().map(Optional.some) {
        pages.append(
          .init(
            task: .events(company: company, year: year),
            address: eventsAddress(company: company, year: year, archive)))
      }
    }
    addEvents(nil)
    for (index, company) in archive.companies.enumerated()
    where company.id != archive.site.company && !lists.releases(company: index, .all).isEmpty {
      addEvents(index)
    }
  }
  if archive.site.outputs.contains(.quality) {
    pages.append(.init(task: .dataQuality, address: dataQualityAddress))
  }
  for (index, version) in archive.oldVersions.enumerated() {
    pages.append(
      .init(task: .oldVersion(index), address: releaseAddress(version.release, site: archive.site)))
  }
  pages.append(.init(task: .notFound, address: nil))
  let taken = archive.site.withdrawn.isEmpty ? [] : Set(pages.compactMap(\.address))
  for (index, withdrawal) in archive.site.withdrawn.enumerated()
  where withdrawal.path.hasSuffix("/") && !taken.contains(withdrawal.path) {
    pages.append(.init(task: .withdrawn(index), address: withdrawal.path))
  }
  return SitePlan(pages: pages, lists: lists)
}

extension SitePlan {
  /// Adds what stands at the addresses that pages had once.
  mutating func add(_ aliases: [SiteAlias]) {
    for (index, alias) in aliases.enumerated() {
      pages.append(Page(task: .moved(index), address: aliasPageAddress(alias.path)))
    }
  }
}

/// Every address that a link may name: pages, the files beside releases, assets, feeds and calendars.
func linkTargets(
  _ plan: SitePlan, _ archive: ReleaseArchive, now: Instant, assets: [String]
) -> Set<String> {
  var targets = Set(plan.pages.compactMap(\.address))
  for page in plan.pages {
    guard let address = page.address else { continue }
    switch page.task {
    case .release(let index):
      targets.formUnion(addressesBelow(address, of: archive.releases[index], site: archive.site))
    case .oldVersion(let index):
      targets.formUnion(addressesBelow(address, of: archive.oldVersions[index].release, site: archive.site))
    case .home, .company:
      targets.formUnion(chartAddresses(["trend-chart"], on: address, archive.site))
    case .financials:
      targets.formUnion(chartAddresses(["trend-chart", "per-share-chart"], on: address, archive.site))
      targets.formUnion(financialDownloadNames(archive.site).map { address + $0 })
    default: break
    }
  }
  targets.formUnion(assets.map { "/" + $0 })
  targets.formUnion([
    "/sitemap.xml", "/robots.txt", "/404.html", "/manifest.json", "/SHA256SUMS",
  ])
  targets.formUnion(feeds(archive).map { feedAddress($0.scope, $0.format, archive) })
  targets.formUnion(calendarScopes(archive, now: now).map { calendarAddress(company: $0, archive) })
  if archive.site.outputs.contains(.hosting) { targets.formUnion(["/_headers", "/_redirects", "/llms.txt"]) }
  return targets
}

private func chartAddresses(_ names: [String], on page: String, _ site: SiteSettings) -> [String] {
  guard site.outputs.contains(.charts) else { return [] }
  return names.flatMap { ["\(page)\($0).svg", "\(page)\($0).csv"] }
}
