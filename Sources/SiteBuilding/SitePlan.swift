import CivilTime
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Which pages a site has and where.
struct SitePlan {
  var pages: [Page]

  struct Page {
    var task: PageTask
    /// `/releases/2003/third-quarter-results/`; the page for unknown addresses has none.
    var address: String?

    /// The folder below `public/` in which its file lies; with a slash at its end, or empty.
    var folder: String {
      let file = file
      return file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    }

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
  return SitePlan(pages: pages)
}

/// Every address that a link may name: pages, the Markdown beside releases, attachments, assets and feeds.
func linkTargets(_ plan: SitePlan, _ archive: ReleaseArchive, assets: [String]) -> Set<String> {
  var targets = Set(plan.pages.compactMap(\.address))
  for release in archive.releases {
    targets.formUnion(publishedAddresses(of: release, site: archive.site))
  }
  targets.formUnion(assets.map { "/" + $0 })
  targets.formUnion([
    "/feed.xml", "/sitemap.xml", "/robots.txt", "/404.html", "/manifest.json", "/SHA256SUMS",
  ])
  return targets
}
