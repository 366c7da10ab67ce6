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
      precision in which it prints them: amounts, changes from a year earlier, growth and margins. The words round a \
      figure give it a sign and a direction, as in prose, and its currency is that of the data. "Net loss of $4.7 \
      million" over another net loss for the release's period, or over a net income, is an error, and so is "revenue \
      falls 12%" where it rose by that; a figure that nothing tells is a warning. State it in `figures.csv`, or \
      correct it.
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
    for (number, (index, figure)) in stated.enumerated() {
      let extent = extent(of: index, in: tokens)
      var read = HeadlineFigure(figure, words.context(number))
      var told = checked.reading(of: read, before: &before)
      if !told.isTold, let ranged = figureInRange(tokens, at: index) {
        read = HeadlineFigure(ranged, words.context(number))
        told = checked.reading(of: read, before: &before)
      }
      let wrong = told.contradictions.first {
        checked.isNamed($0, by: read) && !told.fitting.contains($0.concept)
      }
      if told.isTold, wrong == nil { continue }
      let printed = spelling(of: tokens[extent], in: text)
      var finding = Finding(
        .figureInHeadline,
        "'\(printed)' in the \(key) is no figure that this release or an earlier one tells",
        at: .key(release: checked.index, path: key), severity: .warning,
        hints: ["correct it, or state the figure in figures.csv"])
      if let wrong = wrong ?? told.contradictions.first {
        let isNamed = checked.isNamed(wrong, by: read)
        finding.message = wrong.message(printed, in: key, read, checked)
        finding.severity = isNamed ? .error : .warning
        finding.hints = ["correct the figure or the words round it, or the data"]
        finding.related = wrong.tellings.map { telling in
          .init(telling.subject, "'\(checked.label(of: telling))' is \(telling.fact.value.text()) here")
        }
      } else if let meant = checked.figureNamed(before: extent.lowerBound, tokens, like: figure) {
        let label = checked.label(of: meant)
        finding.message =
          "'\(printed)' in the \(key) is not what the data say: '\(label)' is \(meant.fact.value.text())"
        finding.severity = .error
        finding.related = [.init(meant.subject, "'\(label)' is \(meant.fact.value.text()) here")]
        if let unit = unknownUnit(after: extent, tokens, of: figure, for: meant.fact) {
          finding.message = "the unit word '\(unit)' after '\(printed)' in the \(key) is not known"
          finding.severity = .warning
          finding.hints = [
            "write the scale as a word that is read, such as 'million', 'mn', 'bn' or 'thousand'"
          ]
        }
      }
      findings.append(finding)
    }
    for compared in words.contradictedComparisons() {
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
  return isChecked ? findings : nil
}

/// Whether a text has a digit and what can be a unit: a sign, the c of cents and percent, or two letters that stand in
/// dollars, millions, euros, points and the codes of currencies.
private func mayHoldFigure(_ text: String) -> Bool {
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
      default: if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || byte >= 0x80 { hasUnit = true }
      }
      (before, raw) = (small, byte)
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
private func spelling(of tokens: ArraySlice<ProseToken>, in text: String) -> String {
  guard let first = tokens.first, let last = tokens.last else { return "" }
  return String(decoding: Array(text.utf8)[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
}

extension CheckedRelease {
  /// What a reader of this release knows that comes out as the figure is printed, and what would but for its sign, its
  /// direction or its currency.
  ///
  /// - Parameter before: for each period of the release the number of the one a year before; `nil` until it is found.
  fileprivate func reading(of read: HeadlineFigure, before: inout [UInt32?]?) -> HeadlineReading {
    var reading = HeadlineReading()
    if read.figure.unit == .points {
      readPoints(read, &before, &reading)
      return reading
    }
    guard let sought = SoughtFigure(read.figure) else { return reading }
    for figure in figures where matches(figure.telling, sought) {
      if let wrong = contradiction(figure.telling, read) {
        reading.contradictions.append(wrong)
      } else if !read.isChange || whole.vocabulary.isChange(figure.telling.fact.concept) {
        reading.add(figure.telling.fact.concept)
      }
    }
    // What is told as printed need not be looked for among changes where no word speaks of one.
    let isLevel =
      reading.isTold && reading.contradictions.isEmpty && read.figure.sign == nil && !read.words.hasDirection
    if !isLevel, company != nil, let any = runs.first?.all {
      let numbers = before ?? periods.map { fiscal.yearEarlier($0).flatMap { any.number(of: $0) } }
      before = numbers
      for run in runs {
        for figure in figures[run.figures] where figure.isFirst {
          guard let number = numbers[figure.period],
            let earlier = known(run.all.places(ofPeriod: number), of: run.all),
            run.all.release(of: earlier) <= Int32(index)
          else { continue }
          guard follows(sought, figure.telling.fact, run.all[earlier].fact),
            !sought.isPercent || isGrowth(figure.telling.fact, run.all[earlier].fact, read)
          else { continue }
          if let wrong = contradiction(figure.telling, since: run.all[earlier], read) {
            reading.contradictions.append(wrong)
          } else {
            reading.add(run.concept)
          }
        }
      }
    }
    if !reading.isTold {
      reading.isTold =
        sought.isPercent ? !read.isChange && isMargin(sought, read) : isToldEarlier(sought, read)
    }
    return reading
  }

  /// The changes of ratios and of shares of revenue since the year before that are as printed.
  private func readPoints(
    _ read: HeadlineFigure, _ before: inout [UInt32?]?, _ reading: inout HeadlineReading
  ) {
    guard let sought = read.figure.bounds, company != nil, let any = runs.first?.all,
      let hundred = Fraction(100, over: 1)
    else { return }
    let numbers = before ?? periods.map { fiscal.yearEarlier($0).flatMap { any.number(of: $0) } }
    before = numbers
    func earlier(_ run: ToldConcept, _ period: Int) -> FactHistory.Telling? {
      guard let number = numbers[period],
        let place = known(run.all.places(ofPeriod: number), of: run.all),
        run.all.release(of: place) <= Int32(index)
      else { return nil }
      return run.all[place]
    }
    // A change of a margin may stand as a figure of its own.
    for figure in figures where whole.vocabulary.isChange(figure.telling.fact.concept) {
      guard concepts.traits(of: figure.telling.fact.concept).kind == .ratio,
        Bounds(figure.telling.fact)?.times(hundred)?.magnitude.meets(sought) == true
      else { continue }
      if let wrong = contradiction(figure.telling, read) {
        reading.contradictions.append(wrong)
      } else {
        reading.add(figure.telling.fact.concept)
      }
    }
    let margin = read.words.namedMargin
    let revenues = runs.first { $0.concept == concepts.revenues }
    for run in runs {
      let kind = concepts.traits(of: run.concept).kind
      guard kind == .ratio || (kind == .money && run.concept != concepts.revenues) else { continue }
      // The share of costs goes the other way than the margin.
      if kind == .money, let margin {
        guard whole.vocabulary.isMerit(run.concept),
          margin.family.map({ whole.vocabulary.families(of: run.concept).contains($0) }) ?? true
        else { continue }
      }
      for figure in figures[run.figures] where figure.isFirst {
        guard let then = earlier(run, figure.period), var new = Bounds(figure.telling.fact),
          var old = Bounds(then.fact)
        else { continue }
        if kind == .money {
          guard let revenues,
            let base = figures[revenues.figures].first(where: { $0.isFirst && $0.period == figure.period }),
            let baseThen = earlier(revenues, figure.period), let whole = Bounds(base.telling.fact),
            let wholeThen = Bounds(baseThen.fact), let share = new / whole, let shareThen = old / wholeThen
          else { continue }
          (new, old) = (share, shareThen)
        }
        guard let change = (new - old)?.times(hundred), change.magnitude.meets(sought) == true else {
          continue
        }
        let sign: PrintedSign? = change.containsZero ? nil : change.high.isNegative ? .negative : .positive
        let said = read.direction(of: nil)
        let stated =
          read.figure.sign
          ?? said.flatMap { read.words.sign(of: $0, run.concept, .positive, whole.vocabulary) }
        guard let sign, let stated, stated != sign else {
          reading.add(run.concept)
          continue
        }
        reading.contradictions.append(
          HeadlineContradiction(
            telling: figure.telling, earlier: then,
            reason: kind == .money ? .share(said?.index) : said.map { .direction($0.index) } ?? .sign(nil)))
      }
    }
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

  private func isMargin(_ figure: SoughtFigure, _ read: HeadlineFigure) -> Bool {
    guard let hundred = Fraction(100, over: 1) else { return false }
    return figures.contains { told in
      let telling = told.telling
      guard let revenues = own(concepts.revenues, told.period, in: told.denomination),
        NearBounds.percent(NearBounds(telling.fact), of: NearBounds(revenues.fact))
          .mayEqualWithoutSign(figure.near),
        let part = Bounds(telling.fact), let whole = Bounds(revenues.fact)
      else { return false }
      // A margin without a minus is positive, unless a word says otherwise.
      let isNegative = read.figure.sign.map { $0 == .negative }
      if part.high.isNegative, isNegative != true, isNegative == false || !read.saysNegative { return false }
      if isNegative == true, !part.low.isNegative, !part.low.isZero { return false }
      return (part / whole)?.times(hundred)?.magnitude.meets(figure.bounds) ?? false
    }
  }

  /// Whether an earlier release of the company tells the amount.
  private func isToldEarlier(_ figure: SoughtFigure, _ read: HeadlineFigure) -> Bool {
    guard let company else { return false }
    return archive.catalog.allIDs.contains { concept in
      history.denominations(company: company, concept: concept).contains { denomination in
        history.tellings(company: company, concept: concept, in: denomination).contains {
          $0.release < Int32(index) && matches($0, figure) && contradiction($0, read) == nil
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
      return Bounds(telling.fact)?.magnitude.meets(figure.bounds) ?? false
    default: return false
    }
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
      guard concepts.traits(of: telling.fact.concept).kind == kind,
        isName(of: telling.fact.concept, tokens, before: start - 1)
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
  var bounds: Bounds
  var near: NearBounds

  /// `nil` for a figure of another unit, and for one whose bounds do not fit.
  init?(_ figure: PrintedFigure) {
    switch figure.unit {
    case .money: isPercent = false
    case .percent: isPercent = true
    case .points, .number: return nil
    }
    guard let bounds = figure.bounds else { return nil }
    self.bounds = bounds
    near = NearBounds(bounds)
  }
}
