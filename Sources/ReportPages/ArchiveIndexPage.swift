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
  let years = uniqueRuns(shown) { context.years[$0] }
  let name = year.map { "Releases of \($0)" } ?? "Releases"
  return PageShapes.releasesIndex.record(
    values: frame(context, address: address, title: name, description: standfirst(all, archive))
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
  return years(of: company, context).map { year in
    let page = archiveIndexAddress(company: company, year: year, archive)
    let isHere = own == nil && shown.contains(year)
    return TemplateRecord(values: [
      .text(String(year)), .text(isHere ? "#y\(year)" : relativeAddress(from: address, to: page)),
      .flag(own == year),
    ])
  }
}

/// The releases of a page of the index, newest first.
func releases(of company: Int?, in year: Int?, _ context: PageContext) -> [Int] {
  let all = company.map { context.releasesOf[$0] } ?? Array(context.years.indices)
  guard let year else { return all.reversed() }
  let first = partitioningIndex(all) { context.years[$0] >= year }
  let end = partitioningIndex(all) { context.years[$0] > year }
  return all[first..<end].reversed()
}

/// The years in which a company, or any, has releases, newest first.
private func years(of company: Int?, _ context: PageContext) -> [Int] {
  guard let company else { return distinct(context.years) }
  return distinct(context.releasesOf[company].map { context.years[$0] })
}

/// The values of a list that only rises, the last first.
private func distinct(_ rising: [Int]) -> [Int] {
  var values: [Int] = []
  for value in rising.reversed() where values.last != value { values.append(value) }
  return values
}

/// Where in an ordered list those begin for which something holds.
private func partitioningIndex(_ list: [Int], _ isPast: (Int) -> Bool) -> Int {
  var (low, high) = (0, list.count)
  while low < high {
    let middle = (low + high) / 2
    if isPast(list[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
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
