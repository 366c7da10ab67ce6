import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let labelSaysLoss = DiagnosticCode(
    "V216", "label-says-loss",
    rule: "A row whose label says a loss, or a tax credit, has not only positive figures.",
    explanation: """
      'Loss before tax' over 4,679 without parentheses is a profit to everything that asks for the figure. Most often \
      the statement prints its losses without a sign: put `true` under `negated`, or write them in parentheses. Labels \
      that leave it open, as "Income (loss)", are not looked at.
      """)
}

/// V216: labels that say a loss over figures that say a profit.
let checkLossLabels: Rule = { checked in
  var findings: [Finding] = []
  var isChecked = false
  for (index, statement) in checked.release.statements.enumerated() {
    for row in statement.rows.indices {
      guard let concept = statement.rows.concept(of: row),
        let loss = saidLoss(statement.rows.label(of: row), of: checked.catalog[concept])
      else { continue }
      isChecked = true
      let amounts = statement.rows[row].cells.enumerated().compactMap { column, cell in
        cell.amount.map { (column, $0) }
      }
      guard let (column, first) = amounts.first, amounts.allSatisfy({ !$0.1.isNegative && !$0.1.isZero })
      else {
        continue
      }
      // Of a share V210 says more.
      if checked.concepts.traits(of: concept).kind == .perShare,
        hasNetLoss(checked, statement.columns[column])
      {
        continue
      }
      findings.append(
        Finding(
          .labelSaysLoss,
          "the label '\(statement.rows.label(of: row))' says \(loss.said), but the figures are those of \(loss.told)",
          at: .cell(release: checked.index, statement: index, row: row, column: column),
          label: "\(first.text()) is positive",
          hints: ["write the figures in parentheses, or put 'true' under 'negated' for the row"]))
    }
  }
  return isChecked ? findings : nil
}

private func hasNetLoss(_ checked: CheckedRelease, _ period: Period) -> Bool {
  checked.figures.contains { figure in
    let fact = figure.telling.fact
    return fact.concept == checked.concepts.netIncome && fact.period == period && fact.value.isNegative
  }
}

/// What a label says and what positive figures of its concept are, where it says that they are negative and nothing else.
private func saidLoss(_ label: String, of concept: Concept) -> (said: String, told: String)? {
  guard let negative = concept.negativeLabel else { return nil }
  let words = proseTokens(label)
  // "Profit/(loss)" and "Profit or loss" are both.
  guard !words.contains(where: { $0.isMark("(") || $0.isMark("/") || $0.isMark("-") || $0.isWord("or") })
  else {
    return nil
  }
  func says(_ set: WordSet, _ words: [ProseToken]) -> Bool {
    words.contains { $0.kind == .word && set.contains($0.word) }
  }
  if concept.name == "IncomeTaxExpenseBenefit" {
    return says(credits, words) && !says(charges, words) ? ("a credit", "an expense") : nil
  }
  guard says(losses, proseTokens(negative)), says(losses, words) else { return nil }
  // "Loss before income taxes" says no income.
  let isProfit = words.indices.contains { index in
    let isOfTaxes = index + 1 < words.count && ["tax", "taxes"].contains(words[index + 1].word)
    return profits.contains(words[index].word) && !isOfTaxes
  }
  return isProfit ? nil : ("a loss", "a profit")
}

private let losses: WordSet = ["loss", "losses"]

private let profits: WordSet = [
  "income", "profit", "profits", "earnings", "gain", "gains", "result", "results",
]

private let credits: WordSet = ["credit", "benefit"]

private let charges: WordSet = ["expense", "charge", "provision", "cost"]
