import CivilTime
import ReleaseModel

/// Spans that end with the release's period and stand before the name of a figure: "nine-month revenue", "fourth-quarter
/// sales" of a year.
extension CheckedRelease {
  /// The span that the words before a name tell, and where they begin; `nil` where they tell none that ends with the
  /// release's period, or one of several.
  func spanNamed(before name: Int, _ tokens: [ProseToken]) -> (start: Int, span: Period)? {
    guard let period = release.period, let (start, part) = partNamed(before: name, tokens),
      let span = fiscal.period(fiscal.year(of: period.end), part), span.end == period.end
    else { return nil }
    // Of "third-quarter and nine-month revenue" each figure is another one's.
    if start > 1, tokens[start - 1].isWord("and") || tokens[start - 1].isMark(","),
      tokens[start - 2].kind != .claim
    {
      return nil
    }
    return (start, span)
  }

  private func partNamed(
    before name: Int, _ tokens: [ProseToken]
  ) -> (start: Int, part: FiscalCalendar.Part)? {
    guard name > 0 else { return nil }
    let word = tokens[name - 1].word
    let before = name > 1 ? tokens[name - 2].word : ProseWord()
    switch tokens[name - 1].kind {
    case .word:
      if let part = spanWords[word] { return (name - 1, part) }
      if word == "half", before == "first" { return (name - 2, .h1) }
      if word == "year", before == "full" { return (name - 2, .year) }
      return word == "quarter" ? quarterWords[before].map { (name - 2, $0) } : nil
    case .number:
      if before == "h", word == "1" { return (name - 2, .h1) }
      return before == "q" ? quarterWords[word].map { (name - 2, $0) } : nil
    case .mark, .claim, .end: return nil
    }
  }
}

private let spanWords: WordTable<FiscalCalendar.Part> = [
  "nine-month": .nineMonths, "six-month": .h1, "half-year": .h1, "first-half": .h1, "twelve-month": .year,
  "full-year": .year, "annual": .year, "yearly": .year, "first-quarter": .q1, "second-quarter": .q2,
  "third-quarter": .q3, "fourth-quarter": .q4,
]

private let quarterWords: WordTable<FiscalCalendar.Part> = [
  "first": .q1, "second": .q2, "third": .q3, "fourth": .q4, "1": .q1, "2": .q2, "3": .q3, "4": .q4,
]
