import CivilTime
import ExactNumbers
import Markup
import ReleaseModel
import SVGCharts

/// How many quarters a small drawing in a row shows at most.
private let longestSparkline = 8

/// The small drawings at the ends of a statement's rows: the last quarters of each row, up to the statement's.
struct StatementSparklines {
  /// Oldest first; each by its last day.
  private var quarters: [Period]
  private var view: ReleaseView
  private var context: PageContext
  private var facts: ChartFacts
  private var denomination: Denomination
  private var currency: String
  /// Where the rows' figures begin to have another basis, by the names of their concepts.
  private var breaks: [ChartBreak]

  /// `nil` where the statement asks for none, or fewer than two quarters are known of every row.
  init?(_ statement: Statement, _ view: ReleaseView, _ context: PageContext) {
    guard statement.hasSparklines, let last = statement.columns.map(\.end).max(),
      var quarter = view.fiscal.quarter(endingOn: last)
    else { return nil }
    self.view = view
    self.context = context
    facts = ChartFacts(view, context)
    denomination =
      view.companyNumber.map { context.history.denomination(of: statement.currency, company: $0) } ?? .newest
    currency = statement.currency
    quarters = []
    breaks = []
    while quarters.count < longestSparkline {
      quarters.insert(quarter, at: 0)
      guard let before = quarter.start.flatMap({ view.fiscal.quarter(endingOn: $0.adding(days: -1)) }) else {
        break
      }
      quarter = before
    }
    let concepts = statement.rows.compactMap(\.concept)
    // Quarters before the first that any row knows would be empty in all of them.
    while let first = quarters.first, concepts.allSatisfy({ value($0, first) == nil }) {
      quarters.removeFirst()
    }
    guard concepts.contains(where: { known($0) >= 2 }) else { return nil }
    let named = statement.rows.compactMap { row in
      row.concept.flatMap { known($0) >= 2 ? (concept: $0, name: context.archive.catalog[$0].name) : nil }
    }
    breaks = facts.breaks(named, over: quarters).filter { found in
      named.contains { !places(of: [found], $0.concept).isEmpty }
    }
  }

  /// Why figures of the rows stand on different bases, each reason once.
  var notes: [String] { eachOnce(breaks.map(\.note)) }

  /// `Last 5 quarters`.
  var title: String { "Last \(quarters.count) quarters" }

  /// Appends the cell of a row; an empty one where fewer than two quarters are known.
  func appendCell(_ row: Statement.Row, _ concept: ConceptID, to sink: inout ByteSink) {
    sink.markup("<td class=\"col-spark\">")
    if known(concept) >= 2 {
      let values = quarters.map { value(concept, $0) }
      let kind = context.archive.catalog[concept].kind
      let places = places(of: breaks, concept)
      let minor = row.isInMinorUnit ? MinorUnit.of(currency) : nil
      let told = zip(quarters, values).enumerated().map { place, told in
        let figure = told.1.map { shown($0, kind, power: 0, in: minor) } ?? "unknown"
        let basis = places.contains(place) ? ", on another basis" : ""
        return "\(view.fiscal.shortWords(told.0)) \(figure)\(basis)"
      }
      sparkBars(
        values: values, current: quarters.count - 1, breaks: places,
        label: "\(row.label): \(told.joined(separator: "; "))", into: &sink)
    }
    sink.markup("</td>")
  }

  private func places(of breaks: [ChartBreak], _ concept: ConceptID) -> [Int] {
    facts.places(of: breaks, in: quarters, for: facts.catalog[concept].name) {
      value(concept, quarters[$0]) != nil
    }
  }

  private func known(_ concept: ConceptID) -> Int { quarters.count { value(concept, $0) != nil } }

  private func value(_ concept: ConceptID, _ quarter: Period) -> Amount? {
    let catalog = context.archive.catalog
    let period = catalog.balance(of: concept) == .stock ? Period(instant: quarter.end) : quarter
    let own = catalog.kind(of: concept).isDenominated ? denomination : .newest
    return view.comparable(concept, period, in: own, context)?.fact.value
  }
}
