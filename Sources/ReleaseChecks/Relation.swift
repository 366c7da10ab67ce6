import Diagnostics
import ExactNumbers
import ReleaseModel

/// Something that must hold between figures, wherever in the archive they are told.
struct Relation: Sendable {
  var kind: Kind
  /// The figures, the one that follows from the others first.
  var terms: [Term]

  struct Term: Hashable, Sendable {
    var telling: FactHistory.Telling
    /// 1 for a figure that is added, -1 for one that is taken away.
    var weight: Int8

    init(_ telling: FactHistory.Telling, _ weight: Int8 = 1) {
      self.telling = telling
      self.weight = weight
    }
  }

  /// The rule a relation belongs to; in order of code.
  enum Kind: UInt8, CaseIterable, Sendable {
    /// The first is not below zero.
    case notNegative
    /// The first has no digits below its precision.
    case precision
    /// The first is the weighted sum of the others.
    case footing
    case incomeLessTax
    case balance
    /// The first times the third is the second: earnings per share, net income, shares.
    case earningsPerShare
    /// The first, per share, has the sign of the second.
    case perShareSign
    /// Both are the same: a loss dilutes nothing.
    case lossUndiluted
    /// The first without its sign is at most the second without its sign: diluted and basic earnings.
    case dilutedEarnings
    /// The first is at least the second: diluted and basic shares.
    case dilutedShares
    /// The first is at most the second: gross profit and revenues.
    case grossProfitWithin
    /// Both are the same, told by one release.
    case toldTwice
    /// The first is the sum of the others: quarters of a year.
    case periodsAddUp
    /// The first, of a span, is at least the second, of a part of it.
    case partWithinWhole
    /// Both are the same, told by two releases; the later one first.
    case retold
    /// The first is a thousand or a million times what the others suggest, or that part of it.
    case size
    /// The first is as round as all other figures of its statement.
    case roundness
    /// The first two, earnings per share and net income, are of another number of shares than their neighbours.
    case impliedShares
    /// The first is the second less the third: working capital.
    case measureDifference
    /// The first times the third is the second: a margin, a profit, revenues.
    case measureQuotient
  }

  enum Outcome { case holds, fails, undecided }

  /// Whether the first figure is the weighted sum of the others.
  var isSum: Bool { kind.isSum }

  /// Whether all figures must be one and the same.
  var isEquality: Bool { kind.isEquality }

  /// The release that can break the relation last, and whose waiver can set it aside.
  var owner: Int { Int(terms.map(\.telling.release).max() ?? 0) }
}

extension Relation.Kind {
  /// Whether the first figure is the weighted sum of the others.
  var isSum: Bool {
    switch self {
    case .footing, .incomeLessTax, .balance, .periodsAddUp, .measureDifference: true
    default: false
    }
  }

  /// Whether all figures must be one and the same.
  var isEquality: Bool { self == .toldTwice || self == .retold || self == .lossUndiluted }

  /// Whether it ties its figures to each other, rather than bounding them.
  var bindsValues: Bool { isSum || isEquality || isQuotient }

  /// Whether the first figure is the second divided by the third.
  var isQuotient: Bool { self == .earningsPerShare || self == .measureQuotient }

  /// Whether figures with the rounding of these can be as the rule demands.
  func outcome(of terms: Span<Relation.Term>) -> Relation.Outcome {
    switch self {
    case .toldTwice, .retold, .lossUndiluted:
      return terms[0].telling.fact.agrees(with: terms[1].telling.fact) ? .holds : .fails
    case .precision: return isWhole(terms[0].telling.fact) ? .holds : .fails
    case .size, .impliedShares, .roundness: return .fails
    case .notNegative: return terms[0].telling.fact.value.isNegative ? .fails : .holds
    default:
      // Most figures are small enough for 64 bits, which are quick to reckon with.
      let outcome = reckoned(terms, in: Int64.self)
      return outcome == .undecided ? reckoned(terms, in: Int128.self) : outcome
    }
  }

  /// The same for what has to be reckoned; undecided where numbers do not fit.
  private func reckoned<Number: Scalable>(_ terms: Span<Relation.Term>, in _: Number.Type) -> Relation.Outcome
  {
    guard let first = ScaledInterval<Number>(terms[0].telling.fact) else { return .undecided }
    if isSum {
      // The first less all others can be nothing.
      var rest = first
      for index in 1..<terms.count {
        guard let range = ScaledInterval<Number>(terms[index].telling.fact),
          let less = rest.adding(range, weight: -terms[index].weight)
        else { return .undecided }
        rest = less
      }
      return Relation.Outcome(rest.containsZero)
    }
    guard var second = ScaledInterval<Number>(terms[1].telling.fact) else { return .undecided }
    if terms[1].weight < 0 { second = second.negated }
    switch self {
    case .earningsPerShare, .measureQuotient:
      guard let third = ScaledInterval<Number>(terms[2].telling.fact) else { return .undecided }
      return Relation.Outcome(first.times(third)?.meets(second))
    case .perShareSign:
      return (first.low > 0 && second.high < 0) || (first.high < 0 && second.low > 0) ? .fails : .holds
    case .dilutedEarnings: return Relation.Outcome(first.magnitude.exceeds(second.magnitude).map { !$0 })
    case .dilutedShares, .partWithinWhole: return Relation.Outcome(second.exceeds(first).map { !$0 })
    case .grossProfitWithin: return Relation.Outcome(first.exceeds(second).map { !$0 })
    default: return .undecided
    }
  }
}

extension Relation.Outcome {
  init(_ holds: Bool?) {
    self = holds.map { $0 ? .holds : .fails } ?? .undecided
  }
}

/// Whether a figure has no digits below the precision it is told to: 843,000 to thousands.
private func isWhole(_ fact: Fact) -> Bool {
  guard (-18...18).contains(fact.decimals),
    let wide = scaled(Int128(fact.value.mantissa), by: 18 - Int(fact.value.scale))
  else { return true }
  guard let unit = scaled(Int128(1), by: 18 - Int(fact.decimals)) else { return true }
  return wide % unit == 0
}

extension FactHistory.Telling {
  /// Where in the archive it stands.
  var subject: Subject {
    switch fact.place {
    case .statement(let index, let row, let column):
      .cell(release: Int(release), statement: index, row: row, column: column)
    case .figure(let index): .figure(release: Int(release), index: index)
    }
  }
}
