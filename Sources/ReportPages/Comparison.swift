import CivilTime
import ExactNumbers
import Markup
import ReleaseModel

/// How a figure compares with an earlier one, in words: `2.8% less` `than $7,181,000 a year earlier`.
///
/// A percentage is given only between two amounts of which neither is below zero; all else is `n/m`, not
/// meaningful, and said in words. Rounded figures get no more digits than they support.
struct Comparison: Hashable, Sendable {
  var change: String
  var versus: String
  var isMeaningless: Bool

  /// With a printed dash of the year before.
  static let withNil = Comparison(change: "n/m", versus: "after nothing a year earlier", isMeaningless: true)

  private init(change: String, versus: String, isMeaningless: Bool) {
    (self.change, self.versus, self.isMeaningless) = (change, versus, isMeaningless)
  }

  init(_ fact: Fact, with base: Fact, _ concept: Concept, _ fiscal: FiscalCalendar, in unit: PrintedUnit) {
    self.init(fact, with: base, earlier: fiscal.yearEarlier(fact.period), concept, fiscal, in: unit)
  }

  /// - Parameters:
  ///   - earlier: the same period of the year before.
  ///   - unit: what both figures are told in, however the earlier one was printed.
  ///   - isParted: whether the two stand on different bases, so that there is no change to tell.
  init(
    _ fact: Fact, with base: Fact, earlier: Period?, _ concept: Concept, _ fiscal: FiscalCalendar,
    in unit: PrintedUnit, isParted: Bool = false
  ) {
    let when = base.period == earlier ? "a year earlier" : Self.when(base.period, fiscal)
    let parts = AmountParts(base.value, decimals: Int(base.decimals), kind: concept.kind, in: unit)
    isMeaningless = false
    if isParted {
      (change, versus) = ("Not comparable", "with \(parts.accounting) \(when)")
    } else if concept.kind == .ratio {
      let (words, lead) = Self.points(fact.value, base.value)
      (change, versus) = (words, "\(lead) \(parts.accounting) \(when)")
    } else if fact.value.isNegative || base.value.isNegative || base.value.isZero {
      change = "n/m"
      isMeaningless = true
      versus = Self.words(fact.value, base.value, concept, parts) + " " + when
    } else {
      let (words, lead) = Self.percent(fact, base)
      change = words
      versus = composed {
        $0.markup(lead)
        $0.append(32)
        $0.raw(parts.withoutSign)
        $0.append(32)
        $0.raw(when)
      }
    }
  }

  /// `at the end of 2002`, `at June 30, 2003`.
  private static func when(_ base: Period, _ fiscal: FiscalCalendar) -> String {
    let year = fiscal.year(of: base.end)
    if fiscal.period(year, .year)?.end == base.end {
      return fiscal == .calendarYear ? "at the end of \(year)" : "at the end of fiscal \(year)"
    }
    return "at \(EnglishCalendar.long(base.end))"
  }

  /// The change in words, and the word that leads to what is compared with: `2.8% less` `than`.
  private static func percent(_ fact: Fact, _ base: Fact) -> (String, StaticString) {
    if fact.value == base.value { return ("Unchanged", "from") }
    let isMore = fact.value > base.value
    guard
      let change = RelativeChange(
        from: base.value, Int(base.decimals), to: fact.value, Int(fact.decimals))
    else { return (isMore ? "More" : "Less", "than") }
    let size = change.percent.magnitude ?? change.percent
    if !change.isFixed, size.isZero || change.mayBeNone {
      return ("Little changed", "from")
    }
    if size.isZero { return (isMore ? "Less than 0.1% more" : "Less than 0.1% less", "than") }
    let words = composed { words in
      if !change.isFixed { words.markup("About ") }
      size.withText { words.append($0) }
      words.markup(isMore ? "% more" : "% less")
    }
    return (words, "than")
  }

  private static func points(_ value: Amount, _ base: Amount) -> (String, StaticString) {
    guard value != base else { return ("Unchanged", "from") }
    let points = (value - base)?.timesPowerOfTen(2)?.withoutTrailingZeros.magnitude
    let direction = value > base ? "more" : "less"
    return (points.map { "\($0.text()) points \(direction)" } ?? direction, "than")
  }

  /// `wider than a loss of $462,000`, `after a gross profit of $1,022,000`.
  private static func words(
    _ value: Amount, _ base: Amount, _ concept: Concept, _ parts: AmountParts
  ) -> String {
    // What rounds to zero need not be nothing.
    if base.isZero { return "after \(parts.withoutSign)" }
    guard let noun = noun(concept, negative: base.isNegative) else { return "against \(parts.accounting)" }
    let amount = "\(noun) of \(parts.withoutSign)"
    guard value.isNegative, base.isNegative else { return "after \(amount)" }
    if value == base { return "as wide as \(amount)" }
    return value < base ? "wider than \(amount)" : "narrower than \(amount)"
  }

  /// `a loss`, `a gross profit`, `net income`; `nil` where the concept's labels speak of neither.
  private static func noun(_ concept: Concept, negative: Bool) -> String? {
    guard let below = concept.negativeLabel?.lowercased() else { return nil }
    guard holds(below, "loss") else { return nil }
    if negative { return "a loss" }
    guard let above = concept.positiveLabel?.lowercased(), concept.kind == .money else { return "a profit" }
    if above.hasSuffix("profit") { return "a \(above)" }
    return above == "net income" ? above : "a profit"
  }
}
