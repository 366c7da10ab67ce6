/// What a reader with the spreadsheets, a calculator and a calendar would call wrong in a release's Markdown.
///
/// It shares nothing with the product, not even the loaded archive: it cuts the CSV files and the links itself, reads
/// figures by their characters and calculates in floating point over the corners of the rounding ranges. Where it is
/// not sure it says that nothing is wrong.
struct ProseOracle {
  private var told: [String: (value: Double, half: Double)] = [:]
  /// The period each release is about, by its folder.
  private var periods: [String: String] = [:]
  private static let endOfQuarter = [
    "Q1": "03-31", "Q2": "06-30", "Q3": "09-30", "Q4": "12-31", "FY": "12-31",
  ]

  /// - Parameter files: the site's, by path.
  init(_ files: [String: [UInt8]]) {
    for path in files.keys.sorted() where path.hasPrefix("content/releases/") {
      let folder = String(path.split(separator: "/")[2])
      let text = String(decoding: files[path] ?? [], as: UTF8.self)
      if path.hasSuffix("release.yaml") {
        let line = text.split(separator: "\n").first { $0.hasPrefix("period: ") }
        periods[folder] = line.map { String($0.dropFirst(8)) }
      }
      guard path.hasSuffix(".csv") else { continue }
      let rows = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      guard let header = rows.first else { continue }
      for row in rows.dropFirst() {
        if let value = header.firstIndex(of: "value"), let period = header.firstIndex(of: "period") {
          let decimals = header.firstIndex(of: "decimals").flatMap { $0 < row.count ? Int(row[$0]) : nil }
          tell(folder, row[0], row[period], row[value], decimals)
        } else {
          for (column, name) in header.enumerated() where name.first?.isNumber == true && column < row.count {
            tell(folder, row[0], name, row[column], nil)
          }
        }
      }
    }
  }

  private mutating func tell(
    _ folder: String, _ concept: String, _ period: String, _ text: String, _ decimals: Int?
  ) {
    guard let value = Double(text) else { return }
    let places = text.split(separator: ".").dropFirst().first?.count ?? 0
    told["\(folder) \(concept) \(period)"] = (value, power(-(decimals ?? places)) / 2)
  }

  /// Whether something in the text cannot be so, on a line counted from 0.
  func isWrong(_ body: String, line: Int, in folder: String, year: Int) -> Bool {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard line < lines.count else { return false }
    return links(String(lines[line])).contains { isWrong($0, folder) } || hasWrongWeekday(String(lines[line]))
  }

  private struct Link {
    var before: String
    var words: String
    var target: String
  }

  private func links(_ line: String) -> [Link] {
    var found: [Link] = []
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "[") {
      let before = String(rest[..<open])
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "]") else { break }
      let words = String(rest[..<close])
      rest = rest[rest.index(after: close)...]
      guard rest.hasPrefix("(") else { continue }
      // The destination ends with the parenthesis that balances the first one.
      var depth = 0
      var target = ""
      for character in rest {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        target.append(character)
        if depth == 0 { break }
      }
      rest = rest.dropFirst(target.count)
      found.append(Link(before: before, words: words, target: String(target.dropFirst().dropLast())))
    }
    return found
  }

  private func isWrong(_ link: Link, _ folder: String) -> Bool {
    guard let (stated, half, isHedged) = read(link.words, link.before),
      let (low, high, isChange) = range(link.target, folder)
    else { return false }
    let isPercent = link.words.contains("%")
    let sizes = [abs(low), abs(high)].sorted()
    let factor: Double =
      isPercent && !link.target.hasPrefix("calc:change") && !link.target.hasPrefix("calc:sum") ? 100 : 1
    let (least, most) = (low <= 0 && high >= 0 ? 0 : sizes[0] * factor, sizes[1] * factor)
    let slack = isHedged ? max(half, power(digitsBefore(link.words) - 1)) : half
    let edge = 1e-9 * max(1, most)
    if abs(stated) + slack <= least + edge && abs(stated) + slack < most - edge { return true }
    if abs(stated) - slack >= most - edge && abs(stated) - slack > least + edge { return true }
    // A sign of its own, or a direction in the link's words.
    guard low > 0 || high < 0, stated != 0 else { return false }
    if stated < 0 || link.words.contains("(") { return low > 0 }
    if link.words.hasPrefix("+") { return high < 0 }
    if isChange, link.words.hasSuffix("less") { return low > 0 }
    if isChange, link.words.hasSuffix("more") { return high < 0 }
    return false
  }

  /// The value, half of what its last digit is worth, and whether a word before it takes it roughly.
  private func read(_ words: String, _ before: String) -> (Double, Double, Bool)? {
    var digits = ""
    var places = 0
    var (sawPoint, isNegative) = (false, false)
    for character in words {
      if character == "-", digits.isEmpty { isNegative = true }
      if character.isNumber {
        digits.append(character)
        if sawPoint { places += 1 }
      } else if character == "." {
        sawPoint = true
      } else if character != ",", !digits.isEmpty {
        break
      }
    }
    guard var value = Double(digits), digits.count < 16 else { return nil }
    var scale = 1.0
    for (word, size) in [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)] where words.contains(word) {
      scale = size
    }
    value *= power(-places) * scale
    let tail = before.split(separator: " ").last ?? ""
    let isHedged = ["approximately", "about", "nearly", "than", "over", "almost"].contains(tail)
    return (isNegative ? -value : value, power(-places) * scale / 2, isHedged)
  }

  private func digitsBefore(_ words: String) -> Int { words.prefix { $0 != "." }.count(where: \.isNumber) }

  /// All that a reference can be, and whether it is a change.
  private func range(_ target: String, _ folder: String) -> (Double, Double, Bool)? {
    if target.hasPrefix("fact:") {
      return figure(String(target.dropFirst(5)), folder).map {
        ($0.value - $0.half, $0.value + $0.half, false)
      }
    }
    guard target.hasPrefix("calc:"), let open = target.firstIndex(of: "(") else { return nil }
    let name = target[target.index(target.startIndex, offsetBy: 5)..<open]
    let arguments = target[target.index(after: open)...].dropLast().split(separator: ",").map(String.init)
    guard let first = arguments.first else { return nil }
    let concept = String(first.prefix { $0 != "@" })
    let others = arguments.dropFirst().map { $0.first?.isNumber == true ? "\(concept)@\($0)" : $0 }
    let figures = ([first] + others).map { figure($0, folder) }
    guard figures.allSatisfy({ $0 != nil }), figures.count > 1 else { return nil }
    let ends = figures.compactMap { $0 }.map { [$0.value - $0.half, $0.value + $0.half] }
    // Every corner of the box of ranges.
    var results: [Double] = []
    for corner in 0..<(1 << ends.count) {
      let values = ends.enumerated().map { $1[corner >> $0 & 1] }
      let rest = values.dropFirst()
      switch name {
      case "growth": results.append((values[0] - values[1]) / values[1])
      case "share", "margin", "ratio": results.append(values[0] / values[1])
      case "change": results.append(values[0] - values[1])
      case "sum": results.append(rest.reduce(values[0], +))
      default: return nil
      }
    }
    guard let low = results.min(), let high = results.max() else { return nil }
    return (low, high, name == "growth" || name == "change")
  }

  /// This release's telling, else that of the latest earlier one; folders are named by their day.
  private func figure(_ reference: String, _ folder: String) -> (value: Double, half: Double)? {
    let parts = reference.split(separator: "@").map(String.init)
    guard let concept = parts.first else { return nil }
    var period = parts.count > 1 ? parts[1] : periods[folder] ?? ""
    for release in periods.keys.sorted().reversed() where release <= folder {
      if let found = told["\(release) \(concept) \(period)"] { return found }
    }
    // A stock is told for a day.
    if let end = Self.endOfQuarter[String(period.suffix(2))] { period = period.prefix(5) + end }
    for release in periods.keys.sorted().reversed() where release <= folder {
      if let found = told["\(release) \(concept) \(period)"] { return found }
    }
    return nil
  }

  /// "Friday, November 14, 2003" by Zeller's congruence (1882).
  private func hasWrongWeekday(_ line: String) -> Bool {
    let days = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    let words = line.split(whereSeparator: { " ,.".contains($0) }).map(String.init)
    for index in words.indices where index + 3 < words.count {
      guard let day = days.firstIndex(of: words[index]), let month = months.firstIndex(of: words[index + 1]),
        let date = Int(words[index + 2]), let year = Int(words[index + 3])
      else { continue }
      let (m, y) = month < 2 ? (month + 13, year - 1) : (month + 1, year)
      if (date + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 400 + 5 * (y / 100)) % 7 != day {
        return true
      }
    }
    return false
  }

  private func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<abs(exponent) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }
}
