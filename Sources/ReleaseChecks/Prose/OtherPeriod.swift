import CivilTime
import Diagnostics
import ReleaseModel

extension ClaimCheck {
  /// What the words say of the figure's time, where they name another one than its link does: "revenue in 2024 was
  /// [12.3](fact:Revenues@2023-FY)", "up [5%](calc:growth(Revenues,2003-Q2)) year over year".
  ///
  /// Silent where the archive tells what the figure is by the words, and both are the same number. A warning otherwise:
  /// words that tell when something else was stand at the same places.
  func timeFinding(
    _ figure: PrintedFigure, _ reference: FigureReference, _ reckoned: Reckoned, _ clause: ClaimClause?
  ) -> ProseFinding? {
    guard let now = reckoned.figures.first, !words.isOfList, !isPlanned(now.concept) else { return nil }
    if let other = otherBase(reference, reckoned, clause) ?? otherPeriod(reference, now, clause) {
      return finding(other, figure, reckoned)
    }
    return nil
  }

  /// A time that contradicts a link, and what the link would have to be.
  private struct OtherTime {
    var time: PlacedTime
    /// The period that the link has in its place.
    var linked: Period
    var isBase = false
    /// What the figure is by the words, as far as that is told.
    var meant: [Reckoned]
  }

  private func finding(_ other: OtherTime, _ figure: PrintedFigure, _ reckoned: Reckoned) -> ProseFinding? {
    guard other.meant.allSatisfy({ agrees(figure, $0) == false }) else { return nil }
    let said = words.spelling(of: other.time.tokens, in: bytes)
    let linked = fiscal(reckoned.figures[0]).spelling(of: other.linked)
    let meant = other.meant.first
    let label = meant.flatMap { meant in
      printed(meant.point.magnitude, like: figure, meant.unit, known: meant.decimals).map {
        meant.point.isNegative ? "-\($0)" : $0
      }
    }
    return self.finding(
      .otherPeriod,
      other.isBase
        ? "'\(said)' is not what '\(link.text)' is the change from: the link says \(linked)"
        : "'\(said)' is not the time of '\(link.text)': the link says \(linked)",
      reckoned.figures + (meant.map { [$0.figures[other.isBase ? $0.figures.count - 1 : 0]] } ?? []),
      severity: .warning,
      label: label.map { "by these words the data say \($0)" },
      hints: ["correct the words, or link the figure that they mean"])
  }

  private func fiscal(_ figure: MeantFigure) -> FiscalCalendar {
    archive.archive.companies[figure.company].fiscal
  }

  /// Whether figures of a concept may be for another time than they are told in: dividends, guidance.
  private func isPlanned(_ concept: ConceptID) -> Bool {
    !archive.vocabulary.words(of: concept).isDisjoint(with: plans)
  }

  /// The words' time against the period of the figure itself.
  private func otherPeriod(_ reference: FigureReference, _ now: MeantFigure, _ clause: ClaimClause?)
    -> OtherTime?
  {
    guard let placed = words.timeAfter(isInstant: now.period.isInstant) ?? clause?.time else { return nil }
    let periods: [Period]
    switch placed.time {
    case .named(let time):
      guard time.contradicts(now.period, fiscal(now)) else { return nil }
      periods = time.meant(insteadOf: now.period, fiscal(now))
    case .yearBefore, .quarterBefore:
      // "Last year" may be the one that was just closed.
      guard case .fact = reference,
        !words.tokens[placed.tokens].prefix(2).contains(where: { $0.isWord("last") }),
        let period = periodMeant(placed.time, now)
      else { return nil }
      periods = [period]
    }
    let meant = periods.compactMap { period in reckoned(reference, now, for: period) }
    return OtherTime(time: placed, linked: now.period, meant: meant)
  }

  /// The period that "a year earlier" or "the previous quarter" means beside a figure of the release's own period, or of
  /// the other one of these two; `nil` where the words may be right.
  private func periodMeant(_ time: ToldTime, _ now: MeantFigure) -> Period? {
    let fiscal = fiscal(now)
    guard let own = archive.release.flatMap({ archive.archive.releases[$0].period }), !now.period.isInstant,
      now.period.months == own.months, let year = fiscal.yearEarlier(own)
    else { return nil }
    let quarter = fiscal.quarterEarlier(own)
    let meant = time == .yearBefore ? year : quarter
    guard let meant, now.period != meant, [own, year, quarter].contains(now.period) else { return nil }
    // What stands before may be what it is a year earlier than.
    let isOfAnother = words.tokens[..<words.own.lowerBound].contains { token in
      guard let other = linkedFigure(token, links, archive), other.concept == now.concept else {
        return false
      }
      return (time == .yearBefore ? fiscal.yearEarlier(other.period) : fiscal.quarterEarlier(other.period))
        == now.period
    }
    return isOfAnother ? nil : meant
  }

  /// The words' base of a change against its link's.
  private func otherBase(
    _ reference: FigureReference, _ reckoned: Reckoned, _ clause: ClaimClause?
  ) -> OtherTime? {
    guard reckoned.signs == .change, reckoned.figures.count == 2 else { return nil }
    let (now, then) = (reckoned.figures[0], reckoned.figures[1])
    guard now.concept == then.concept, !now.period.isInstant,
      let placed = words.baseAfter(archive.vocabulary.names) ?? clause?.base,
      clause?.base == nil || clause?.base?.time == placed.time
    else { return nil }
    let fiscal = fiscal(now)
    let distance = now.period.end.days(since: then.period.end)
    var periods: [Period?]
    switch placed.time {
    case .yearBefore:
      guard distance < 200, now.period.months.map({ $0 < 12 }) == true else { return nil }
      periods = [fiscal.yearEarlier(now.period)]
    case .quarterBefore:
      guard distance > 300, now.period.months == 3 else { return nil }
      periods = [fiscal.quarterEarlier(now.period)]
    case .named(let time):
      // "Grew [5%](...) over the third quarter" may be during it.
      guard time.contradicts(then.period, fiscal), time.contradicts(now.period, fiscal) else { return nil }
      periods = time.meant(insteadOf: then.period, fiscal)
    }
    let meant = periods.compactMap { period in
      period.flatMap { period in
        archive.reckon(reference) { figure in
          figure.period == then.period ? archive.figure(now.company, now.concept, period, like: now) : figure
        }
      }
    }
    return OtherTime(time: placed, linked: then.period, isBase: true, meant: meant)
  }

  /// What a reference comes to for another period, with what it is compared with a year before that.
  private func reckoned(_ reference: FigureReference, _ now: MeantFigure, for period: Period) -> Reckoned? {
    let fiscal = fiscal(now)
    return archive.reckon(reference) { figure in
      if figure.period == now.period {
        return archive.figure(figure.company, figure.concept, period, like: figure)
      }
      guard figure.period == fiscal.yearEarlier(now.period), let earlier = fiscal.yearEarlier(period) else {
        return nil
      }
      return archive.figure(figure.company, figure.concept, earlier, like: figure)
    }
  }
}

extension FiscalCalendar {
  /// The quarter before a quarter.
  func quarterEarlier(_ period: Period) -> Period? {
    guard let (year, part) = name(of: period) else { return nil }
    switch part {
    case .q1: return self.period(year - 1, .q4)
    case .q2: return self.period(year, .q1)
    case .q3: return self.period(year, .q2)
    case .q4: return self.period(year, .q3)
    case .h1, .h2, .nineMonths, .year: return nil
    }
  }
}

/// A time with the tokens that tell it.
struct PlacedTime: Hashable {
  var time: ToldTime
  var tokens: Range<Int>
}

extension ClaimContext {
  /// Whether figures and times are given in lists: "[5](...) and [4](...) in 2003 and 2002, respectively".
  var isOfList: Bool {
    for token in tokens[own.upperBound...] {
      if token.kind == .end || token.isMark(";") { return false }
      if token.isWord("respectively") { return true }
    }
    return false
  }

  /// The time that the words right after the figure tell: "in the third quarter of 2003", "per share a year earlier".
  func timeAfter(isInstant: Bool) -> PlacedTime? {
    var place = endOfFigure
    let isParted = place < tokens.count && tokens[place].isMark(",")
    if isParted { place += 1 }
    guard place < tokens.count, tokens[place].kind == .word, !isPlanned else { return nil }
    var first = place
    let lead = tokens[place].word
    if isInstant {
      if lead == "as", place + 1 < tokens.count, tokens[place + 1].isWord("of") { first += 1 }
      guard lead == "at" || lead == "as" || lead == "on" else { return nil }
      first += 1
    } else if ["in", "for", "during"].contains(lead) {
      first += 1
    } else if lead != "a" && lead != "one" {
      return nil
    }
    guard let (time, end) = toldTime(tokens, at: first), endsTime(at: end, isParted: isParted) else {
      return nil
    }
    return PlacedTime(time: time, tokens: first..<end)
  }

  /// What a change is from by the words after it: "on the previous quarter", "year over year", "over 2002".
  func baseAfter(_ names: MeasureNames) -> PlacedTime? {
    var place = endOfFigure
    var directions = 0
    while place < tokens.count, tokens[place].kind == .word, directions < 2,
      DirectionWord.meaning(of: tokens[place].word) != nil
    {
      (place, directions) = (place + 1, directions + 1)
    }
    if directions > 0, place < tokens.count, tokens[place].isWord("in") || tokens[place].isWord("of"),
      let (end, _) = names.beginning(at: place + 1, tokens)
    {
      place = end
    }
    if place < tokens.count, tokens[place].isWord("to"),
      let claim = tokens[place...].prefix(3).firstIndex(where: {
        $0.kind == .claim
      })
    {
      place = claim + 1
      if place < tokens.count, tokens[place].isMark(",") { place += 1 }
    }
    if let (time, end) = comparingAdverb(tokens, at: place), endsTime(at: end, isParted: false) {
      return PlacedTime(time: time, tokens: place..<end)
    }
    guard place < tokens.count, tokens[place].kind == .word, bases.contains(tokens[place].word) else {
      return nil
    }
    let isCompared = tokens[place].isWord("compared")
    place += 1
    if isCompared {
      guard place < tokens.count, tokens[place].isWord("with") || tokens[place].isWord("to") else {
        return nil
      }
      place += 1
    }
    while place < tokens.count, tokens[place].kind == .word, baseArticles.contains(tokens[place].word) {
      place += 1
    }
    guard let (time, end) = toldTime(tokens, at: place), endsTime(at: end, isParted: false) else {
      return nil
    }
    return PlacedTime(time: time, tokens: place..<end)
  }

  /// The bytes of some tokens as the author wrote them.
  func spelling(of range: Range<Int>, in bytes: [UInt8]) -> String {
    let (start, end) = (
      tokens[range.lowerBound].range.lowerBound, tokens[range.upperBound - 1].range.upperBound
    )
    guard start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Where the figure ends with its unit and what it is for each of: "[0.05](...) per diluted share".
  private var endOfFigure: Int {
    var place = max(extent.upperBound, own.upperBound)
    guard place + 1 < tokens.count, tokens[place].isWord("per") || tokens[place].isWord("a") else {
      return place
    }
    let share = tokens[(place + 1)...].prefix(4).firstIndex { $0.isWord("share") }
    guard let share else { return place }
    place = share + 1
    return place
  }

  /// Whether words that tell a time end at a place, and neither another time nor what it is of follows.
  private func endsTime(at end: Int, isParted: Bool) -> Bool {
    guard end < tokens.count else { return true }
    let token = tokens[end]
    let isJoining = token.isMark(",") || token.isWord("and") || token.isWord("or") || token.isWord("to")
    if isJoining, toldTime(tokens, at: end + 1) != nil { return false }
    switch token.kind {
    case .end: return true
    case .mark:
      return [".", ";", ",", ")", "(", "|", ":", "\u{2014}"].contains { token.isMark($0) }
        && (!isParted || !token.isMark(","))
    case .word: return !isParted && followers.contains(token.word)
    case .number, .claim: return false
    }
  }

  /// Whether the sentence tells what is to come: "will pay a dividend of [5](...) in 2004".
  private var isPlanned: Bool {
    for token in tokens[..<own.lowerBound].reversed() {
      if token.kind == .end || token.isMark(";") { return false }
      if token.kind == .word, futures.contains(token.word) { return true }
    }
    return false
  }
}

/// Lead from a change to what it is from.
private let bases: WordSet = ["from", "over", "on", "than", "versus", "vs", "against", "compared"]

private let baseArticles: WordSet = ["that", "those", "in", "for", "of"]

/// Begin what is told besides.
private let followers: WordSet = [
  "and", "compared", "versus", "vs", "against", "from", "as", "while", "but", "up", "down", "which", "with",
  "to",
  "when", "after", "because", "due", "mainly", "primarily", "driven", "reflecting", "despite", "thanks",
  "than",
  "or", "increased", "decreased", "rose", "fell", "whereas", "was", "were", "is",
]

/// Tell of what is to come, or of what another time is to bear.
private let futures: WordSet = [
  "will", "expect", "expects", "expected", "proposes", "proposed", "propose", "plans", "planned", "plan",
  "guidance", "outlook", "forecast", "target", "targets", "payable", "pay", "paid", "would", "could",
  "should",
  "may", "might", "intends", "anticipates", "if", "budget", "budgeted", "restated", "due", "carried",
]

/// Name figures that are for another time than they are told in.
private let plans: Set<ProseWord> = [
  "dividend", "dividends", "guidance", "outlook", "forecast", "target", "targets", "orders", "plan",
  "planned", "expected",
]
