import Diagnostics
import Markup
import ParallelWork
import ReleaseFormat
import ReportPages
import Synchronization

/// Holds a page's links to its own places against the page, and keeps those to other pages for later.
func confirm(
  _ uses: [FragmentUse], on page: SitePlan.Page, _ html: borrowing ByteSink, _ made: inout MadePage
) {
  guard !uses.isEmpty else { return }
  made.diagnostics += fragmentFindings(uses.filter { $0.address == page.address }, on: html.bytes())
  made.fragments = uses.filter { $0.address != page.address }
}

/// Holds the links to places on other pages against those pages.
///
/// Pages are dropped when they are made, and which places somebody will name is not known then; so the few
/// pages that are named are made once more.
func confirmFragments(
  _ ofFrame: [FragmentUse], _ made: [MadePage], _ plan: SitePlan, _ inputs: SiteInputs, jobs: Int
) -> [Diagnostic] {
  let uses = Dictionary(grouping: ofFrame + made.flatMap(\.fragments), by: \.address)
  guard !uses.isEmpty else { return [] }
  let named = plan.pages.filter { page in page.address.map { uses[$0] != nil } ?? false }
  return inParallel(named.count, jobs: jobs) { index -> [Diagnostic] in
    let page = named[index]
    guard let html = finished(page, made, inputs) else { return [] }
    return fragmentFindings(uses[page.address ?? ""] ?? [], on: html)
  }.flatMap { $0 }
}

/// A page's bytes; `nil` where its own errors may be why something is missing.
private func finished(_ page: SitePlan.Page, _ made: [MadePage], _ inputs: SiteInputs) -> [UInt8]? {
  let kept = Mutex<[UInt8]?>(nil)
  let output = SiteOutput(
    write: { path, bytes in
      guard path == page.file else { return }
      let copy = bytes.bytes()
      kept.withLock { $0 = copy }
    },
    copy: { _, _ in }, workbook: { _, _ in 0 })
  var again = MadePage()
  switch page.task {
  case .moved: return nil
  case .dataQuality: makeDataQuality(made, inputs, output, &again)
  default: again = makePage(page, inputs, output)
  }
  return again.diagnostics.hasErrors ? nil : kept.withLock { $0 }
}
