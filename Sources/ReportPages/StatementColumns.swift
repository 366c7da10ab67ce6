import CivilTime
import ExactNumbers
import Markup
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
    /// One for each column of the span.
    var heads: [Head]
  }

  /// The head of one column.
  struct Head: Hashable, Sendable {
    /// `2003`, or `September 30, 2003` without a title; `Change`.
    var text: String
    var content: Content
  }

  /// What stands in a column.
  enum Content: Hashable, Sendable {
    /// The figures of the statement's column, by its place from 0.
    case figures(Int)
    /// How much the figures of one column differ from those of an earlier period.
    case change(Statement.Change, of: Int, from: Int)
  }

  init(_ statement: Statement, _ fiscal: FiscalCalendar) {
    self.init(statement.columns)
    if statement.changes.isEmpty { return }
    let pairs = comparedColumns(statement.columns, fiscal)
    for pair in pairs {
      add(
        statement.changes, pair,
        isOnly: pairs.count == 1 || pairs.allSatisfy { pair == $0 || !shareSpan(pair, $0) }
      )
    }
  }

  init(_ columns: [Period]) {
    spans = []
    for (index, period) in columns.enumerated() {
      let (title, text) = Self.words(period)
      let head = Head(text: text, content: .figures(index))
      if let title, let last = spans.last, last.title == title {
        spans[spans.count - 1].heads.append(head)
      } else {
        spans.append(Span(title: title, heads: [head]))
      }
    }
  }

  /// All columns from left to right.
  var heads: [Head] { spans.flatMap(\.heads) }

  /// One head for each column that says all: `Three months ended September 30, 2003`.
  var fullHeads: [String] {
    spans.flatMap { span in
      span.heads.map { head in
        guard let title = span.title else { return head.text }
        if case .figures = head.content { return "\(title), \(head.text)" }
        return "\(title), \(head.text.inSentence)"
      }
    }
  }

  private func shareSpan(_ a: ComparedColumns, _ b: ComparedColumns) -> Bool {
    spans.contains { span in
      span.title != nil && span.heads.contains { $0.content == .figures(a.newer) }
        && span.heads.contains { $0.content == .figures(b.newer) }
    }
  }

  /// Puts changes behind the later of the two columns that they compare.
  private mutating func add(_ changes: [Statement.Change], _ pair: ComparedColumns, isOnly: Bool) {
    let last = max(pair.newer, pair.older)
    guard let span = spans.firstIndex(where: { $0.heads.contains { $0.content == .figures(last) } }),
      let place = spans[span].heads.firstIndex(where: { $0.content == .figures(last) })
    else { return }
    let older = heads.first { $0.content == .figures(pair.older) }?.text ?? ""
    let added = changes.map { change in
      let words = changes.count > 1 && change == .percent ? "Change in percent" : "Change"
      return Head(
        text: isOnly ? words : "\(words) from \(older)",
        content: .change(change, of: pair.newer, from: pair.older))
    }
    if spans[span].title != nil {
      spans[span].heads.insert(contentsOf: added, at: place + 1)
    } else {
      spans.insert(contentsOf: added.map { Span(title: nil, heads: [$0]) }, at: span + 1)
    }
  }

  private static func words(_ period: Period) -> (title: String?, head: String) {
    guard let start = period.start else { return (nil, EnglishCalendar.long(period.end)) }
    guard let months = period.wholeMonths else {
      return (nil, "\(EnglishCalendar.long(start)) to \(EnglishCalendar.long(period.end))")
    }
    let title = composed {
      $0.raw(monthsWords(months))
      $0.markup(" ended ")
      $0.monthAndDay(period.end)
    }
    return (title, String(period.end.year))
  }
}

/// Two columns of a statement that are compared, by their places.
struct ComparedColumns: Hashable, Sendable {
  var newer: Int
  var older: Int
}

/// The columns that a statement's changes compare: each span with the one a year before it, and the newest of
/// several days with the day before it.
func comparedColumns(_ columns: [Period], _ fiscal: FiscalCalendar) -> [ComparedColumns] {
  var pairs: [ComparedColumns] = []
  for (index, period) in columns.enumerated() where !period.isInstant {
    if let earlier = fiscal.yearEarlier(period), let older = columns.firstIndex(of: earlier) {
      pairs.append(ComparedColumns(newer: index, older: older))
    }
  }
  let days = columns.indices.filter { columns[$0].isInstant }.sorted { columns[$0] > columns[$1] }
  if days.count > 1 { pairs.append(ComparedColumns(newer: days[0], older: days[1])) }
  return pairs
}

extension Statement {
  /// What the figures are in: `US dollars and shares, except per share. Unaudited.`
  func unitsLine(_ catalog: ConceptCatalog) -> String {
    let kinds = Set(rows.compactMap { $0.concept.map(catalog.kind) })
    var line = unitNote(
      kinds, currency: self.currency, minor: printedMinorUnit,
      scale: self.scale == .ones ? nil : self.scale.rawValue)
    if let audited = self.audited { line += audited ? " Audited." : " Unaudited." }
    return line
  }

  /// The minor unit of its currency, where figures per share are printed in it.
  var printedMinorUnit: MinorUnit? {
    rows.indices.contains { rows.isInMinorUnit($0) } ? MinorUnit.of(self.currency) : nil
  }

  /// The minor unit in which a row is printed; `nil` where it is in the currency.
  func minorUnit(row: Int) -> MinorUnit? {
    rows.isInMinorUnit(row) ? MinorUnit.of(self.currency) : nil
  }

  /// Whether a cell of the row shows the currency: the first amount under each heading, totals and amounts
  /// per share, as accountants do.
  func showsCurrency(row index: Int, _ catalog: ConceptCatalog) -> Bool {
    let row = rows[index]
    guard let concept = row.concept else { return false }
    switch catalog.kind(of: concept) {
    case .perShare: return !row.isInMinorUnit
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

/// A printed figure in the middle of a table: `(4,679)`, `12%`, `(17.1p)`.
func printedText(_ cell: Cell, kind: Concept.Kind, in minor: MinorUnit? = nil) -> String? {
  guard let printed = cell.amount else { return nil }
  if let minor { return minor.accounting(printed) }
  guard kind == .ratio else { return printed.accounting }
  let percent = printed.timesPowerOfTen(2) ?? printed
  return percent.isNegative ? "(\(percent.text().dropFirst())%)" : percent.text() + "%"
}

extension MinorUnit {
  /// A figure in pence as accountants print it: `17.1p`, `(3.2p)`.
  func accounting(_ printed: Amount) -> String {
    let size = (printed.magnitude ?? printed).text() + mark
    return printed.isNegative ? "(\(size))" : size
  }
}
