import ReleaseModel

/// Changes that stand beside the level they led to: "revenue rises 9% to $33.3 million", "revenue of $33.3 million, up 9%".
extension CheckedRelease {
  /// Whether a percentage can be no other change than that from the year before to a level which is the measure's own.
  ///
  /// That is known where the release tells both figures. A change from the quarter before, from a figure that was told
  /// differently once or from two years ago is none that is wrong.
  func isOfToldLevel(_ read: HeadlineFigure, _ named: NamedMeasure) -> Bool {
    guard read.figure.unit == .percent, named.lead == .change, named.isPlain, let period = release.period,
      let level = levelBeside(read), let sought = SoughtFigure(level), let change = SoughtFigure(read.figure)
    else { return false }
    return figures.contains { figure in
      let now = figure.telling.fact
      guard now.period == period, named.concepts.contains(now.concept), matches(figure.telling, sought),
        figures.contains(where: { $0.telling.fact.concept == now.concept && isYearBefore($0, figure) })
      else { return false }
      return !isChangeFromAny(change, now)
    }
  }

  /// The level that a change led to, or which stands right before it and ends what is told of it.
  private func levelBeside(_ read: HeadlineFigure) -> PrintedFigure? {
    let words = read.words
    if words.endOfLevel > words.extent.upperBound { return read.next }
    guard words.endsTelling(at: words.extent.upperBound), let previous = read.previous else { return nil }
    let before = words.tokens[..<words.extent.lowerBound].suffix(3)
    guard before.count == 3, before.first?.kind == .claim, before.dropFirst().first?.isMark(",") == true,
      let verb = before.last, verb.kind == .word, DirectionWord.meaning(of: verb.word) != nil
    else { return nil }
    return previous
  }

  private func isYearBefore(_ then: ToldFigure, _ now: ToldFigure) -> Bool {
    fiscal.yearEarlier(now.telling.fact.period) == then.telling.fact.period
      && then.denomination == now.denomination
  }

  /// Whether a percentage is the change from any figure of the same length of time that a reader may know.
  private func isChangeFromAny(_ change: SoughtFigure, _ now: Fact) -> Bool {
    guard let company else { return true }
    return history.denominations(company: company, concept: now.concept).contains { denomination in
      history.tellings(company: company, concept: now.concept, in: denomination).contains {
        $0.release <= Int32(index) && abs($0.fact.period.days - now.period.days) <= 8
          && follows(change, now, $0.fact)
      }
    }
  }
}
