import Diagnostics
import ExactNumbers
import ReleaseModel

/// One link to a figure, with the words round it and what they are held against.
struct ClaimCheck {
  let link: ProseLink
  let text: Int
  let archive: ProseContext
  let literal: ProseLiteral
  let words: ClaimContext

  /// The links of its text, and its bytes.
  let links: [ProseLink]
  let bytes: [UInt8]
  /// Another figure than the link's own that readers see where it stands, and whether they do for certain.
  private let other: (words: String, isCertain: Bool)?

  /// - Parameters:
  ///   - number: the text's place among those of its page.
  ///   - index: the link's place among the tokens of its text.
  init(
    _ link: ProseLink, of text: ProseText, _ number: Int, _ tokens: [ProseToken], at index: Int,
    _ archive: ProseContext
  ) {
    self.link = link
    self.text = number
    self.archive = archive
    links = text.links
    bytes = text.bytes
    let edges = LinkEdges(tokens, at: index, text)
    let unplaced = proseTokens(link.text)
    let own = edges.placed(unplaced, in: link)
    let parsed = parseLiteral(own)
    var figure: Int?
    if case .figure(_, let at) = parsed { figure = at }
    words = ClaimContext(
      own, figure: figure, before: wordsInRow(tokens, before: index, text) ?? tokens.prefix(index),
      after: tokens.dropFirst(index + 1))
    var other = edges.otherFigure(unplaced, in: link)
    // Once more in its place, for a unit that stands outside the link: "[12](...) percent".
    if figure != nil {
      if let inPlace = words.figureInPlace() {
        literal = .figure(inPlace, at: words.figure)
      } else {
        literal = parsed
        other = other ?? (words.spelling, true)
      }
      if other == nil, words.hasTwoScales { other = (words.spelling, true) }
    } else {
      literal = parsed
    }
    self.other = other
  }

  /// The claim with its outcome; `nil` for a reference that is not understood, which the page reports.
  func checked() -> (claim: ProseClaim, findings: [ProseFinding])? {
    guard case .success(let reference)? = FigureReference.parse(link.destination),
      let leading = archive.figure(reference.leading), let reckoning = archive.reckon(reference)
    else { return nil }
    let (outcome, findings) = outcome(reference, reckoning)
    let claim = ProseClaim(
      text: text, range: link.range, literal: link.text, destination: link.destination, outcome: outcome,
      concept: leading.concept, period: leading.period)
    return (claim, findings)
  }

  private func outcome(_ reference: FigureReference, _ reckoning: Reckoning) -> (ClaimOutcome, [ProseFinding])
  {
    switch reckoning {
    case .untold: return (.notVerifiable(.untold), [])
    case .tooLarge: return (.notVerifiable(.tooLarge), [])
    case .meaningless(let why, let figures): return (.contradicted, [meaningless(reference, why, figures)])
    case .growthOfLoss(let reckoned, let why, let figures):
      let isCalledLoss = figures.first.map { words.callsLoss(archive.vocabulary.signs(of: $0.concept)) }
      return isCalledLoss == true
        ? outcome(reference, reckoned) : (.contradicted, [meaningless(reference, why, figures)])
    case .acrossCurrencies(let currencies, let figures):
      let list = currencies.sorted().joined(separator: " and ")
      let finding = finding(
        .meaninglessCalculation, "'\(name(reference))' cannot be stated: its figures are in \(list)", figures,
        hints: ["tell both figures in one currency in this release, or leave the calculation out"])
      return (.contradicted, [finding])
    case .value(let reckoned): return outcome(reference, reckoned)
    }
  }

  private func meaningless(_ reference: FigureReference, _ why: String, _ figures: [MeantFigure])
    -> ProseFinding
  {
    finding(
      .meaninglessCalculation, "'\(name(reference))' cannot be stated: \(why)", figures,
      hints: ["leave the percentage out, as statements do with 'n/m', or state the change in units"])
  }

  private func outcome(_ reference: FigureReference, _ reckoned: Reckoned) -> (ClaimOutcome, [ProseFinding]) {
    switch literal {
    case .words:
      return wordsOutcome(reference, reckoned)
    case .unreadable:
      let message = "'\(link.text)' cannot be read as one figure"
      let hints = ["link one figure, with commas between thousands and a point before decimals"]
      let finding = finding(.unreadableFigure, message, [], severity: .warning, hints: hints)
      return (.notVerifiable(.noFigure), [finding])
    case .figure(let figure, _):
      if let other {
        let finding = finding(
          .unreadableFigure, "readers see '\(other.words)', of which the link holds '\(link.text)' alone", [],
          severity: other.isCertain ? .error : .warning,
          hints: ["take the whole figure into the link, or part what does not belong to it"])
        return (other.isCertain ? .contradicted : .notVerifiable(.noFigure), [finding])
      }
      var best = archive.mostExact(reckoned, for: figure)
      var finding = finding(about: figure, reference, best)
      // "From $6.0 to $8.4 million" is read with the second one's unit where it does not hold without.
      if finding != nil, figure.scalePower == 0, let ranged = words.figureInRange(links) {
        let other = archive.mostExact(reckoned, for: ranged)
        if self.finding(about: ranged, reference, other) == nil { (best, finding) = (other, nil) }
      }
      if let finding {
        guard finding.code != .contradictedSign, let unknown = unknownUnit(figure, best) else {
          return (.contradicted, [finding])
        }
        return (.notVerifiable(.noFigure), [unknown])
      }
      let clause = leadingClause()
      let said =
        measureFinding(figure, reference, best, clause) ?? timeFinding(figure, reference, best, clause)
      if let said, said.severity == .error { return (.contradicted, [said]) }
      let findings = (said ?? nounFinding(best)).map { [$0] } ?? []
      if case .fact = reference, let only = best.figures.first, !archive.isConfirmed(only) {
        return (.notVerifiable(.statedOnce), findings)
      }
      return (.verified, findings)
    }
  }

  /// What of a figure is not what the data say.
  private func finding(about figure: PrintedFigure, _ reference: FigureReference, _ reckoned: Reckoned)
    -> ProseFinding?
  {
    unitFinding(figure, reckoned) ?? valueFinding(reference, figure, reckoned) ?? signFinding(
      figure, reckoned)
      ?? factorFinding(reference, reckoned)
  }

  /// A link without digits: `doubled` or `rose`, where it is linked to a change.
  private func wordsOutcome(_ reference: FigureReference, _ reckoned: Reckoned) -> (
    ClaimOutcome, [ProseFinding]
  ) {
    let open: (ClaimOutcome, [ProseFinding]) = (.notVerifiable(.noFigure), [])
    if let multiple = Multiple(words.tokens, in: words.own) {
      guard let ratio = ratio(reference, reckoned), let holds = multiple.holds(for: ratio) else {
        return open
      }
      return holds
        ? (.verified, []) : (.contradicted, [multipleFinding(link.text, reference, reckoned, ratio)])
    }
    guard reckoned.signs == .change, let leading = reckoned.figures.first, !reckoned.bounds.containsZero,
      let said = words.ownDirection(),
      let sign = words.sign(of: said, leading.concept, signs(reckoned), archive.vocabulary)
    else { return open }
    if (sign == .negative) == reckoned.point.isNegative { return (.verified, []) }
    let what = reckoned.arithmetic.isEmpty ? "'\(archive.label(of: reckoned))'" : "the calculation"
    let finding = finding(
      .contradictedSign,
      "'\(link.text)' is not what the data say: \(what) is \(reckoned.point.isNegative ? "negative" : "positive")",
      reckoned.figures,
      notes: reckoned.arithmetic.isEmpty ? [] : ["\(reckoned.arithmetic) = \(value0(reckoned))"])
    return (.contradicted, [finding])
  }

  /// The signs of the figures that a change is between.
  private func signs(_ reckoned: Reckoned) -> FigureSigns {
    if reckoned.arithmetic.isEmpty { return .unknown }
    let negatives = reckoned.figures.count { $0.telling?.fact.value.isNegative ?? false }
    return negatives == 0 ? .positive : negatives == reckoned.figures.count ? .negative : .mixed
  }

  private func unitFinding(_ figure: PrintedFigure, _ reckoned: Reckoned) -> ProseFinding? {
    guard let leading = reckoned.figures.first?.telling else { return nil }
    let label = archive.label(of: leading)
    let wanted: String
    switch (figure.unit, reckoned.unit) {
    case (.money(let sign), .money), (.money(let sign), .perShare):
      guard let code = archive.currency(of: leading), !isSign(sign, of: code) else { return nil }
      return finding(
        .wrongUnit, "'\(link.text)' is in another currency than '\(label)', which is in \(code)",
        reckoned.figures)
    // A rise from 10% to 12% is one of 20 percent and of 2 percentage points.
    case (.points, .percent) where !reckoned.arithmetic.isEmpty:
      return finding(
        .wrongUnit, "'\(link.text)' is linked to a calculation in percent, not in percentage points",
        reckoned.figures, hints: ["print a percent sign, or link the difference: calc:change of the ratio"])
    case (.percent, .points):
      return finding(
        .wrongUnit, "'\(link.text)' is linked to a difference of percentages, which is in percentage points",
        reckoned.figures, hints: ["print 'percentage points' after the number"])
    // "33.3 million shares" is no revenue, whatever its digits.
    case (.number, .money) where words.countsThings, (.number, .perShare) where words.countsThings:
      wanted = "an amount of money"
    case (.number, _), (.percent, .percent), (.percent, .ratio), (.points, .percent), (.points, .points),
      (.points, .ratio):
      return nil
    case (_, .money), (_, .perShare): wanted = "an amount of money"
    case (_, .count): wanted = "a number without a unit"
    case (_, .percent), (_, .ratio), (_, .points): wanted = "a percentage"
    }
    return finding(
      .wrongUnit,
      "'\(link.text)' is linked to \(reckoned.arithmetic.isEmpty ? "'\(label)'" : "a calculation"), which is \(wanted)",
      reckoned.figures)
  }

  private func valueFinding(
    _ reference: FigureReference, _ figure: PrintedFigure, _ reckoned: Reckoned
  ) -> ProseFinding? {
    guard agrees(figure, reckoned) == false else { return nil }
    let expected = printed(reckoned.point.magnitude, like: figure, reckoned.unit, known: reckoned.decimals)
    let label = expected.map { "expected \($0)" }
    guard case .calculation = reference else {
      let fact = reckoned.figures.first?.telling?.fact
      let value = fact.map { $0.value.text() } ?? ""
      var notes: [String] = []
      if let fact, fact.decimals < 0, let expected, expected.filter(\.isNumber) == figure.digits {
        notes = [
          "the data are rounded to \(roundingWords(Int(fact.decimals))); the text states more digits than they have"
        ]
      }
      let message = "'\(link.text)' is not what the data say: '\(archive.label(of: reckoned))' is \(value)"
      return finding(.contradictedFigure, message, reckoned.figures, label: label, notes: notes)
    }
    let range = rangeWords(reckoned, like: figure)
    return finding(
      .contradictedCalculation, "'\(link.text)' does not follow from the figures of '\(name(reference))'",
      reckoned.figures, label: label,
      notes: [
        "\(reckoned.arithmetic) = \(value(reckoned, figure))"
          + (range.map { "; by their rounding the figures allow \($0)" } ?? "")
      ])
  }

  /// A word right after an amount that is no unit known here, where the digits are right but for a scale:
  /// "€48.2 zillion".
  private func unknownUnit(_ figure: PrintedFigure, _ reckoned: Reckoned) -> ProseFinding? {
    guard let word = words.unknownUnit, let leading = reckoned.figures.first,
      figure.hasScale({ agrees($0, reckoned) == true }),
      !labelWords(archive.label(of: reckoned)).contains(word),
      !(archive.vocabulary.signs(of: leading.concept)?.own.contains(word) ?? false)
    else { return nil }
    return finding(
      .unreadableFigure, "the unit word '\(word.text)' after '\(words.digits)' is not known",
      reckoned.figures,
      severity: .warning,
      label: printed(reckoned.point.magnitude, like: figure, reckoned.unit, known: reckoned.decimals).map {
        "the data say \($0)"
      },
      hints: ["write the scale as a word that is read, such as 'million', 'mn', 'bn' or 'thousand'"])
  }

  private func signFinding(_ figure: PrintedFigure, _ reckoned: Reckoned) -> ProseFinding? {
    // A value that may be zero by its rounding has no sign to contradict.
    guard !reckoned.bounds.containsZero, !reckoned.point.isZero, let stated = statedSign(figure, reckoned)
    else { return nil }
    let isNegative = reckoned.point.isNegative
    guard (stated.sign == .negative) != isNegative else { return nil }
    let value = isNegative ? "negative" : "positive"
    let how = stated.word.map { "'\($0)'" } ?? (figure.sign == nil ? "no sign" : "its sign")
    let what = reckoned.arithmetic.isEmpty ? "'\(archive.label(of: reckoned))'" : "the calculation"
    return finding(
      .contradictedSign,
      "\(how) makes '\(link.text)' \(isNegative ? "positive" : "negative"), but \(what) is \(value)",
      reckoned.figures,
      label: printed(reckoned.point.magnitude, like: figure, reckoned.unit, known: reckoned.decimals).map {
        isNegative ? "expected a decrease or loss of \($0)" : "expected an increase or income of \($0)"
      },
      notes: reckoned.arithmetic.isEmpty ? [] : ["\(reckoned.arithmetic) = \(value0(reckoned))"])
  }

  /// What the figure's own sign, else the words round it, say of its sign.
  private func statedSign(_ figure: PrintedFigure, _ reckoned: Reckoned) -> (
    sign: PrintedSign, word: String?
  )? {
    if let sign = figure.sign { return words.isInTurnedLabel || reckoned.isOfLoss ? nil : (sign, nil) }
    guard let leading = reckoned.figures.first else { return nil }
    switch reckoned.signs {
    case .none: return unsigned(leading, reckoned)
    case .level:
      guard let vocabulary = archive.vocabulary.signs(of: leading.concept) else {
        return unsigned(leading, reckoned)
      }
      guard let noun = words.noun(vocabulary) else { return nil }
      return (noun.sign, words.tokens[noun.index].word.text)
    case .change:
      let name = archive.vocabulary.signs(of: leading.concept)?.own
      guard let said = words.direction(of: name), words.isOf(archive.archive.catalog[leading.concept], said),
        let sign = words.sign(of: said, leading.concept, signs(reckoned), archive.vocabulary)
      else { return nil }
      return (sign, words.tokens[said.index].word.text)
    }
  }

  /// A margin or a measure without a minus is positive to its readers, unless a word near it says otherwise.
  private func unsigned(_ figure: MeantFigure, _ reckoned: Reckoned) -> (sign: PrintedSign, word: String?)? {
    guard reckoned.point.isNegative, archive.vocabulary.isMerit(figure.concept), !words.saysNegative
    else { return nil }
    return (.positive, nil)
  }

  /// "More than doubled, rising [40%](...)".
  private func factorFinding(_ reference: FigureReference, _ reckoned: Reckoned) -> ProseFinding? {
    guard reckoned.signs == .change, let said = words.factor(),
      let multiple = Multiple(words.tokens, at: said.index), let ratio = ratio(reference, reckoned),
      multiple.holds(for: ratio) == false
    else { return nil }
    return multipleFinding(words.tokens[said.index].word.text, reference, reckoned, ratio)
  }

  private func ratio(_ reference: FigureReference, _ reckoned: Reckoned) -> Bounds? {
    if reckoned.isOfLoss { return nil }
    var name: String?
    if case .calculation(let calculation) = reference { name = calculation.name.rawValue }
    return reckoned.ratio(name, isGrowth: reckoned.signs == .change && reckoned.unit == .percent)
  }

  private func multipleFinding(
    _ words: String, _ reference: FigureReference, _ reckoned: Reckoned, _ ratio: Bounds
  ) -> ProseFinding {
    let times = ratio.low.rounded(decimals: 2)?.text() ?? "?"
    return finding(
      .contradictedCalculation,
      "'\(words)' is not what the data say: '\(archive.label(of: reckoned))' became \(times) times what it was",
      reckoned.figures,
      notes: reckoned.arithmetic.isEmpty ? [] : ["\(reckoned.arithmetic) = \(value0(reckoned))"])
  }

  /// "Operating loss" for a figure whose row says "Gross profit (loss)".
  private func nounFinding(_ reckoned: Reckoned) -> ProseFinding? {
    guard reckoned.arithmetic.isEmpty, reckoned.unit == .money, let leading = reckoned.figures.first,
      let telling = leading.telling
    else { return nil }
    guard let vocabulary = archive.vocabulary.signs(of: leading.concept),
      let noun = words.noun(vocabulary), let named = words.namedResult(at: noun.index),
      !words.isListed(named.start, archive.vocabulary.names)
    else { return nil }
    let concept = archive.archive.catalog[leading.concept]
    let label = archive.label(of: telling)
    let families = archive.vocabulary.families(of: leading.concept)
    guard families.isDisjoint(with: named.families) else { return nil }
    let all = families.union(namedFamilies([label]))
    guard !all.isEmpty, all.isDisjoint(with: named.families) else { return nil }
    return finding(
      .otherName, "'\(named.words)' is the text's name for a figure that the data call '\(label)'", [leading],
      severity: .warning, label: "linked to '\(concept.name)'",
      hints: ["use one name in both, link the figure that is meant, or waive the check with a reason"])
  }

  func finding(
    _ code: DiagnosticCode, _ message: String, _ figures: [MeantFigure],
    severity: Diagnostic.Severity = .error, label: String? = nil, notes: [String] = [], hints: [String] = []
  ) -> ProseFinding {
    let tellings = figures.compactMap(\.telling)
    return ProseFinding(
      code, message, in: text, at: link.range, severity: severity, label: label,
      related: tellings.prefix(4).map { telling in
        .init(
          archive.subject(of: telling), "'\(archive.label(of: telling))' is \(telling.fact.value.text()) here"
        )
      },
      notes: notes, hints: hints, teller: tellings.first.map { Int($0.release) })
  }

  /// `calc:growth(Revenues,2002-Q3)` without its scheme.
  private func name(_ reference: FigureReference) -> String { String(link.destination.dropFirst(5)) }
}

extension ClaimContext {
  /// Whether the word after the figure says that it is a number of shares or people.
  fileprivate var countsThings: Bool {
    guard extent.upperBound < tokens.count, tokens[extent.upperBound].kind == .word else { return false }
    let word = tokens[extent.upperBound].word
    // "5 million shares outstanding", but not "5 million share offering".
    return word == "shares" || word == "employees" || word == "people"
  }
}
