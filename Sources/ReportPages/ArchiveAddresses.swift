import Markup
public import ReleaseModel

/// A page of the index: `/releases/`, `/releases/2003/`, `/acme/releases/`, `/acme/releases/2003/`.
///
/// `/releases/` lists every company; the default company's own list is the same page.
public func archiveIndexAddress(company: Int?, year: Int?, _ archive: ReleaseArchive) -> String {
  composed {
    if let company { $0.raw(companyPrefix(archive.companies[company].id, archive.site)) }
    $0.markup("/releases/")
    guard let year else { return }
    $0.decimal(year)
    $0.markup("/")
  }
}

/// A company's history of figures: `/financials/`, `/acme/financials/`.
public func financialsAddress(company: Company, site: SiteSettings) -> String {
  companyPrefix(company.id, site) + "/financials/"
}

/// What the addresses of a company begin with: nothing for the default one, `/acme` for another.
func companyPrefix(_ company: String, _ site: SiteSettings) -> String {
  company == site.company ? "" : "/\(company)"
}

/// A company's own page, `/acme/`; the default company's is the home page.
public func companyAddress(company: Int?, _ archive: ReleaseArchive) -> String {
  (company.map { companyPrefix(archive.companies[$0].id, archive.site) } ?? "") + "/"
}
