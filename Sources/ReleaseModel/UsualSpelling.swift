import CivilTime

extension FiscalCalendar {
  /// The spelling of a period that is written in another common one; `nil` where none is meant.
  ///
  /// Such are `Q3-2003`, `2003Q3`, `Q3 2003`, `FY2003`, `2003`, `2002/03-Q3` and `30.09.2003`.
  public func usualSpelling(of text: String) -> String? {
    guard text.utf8.count <= 12 else { return nil }
    if let day = dayWithPoints(text) { return day.description }
    let upper = text.uppercased()
    let parts = FiscalCalendar.Part.allCases.map(\.rawValue).filter(upper.contains)
    var rest = upper
    if let part = parts.first, let range = rest.utf8.firstRange(of: part.utf8) { rest.removeSubrange(range) }
    var year = rest.filter { $0.isASCII && $0.isNumber }
    if year.utf8.count == 6, rest.contains("/"), let first = Int(year.prefix(4)),
      Int(year.suffix(2)) == (first + 1) % 100
    {
      // A fiscal year is named by the calendar year in which it ends.
      year = String(first + 1)
    }
    guard year.utf8.count == 4 else { return nil }
    let spelling = "\(year)-\(parts.first ?? "FY")"
    return period(spelling) == nil ? nil : spelling
  }
}

/// `2003-09-30` for `30.09.2003`.
private func dayWithPoints(_ text: String) -> Day? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
    let year = Int(parts[2])
  else { return nil }
  return Day(year: year, month: month, day: day)
}
