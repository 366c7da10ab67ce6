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
  }

  enum Outcome { case holds, fails, undecided }

  /// Whether figures with the rounding of these can be as the rule demands.
  var outcome: Outcome {
    switch kind {
    case .toldTwice, .retold, .lossUndiluted:
      return terms[0].telling.fact.agrees(with: terms[1].telling.fact) ? .holds : .fails
    case .precision: return isWhole(terms[0].telling.fact) ? .holds : .fails
    case .size, .impliedShares, .roundness: return .fails
    default: break
    }
    if kind == .notNegative { return terms[0].telling.fact.value.isNegative ? .fails : .holds }
    guard let first = WideInterval(terms[0].telling.fact) else { return .undecided }
    if isSum {
      // The first less all others can be nothing.
      var rest = first
      for term in terms.dropFirst() {
        guard let range = WideInterval(term.telling.fact), let less = rest.adding(range, weight: -term.weight)
        else {
          return .undecided
        }
        rest = less
      }
      return Outcome(rest.containsZero)
    }
    guard let second = WideInterval(terms[1].telling.fact) else { return .undecided }
    switch kind {
    case .earningsPerShare:
      return Outcome(WideInterval(terms[2].telling.fact).flatMap { first.times($0) }?.meets(second))
    case .perShareSign:
      return (first.low > 0 && second.high < 0) || (first.high < 0 && second.low > 0) ? .fails : .holds
    case .dilutedEarnings: return Outcome(first.magnitude.exceeds(second.magnitude).map { !$0 })
    case .dilutedShares, .partWithinWhole: return Outcome(second.exceeds(first).map { !$0 })
    case .grossProfitWithin: return Outcome(first.exceeds(second).map { !$0 })
    default: return .undecided
    }
  }

  /// Whether the first figure is the weighted sum of the others.
  var isSum: Bool {
    switch kind {
    case .footing, .incomeLessTax, .balance, .periodsAddUp: true
    default: false
    }
  }

  /// Whether all figures must be one and the same.
  var isEquality: Bool { kind == .toldTwice || kind == .retold || kind == .lossUndiluted }

  /// Whether it ties its figures to each other, rather than bounding them.
  var bindsValues: Bool { isSum || isEquality || kind == .earningsPerShare }

  /// The release that can break the relation last, and whose waiver can set it aside.
  var owner: Int { Int(terms.map(\.telling.release).max() ?? 0) }
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
  guard let unit = scaled(1, by: 18 - Int(fact.decimals)) else { return true }
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
