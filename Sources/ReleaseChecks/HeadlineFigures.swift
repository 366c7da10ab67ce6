import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let figureInHeadline = DiagnosticCode(
    "V509", "figure-in-headline",
    rule: "An amount of money or a percentage in a headline or summary is one that the release tells.",
    explanation: """
      A headline has no links, so its figures are looked for among what the release and those before it tell, at the \
      precision in which it prints them: amounts, changes from a year earlier, growth and margins. "Net loss of $4.7 \
      million" over another net loss for the release's period is an error; a figure that nothing tells is a warning. \
      State it in `figures.csv`, or correct it.
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
    for (index, figure) in statedFigures(tokens) {
      isChecked = true
      if checked.tells(figure, before: &before) { continue }
      let words = tokens[extent(of: index, in: tokens)]
      let printed = spelling(of: words, in: text)
      let meant = checked.figureNamed(before: words.startIndex, tokens, like: figure)
      var finding = Finding(
        .figureInHeadline,
        "'\(printed)' in the \(key) is no figure that this release or an earlier one tells",
        at: .key(release: checked.index, path: key), severity: .warning,
        hints: ["correct it, or state the figure in figures.csv"])
      if let meant {
        let label = checked.catalog[meant.fact.concept].label(negative: meant.fact.value.isNegative)
        finding.message =
          "'\(printed)' in the \(key) is not what the data say: '\(label)' is \(meant.fact.value.text())"
        finding.severity = .error
        let code = checked.release.currency(of: meant.fact)
        if case .money(let sign) = figure.unit, checked.release.ownCurrency != nil, !isSign(sign, of: code) {
          finding.message =
            "'\(printed)' in the \(key) is in another currency than '\(label)', which is in \(code)"
        }
        finding.related = [.init(meant.subject, "'\(label)' is \(meant.fact.value.text()) here")]
      }
      findings.append(finding)
    }
  }
  return isChecked ? findings : nil
}

/// Whether a text has a digit and what can be a unit: a sign, or the c of cents and percent.
private func mayHoldFigure(_ text: String) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { bytes in
    var (hasDigit, hasUnit) = (false, false)
    for byte in bytes {
      if byte &- 48 < 10 { hasDigit = true }
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || byte | 32 == UInt8(ascii: "c")
        || byte >= 0x80
      {
        hasUnit = true
      }
    }
    return hasDigit && hasUnit
  } ?? true
}

/// The amounts and percentages of a text, with the places of their digits among its tokens.
private func statedFigures(_ tokens: [ProseToken]) -> [(index: Int, figure: PrintedFigure)] {
  var found: [(Int, PrintedFigure)] = []
  for index in tokens.indices where tokens[index].kind == .number && mayHaveUnit(tokens, index) {
    guard let figure = printedFigure(tokens, at: index) else { continue }
    switch figure.unit {
    case .money, .percent: found.append((index, figure))
    case .points, .number: continue
    }
  }
  return found
}

private func spelling(of tokens: ArraySlice<ProseToken>, in text: String) -> String {
  guard let first = tokens.first, let last = tokens.last else { return "" }
  return String(decoding: Array(text.utf8)[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
}

extension CheckedRelease {
  /// Whether anything that a reader of this release knows comes out as the figure is printed, its sign apart.
  ///
  /// - Parameter before: for each period of the release the number of the one a year before; `nil` until it is found.
  fileprivate func tells(_ figure: PrintedFigure, before: inout [UInt32?]?) -> Bool {
    guard let sought = SoughtFigure(figure) else { return false }
    if figures.contains(where: { matches($0.telling, sought) }) { return true }
    if company != nil, let any = runs.first?.all {
      let numbers = before ?? periods.map { fiscal.yearEarlier($0).flatMap { any.number(of: $0) } }
      before = numbers
      for run in runs {
        for figure in figures[run.figures] where figure.isFirst {
          guard let number = numbers[figure.period],
            let earlier = known(run.all.places(ofPeriod: number), of: run.all),
            run.all.release(of: earlier) <= Int32(index)
          else { continue }
          if follows(sought, figure.telling.fact, run.all[earlier].fact), isInCurrency(figure.telling, sought)
          {
            return true
          }
        }
      }
    }
    return sought.isPercent ? isMargin(sought) : isToldEarlier(sought)
  }

  /// Whether the change from one figure to the other, or its growth, is as printed.
  private func follows(_ figure: SoughtFigure, _ fact: Fact, _ earlier: Fact) -> Bool {
    let (nearNow, nearThen) = (NearBounds(fact), NearBounds(earlier))
    let near =
      figure.isPercent
      ? NearBounds.percent(nearNow, of: nearThen) - NearBounds(100, 100) : nearNow - nearThen
    guard near.mayEqualWithoutSign(figure.near), let now = Bounds(fact), let then = Bounds(earlier) else {
      return false
    }
    guard figure.isPercent else { return (now - then)?.magnitude.meets(figure.bounds) ?? false }
    guard let one = Fraction(1, over: 1), let hundred = Fraction(100, over: 1),
      let growth = (now / then).flatMap({ $0 - Bounds(one, one) })?.times(hundred)
    else { return false }
    return growth.magnitude.meets(figure.bounds) ?? false
  }

  private func isMargin(_ figure: SoughtFigure) -> Bool {
    guard let hundred = Fraction(100, over: 1) else { return false }
    return figures.contains { told in
      let telling = told.telling
      guard let revenues = own(concepts.revenues, told.period, in: told.denomination),
        NearBounds.percent(NearBounds(telling.fact), of: NearBounds(revenues.fact))
          .mayEqualWithoutSign(figure.near),
        let part = Bounds(telling.fact), let whole = Bounds(revenues.fact)
      else { return false }
      return (part / whole)?.times(hundred)?.magnitude.meets(figure.bounds) ?? false
    }
  }

  /// Whether an earlier release of the company tells the amount.
  private func isToldEarlier(_ figure: SoughtFigure) -> Bool {
    guard let company else { return false }
    return archive.catalog.allIDs.contains { concept in
      history.denominations(company: company, concept: concept).contains { denomination in
        history.tellings(company: company, concept: concept, in: denomination).contains {
          $0.release < Int32(index) && matches($0, figure)
        }
      }
    }
  }

  private func matches(_ telling: FactHistory.Telling, _ figure: SoughtFigure) -> Bool {
    switch concepts.traits(of: telling.fact.concept).kind {
    case .ratio where figure.isPercent:
      return Fraction(100, over: 1).flatMap { Bounds(telling.fact)?.times($0) }?
        .magnitude.meets(figure.bounds) ?? false
    case .money where !figure.isPercent, .perShare where !figure.isPercent:
      guard NearBounds(telling.fact).mayEqualWithoutSign(figure.near) else { return false }
      return Bounds(telling.fact)?.magnitude.meets(figure.bounds) ?? false && isInCurrency(telling, figure)
    default: return false
    }
  }

  /// Whether an amount's sign can stand for the currency of a telling; of a release without statements nobody says
  /// for sure.
  private func isInCurrency(_ telling: FactHistory.Telling, _ figure: SoughtFigure) -> Bool {
    let teller = archive.releases[Int(telling.release)]
    guard let sign = figure.sign, teller.ownCurrency != nil else { return true }
    return isSign(sign, of: teller.currency(of: telling.fact))
  }

  /// The release's own figure for its period that the words right before an amount or a percentage name: "net loss
  /// of", "gross margin of".
  fileprivate func figureNamed(
    before start: Int, _ tokens: [ProseToken], like figure: PrintedFigure
  ) -> FactHistory.Telling? {
    let kind: Concept.Kind
    switch figure.unit {
    case .money: kind = .money
    case .percent: kind = .ratio
    case .points, .number: return nil
    }
    guard let period = release.period, start > 0,
      tokens[start - 1].kind == .word, ["of", "was", "is", "at"].contains(tokens[start - 1].word)
    else { return nil }
    var names: [FactHistory.Telling] = []
    for telling in figures.map(\.telling) where telling.fact.period == period {
      guard concepts.traits(of: telling.fact.concept).kind == kind else { continue }
      let label = catalog[telling.fact.concept].label(negative: telling.fact.value.isNegative)
      let words = proseTokens(label).map(\.word)
      let place = start - 1 - words.count
      guard !words.isEmpty, place >= 0,
        zip(tokens[place..<(start - 1)].map(\.word), words).allSatisfy({ isSameNoun($0, $1) }),
        // "Product revenue" is another concept than "revenue".
        place == 0 || tokens[place - 1].kind != .word || openings.contains(tokens[place - 1].word)
      else { continue }
      names.append(telling)
    }
    return names.first.flatMap { first in
      names.allSatisfy { $0.fact.concept == first.fact.concept } ? first : nil
    }
  }
}

/// An amount or a percentage for which a match is looked for.
private struct SoughtFigure {
  var isPercent: Bool
  /// Of an amount the currency's sign or code.
  var sign: String?
  var bounds: Bounds
  var near: NearBounds

  /// `nil` for a figure of another unit, and for one whose bounds do not fit.
  init?(_ figure: PrintedFigure) {
    switch figure.unit {
    case .money(let printed): (isPercent, sign) = (false, printed)
    case .percent: isPercent = true
    case .points, .number: return nil
    }
    guard let bounds = figure.bounds else { return nil }
    self.bounds = bounds
    near = NearBounds(bounds)
  }
}

/// May stand before the name of a figure without changing what it names.
private let openings: WordSet = [
  "a", "the", "and", "with", "on", "reports", "reported", "posts", "posted", "announces", "its", "to",
  "has", "had", "sees", "brings", "brought",
]

/// Whether two words are one noun, apart from the ending of the plural.
private func isSameNoun(_ a: ProseWord, _ b: ProseWord) -> Bool {
  a == b || (a.text + "s") == b.text || a.text == (b.text + "s")
}
