import ExactNumbers
import ReleaseModel

/// Something told that is as printed but for one thing.
struct HeadlineContradiction {
  var telling: FactHistory.Telling
  /// What it changed from, for a change.
  var earlier: FactHistory.Telling?
  var reason: Reason

  enum Reason: Hashable {
    /// The place of the word that gives the sign; `nil` for the figure's own.
    case sign(Int?)
    case direction(Int)
    /// The same of a share of revenue, where a word or the figure's own sign tells it.
    case share(Int?)
    case currency(String)
  }

  var concept: ConceptID { telling.fact.concept }
  /// Whether a word before the figure gives it the sign that it does not have.
  var isOfSign: Bool { if case .sign(_?) = reason { true } else { false } }
  var tellings: [FactHistory.Telling] { [telling] + (earlier.map { [$0] } ?? []) }

  func message(_ printed: String, in key: String, _ read: HeadlineFigure, _ checked: CheckedRelease) -> String
  {
    let label = checked.label(of: telling)
    let value = telling.fact.value.text()
    switch reason {
    case .sign(let index):
      let how =
        index.map { "'\(read.words.tokens[$0].word.text)'" }
        ?? (read.figure.sign == nil ? "no sign" : "its sign")
      let sign = telling.fact.value.isNegative ? "positive" : "negative"
      return "\(how) makes '\(printed)' in the \(key) \(sign), but '\(label)' is \(value)"
    case .direction(let index):
      let word = read.words.tokens[index].word.text
      let from = earlier.map { "went from \($0.fact.value.text()) to \(value)" } ?? "is \(value)"
      let side = index < read.words.extent.lowerBound ? "before" : "after"
      return "'\(word)' \(side) '\(printed)' in the \(key) is not what the data say: '\(label)' \(from)"
    case .share(let index):
      let how = index.map { "'\(read.words.tokens[$0].word.text)'" } ?? "the sign"
      return
        "\(how) before '\(printed)' in the \(key) is not what the data say: the share of '\(label)' in revenue went the other way"
    case .currency(let code):
      return "'\(printed)' in the \(key) is in another currency than '\(label)', which is in \(code)"
    }
  }
}
