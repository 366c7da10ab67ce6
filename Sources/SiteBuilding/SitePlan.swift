import CivilTime
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Which pages a site has and where.
struct SitePlan {
  var pages: [Page]

  /// The addresses of the pages that search engines may list.
  var listed: [String] {
    pages.compactMap { page in
      if case .withdrawn = page.task { nil } else { page.address }
    }
  }

  struct Page {
    var task: PageTask
    /// `/releases/2003/third-quarter-results/`; the page for unknown addresses has none.
    var address: String?

    /// The file below `public/`.
    var file: String {
      guard let address else { return "404.html" }
      return address.dropFirst() + (address.hasSuffix("/") ? "index.html" : "")
    }
  }
}

/// Lists every page of the site: releases first, then what is made from them.
func planPages(_ loaded: LoadedArchive, _ archive: ReleaseArchive) -> SitePlan {
  var pages = archive.releases.indices.map { index in
    SitePlan.Page(
      task: .release(index), address: releaseAddress(archive.releases[index], site: archive.site))
  }
  for index in loaded.pages.indices {
    pages.append(.init(task: .written(index), address: loaded.pages[index].address))
  }
  pages.append(.init(task: .home, address: "/"))
  func addIndex(_ company: Int?, _ years: Set<Int>) {
    for year in [nil] + years.sorted().map(Optional.some) {
      pages.append(
        .init(
          task: .releases(company: company, year: year),
          address: archiveIndexAddress(company: company, year: year, archive)))
    }
  }
  addIndex(nil, Set(archive.releases.map(\.released.day.year)))
  var yearsOf: [String: Set<Int>] = [:]
  for release in archive.releases { yearsOf[release.company, default: []].insert(release.released.day.year) }
  for (index, company) in archive.companies.enumerated() {
    let years = yearsOf[company.id] ?? []
    let isDefault = company.id == archive.site.company
    if !isDefault, !years.isEmpty { addIndex(index, years) }
    if archive.site.outputs.contains(.financials), isDefault || !years.isEmpty {
      pages.append(
        .init(
          task: .financials(company: index),
          address: financialsAddress(company: company, site: archive.site)))
    }
  }
  if archive.site.outputs.contains(.quality) {
    pages.append(.init(task: .dataQuality, address: dataQualityAddress))
  }
  pages.append(.init(task: .notFound, address: nil))
  let taken = Set(pages.compactMap(\.address))
  for (index, withdrawal) in archive.site.withdrawn.enumerated()
  where withdrawal.path.hasSuffix("/") && !taken.contains(withdrawal.path) {
    pages.append(.init(task: .withdrawn(index), address: withdrawal.path))
  }
  return SitePlan(pages: pages)
}

/// Every address that a link may name: pages, the Markdown beside releases, attachments, assets and feeds.
func linkTargets(_ plan: SitePlan, _ archive: ReleaseArchive, assets: [String]) -> Set<String> {
  var targets = Set(plan.pages.compactMap(\.address))
  for page in plan.pages {
    guard case .release(let index) = page.task, let address = page.address else { continue }
    targets.formUnion(addressesBelow(address, of: archive.releases[index], site: archive.site))
  }
  targets.formUnion(assets.map { "/" + $0 })
  targets.formUnion([
    "/feed.xml", "/sitemap.xml", "/robots.txt", "/404.html", "/manifest.json", "/SHA256SUMS",
  ])
  return targets
}
