import ReleaseFormat
import ReleaseModel
import TestSupport

/// The files of the repository's own site as another company would have them four years later: names, years,
/// weekdays and addresses changed, amounts of money and numbers of shares doubled, in data and in prose.
///
/// It works on the texts of the files alone, without the rules or the parsers of the product; of the loaded archive
/// it asks only which concepts are amounts.
struct DisguisedSite {
  private(set) var files: [String: [UInt8]] = [:]

  init(_ original: [String: [UInt8]], _ catalog: ConceptCatalog) {
    let scaled = Set(
      catalog.concepts.filter { $0.kind == .money || $0.kind == .shares }.map(\.name))
    for (path, bytes) in original {
      var text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".csv") { text = Self.doubledTable(text, scaled) }
      if path.hasSuffix(".md") { text = Self.doubledClaims(text, scaled) }
      files[Self.renamed(path)] = Array(Self.renamed(Self.weekdaysLater(text)).utf8)
    }
  }

  /// Names and years.
  static func renamed(_ text: String) -> String {
    var text = text
    for (old, new) in [("HemaCare", "Norvia"), ("hemacare", "norvia"), ("HEMA.OB", "NRVA.OB")] {
      text = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    var result = ""
    for run in runs(of: text, where: { $0.isNumber }) {
      if run.count == 4, let year = Int(run), (2001...2008).contains(year) {
        result += String(year + 4)
      } else {
        result += run
      }
    }
    return result
  }

  /// 1,461 days are 208 weeks and five days.
  static func weekdaysLater(_ text: String) -> String {
    let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    return runs(of: text, where: { $0.isLetter }).map { run in
      days.firstIndex(of: run).map { days[($0 + 5) % 7] } ?? run
    }.joined()
  }

  /// Doubles the figures of rows whose concept, the first column, is an amount.
  static func doubledTable(_ text: String, _ scaled: Set<String>) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    // In figures.csv the value has a column of its own; in statements every column with a period has one.
    let isFigure = { (column: Int) in
      column < header.count && (header[column] == "value" || header[column].first?.isNumber == true)
    }
    return lines.enumerated().map { number, line in
      // A quoted cell, a note with commas, comes after the figures.
      let quote = line.firstIndex(of: "\"") ?? line.endIndex
      var cells = line[..<quote].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard number > 0, let concept = cells.first, scaled.contains(concept) else { return line }
      for column in cells.indices where isFigure(column) { cells[column] = doubled(cells[column]) }
      return cells.joined(separator: ",") + line[quote...]
    }.joined(separator: "\n")
  }

  /// Doubles the words of links whose figure is an amount: `[$6,980,000](fact:Revenues)`.
  static func doubledClaims(_ text: String, _ scaled: Set<String>) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "]") else { break }
      let words = String(rest[rest.index(after: open)..<close])
      let after = rest[rest.index(after: close)...]
      guard after.hasPrefix("(fact:") || after.hasPrefix("(calc:"),
        let end = after.firstIndex(of: "\n") ?? after.indices.last
      else {
        result += rest[...close]
        rest = after
        continue
      }
      let link = after[...end]
      let name = link.dropFirst("(fact:".count).prefix { $0.isLetter }
      let isQuotient = ["growth", "share", "ratio", "margin"].contains(String(name))
      let concept =
        ["change", "sum"].contains(String(name))
        ? String(link.dropFirst("(calc:".count + name.count + 1).prefix { $0.isLetter }) : String(name)
      result += "[" + (!isQuotient && scaled.contains(concept) ? doubled(words) : words) + "]"
      rest = after
    }
    return result + rest
  }

  /// Doubles the first number of a text and keeps its commas, its point and its digits after it.
  static func doubled(_ text: String) -> String {
    guard let start = text.firstIndex(where: { $0.isNumber || $0 == "." }) else { return text }
    let number = text[start...].prefix { $0.isNumber || $0 == "," || $0 == "." }
    let digits = number.filter(\.isNumber)
    guard let value = Int(digits) else { return text }
    let places = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    var whole = Array(String(value * 2))
    while whole.count <= places { whole.insert("0", at: 0) }
    let fraction = String(whole.suffix(places))
    var grouped = ""
    for (index, digit) in whole.dropLast(places).reversed().enumerated() {
      if index > 0, index % 3 == 0,
        number.contains(",") || (value * 2 >= 1000 && number.count > 3 && text.hasPrefix("$"))
      {
        grouped = "," + grouped
      }
      grouped = String(digit) + grouped
    }
    return text[..<start] + grouped + (places > 0 ? "." + fraction : "") + text[number.endIndex...]
  }

  /// The text cut where a property of its characters changes.
  private static func runs(of text: String, where isInside: (Character) -> Bool) -> [String] {
    var runs: [String] = []
    var was: Bool?
    for character in text {
      let isIn = isInside(character)
      if isIn == was { runs[runs.count - 1].append(character) } else { runs.append(String(character)) }
      was = isIn
    }
    return runs
  }
}
