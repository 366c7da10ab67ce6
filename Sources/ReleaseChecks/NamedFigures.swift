import ExactNumbers
import ReleaseModel

/// A headline's figure as it was held against what is told.
struct HeldFigure {
  /// The measure that it was held against; `nil` where it may be any.
  var named: NamedMeasure?
  var told: HeadlineReading
  /// Whether a figure that is not the named measure's is wrong for certain.
  var isCertain = false
  /// What has the figure instead.
  var other: ConceptID?
  /// The figure itself.
  var sought: SoughtFigure?
  /// What it was held against because of the figure before it.
  var joined: JoinedFigure?
}

extension CheckedRelease {
  /// Holds a figure against the measure that stands beside it, and where none does against all that is told.
  func held(_ read: HeadlineFigure, before: inout [UInt32?]?) -> HeldFigure {
    guard read.figure.unit != .points, let named = measure(beside: read) else {
      return HeldFigure(told: reading(of: read, before: &before))
    }
    let told = reading(of: read, as: named, before: &before)
    if told.isTold { return HeldFigure(named: named, told: told) }
    if mayBeOfAnother(read, named) { return HeldFigure(told: reading(of: read, before: &before)) }
    if !told.contradictions.isEmpty { return HeldFigure(named: named, told: told) }
    // "Norvia raises spending to" may be a plan.
    if named.isOfCompanyAction { return HeldFigure(told: reading(of: read, before: &before)) }
    let any = reading(of: read, before: &before)
    // "Net loss of" before the operating income is that figure but for its sign.
    let other =
      any.fitting.first { !named.concepts.contains($0) }
      ?? any.contradictions.first { $0.isOfSign && $0.telling.fact.period == release.period }?.concept
    let isPercent = read.figure.unit == .percent
    // "Less than $7 million" is true of much.
    if read.figure.hedge == .above || read.figure.hedge == .below { return HeldFigure(told: any) }
    // A percentage of an amount may be many things, and a change from another time than the year before is not known.
    if isPercent, named.lead != .change, !named.isRatio { return HeldFigure(told: any) }
    if named.lead == .change, !named.isPlain { return HeldFigure(told: any) }
    if any.fitting.contains(where: { isNamedToo($0, besides: named, by: read) }) {
      return HeldFigure(told: any)
    }
    let isOther = (any.isTold || (other != nil && named.isExact)) && !named.isOfOtherPeriod
    let isOfKnownTime = named.isPlain || named.span != nil
    guard isOther || isOfKnownTime else { return HeldFigure(told: any) }
    let isCertain =
      isOther
      || (named.isExact && isOfKnownTime && (named.lead == .level || standsByItsName(read, named)))
      || (named.isExact && isOfToldLevel(read, named))
    return HeldFigure(named: named, told: told, isCertain: isCertain, other: other)
  }

  /// Whether an amount stands right after its measure's name, and nothing else is told of it: "revenue $8.4 million; net
  /// income".
  private func standsByItsName(_ read: HeadlineFigure, _ named: NamedMeasure) -> Bool {
    let (words, start) = (read.words, read.words.extent.lowerBound)
    guard read.figure.unit != .percent, named.lead == .none, named.verb == nil, start > 0,
      // What belongs to a company's cash is not told by its name.
      named.concepts.allSatisfy({ concepts.traits(of: $0).balance != .stock }),
      whole.measureNames.ending(at: start - 1, words.tokens) != nil
    else { return false }
    let end = named.end ?? words.extent.upperBound
    return words.endsTelling(at: end) || isFollowedByBase(words, after: end)
  }

  /// Whether the words before a figure speak of another measure that has it: "in Asia, revenue of".
  private func isNamedToo(_ concept: ConceptID, besides named: NamedMeasure, by read: HeadlineFigure) -> Bool
  {
    let tokens = read.words.tokens[..<read.words.extent.lowerBound]
    let start = tokens.lastIndex { $0.kind == .claim }.map { $0 + 1 } ?? 0
    let own = named.concepts.flatMap { nameWords(catalog[$0].label) }
    let words = nameWords(catalog[concept].label).filter { !own.contains($0) && !commonNames.contains($0) }
    return tokens[start...].contains { $0.kind == .word && words.contains(oneForm($0.word)) }
  }

  /// What of a named measure comes out as a figure is printed, and what would but for its sign, its direction or its
  /// currency.
  func reading(of read: HeadlineFigure, as named: NamedMeasure, before: inout [UInt32?]?) -> HeadlineReading {
    var reading = HeadlineReading()
    guard let sought = SoughtFigure(read.figure), let period = release.period else { return reading }
    let numbers = yearBefore(&before)
    for run in runs where named.concepts.contains(run.concept) {
      for figure in figures[run.figures] {
        let telling = figure.telling
        let isOfItsTime =
          named.span.map { $0 == telling.fact.period } ?? (telling.fact.period.end == period.end)
        guard isOfItsTime || (!named.isPlain && named.span == nil) else { continue }
        if named.lead != .change || whole.vocabulary.isChange(run.concept), matches(telling, sought) {
          if let wrong = contradiction(telling, read) ?? contradictedRise(figure, run, read, named) {
            reading.contradictions.append(wrong)
          } else {
            reading.add(run.concept)
          }
        }
        if sought.isPercent, named.lead != .change, isShare(figure, sought, read) { reading.add(run.concept) }
        guard named.lead != .level || sought.isPercent else { continue }
        forEachBase(of: figure, in: run, numbers) { earlier in
          guard follows(sought, telling.fact, earlier.fact),
            !sought.isPercent || isGrowth(telling.fact, earlier.fact, read)
          else { return }
          if let wrong = contradiction(telling, since: earlier, read) {
            reading.contradictions.append(wrong)
          } else {
            reading.add(run.concept)
          }
        }
      }
    }
    if !reading.isTold, !named.isPlain, named.span == nil, reading.contradictions.isEmpty,
      named.lead != .change
    {
      reading.isTold = isToldEarlier(sought, read, of: named.concepts)
    }
    return reading
  }

  /// "Revenue falls to $8.4 million" where each figure of the release that it can have come from is lower.
  private func contradictedRise(
    _ figure: ToldFigure, _ run: ToldConcept, _ read: HeadlineFigure, _ named: NamedMeasure
  ) -> HeadlineContradiction? {
    guard let verb = named.verb, named.lead == .level, named.isPlain,
      !isSequential(read.words.tokens, named), !tellsOwnBase(read.words),
      let meaning = DirectionWord.meaning(of: read.words.tokens[verb].word),
      // A change between both is held by itself.
      !read.words.tokens[verb..<read.words.extent.lowerBound].contains(where: { $0.kind == .claim })
    else { return nil }
    let bases = figures[run.figures].map(\.telling).filter {
      isComparative($0.fact.period, of: figure.telling.fact.period)
    }
    // Of a net income that a company improves, more is better.
    let isMore =
      named.isOfCompanyAction && meaning.sense == .better && !figure.telling.fact.value.isNegative
      && whole.vocabulary.isMerit(run.concept)
    let then = contradictedBase(isMore ? .up : meaning.sense, figure.telling, bases) {
      whole.vocabulary.signs(of: run.concept).flatMap {
        calledSign(read.words.tokens, before: read.words.extent.lowerBound, $0)
      } == .negative
    }
    return then.map { HeadlineContradiction(telling: figure.telling, earlier: $0, reason: .direction(verb)) }
  }

  /// What the finding about a figure says that is not that of the measure which the words name.
  func mismatch(
    _ named: NamedMeasure, _ printed: String, in key: String, _ read: HeadlineFigure, before: inout [UInt32?]?
  ) -> (message: String, tellings: [FactHistory.Telling])? {
    guard let period = release.period else { return nil }
    let all = figures.filter {
      named.concepts.contains($0.telling.fact.concept) && $0.telling.fact.period.end == period.end
    }
    // Of several results the net one is meant.
    let ofPeriod = all.filter { $0.telling.fact.period == named.span ?? period }
    guard
      let figure = ofPeriod.first(where: { $0.telling.fact.concept == concepts.netIncome }) ?? ofPeriod.first
        ?? all.first
    else { return nil }
    let label = label(of: figure.telling)
    let value = figure.telling.fact.value.text()
    let start = "'\(printed)' in the \(key) is not what the data say: '\(label)'"
    if named.lead == .change {
      let numbers = yearBefore(&before)
      var bases: [FactHistory.Telling] = []
      for run in runs where run.concept == figure.telling.fact.concept {
        forEachBase(of: figure, in: run, numbers) { bases.append($0) }
      }
      guard let then = bases.first else { return nil }
      return ("\(start) went from \(then.fact.value.text()) to \(value)", [figure.telling, then])
    }
    if read.figure.unit == .percent, concepts.traits(of: figure.telling.fact.concept).kind == .money,
      let revenues = own(concepts.revenues, figure.period, in: figure.denomination),
      let share = Fraction(figure.telling.fact.value) / Fraction(revenues.fact.value),
      let percent = Fraction(100, over: 1).flatMap({ share * $0 })?.rounded(decimals: 2)
    {
      let whole = self.label(of: revenues)
      return ("\(start) is \(value), which is \(percent.text())% of '\(whole)'", [figure.telling, revenues])
    }
    return ("\(start) is \(value)", [figure.telling])
  }
}

/// Words of many names, which tell none from another.
private let commonNames: WordSet = [
  "net", "gross", "operating", "result", "revenue", "per", "share", "basic", "diluted", "before", "from",
  "of", "in", "and", "total", "cash", "cost", "expense", "tax", "income", "for", "the", "other",
  "activitie", "activity",
]
