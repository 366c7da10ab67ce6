/// Which time a category stands for.
///
/// A course is told along times of one length alone: a quarter is no predecessor of a year.
public struct ChartTime: Hashable, Sendable {
  /// How many months it lasts, about; 0 for the end of a day.
  public var months: Int
  /// Its last day, as a number that grows with time.
  public var end: Int

  public init(months: Int, end: Int) {
    self.months = months
    self.end = end
  }

  /// In order of time; what ends together by its length.
  static func precedes(_ a: ChartTime, _ b: ChartTime) -> Bool { (a.end, a.months) < (b.end, b.months) }

  /// What times of this length are called: `quarters`.
  var kind: String {
    switch months {
    case 0: "days"
    case 1: "months"
    case 3: "quarters"
    case 6: "half-years"
    case 9: "nine months"
    case 12: "years"
    default: "\(months) months"
    }
  }

  /// Reads the name of a period: `Q3 2003`, `2003-Q3`, `Third quarter 2003`, `2003-H1`, `9 months 2003`, `FY 2003`,
  /// `2003`, `2003-09`, `Sep 2003`, `2003-09-30`, of a year that is not named `Q3`; years are those of the calendar.
  ///
  /// - Returns: `nil` for other text.
  init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var year: Int?
    var words: [String] = []
    for word in text.uppercased().split(whereSeparator: { " -,/".contains($0) }) {
      if word.utf8.count == 4, let number = Int(word), (1800...2200).contains(number) {
        if year != nil { return nil }
        year = number
      } else if word != "FISCAL", word != "OF", word != "THE", word != "ENDED", word != "AT" {
        words.append(String(word))
      }
    }
    if year != nil || !words.isEmpty, let months = monthsOfYear(words) {
      self.init(months: months.count, end: (year ?? 0) * daysOfYear + months.upperBound * 31)
      return
    }
    if let quarter = quarterNumber(text) {
      self.init(months: 3, end: (quarter + 1) * 93)
      return
    }
    guard year != nil, words.count <= 2, let seconds = timeSeconds(text.replacingPrefix("At ")) else {
      return nil
    }
    let day = civilDay(dayAndRest(seconds).day)
    let end = day.year * daysOfYear + (day.month - 1) * 31
    // A month alone is named with its year.
    self = words.count == 1 ? ChartTime(months: 1, end: end + 31) : ChartTime(months: 0, end: end + day.day)
  }
}

/// With months of 31 days, which keeps all ends in order.
private let daysOfYear = 12 * 31

/// The months of a year that words name, counted from its first.
private func monthsOfYear(_ words: [String]) -> Range<Int>? {
  switch words.joined(separator: " ") {
  case "", "FY", "YEAR", "FULL YEAR", "12M", "12 MONTHS", "TWELVE MONTHS": 0..<12
  case "Q1", "1Q", "FIRST QUARTER": 0..<3
  case "Q2", "2Q", "SECOND QUARTER": 3..<6
  case "Q3", "3Q", "THIRD QUARTER": 6..<9
  case "Q4", "4Q", "FOURTH QUARTER": 9..<12
  case "H1", "1H", "FIRST HALF", "6M", "6 MONTHS", "SIX MONTHS": 0..<6
  case "H2", "2H", "SECOND HALF": 6..<12
  case "9M", "9 MONTHS", "NINE MONTHS": 0..<9
  default: nil
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

extension Datum {
  /// Which time it names as a category.
  var namedTime: ChartTime? {
    switch self {
    case .text(let text): ChartTime(text)
    case .number(let year) where year >= 1800 && year <= 2200 && year == year.rounded():
      ChartTime(months: 12, end: (Int(year) + 1) * daysOfYear)
    default: nil
    }
  }
}

/// Places whose times have one length, each run of places in order of time; all in one, and in their order, where
/// some have no time.
///
/// Runs stand in the order of their first places.
func runsOfOneLength(_ times: [ChartTime?]) -> [[Int]] {
  let known = times.compactMap { $0 }
  guard known.count == times.count, let first = known.first else {
    return mixedRuns(times)
  }
  let isInOrder = zip(known, known.dropFirst()).allSatisfy { $0.months == $1.months && $0.end <= $1.end }
  if isInOrder { return [Array(times.indices)] }
  var lengths = [first.months]
  for time in known where !lengths.contains(time.months) { lengths.append(time.months) }
  return lengths.map { length in
    known.indices.filter { known[$0].months == length }
      .sorted { ChartTime.precedes(known[$0], known[$1]) || (known[$0] == known[$1] && $0 < $1) }
  }
}

/// The same where some places have no time: these stay together.
private func mixedRuns(_ times: [ChartTime?]) -> [[Int]] {
  var lengths: [Int?] = []
  for time in times where !lengths.contains(time?.months) { lengths.append(time?.months) }
  guard lengths.count > 2 else { return [Array(times.indices)] }
  return lengths.map { length in times.indices.filter { times[$0]?.months == length } }
}
