import CivilTime
import ExactNumbers
public import PageTemplates
import ReleaseModel

/// How many releases the page of all releases shows before it only leads to the years.
private let longestIndex = 200

/// Fills a list of releases: the template `releases`.
///
/// - Parameters:
///   - company: the company whose releases are listed; all companies' where it is `nil`.
///   - year: the year they are from; any where it is `nil`.
public func archiveIndexRecord(company: Int?, year: Int?, _ context: PageContext) -> TemplateRecord {
  let archive = context.archive
  let address = archiveIndexAddress(company: company, year: year, archive)
  let all = releases(of: company, in: year, context)
  let shown = year == nil ? Array(all.prefix(longestIndex)) : all
  let years = uniqueRuns(shown) { archive.releases[$0].released.day.year }
  let name = year.map { "Releases of \($0)" } ?? "Releases"
  return PageShapes.releasesIndex.record(
    values: frame(
      context, address: address, title: name, description: standfirst(all, archive),
      structuredData: pageStructuredData(name, at: address, archive.site), company: company)
      + [
        .text(name),
        .text(standfirst(all, archive)),
        .list(yearLinks(company, year, shown: years.map(\.key), address, context)),
        .list(
          years.map { run in
            PageShapes.yearSection.record(
              .text(String(run.key)), .text("y\(run.key)"),
              .list(run.members.map { entryRecord($0, from: address, context) }))
          }),
        .list(kinds(shown, address, context)),
      ])
}

/// All years with releases: to their place on the page where it shows them, else to their own pages.
private func yearLinks(
  _ company: Int?, _ own: Int?, shown: [Int], _ address: String, _ context: PageContext
) -> [TemplateRecord] {
  let archive = context.archive
  let years = uniqueRuns(releases(of: company, in: nil, context)) { archive.releases[$0].released.day.year }
  return years.map { run in
    let page = archiveIndexAddress(company: company, year: run.key, archive)
    let isHere = own == nil && shown.contains(run.key)
    return TemplateRecord(values: [
      .text(String(run.key)), .text(isHere ? "#y\(run.key)" : relativeAddress(from: address, to: page)),
      .flag(own == run.key),
    ])
  }
}

/// The releases of a page of the index, newest first.
func releases(of company: Int?, in year: Int?, _ context: PageContext) -> [Int] {
  let all = company.map { context.releasesOf[$0] } ?? Array(context.archive.releases.indices)
  return all.reversed().filter { index in
    year == nil || context.archive.releases[index].released.day.year == year
  }
}

private func kinds(_ shown: [Int], _ address: String, _ context: PageContext) -> [TemplateRecord] {
  let archive = context.archive
  var titles: [String] = []
  var members: [String: [Int]] = [:]
  for index in shown {
    let title = kindWordsPlural(
      archive.releases[index], context.company(archive.releases[index].company)?.fiscal ?? .calendarYear)
    if members[title] == nil { titles.append(title) }
    members[title, default: []].append(index)
  }
  return titles.sorted().map { title in
    let entries = members[title] ?? []
    let anchor = "kind-" + title.lowercased().map { $0 == " " ? "-" : String($0) }.joined()
    return PageShapes.kindSection.record(
      .text(title), .text(anchor), .text(counted(entries.count, "release")),
      .list(entries.map { entryRecord($0, from: address, context, prefix: "k") }))
  }
}

private func standfirst(_ all: [Int], _ archive: ReleaseArchive) -> String {
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
func uniqueRuns<Key: Equatable>(_ list: [Int], _ key: (Int) -> Key) -> [(key: Key, members: [Int])] {
  var runs: [(key: Key, members: [Int])] = []
  for element in list {
    if let last = runs.last, last.key == key(element) {
      runs[runs.count - 1].members.append(element)
    } else {
      runs.append((key(element), [element]))
    }
  }
  return runs
}
