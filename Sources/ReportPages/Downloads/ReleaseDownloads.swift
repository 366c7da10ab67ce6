public import Markup
import ReleaseModel
public import Workbooks

/// Takes the files that a release or a company offers for download, by their names beside its page.
public struct DownloadSink {
  public var file: (_ name: String, _ bytes: borrowing ByteSink) -> Void
  public var workbook: (_ name: String, _ workbook: Workbook) -> Void

  public init(
    file: @escaping (String, borrowing ByteSink) -> Void, workbook: @escaping (String, Workbook) -> Void
  ) {
    self.file = file
    self.workbook = workbook
  }
}

/// Makes the downloads of a release: each statement and the single figures as tables, and all of it as JSON.
public func writeReleaseDownloads(_ number: Int, _ context: PageContext, to sink: DownloadSink) {
  let site = context.archive.site
  guard site.publishes(.csv) || site.publishes(.xlsx) || site.publishes(.json) else { return }
  let view = ReleaseView(number, context)
  for (index, statement) in view.release.statements.enumerated() {
    if site.publishes(.csv) {
      sink.file(statement.name + ".csv", statementCSV(statement, view, context.archive.catalog))
    }
    if site.publishes(.xlsx) {
      sink.workbook(statement.name + ".xlsx", statementWorkbook(index, view, context))
    }
  }
  if !view.release.figures.isEmpty {
    if site.publishes(.csv) { sink.file("figures.csv", figuresCSV(view, context.archive.catalog)) }
    if site.publishes(.xlsx) { sink.workbook("figures.xlsx", figuresWorkbook(view, context)) }
  }
  if site.publishes(.json) { sink.file("release.json", releaseJSON(view, context)) }
}

/// The names of the downloads of a release, beside its page.
func downloadNames(of release: Release, _ site: SiteSettings) -> [String] {
  let formats = tableFormats(site)
  // What a release tells is not asked for without need: most often nobody has read it yet.
  let tables =
    formats.isEmpty ? [] : release.statements.map { $0.name } + (release.figures.isEmpty ? [] : ["figures"])
  let names = tables.flatMap { table in formats.map { "\(table).\($0.ending)" } }
  return names + (site.publishes(.json) ? ["release.json"] : [])
}
