import ExactNumbers
import ReleaseModel

extension CheckedRelease {
  /// What a reader of this release knows that comes out as the figure is printed, and what would but for its sign, its
  /// direction or its currency.
  ///
  /// - Parameter before: for each period of the release the number of the one a year before; `nil` until it is found.
  func reading(of read: HeadlineFigure, before: inout [UInt32?]?) -> HeadlineReading {
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
    if !isLevel, company != nil {
      let numbers = (isFromQuarterBefore(read) ? quarterBefore() : nil) ?? yearBefore(&before)
      for run in runs {
        for figure in figures[run.figures] where figure.isFirst {
          forEachBase(of: figure, in: run, numbers) { earlier in
            guard follows(sought, figure.telling.fact, earlier.fact),
              !sought.isPercent || isGrowth(figure.telling.fact, earlier.fact, read)
            else { return }
            if let wrong = contradiction(figure.telling, since: earlier, read) {
              reading.contradictions.append(wrong)
            } else {
              reading.add(run.concept)
            }
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
    guard let sought = read.figure.bounds, company != nil, !runs.isEmpty,
      let hundred = Fraction(100, over: 1)
    else { return }
    let numbers = yearBefore(&before)
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

  /// For each period of the release the number of the one a year before.
  func yearBefore(_ before: inout [UInt32?]?) -> [UInt32?] {
    if let before { return before }
    let all = runs.first?.all
    let numbers = periods.map { period in
      all.flatMap { all in fiscal.yearEarlier(period).flatMap { all.number(of: $0) } }
    }
    before = numbers
    return numbers
  }

  /// For each period of the release the number of the quarter before it; `nil` where nothing is told of any.
  private func quarterBefore() -> [UInt32?]? {
    let all = runs.first?.all
    let numbers = periods.map { period in
      all.flatMap { all in fiscal.quarterEarlier(period).flatMap { all.number(of: $0) } }
    }
    return numbers.contains { $0 != nil } ? numbers : nil
  }

  /// Whether the words after a change say that it is from the quarter before: "on the previous quarter", "from the second
  /// quarter".
  private func isFromQuarterBefore(_ read: HeadlineFigure) -> Bool {
    guard let base = read.words.baseAfter(whole.measureNames) else { return false }
    switch base.time {
    case .quarterBefore: return true
    case .yearBefore: return false
    case .named(let time):
      guard time.length == 3, let period = release.period, let quarter = fiscal.quarterEarlier(period) else {
        return false
      }
      return !time.contradicts(quarter, fiscal)
    }
  }

  /// What readers know of the figure a year before, and for one of a balance sheet at the end of the last fiscal year.
  func forEachBase(
    of figure: ToldFigure, in run: ToldConcept, _ numbers: [UInt32?], _ body: (FactHistory.Telling) -> Void
  ) {
    let earlier = numbers[figure.period]
    tell(earlier)
    let period = figure.telling.fact.period
    guard run.traits.balance == .stock, period.isInstant,
      let last = fiscal.period(fiscal.year(of: period.end) - 1, .year),
      let number = run.all.number(of: Period(instant: last.end)), number != earlier
    else { return }
    tell(number)
    func tell(_ number: UInt32?) {
      guard let number, let place = known(run.all.places(ofPeriod: number), of: run.all),
        run.all.release(of: place) <= Int32(index)
      else { return }
      body(run.all[place])
    }
  }

  /// Whether the change from one figure to the other, or its growth, is as printed.
  func follows(_ figure: SoughtFigure, _ fact: Fact, _ earlier: Fact) -> Bool {
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
    figures.contains { isShare($0, figure, read) }
  }

  /// Whether a percentage is the share of revenues that a figure of the release has.
  func isShare(_ told: ToldFigure, _ figure: SoughtFigure, _ read: HeadlineFigure) -> Bool {
    let telling = told.telling
    guard let hundred = Fraction(100, over: 1),
      let revenues = own(concepts.revenues, told.period, in: told.denomination),
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

  /// Whether an earlier release of the company tells the amount.
  ///
  /// - Parameter named: the concepts of which one is meant; `nil` for any.
  func isToldEarlier(
    _ figure: SoughtFigure, _ read: HeadlineFigure, of named: [ConceptID]? = nil
  ) -> Bool {
    guard let company else { return false }
    return (named ?? Array(archive.catalog.allIDs)).contains { concept in
      history.denominations(company: company, concept: concept).contains { denomination in
        history.tellings(company: company, concept: concept, in: denomination).contains {
          $0.release < Int32(index) && matches($0, figure) && contradiction($0, read) == nil
        }
      }
    }
  }

  func matches(_ telling: FactHistory.Telling, _ figure: SoughtFigure) -> Bool {
    switch concepts.traits(of: telling.fact.concept).kind {
    case .ratio where figure.isPercent:
      return agrees(figure.printed, telling.fact, isPercent: true) ?? false
    case .money where !figure.isPercent, .perShare where !figure.isPercent:
      guard NearBounds(telling.fact).mayEqualWithoutSign(figure.near) else { return false }
      return agrees(figure.printed, telling.fact) ?? false
    default: return false
    }
  }

  /// The release's own figure for its period that the words right before an amount or a percentage name: "net loss
  /// of", "gross margin of".
  func figureNamed(
    before start: Int, _ tokens: [ProseToken], like figure: PrintedFigure
  ) -> FactHistory.Telling? {
    let kind: Concept.Kind
    switch figure.unit {
    case .money: kind = .money
    case .percent: kind = .ratio
    case .points, .number: return nil
    }
    guard let period = release.period, start > 0, !tokens.contains(where: isOtherBasis),
      tokens[start - 1].kind == .word, ["of", "was", "is", "at"].contains(tokens[start - 1].word),
      // "By 2006, revenue of".
      !tokens[..<start].contains(where: isOtherYear)
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
struct SoughtFigure {
  var printed: PrintedFigure
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
    printed = figure
    self.bounds = bounds
    near = NearBounds(bounds)
  }
}
