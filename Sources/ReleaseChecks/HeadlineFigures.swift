import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let figureInHeadline = DiagnosticCode(
    "V509", "figure-in-headline",
    rule:
      "An amount of money, a percentage or a number of points in a headline or summary is one that the release tells.",
    explanation: """
      A headline has no links, so its figures are looked for among what the release and those before it tell, at the \
      precision in which it prints them: amounts, changes from a year earlier, of balance sheets also from the end of \
      the last fiscal year, growth and margins. A measure that stands beside a figure, "net income rises to" or "40% \
      revenue growth", is known by its labels and usual names, and the figure has to be that measure's for the \
      release's period, or for the nine months or the year up to its end where the words name those. What that figure is \
      said to have been a year before, and to be for a share, is held to the data too. "Norvia lifts revenue to" and \
      "9% above last year" have a direction as "rises to" has. The words round \
      a figure give it a sign and a direction, as in prose, and its currency is \
      that of the data. "Net loss of $4.7 million" over another net loss for the release's period, or over a net \
      income, is an error, and so are "net income of" before the revenue and "revenue falls 12%" where it rose by that; \
      a figure that nothing tells is a warning. State it in `figures.csv`, or correct it. In titles and notes of charts a \
      figure is right that is told for any period, that is a change between two of what is drawn, or the share of one in \
      another; any other one is a warning.
      """)
}

/// V509: figures in the headline and the summary, which are not linked, against all that is told.
let checkFiguresInHeadline: Rule = { checked in
  let release = checked.release
  var findings: [Finding] = []
  var isChecked = false
  // The periods a year before those of the release, found when the first figure asks for them.
  var before: [UInt32?]?
  for (key, text) in [("headline", release.headline), ("summary", release.summary ?? "")]
  where mayHoldFigure(text) {
    let tokens = proseTokens(text)
    let stated = statedFigures(tokens)
    guard !stated.isEmpty else { continue }
    isChecked = true
    let words = HeadlineWords(tokens, stated)
    let contradicted = words.contradictedComparisons()
    var last: HeldFigure?
    for (number, (index, figure)) in stated.enumerated() {
      let extent = extent(of: index, in: tokens)
      let previous = number > 0 ? stated[number - 1].figure : nil
      let next = number + 1 < stated.count ? stated[number + 1].figure : nil
      var read = HeadlineFigure(figure, words.context(number), previous: previous, next: next)
      var held = checked.held(read, before: &before)
      if !held.told.isTold, let ranged = figureInRange(tokens, at: index) {
        read = HeadlineFigure(ranged, words.context(number), previous: previous, next: next)
        held = checked.held(read, before: &before)
      }
      let told = held.told
      held.sought = SoughtFigure(read.figure)
      held.joined = last.flatMap { checked.joined(read, after: $0) }
      last = held
      let joined = held.joined.flatMap { checked.mismatch(read, joined: $0) }
      let wrong = told.contradictions.first {
        checked.isNamed($0, by: read, held.named) && !told.fitting.contains($0.concept)
      }
      if told.isTold, wrong == nil, joined == nil { continue }
      let isDoubtful = checked.mayBeOfAnother(read, held.named)
      if told.isTold, isDoubtful, joined == nil { continue }
      let printed = spelling(of: tokens[extent], in: text)
      var finding = Finding(
        .figureInHeadline,
        "'\(printed)' in the \(key) is no figure that this release or an earlier one tells",
        at: .key(release: checked.index, path: key), severity: .warning,
        hints: ["correct it, or state the figure in figures.csv"])
      if let joined {
        let label = checked.label(of: joined)
        let period = checked.fiscal.spelling(of: joined.fact.period)
        finding.message =
          "'\(printed)' in the \(key) is not what the data say: '\(label)' is \(joined.fact.value.text()) for \(period)"
        finding.severity = .error
        finding.related = checked.related([joined])
        if let unit = unknownUnit(after: extent, tokens, of: figure, for: joined.fact) {
          finding.report(unknown: unit, after: printed, in: key)
        }
      } else if let wrong = wrong ?? told.contradictions.first(where: { checked.mayBeMeant($0, by: read) }) {
        let isNamed = !isDoubtful && checked.isNamed(wrong, by: read, held.named)
        finding.message = wrong.message(printed, in: key, read, checked)
        finding.severity = isNamed ? .error : .warning
        finding.hints = ["correct the figure or the words round it, or the data"]
        finding.related = checked.related(wrong.tellings)
      } else if let named = held.named,
        let mismatch = checked.mismatch(named, printed, in: key, read, before: &before)
      {
        finding.message = mismatch.message
        finding.severity = held.isCertain ? .error : .warning
        finding.related = checked.related(mismatch.tellings)
        if let other = held.other {
          finding.hints.insert("the figure is that of '\(checked.catalog[other].label)' in the data", at: 0)
        }
        if let unit = unknownUnit(after: extent, tokens, of: figure, for: mismatch.tellings[0].fact) {
          finding.report(unknown: unit, after: printed, in: key)
        }
      } else if !isDoubtful, !read.words.isPerShare,
        let meant = checked.figureNamed(before: extent.lowerBound, tokens, like: figure)
      {
        let label = checked.label(of: meant)
        finding.message =
          "'\(printed)' in the \(key) is not what the data say: '\(label)' is \(meant.fact.value.text())"
        finding.severity = .error
        finding.related = checked.related([meant])
        if let unit = unknownUnit(after: extent, tokens, of: figure, for: meant.fact) {
          finding.report(unknown: unit, after: printed, in: key)
        }
      }
      // What is wrong of two figures that contradict their word is said once, of both.
      if finding.severity == .error, contradicted.contains(where: { $0.now == number }) { continue }
      findings.append(finding)
    }
    for compared in contradicted {
      let printed = [compared.now, compared.then].map { place in
        spelling(of: tokens[extent(of: stated[place].index, in: tokens)], in: text)
      }
      findings.append(
        Finding(
          .figureInHeadline,
          "'\(compared.word)' in the \(key) is not what its figures say, '\(printed[1])' and then '\(printed[0])'",
          at: .key(release: checked.index, path: key), hints: ["correct the word or a figure"]))
    }
  }
  if let inCharts = checked.findingsInChartTexts() {
    isChecked = true
    findings += inCharts
  }
  return isChecked ? findings : nil
}

extension Finding {
  /// Says of a figure that nothing tells that the word after it may be its scale.
  fileprivate mutating func report(unknown unit: String, after printed: String, in key: String) {
    message = "the unit word '\(unit)' after '\(printed)' in the \(key) is not known"
    severity = .warning
    hints = ["write the scale as a word that is read, such as 'million', 'mn', 'bn' or 'thousand'"]
  }
}

extension CheckedRelease {
  fileprivate func related(_ tellings: [FactHistory.Telling]) -> [Finding.Related] {
    tellings.map { .init($0.subject, "'\(label(of: $0))' is \($0.fact.value.text()) here") }
  }
}

/// Whether a text has a digit and what can be a unit: a sign, the c of cents and percent, the p of pence after a digit, or
/// two letters that stand in dollars, millions, euros, points and the codes of currencies.
func mayHoldFigure(_ text: String) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { bytes in
    var (hasDigit, hasUnit) = (false, false)
    var (before, raw): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      let small = byte | 32
      if byte &- 48 < 10 { hasDigit = true }
      switch (before, small) {
      case (UInt8(ascii: "l"), UInt8(ascii: "l")), (UInt8(ascii: "e"), UInt8(ascii: "u")),
        (UInt8(ascii: "s"), UInt8(ascii: "d")), (UInt8(ascii: "u"), UInt8(ascii: "d")),
        (UInt8(ascii: "k"), UInt8(ascii: "d")), (UInt8(ascii: "b"), UInt8(ascii: "p")),
        (UInt8(ascii: "p"), UInt8(ascii: "y")), (UInt8(ascii: "e"), UInt8(ascii: "k")),
        (UInt8(ascii: "k"), UInt8(ascii: "r")), (UInt8(ascii: "o"), UInt8(ascii: "i")),
        (_, UInt8(ascii: "c")):
        hasUnit = true
      case (UInt8(ascii: "r"), UInt8(ascii: "s")) where raw == UInt8(ascii: "R"): hasUnit = true
      case (let digit, UInt8(ascii: "p")) where digit &- 48 < 10: hasUnit = true
      default: if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || byte >= 0x80 { hasUnit = true }
      }
      (before, raw) = (small, byte)
    }
    return hasDigit && hasUnit
  } ?? true
}

/// The amounts and percentages of a text, with the places of their digits among its tokens.
func statedFigures(_ tokens: [ProseToken]) -> [(index: Int, figure: PrintedFigure)] {
  var found: [(Int, PrintedFigure)] = []
  for index in tokens.indices where tokens[index].kind == .number && mayHaveUnit(tokens, index) {
    guard let figure = printedFigure(tokens, at: index) else { continue }
    switch figure.unit {
    case .money, .percent: found.append((index, figure))
    // Points alone are also those of an index of shares.
    case .points where isStated(.points, tokens, extent(of: index, in: tokens)): found.append((index, figure))
    case .points, .number: continue
    }
  }
  return found
}

/// The word right after a figure that may be meant as a scale: with one of them the figure would be what is told.
private func unknownUnit(
  after extent: Range<Int>, _ tokens: [ProseToken], of figure: PrintedFigure, for fact: Fact
) -> String? {
  guard extent.upperBound < tokens.count, let word = unknownUnit(tokens[extent.upperBound], isOwn: true),
    let told = Bounds(fact)?.magnitude,
    figure.hasScale({ $0.bounds.flatMap { $0.meets(told) } == true })
  else { return nil }
  return word.text
}

/// The bytes of some tokens as the author wrote them.
func spelling(of tokens: ArraySlice<ProseToken>, in text: String) -> String {
  guard let first = tokens.first, let last = tokens.last else { return "" }
  return String(decoding: Array(text.utf8)[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
}
