import ReleaseModel
import ReportPages

/// For each page the company whose figures it shows most of, by its place in the archive; a number past all of them
/// for pages of no company.
///
/// Pages of a company are made one after another, so that its history lies in memory no longer than that.
func companiesOfPages(_ plan: SitePlan, _ context: PageContext) -> [Int32] {
  let companies = context.archive.companies
  let main = companies.firstIndex { $0.id == context.archive.site.company }
  return plan.pages.map { page in
    let company =
      switch page.task {
      case .release(let release): context.companyNumber(of: release)
      case .company(let company), .financials(let company): company
      case .home: main
      case .releases, .oldVersion, .events, .moved, .written, .dataQuality, .notFound, .withdrawn: Int?.none
      }
    return Int32(company ?? companies.count)
  }
}
