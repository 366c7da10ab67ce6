import CivilTime
import ExactNumbers
import ReleaseModel

extension RelationWords {
  /// What is wrong, said of one of a relation's figures.
  func message(_ relation: Relation, at index: Int) -> String {
    let tellings = relation.terms.map(\.telling)
    let own = tellings[index]
    let expected = relation.expected(at: index).map { text($0, like: own) } ?? "another amount"
    let named = { (index: Int) in tellings.indices.contains(index) ? name(tellings[index]) : "" }
    let valued = { (index: Int) in tellings.indices.contains(index) ? value(tellings[index]) : "" }
    switch relation.kind {
    case .notNegative where isNegated(own):
      return
        "\(name(own)) is \(value(own)) in a negated row, which tells \(text(scaled(own.fact.value, like: own))), and cannot be negative"
    case .notNegative: return "\(name(own)) is \(value(own)), and cannot be negative"
    case .precision:
      return "\(name(own)) is \(value(own)), but is told with decimals \(own.fact.decimals)"
    case .size:
      return
        "\(name(own)) is \(value(own)) for \(period(own)), but \(value(tellings[1])) for \(period(tellings[1]))"
    case .footing where index == 0, .incomeLessTax where index == 0 && listsItems(own):
      let isPlain = relation.terms.allSatisfy { $0.weight > 0 }
      return isPlain
        ? "\(name(own)) is \(value(own)); its items sum to \(expected)"
        : "\(name(own)) is \(value(own)); the lines it follows from give \(expected)"
    case .incomeLessTax where index == 0:
      return "\(name(own)) is \(value(own)); income before taxes less taxes is \(expected)"
    case .balance where index == 0:
      return "\(name(own)) is \(value(own)); liabilities and equity are \(expected)"
    case .footing, .incomeLessTax, .balance:
      return "\(name(own)) is \(value(own)); \(named(0)) of \(valued(0)) leaves \(expected) for it"
    case .earningsPerShare where index == 0:
      return "\(name(own)) is \(value(own)); net income divided by shares is \(expected)"
    case .earningsPerShare:
      return
        "\(name(own)) is \(value(own)); \(valued(0)) for each of \(valued(2)) shares does not make \(valued(1))"
    case .measureDifference where index == 0:
      return "\(name(own)) is \(value(own)); \(named(1)) less \(named(2)) is \(expected)"
    case .measureDifference:
      return
        "\(name(own)) is \(value(own)); \(named(0)) of \(valued(0)) is not \(named(1)) of \(valued(1)) less \(named(2)) of \(valued(2))"
    case .measureQuotient where index == 0:
      return "\(name(own)) is \(value(own)); \(named(1)) divided by \(named(2)) is \(expected)"
    case .measureQuotient:
      return
        "\(name(own)) is \(value(own)); \(named(0)) of \(valued(0)) is not \(named(1)) of \(valued(1)) divided by \(named(2)) of \(valued(2))"
    case .perShareSign:
      return "\(named(0)) is \(valued(0)), while \(named(1)) is \(valued(1))"
    case .lossUndiluted:
      return "\(named(0)) is \(valued(0)) and \(named(1)) is \(valued(1)); a loss is not diluted"
    case .dilutedEarnings:
      return "\(named(0)) is \(valued(0)), more than \(named(1)), which is \(valued(1))"
    case .dilutedShares:
      return "\(named(0)) is \(valued(0)), fewer than \(named(1)), which is \(valued(1))"
    case .grossProfitWithin:
      return "\(named(0)) is \(valued(0)), more than \(named(1)), which is \(valued(1))"
    case .toldTwice:
      return "\(name(own)) for \(period(own)) is \(value(own)) here and \(expected) elsewhere in the release"
    case .roundness:
      return "\(name(own)) is \(value(own)), while every other amount of the statement ends in 000"
    case .impliedShares:
      return
        "\(named(1)) of \(valued(1)) at \(valued(0)) a share is of a number of shares far from the periods round \(period(own))"
    case .periodsAddUp where index == 0:
      return "\(name(own)) for \(period(own)) is \(value(own)); its parts add up to \(expected)"
    case .periodsAddUp:
      return
        "\(name(own)) for \(period(own)) is \(value(own)); the \(valued(0)) of \(period(tellings[0])) leave \(expected) for it"
    case .partWithinWhole:
      return
        "\(named(0)) for \(period(tellings[0])) is \(valued(0)), less than the \(valued(1)) of \(period(tellings[1]))"
    case .retold where index == 0:
      return
        "\(name(own)) for \(period(own)) is \(value(own)), but the release of \(released(tellings[1])) told \(expected)"
    case .retold:
      return
        "\(name(own)) for \(period(own)) is \(value(own)), but the release of \(released(tellings[0])) tells \(expected)"
    }
  }

  /// The calculation, as an auditor would write it.
  func arithmetic(_ relation: Relation) -> [String] {
    let terms = relation.terms
    if relation.kind.isQuotient {
      let (whole, parts) = (terms[1].telling.fact.value, terms[2].telling.fact.value)
      guard let quotient = whole.divided(by: parts, scale: 4) else { return [] }
      let range = terms[0].telling.fact.interval.map {
        "; \(spelling(of: terms[0].telling)) stands for \(text($0.low)) to \(text($0.high))"
      }
      return ["\(text(whole)) / \(text(parts)) = \(text(quotient))" + (range ?? "")]
    }
    guard relation.isSum else { return [] }
    var sum: Amount? = .zero
    var line = ""
    for term in terms.dropFirst() {
      let value = term.telling.fact.value
      sum = sum.flatMap { term.weight > 0 ? $0 + value : $0 - value }
      let shown = value.isNegative ? "(\(text(value)))" : text(value)
      line +=
        line.isEmpty ? (term.weight > 0 ? shown : "-\(shown)") : (term.weight > 0 ? " + " : " - ") + shown
    }
    guard let sum else { return [] }
    let names = terms.dropFirst().map { term in
      relation.kind == .periodsAddUp ? period(term.telling) : name(term.telling)
    }
    return [
      "\(line) = \(text(sum))",
      (relation.kind == .periodsAddUp ? "the parts are " : "the items are ") + names.joined(separator: ", "),
    ]
  }

  /// A figure without the parentheses of a negated row; with its mark where it is in pence and the range is not.
  private func spelling(of telling: FactHistory.Telling) -> String {
    archive.unit(of: telling).isMinor
      ? value(telling) : text(scaled(telling.fact.value, like: telling))
  }

  /// Whether the figure's row says itself what it adds up.
  private func listsItems(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, _) = telling.fact.place else { return false }
    return !archive.releases[Int(telling.release)].statements[index].rows[row].items.isEmpty
  }

  private func released(_ telling: FactHistory.Telling) -> String {
    archive.releases[Int(telling.release)].released.day.description
  }
}
