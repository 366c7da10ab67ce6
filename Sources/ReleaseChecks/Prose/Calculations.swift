import ExactNumbers
import ReleaseModel

/// What a reference comes to.
enum Reckoning {
  case value(Reckoned)
  /// A figure it needs is not told.
  case untold
  /// The calculation has no meaning for these figures; the message says why.
  case meaningless(String, [MeantFigure])
  /// Growth from one loss to another: it has a meaning where the words call them losses, and else none.
  case growthOfLoss(Reckoned, meaningless: String, [MeantFigure])
  /// Amounts in these currencies have no sum, difference or quotient.
  case acrossCurrencies(Set<String>, [MeantFigure])
  /// The figures are too large to calculate with.
  case tooLarge
}

/// A value with everything a claim about it is held against.
struct Reckoned {
  /// The value by the figures as told, and all it can be by their rounding; percentages count in percent.
  var point: Fraction
  var bounds: Bounds
  /// What kind of unit the literal must have.
  var unit: Unit
  /// How a sign is told: by nouns for a level, by directions for a change; `nil` where it is not told.
  var signs: Signs
  /// The figures that take part, the leading one first.
  var figures: [MeantFigure]
  /// Digits after the point that the figures can give (XBRL's `decimals`); `nil` for quotients.
  var decimals: Int?
  /// The arithmetic: `6,980,000 / 7,181,000 - 1`.
  var arithmetic: String
  /// Whether it is the growth of a loss, positive where that shrank; it is printed with either sign.
  var isOfLoss = false

  enum Unit: Hashable {
    case money, perShare, count
    /// Percent where the literal has a percent sign, hundredths of that where it has none.
    case percent
    /// A percentage or a plain quotient.
    case ratio
    /// Percentage points.
    case points
  }

  enum Signs: Hashable {
    case level
    case change
    case none
  }
}

extension ProseContext {
  /// The value of a whole reference; `nil` where a name in it is unknown, which the page's links report.
  func reckon(_ reference: FigureReference) -> Reckoning? {
    switch reference {
    case .fact(let fact): return figure(fact).map(reckon)
    case .calculation(let calculation): return operands(calculation).map { reckon(calculation.name, $0) }
    }
  }

  /// The value that a reference has with other figures in the place of its own; `nil` where it has none.
  func reckon(_ reference: FigureReference, replacing other: (MeantFigure) -> MeantFigure?) -> Reckoned? {
    let reckoning: Reckoning?
    switch reference {
    case .fact(let fact): reckoning = figure(fact).flatMap(other).map(reckon)
    case .calculation(let calculation):
      let own = operands(calculation) ?? []
      let figures = own.compactMap(other)
      reckoning = figures.count == own.count && !own.isEmpty ? reckon(calculation.name, figures) : nil
    }
    switch reckoning {
    case .value(let reckoned)?, .growthOfLoss(let reckoned, _, _)?: return reckoned
    case .untold?, .meaningless?, .acrossCurrencies?, .tooLarge?, nil: return nil
    }
  }

  /// A single figure.
  private func reckon(_ figure: MeantFigure) -> Reckoning {
    guard let fact = figure.telling?.fact else { return .untold }
    let concept = archive.catalog[figure.concept]
    let percent: Int32 = concept.kind == .ratio ? 100 : 1
    guard let factor = Fraction(Int128(percent), over: 1), let point = Fraction(fact.value) * factor,
      let bounds = Bounds(fact)?.times(factor)
    else { return .tooLarge }
    return .value(
      Reckoned(
        point: point, bounds: bounds, unit: unit(of: figure),
        signs: isChange(figure) ? .change : .level, figures: [figure],
        decimals: Int(fact.decimals) - (percent == 100 ? 2 : 0), arithmetic: ""))
  }

  private func isChange(_ figure: MeantFigure) -> Bool { vocabulary.isChange(figure.concept) }

  private func unit(of figure: MeantFigure) -> Reckoned.Unit {
    switch archive.catalog[figure.concept].kind {
    case .money: .money
    case .perShare: .perShare
    case .shares, .count: .count
    case .ratio: isChange(figure) ? .percent : .ratio
    }
  }

  /// The figures of a calculation, those that are understood included.
  private func operands(_ calculation: ReleaseModel.Calculation) -> [MeantFigure]? {
    guard let first = figure(calculation.first) else { return nil }
    let fiscal = archive.companies[first.company].fiscal
    var figures = [first]
    for argument in calculation.others {
      switch argument {
      case .fact(let reference):
        guard let figure = figure(reference) else { return nil }
        figures.append(self.figure(figure.company, figure.concept, figure.period, like: first))
      case .period(let part):
        guard let period = fiscal.period(part.text) else { return nil }
        figures.append(figure(first.company, first.concept, period, like: first))
      }
    }
    guard figures.count == 1 else { return figures }
    switch calculation.name {
    case .growth, .change:
      guard let earlier = fiscal.yearEarlier(first.period) else { return nil }
      figures.append(figure(first.company, first.concept, earlier, like: first))
    case .margin:
      guard let revenues = archive.catalog.id("Revenues") else { return nil }
      figures.append(figure(first.company, revenues, first.period, like: first))
    case .share, .ratio, .sum: break
    }
    return figures
  }

  private func reckon(_ name: ReleaseModel.Calculation.Name, _ figures: [MeantFigure]) -> Reckoning {
    let facts = figures.compactMap { $0.telling?.fact }
    guard facts.count == figures.count, let last = facts.last else { return .untold }
    let currencies = Set(figures.compactMap { $0.telling.flatMap(namedCurrency) })
    if currencies.count > 1 { return .acrossCurrencies(currencies, figures) }
    let all = facts.compactMap { Bounds($0) }
    guard all.count == facts.count, let hundred = Fraction(100, over: 1) else { return .tooLarge }
    let points = facts.map { Fraction($0.value) }
    let concept = archive.catalog[figures[0].concept]
    let written = facts.map { $0.value.text() }
    let decimals = facts.map { Int($0.decimals) }.min()
    let isRatio = concept.kind == .ratio
    var result = Reckoned(
      point: points[0], bounds: all[0], unit: unit(of: figures[0]), signs: .level, figures: figures,
      decimals: decimals, arithmetic: "")
    switch name {
    case .sum, .change:
      guard figures.allSatisfy({ archive.catalog[$0.concept].kind == concept.kind }) else {
        return .meaningless(
          "figures of different units cannot be \(name == .sum ? "added" : "compared")", figures)
      }
      let isSum = name == .sum
      for index in facts.indices.dropFirst() {
        guard let bounds = isSum ? result.bounds + all[index] : result.bounds - all[index],
          let point = isSum ? result.point + points[index] : result.point - points[index]
        else { return .tooLarge }
        (result.bounds, result.point) = (bounds, point)
      }
      if isRatio {
        guard let bounds = result.bounds.times(hundred), let point = result.point * hundred else {
          return .tooLarge
        }
        (result.bounds, result.point) = (bounds, point)
        result.decimals = decimals.map { $0 - 2 }
        if !isSum { result.unit = .points }
      }
      result.signs = isSum ? .level : .change
      result.arithmetic =
        isSum
        ? written.map { $0.hasPrefix("-") ? "(\($0))" : $0 }.joined(separator: " + ")
        : "\(written[0]) - \(written[1].hasPrefix("-") ? "(\(written[1]))" : written[1])"
      return .value(result)
    case .growth:
      if last.value.isNegative || last.value.isZero {
        let why =
          "growth from a \(last.value.isZero ? "zero" : "negative") base, \(last.value.text()), has no meaning"
        guard last.value.isNegative, facts[0].value.isNegative, let one = Fraction(1, over: 1),
          let quotient = all[0] / all[1], let bounds = (Bounds(one, one) - quotient)?.times(hundred),
          let ratio = points[0] / points[1], let point = (one - ratio).flatMap({ $0 * hundred })
        else { return .meaningless(why, figures) }
        (result.bounds, result.point, result.unit, result.signs) = (bounds, point, .percent, .change)
        (result.arithmetic, result.decimals) = ("1 - (\(written[0])) / (\(written[1]))", nil)
        result.isOfLoss = true
        return .growthOfLoss(result, meaningless: why, figures)
      }
      // Growth is one quotient less one; taken as (a - b) / b the base's rounding would count twice.
      guard let one = Fraction(1, over: 1), let quotient = all[0] / all[1],
        let less = quotient - Bounds(one, one),
        let bounds = less.times(hundred), let ratio = points[0] / points[1], let change = ratio - one,
        let point = change * hundred
      else { return all[1].containsZero ? .meaningless(coarse(last), figures) : .tooLarge }
      (result.bounds, result.point, result.unit, result.signs) = (bounds, point, .percent, .change)
      result.arithmetic = "\(written[0]) / \(written[1]) - 1"
    case .share, .margin, .ratio:
      if last.value.isZero || (last.value.isNegative && name != .ratio) {
        let why = last.value.isZero ? "zero" : "a negative amount"
        return .meaningless("a \(name.rawValue) of \(why) has no meaning", figures)
      }
      guard let quotient = all[0] / all[1], let ratio = points[0] / points[1],
        let bounds = quotient.times(hundred),
        let point = ratio * hundred
      else { return all[1].containsZero ? .meaningless(coarse(last), figures) : .tooLarge }
      (result.bounds, result.point, result.signs) = (bounds, point, .none)
      result.unit = name == .ratio ? .ratio : .percent
      result.arithmetic = "\(written[0]) / \(written[1])"
    }
    result.decimals = nil
    return .value(result)
  }

  private func coarse(_ fact: Fact) -> String {
    "\(fact.value.text()) is rounded so coarsely that it may be zero, and nothing can be divided by it"
  }
}
