import CivilTime
import ExactNumbers
import ReleaseModel

/// The heads over a statement's columns: spans of neighbors over years, or dates alone.
struct StatementColumns: Hashable, Sendable {
  /// The upper row, left to right.
  var spans: [Span]
  /// The lower row: one for each column of a titled span.
  var hasTitles: Bool { spans.contains { $0.title != nil } }

  /// Columns whose periods differ only by the year.
  struct Span: Hashable, Sendable {
    /// `Three months ended September 30`; `nil` for columns whose own head says all.
    var title: String?
    /// `2003`, or `September 30, 2003` without a title.
    var heads: [String]
  }

  init(_ columns: [Period]) {
    spans = []
    for period in columns {
      let (title, head) = Self.words(period)
      if let title, let last = spans.last, last.title == title {
        spans[spans.count - 1].heads.append(head)
      } else {
        spans.append(Span(title: title, heads: [head]))
      }
    }
  }

  private static func words(_ period: Period) -> (title: String?, head: String) {
    guard let start = period.start else { return (nil, EnglishCalendar.long(period.end)) }
    guard let months = period.wholeMonths else {
      return (nil, "\(EnglishCalendar.long(start)) to \(EnglishCalendar.long(period.end))")
    }
    return ("\(monthsWords(months)) ended \(monthAndDay(period.end))", "\(period.end.year)")
  }

  /// One head for each column that says all: `Three months ended September 30, 2003`.
  var fullHeads: [String] {
    spans.flatMap { span in span.heads.map { head in span.title.map { "\($0), \(head)" } ?? head } }
  }
}

extension Statement {
  /// What the figures are in: `US dollars, except shares. Unaudited.`
  func unitsLine(_ catalog: ConceptCatalog) -> String {
    let kinds = Set(rows.compactMap { $0.concept.map(catalog.kind) })
    let currency = currencyWords(self.currency)
    var line: String
    if scale == .ones {
      line = currency.asBeginning
      var others: [String] = []
      if kinds.contains(.shares) { others.append("shares") }
      if kinds.contains(.ratio) { others.append("percentages") }
      if kinds.contains(.count) { others.append("counts") }
      if !others.isEmpty { line += ", except " + others.joined(separator: " and ") }
    } else {
      line = "\(scale.rawValue.prefix(1).uppercased())\(scale.rawValue.dropFirst()) of \(currency)"
      if kinds.contains(.shares) { line += " and of shares" }
      if kinds.contains(.perShare) { line += ", except per share" }
    }
    line += "."
    if let audited { line += audited ? " Audited." : " Unaudited." }
    return line
  }

  /// Whether a cell of the row shows the currency: the first amount under each heading, totals and amounts
  /// per share, as accountants do.
  func showsCurrency(row index: Int, _ catalog: ConceptCatalog) -> Bool {
    let row = rows[index]
    guard let concept = row.concept else { return false }
    switch catalog.kind(of: concept) {
    case .perShare: return true
    case .shares, .ratio, .count: return false
    case .money:
      if row.role == .total { return true }
      var before = index
      while before > 0 {
        before -= 1
        guard let concept = rows[before].concept else { return true }
        if catalog.kind(of: concept) == .money { return false }
      }
      return true
    }
  }

  /// Whether the row is the first per-share figure, or share count, after amounts of money.
  func standsApart(row index: Int, _ catalog: ConceptCatalog) -> Bool {
    func isPerShare(_ concept: ConceptID) -> Bool {
      catalog.kind(of: concept) == .perShare || catalog.kind(of: concept) == .shares
    }
    guard index > 0, let concept = rows[index].concept, let before = rows[index - 1].concept else {
      return false
    }
    return isPerShare(concept) && !isPerShare(before)
  }
}

/// A printed figure in the middle of a table: `(4,679)`, `12%`.
func printedText(_ cell: Cell, kind: Concept.Kind) -> String? {
  guard let printed = cell.printed else { return nil }
  guard kind == .ratio else { return printed.accounting }
  let percent = printed.timesPowerOfTen(2) ?? printed
  return percent.isNegative ? "(\(percent.text().dropFirst())%)" : percent.text() + "%"
}
