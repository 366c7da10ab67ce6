import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let measureDoesNotFollow = DiagnosticCode(
    "V215", "measure-does-not-follow",
    rule: "A built-in measure is what the figures it is made of give, within their rounding.",
    explanation: """
      `GrossMargin`, `OperatingMargin` and `NetMargin` are gross profit, operating income and net income divided by \
      revenues; `EffectiveTaxRate` is taxes divided by income before them; `WorkingCapital` and `CurrentRatio` are \
      current assets less, and divided by, current liabilities; `BookValuePerShare` is equity divided by shares \
      outstanding; `FreeCashFlow` is cash from operating activities less capital expenditures, with whichever sign \
      these are told. The rule speaks where a release tells all three for one period. A measure that the company \
      defines otherwise is a concept of its own, or a row that lists its `items`.
      """)
}

/// What a built-in measure is made of.
struct Measure: Sendable {
  var first: ConceptID
  var second: ConceptID
  var operation: Operation

  enum Operation {
    case difference
    case quotient
    /// A quotient whose sign is told in several ways where its divisor is negative: a rate of taxes on a loss.
    case rate
    /// A difference from which the second is taken away with whichever sign it is told.
    case outlay
  }

  /// For each concept of a catalog.
  static func table(in catalog: ConceptCatalog) -> [Measure?] {
    var table = [Measure?](repeating: nil, count: catalog.concepts.count)
    for measure in measures {
      guard let id = catalog.id(measure.name) else { continue }
      table[Int(id.number)] = of(measure.name, in: catalog)
    }
    return table
  }

  /// The measure that a concept is; `nil` for any other one.
  static func of(_ name: String, in catalog: ConceptCatalog) -> Measure? {
    guard let measure = measures.first(where: { $0.name == name }), let first = catalog.id(measure.first),
      let second = catalog.id(measure.second)
    else { return nil }
    return Measure(first: first, second: second, operation: measure.operation)
  }
}

let measures: [(name: String, first: String, operation: Measure.Operation, second: String)] = [
  ("GrossMargin", "GrossProfit", .quotient, "Revenues"),
  ("OperatingMargin", "OperatingIncomeLoss", .quotient, "Revenues"),
  ("NetMargin", "NetIncomeLoss", .quotient, "Revenues"),
  ("EffectiveTaxRate", "IncomeTaxExpenseBenefit", .rate, "IncomeLossBeforeIncomeTaxes"),
  ("WorkingCapital", "CurrentAssets", .difference, "CurrentLiabilities"),
  ("CurrentRatio", "CurrentAssets", .quotient, "CurrentLiabilities"),
  ("BookValuePerShare", "StockholdersEquity", .quotient, "SharesOutstanding"),
  ("FreeCashFlow", "CashFromOperatingActivities", .outlay, "CapitalExpenditures"),
]

/// V215: each measure against the two figures of the release that it is made of.
let relateMeasures: RelationRule = { checked, ledger in
  for run in checked.runs {
    guard let measure = checked.concepts.measure(run.concept) else { continue }
    for figure in checked.figures[run.figures] where figure.isFirst && !checked.listsItems(figure.telling) {
      // A ratio has no currency, and follows in each in which the release tells its parts.
      for denomination in figure.denomination.map({ [$0] }) ?? checked.denominations {
        guard let first = checked.own(measure.first, figure.period, in: denomination),
          let second = checked.own(measure.second, figure.period, in: denomination)
        else { continue }
        ledger.test(measure, figure.telling, first, second)
      }
    }
  }
}

extension Ledger {
  fileprivate mutating func test(
    _ measure: Measure, _ telling: FactHistory.Telling, _ first: FactHistory.Telling,
    _ second: FactHistory.Telling
  ) {
    let isNegative = second.fact.value.isNegative
    switch measure.operation {
    case .difference: test(.measureDifference, [.init(telling), .init(first), .init(second, -1)])
    case .outlay:
      test(.measureDifference, [.init(telling), .init(first), .init(second, isNegative ? 1 : -1)])
    case .quotient: test(.measureQuotient, [.init(telling), .init(first), .init(second)])
    case .rate:
      let isOtherSign = isNegative && telling.fact.value.isNegative == first.fact.value.isNegative
      test(.measureQuotient, [.init(telling), .init(first, isOtherSign ? -1 : 1), .init(second)])
    }
  }
}

extension CheckedRelease {
  /// Whether the row of a figure says what it is made of.
  fileprivate func listsItems(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, _) = telling.fact.place else { return false }
    return !release.statements[index].rows[row].items.isEmpty
  }
}
