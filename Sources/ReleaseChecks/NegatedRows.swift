import ExactNumbers
import ReleaseModel

extension RelationWords {
  /// Whether a figure stands in a row that its release prints with the other sign.
  func isNegated(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, _) = telling.fact.place else { return false }
    return archive.releases[Int(telling.release)].statements[index].rows.isNegated(row)
  }

  /// An amount in the spelling in which a figure is printed, so that the author finds it: of a negated row with the
  /// other sign and in parentheses, as costs are, and in pence where its row is.
  func text(_ amount: Amount, printedAs telling: FactHistory.Telling) -> String {
    if let minor = archive.unit(of: telling).minor { return text(amount, in: minor, isNegated(telling)) }
    return isNegated(telling) ? (amount.negated ?? amount).accounting : text(amount)
  }

  private func text(_ amount: Amount, in minor: MinorUnit, _ isNegated: Bool) -> String {
    let printed = amount.timesPowerOfTen(MinorUnit.power) ?? amount
    guard isNegated, let other = printed.negated else { return text(printed) + minor.mark }
    return other.isNegative ? "(\(text(printed))\(minor.mark))" : text(other) + minor.mark
  }

  /// What to do about sums that fail because rows are told with the other sign than the author thought.
  func signHints(_ violations: [Relation]) -> [String] {
    var hints: [String] = []
    if violations.contains(where: { $0.holdsTurned { !isNegated($0) } }) { hints.append(costsHint) }
    if violations.contains(where: { $0.holdsTurned(isNegated) }) { hints.append(printedHint) }
    if hints.isEmpty, violations.contains(where: { $0.holdsWithOneTurned(isNegated) }) {
      hints.append(negatedHint)
    }
    let negatives = violations.filter { $0.kind == .notNegative }.map { $0.terms[0].telling }
    if hints.isEmpty, let telling = negatives.first {
      if isNegated(telling) {
        hints.append(printedHint)
      } else if isBelowZero(telling) {
        hints.append(costsHint)
      }
    }
    return hints
  }

  /// Whether all figures in the row of one are negative, as where a release prints its costs in parentheses.
  ///
  /// A single figure says nothing of its row.
  private func isBelowZero(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, _) = telling.fact.place else { return false }
    let amounts = archive.releases[Int(telling.release)].statements[index].rows[row].cells.compactMap(
      \.amount)
    return amounts.count > 1 && amounts.allSatisfy(\.isNegative)
  }
}

private let costsHint =
  "costs are positive amounts, and a tax benefit is a negative one; rows that the release prints the other way, as costs in parentheses, have 'true' under 'negated'"

private let printedHint =
  "figures of a negated row are written as the release prints them: costs in parentheses or with a minus, a tax benefit without"

private let negatedHint =
  "'true' under 'negated' is for rows that the release prints with the other sign, as costs in parentheses; an income or a profit has none"

extension Relation {
  /// Whether a sum would hold if one of its figures had the other sign, in a row that can be turned.
  fileprivate func holdsWithOneTurned(_ canTurn: (FactHistory.Telling) -> Bool) -> Bool {
    guard kind == .footing || kind == .incomeLessTax else { return false }
    return terms.indices.contains { index in
      guard canTurn(terms[index].telling) else { return false }
      // To turn the total is to turn all others.
      let turned = terms.enumerated().map { place, term in
        Term(term.telling, (place == index) == (index > 0) ? -term.weight : term.weight)
      }
      return kind.outcome(of: turned.span) == .holds
    }
  }

  /// Whether a sum would hold if what it takes away had the other sign, in such rows as are turned.
  fileprivate func holdsTurned(_ isTurned: (FactHistory.Telling) -> Bool) -> Bool {
    guard kind == .footing || kind == .incomeLessTax else { return false }
    let turned = terms.map {
      Term($0.telling, $0.weight < 0 && isTurned($0.telling) ? -$0.weight : $0.weight)
    }
    return turned != terms && kind.outcome(of: turned.span) == .holds
  }
}
