import ExactNumbers
import Foundation
import TestSupport
import Testing

/// The figures of a site in every form in which it publishes them: they are the same, and in what shows a statement as a
/// table those of negated rows have the other sign and those in pence are a hundred times the value.
@Suite struct DownloadTests {
  static let sites =
    foldersIn(GoldenSiteTests.folder).map { GoldenSiteTests.folder + "/" + $0 + "/site" }
    + [String(testsFolder.dropLast("/Tests".count))]

  @Test(arguments: sites) func figuresAreEqualInEveryForm(_ folder: String) throws {
    let built = build(try siteFiles(folder), jobs: 2)
    var counts = Counts()
    for path in built.keys.sorted() where path.hasSuffix("/release.json") {
      try compareRelease(String(path.dropLast("release.json".count)), built, &counts)
    }
    for path in built.keys.sorted() where path.hasSuffix("/facts.json") {
      try compareFacts(String(path.dropLast("facts.json".count)), built, &counts)
    }
    for (path, bytes) in built where path.hasSuffix(".csv") { checkTable(path, bytes) }
    #expect(counts.html == counts.json && counts.csv == counts.json && counts.xlsx == counts.json)
    #expect(counts.markdown == counts.json)
    #expect(counts.factsCSV == counts.facts && counts.factsXLSX == counts.facts)
    if folder.hasSuffix("corrections/site") { #expect(counts.json > 50 && counts.facts > 35) }
    if folder.hasSuffix("costs-in-parentheses/site") { #expect(counts.negated == 13) }
    if folder.hasSuffix("pence-per-share/site") { #expect(counts.inPence == 7) }
    if !folder.hasSuffix("/site") { #expect(counts.json > 30 && counts.facts > 100) }
  }

  /// How many figures were found in each form.
  struct Counts {
    var json = 0
    var html = 0
    var markdown = 0
    var csv = 0
    var xlsx = 0
    var negated = 0
    var inPence = 0
    var facts = 0
    var factsCSV = 0
    var factsXLSX = 0
  }

  private func compareRelease(_ folder: String, _ built: [String: [UInt8]], _ counts: inout Counts) throws {
    let release = try json(built[folder + "release.json"])
    let html = String(decoding: built[folder + "index.html"] ?? [], as: UTF8.self)
    let markdown = String(decoding: built[folder + "index.md"] ?? [], as: UTF8.self)
    var seen: Set<String> = []
    for statement in release["statements"] as? [[String: Any]] ?? [] {
      let name = statement["name"] as? String ?? ""
      let power = ["ones": 0, "thousands": 3, "millions": 6, "billions": 9][
        statement["scale"] as? String ?? ""]
      let periods = (statement["columns"] as? [[String: Any]] ?? []).map { $0["name"] as? String ?? "" }
      let rows = statement["rows"] as? [[String: Any]] ?? []
      let csv = csvRows(built[folder + name + ".csv"] ?? [])
      let sheet = try numbers(built[folder + name + ".xlsx"], sheet: 1)
      let table = markdownTable(after: "**\(statement["title"] as? String ?? "")**", in: markdown)
      #expect(csv.count == rows.count + 1)
      let first = try #require(csv.first?.firstIndex(of: "note")) + 1
      for (number, row) in rows.enumerated() {
        guard let concept = row["concept"] as? String else { continue }
        let unit = row["unit"] as? String ?? ""
        let isScaled = unit.count == 3 || unit == "shares"
        for (column, cell) in (row["cells"] as? [Any] ?? []).enumerated() {
          guard let cell = cell as? [String: Any], let text = cell["value"] as? String else { continue }
          var value = try #require(Amount(plain: text))
          if row["negated"] as? Bool == true {
            value = try #require(value.negated)
            counts.negated += 1
          }
          if row["printed_unit"] as? String == "GBX/shares" {
            value = try #require(value.timesPowerOfTen(2))
            counts.inPence += 1
          }
          let printed = try #require(isScaled ? value.timesPowerOfTen(-(power ?? 0)) : value)
          counts.json += 1
          let anchor = "\(concept)-\(periods[column].replacingOccurrences(of: "/", with: "_"))"
          let isFirst = seen.insert(anchor).inserted
          let shown = htmlCell(isFirst ? anchor : "\(anchor)-in-\(name)", in: html)
          #expect(shown.flatMap(accounting) == printed, "\(folder) \(anchor) in HTML: \(shown ?? "none")")
          if shown.flatMap(accounting) == printed { counts.html += 1 }
          let told = table.indices.contains(number) ? table[number].figures.dropFirst(column).first ?? "" : ""
          #expect(accounting(told) == printed, "\(folder) \(anchor) in Markdown: \(told)")
          if accounting(told) == printed { counts.markdown += 1 }
          #expect(csv[number + 1][first + column] == value.description)
          if csv[number + 1][first + column] == value.description { counts.csv += 1 }
          let found = sheet.cells.first { $0.row == sheet.frozen + number && $0.column == column + 1 }
          #expect(found?.value == value.approximate, "\(folder) \(anchor) in \(name).xlsx")
          if found?.value == value.approximate { counts.xlsx += 1 }
        }
      }
    }
  }

  private func compareFacts(_ folder: String, _ built: [String: [UInt8]], _ counts: inout Counts) throws {
    let facts = try json(built[folder + "facts.json"])["facts"] as? [[String: Any]] ?? []
    counts.facts += facts.count
    let csv = csvRows(built[folder + "facts.csv"] ?? [])
    let value = try #require(csv.first?.firstIndex(of: "value"))
    let concept = try #require(csv.first?.firstIndex(of: "concept"))
    for (row, fact) in zip(csv.dropFirst(), facts)
    where row[value] == fact["value"] as? String && row[concept] == fact["concept"] as? String {
      counts.factsCSV += 1
    }
    let files = try #require(unzipped(built[folder + "financials.xlsx"] ?? []))
    let last = files.keys.count { $0.hasPrefix("xl/worksheets/sheet") }
    let sheet = try numbers(built[folder + "financials.xlsx"], sheet: last).cells.filter { $0.column == 4 }
    for (cell, fact) in zip(sheet, facts)
    where cell.value == Amount(plain: fact["value"] as? String ?? "")?.approximate {
      counts.factsXLSX += 1
    }
    let package = try json(built[folder + "datapackage.json"])
    let resource = (package["resources"] as? [[String: Any]])?.first
    #expect(resource?["bytes"] as? Int == built[folder + "facts.csv"]?.count)
    let fields = (resource?["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
    #expect(fields?.map { $0["name"] as? String } == csv.first?.map(Optional.some))
  }

  /// Whether every field is text or a number, and the rows are of one length.
  private func checkTable(_ path: String, _ bytes: [UInt8]) {
    let rows = csvRows(bytes)
    #expect(Set(rows.map(\.count)).count == 1, "\(path) is ragged")
    for cell in rows.flatMap({ $0 }) where Amount(plain: cell) == nil {
      #expect(!"=+-@\t\r".contains(cell.first ?? " "), "\(path) runs \(cell)")
    }
  }

  @Test(arguments: [
    ("corrections", "2004-05-12-first-quarter-results", ["income-statement.csv"]),
    ("costs-in-parentheses", "2003-03-10-preliminary-results", ["income.csv"]),
    ("costs-in-parentheses", "2003-09-08-half-year-results", ["income.csv", "loss.csv"]),
    ("pence-per-share", "2024-03-05-full-year-results", ["income.csv"]),
    ("pence-per-share", "2024-09-10-half-year-results", ["income.csv", "loss.csv"]),
  ])
  func aPublishedStatementCanBeReadBack(_ site: String, _ folder: String, _ tables: [String]) throws {
    var files = try siteFiles(GoldenSiteTests.folder + "/\(site)/site")
    let built = build(files, jobs: 1)
    let release = "content/releases/\(folder)/"
    let page = "releases/\(folder.prefix(4))/\(folder.dropFirst("2004-05-12-".count))/"
    for table in tables { files[release + table] = built[page + table] }
    files[release + "release.yaml"] = Array(
      String(decoding: files[release + "release.yaml"] ?? [], as: UTF8.self)
        .replacingOccurrences(of: "scale: thousands", with: "scale: ones").utf8)
    let again = build(files, jobs: 1)
    for table in tables { #expect(again[page + table] == built[page + table]) }
    #expect(again["financials/facts.csv"] == built["financials/facts.csv"])
  }
}

/// A site's files: of a whole repository only its content and templates.
func siteFiles(_ folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for part in ["content", "Templates"] where !(part == "Templates" && !folder.hasSuffix("/site")) {
    for (path, bytes) in (try? filesBelow(folder + "/" + part)) ?? [:] { files[part + "/" + path] = bytes }
  }
  return files
}

private func json(_ bytes: [UInt8]?) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(try #require(bytes))) as? [String: Any] ?? [:]
}

/// `(4,679)`, `$6,980,000`, `12%`, `17.1p` as the amount that is meant; `nil` for anything else.
private func accounting(_ text: String) -> Amount? {
  var digits = text.filter { !"$€£¥, ()%p*\u{A0}".contains($0) }
  for code in ["CAD", "CHF"] { digits = digits.replacingOccurrences(of: code, with: "") }
  guard let amount = Amount(plain: digits) else { return nil }
  let signed = text.contains("(") ? amount.negated : amount
  return text.contains("%") ? signed?.timesPowerOfTen(-2) : signed
}

/// The text of the table cell with an anchor, without what is heard only.
private func htmlCell(_ anchor: String, in html: String) -> String? {
  guard let start = html.range(of: "<td id=\"\(anchor)\""),
    let open = html.range(of: ">", range: start.upperBound..<html.endIndex),
    let close = html.range(of: "</td>", range: open.upperBound..<html.endIndex)
  else { return nil }
  return html[open.upperBound..<close.lowerBound]
    .replacingOccurrences(of: "<span class=\"visually-hidden\">minus </span>", with: "")
}

/// The rows of the Markdown table that follows a title, changes left out.
private func markdownTable(after title: String, in text: String) -> [(label: String, figures: [String])] {
  // A text may show a statement of the same name of another release; the page's own comes last.
  guard let start = text.range(of: title, options: .backwards) else { return [] }
  let lines = text[start.upperBound...].split(separator: "\n").drop { !$0.hasPrefix("|") }
    .prefix { $0.hasPrefix("|") }
  func cells(_ line: Substring) -> [String] {
    line.dropFirst().dropLast().replacingOccurrences(of: "\\|", with: "¦").split(
      separator: "|", omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
  }
  guard let head = lines.first.map(cells) else { return [] }
  let kept = head.indices.dropFirst().filter { !head[$0].lowercased().contains("change") }
  return lines.dropFirst(2).map { line in
    let row = cells(line)
    return (row[0], kept.map { row.indices.contains($0) ? row[$0] : "" })
  }
}

/// The fields of a CSV file (RFC 4180).
private func csvRows(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = [[]]
  var field: [UInt8] = []
  var isQuoted = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\"") where isQuoted && index + 1 < bytes.count && bytes[index + 1] == byte:
      field.append(byte)
      index += 1
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: ",") where !isQuoted, 10 where !isQuoted:
      rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
      field = []
      if byte == 10 { rows.append([]) }
    case 13 where !isQuoted: break
    default: field.append(byte)
    }
    index += 1
  }
  return rows.dropLast()
}

/// The numbers of a workbook's sheet, by their places from 0, and how many rows stand still above them.
private func numbers(
  _ bytes: [UInt8]?, sheet: Int
) throws -> (frozen: Int, cells: [(row: Int, column: Int, value: Double)]) {
  let packed = try #require(bytes)
  let files = try #require(unzipped(packed))
  let xml = String(decoding: files["xl/worksheets/sheet\(sheet).xml"] ?? [], as: UTF8.self)
  let pane = xml.components(separatedBy: "ySplit=\"").dropFirst().first
  let frozen = Int(pane?.prefix { $0.isNumber } ?? "") ?? 0
  var found: [(row: Int, column: Int, value: Double)] = []
  for cell in xml.components(separatedBy: "<c r=\"").dropFirst() {
    let head = cell.prefix { $0 != ">" }
    guard !head.contains("t=\"s\""), let open = cell.range(of: "<v>"),
      let close = cell.range(of: "</v>"), let value = Double(cell[open.upperBound..<close.lowerBound])
    else { continue }
    let letters = head.prefix { $0.isLetter }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    let row = Int(head.dropFirst(letters.count).prefix { $0.isNumber }) ?? 0
    found.append((row - 1, column, value))
  }
  return (frozen, found)
}
