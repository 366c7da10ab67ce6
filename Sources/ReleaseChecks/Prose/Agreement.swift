import ExactNumbers
import ReleaseModel

/// Whether a printed figure and a value can be the same, apart from their signs; `nil` where the numbers are
/// too large to tell.
///
/// Both stand for all that rounds to them. A figure with as many digits as the data, or more, has to be
/// equal: 6.7 and 6.6 million share the edge between them and are different all the same, and digits that
/// the data do not have are not theirs.
func agrees(_ figure: PrintedFigure, _ reckoned: Reckoned) -> Bool? {
  guard let shift = unitShift(figure, reckoned.unit), let factor = Fraction.powerOfTen(shift),
    let magnitude = figure.magnitude * factor, let own = figure.bounds?.times(factor)
  else { return nil }
  let value = reckoned.bounds.magnitude
  guard let decimals = reckoned.decimals, figure.hedge == nil else { return own.meets(value) }
  guard reckoned.figures.count > 1 else {
    return isSpelling(
      magnitude, own, figure.decimals - shift, of: reckoned.point.magnitude, value, decimals: decimals)
  }
  if figure.decimals - shift > decimals {
    guard let coarse = magnitude.rounded(decimals: decimals) else { return nil }
    return Fraction(coarse) == magnitude && own.meets(value) ?? true
  }
  return own.meets(value)
}

/// Whether a printed figure is one told value, apart from their signs; `nil` where the numbers are too large to tell.
///
/// - Parameter isPercent: whether it is a ratio that is printed in percent.
func agrees(_ figure: PrintedFigure, _ fact: Fact, isPercent: Bool = false) -> Bool? {
  let shift = isPercent ? 2 : 0
  guard let factor = Fraction.powerOfTen(shift), let own = figure.bounds,
    let value = Bounds(fact)?.times(factor)?.magnitude, let point = Fraction(fact.value) * factor
  else { return nil }
  guard figure.hedge == nil else { return own.meets(value) }
  return isSpelling(
    figure.magnitude, own, figure.decimals, of: point.magnitude, value, decimals: Int(fact.decimals) - shift)
}

/// The same for the parts of both: the value as printed or told, what it stands for, and its decimals.
private func isSpelling(
  _ magnitude: Fraction, _ own: Bounds, _ digits: Int, of point: Fraction, _ value: Bounds, decimals: Int
) -> Bool? {
  guard digits > decimals else { return own.overlaps(value) }
  return magnitude == point || point.rounded(decimals: decimals).map { Fraction($0) } == magnitude
}

/// The power of ten that turns a printed number into the unit of a value: 2 for a plain 1.5 where values are
/// in percent.
private func unitShift(_ figure: PrintedFigure, _ unit: Reckoned.Unit) -> Int? {
  figure.unit == .number && unit == .ratio ? 2 : 0
}

extension ProseContext {
  /// The value with the most exact telling of its figure, where the text prints more digits than the meant
  /// telling has and another one up to this release agrees with it.
  func mostExact(_ reckoned: Reckoned, for figure: PrintedFigure) -> Reckoned {
    guard reckoned.figures.count == 1, let meant = reckoned.figures[0].telling,
      let decimals = reckoned.decimals,
      figure.decimals > decimals
    else { return reckoned }
    let leading = reckoned.figures[0]
    let all = history.tellings(
      company: leading.company, concept: leading.concept, period: leading.period,
      in: history.denomination(of: meant))
    let finer = all.filter {
      Int($0.release) <= known && $0.fact.decimals > meant.fact.decimals && $0.fact.agrees(with: meant.fact)
    }
    guard let best = finer.max(by: { $0.fact.decimals < $1.fact.decimals }) else { return reckoned }
    var result = reckoned
    let isRatio = archive.catalog[leading.concept].kind == .ratio
    guard let factor = Fraction.powerOfTen(isRatio ? 2 : 0), let point = Fraction(best.fact.value) * factor,
      let bounds = Bounds(best.fact)?.times(factor)
    else { return reckoned }
    (result.point, result.bounds) = (point, bounds)
    result.decimals = Int(best.fact.decimals) - (isRatio ? 2 : 0)
    result.figures[0].telling = best
    return result
  }
}
