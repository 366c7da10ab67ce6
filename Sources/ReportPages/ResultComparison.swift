import CivilTime
import ExactNumbers
import Markup
import ReleaseModel

/// The results of a release beside those of the year before and of the quarter before.
struct ResultComparison: Sendable {
  /// The release's period; then, where that is longer, the quarter it ends with.
  var groups: [Group]

  /// One period with what it is compared with.
  struct Group: Sendable {
    var period: Period
    var yearBefore: Period?
    /// `nil` for periods other than quarters.
    var quarterBefore: Period?
    var rows: [Row]
  }

  /// One concept.
  struct Row: Sendable {
    var concept: ConceptID
    var kind: Concept.Kind
    var current: KnownFigure
    var yearBefore: KnownFigure?
    var quarterBefore: KnownFigure?
    /// Whether a dash is printed for the year before, and for the quarter before, and no figure told.
    var isYearNil = false
    var isQuarterNil = false
    /// Why the figures stand on another basis than those of the year before, and of the quarter before.
    var partingOfYear: String?
    var partingOfQuarter: String?

    var changeOfYear = ChangeText.none
    var changeOfQuarter = ChangeText.none
  }

  /// `nil` where the release tells no results, or nothing earlier is known of them.
  init?(_ view: ReleaseView, _ keyFigures: [KeyFigure], _ context: PageContext) {
    guard view.release.kind == .earnings, let period = view.release.period else { return nil }
    let concepts = Self.concepts(view, keyFigures, context)
    var periods = [period]
    if let quarter = view.fiscal.quarter(endingOn: period.end), quarter != period { periods.append(quarter) }
    groups = periods.compactMap { Self.group($0, concepts, view, context) }
    if groups.isEmpty { return nil }
  }

  /// The key figures, and the steps from revenues to the result where the release tells them.
  private static func concepts(
    _ view: ReleaseView, _ keyFigures: [KeyFigure], _ context: PageContext
  ) -> [ConceptID] {
    var named = context.usualConcepts.steps
    for figure in keyFigures where !named.contains(figure.fact.concept) { named.append(figure.fact.concept) }
    return named.sorted()
  }

  private static func group(
    _ period: Period, _ concepts: [ConceptID], _ view: ReleaseView, _ context: PageContext
  ) -> Group? {
    let fiscal = view.fiscal
    let isQuarter = fiscal.name(of: period)?.part.isQuarter ?? false
    let year = fiscal.yearEarlier(period)
    let quarter = isQuarter ? period.start.flatMap { fiscal.quarter(endingOn: $0.adding(days: -1)) } : nil
    let rows = concepts.compactMap { id -> Row? in
      guard let current = view.ownFigure(id, period, context) else { return nil }
      let denomination = view.denomination(of: current.fact, context)
      var row = Row(
        concept: id, kind: context.archive.catalog.kind(of: id), current: current,
        yearBefore: year.flatMap { view.figure(id, $0, in: denomination, context) },
        quarterBefore: quarter.flatMap { view.figure(id, $0, in: denomination, context) })
      func isNil(_ earlier: Period?) -> Bool {
        view.printsDash(id, earlier.map { view.told(id, $0, context) }, as: current.fact, context)
      }
      row.isYearNil = row.yearBefore == nil && isNil(year)
      row.isQuarterNil = row.quarterBefore == nil && isNil(quarter)
      if row.yearBefore == nil, row.quarterBefore == nil, !row.isYearNil, !row.isQuarterNil { return nil }
      row.findPartings(view, context)
      row.changeOfYear = current.change(
        from: row.yearBefore, isNil: row.isYearNil, row.kind, parting: row.partingOfYear)
      row.changeOfQuarter = current.change(
        from: row.quarterBefore, isNil: row.isQuarterNil, row.kind, parting: row.partingOfQuarter)
      return row
    }
    if rows.isEmpty { return nil }
    let knowsQuarter = rows.contains { $0.quarterBefore != nil || $0.isQuarterNil }
    let knowsYear = rows.contains { $0.yearBefore != nil || $0.isYearNil }
    return Group(
      period: period, yearBefore: knowsYear ? year : nil, quarterBefore: knowsQuarter ? quarter : nil,
      rows: rows)
  }

  /// Whether some group is compared with the year before, and with the quarter before.
  var hasYear: Bool { groups.contains { $0.yearBefore != nil } }
  var hasQuarter: Bool { groups.contains { $0.quarterBefore != nil } }
}

/// A figure as a page knows it, and the release that tells it.
struct KnownFigure: Sendable {
  var fact: Fact
  /// The release's place in the archive.
  var release: Int

  /// The difference from an earlier figure in percent.
  ///
  /// - Parameters:
  ///   - isNil: whether a dash is printed where there is no earlier figure.
  ///   - parting: why the two cannot be compared, where they cannot.
  func change(
    from earlier: KnownFigure?, isNil: Bool = false, _ kind: Concept.Kind, parting: String? = nil
  ) -> ChangeText {
    let current = Cell.figure(fact.value, decimals: fact.decimals)
    guard let earlier else { return isNil ? changeText(.percent, from: .dash, to: current, kind) : .none }
    if parting != nil { return .incomparable }
    return changeText(
      .percent, from: .figure(earlier.fact.value, decimals: earlier.fact.decimals), to: current, kind)
  }
}

extension ReleaseView {
  /// A figure as this release tells it; a stock at the period's end.
  fileprivate func ownFigure(_ concept: ConceptID, _ period: Period, _ context: PageContext) -> KnownFigure? {
    figures[concept, told(concept, period, context)].map { KnownFigure(fact: $0, release: number) }
  }

  /// A figure as this release tells it, or the latest earlier one; a stock at the period's end.
  fileprivate func figure(
    _ concept: ConceptID, _ period: Period, in denomination: Denomination, _ context: PageContext
  ) -> KnownFigure? {
    comparable(concept, told(concept, period, context), in: denomination, context)
  }

  /// The period for which a concept is told.
  fileprivate func told(_ concept: ConceptID, _ period: Period, _ context: PageContext) -> Period {
    context.archive.catalog.balance(of: concept) == .stock ? Period(instant: period.end) : period
  }
}

/// Appends the comparison as a table.
func appendComparison(
  _ comparison: ResultComparison, _ view: ReleaseView, _ context: PageContext, to sink: inout ByteSink
) {
  sink.markup("<div class=\"wide statement\">\n")
  beginScroller(labelledBy: "comparison-caption", &sink)
  sink.markup(
    "<table class=\"figures compared\">\n<caption id=\"comparison-caption\"><span class=\"caption-title\">")
  sink.text(comparisonTitle(comparison, view))
  sink.markup("</span> <span class=\"caption-note\">")
  sink.text(knowledgeWords(comparison, view, context))
  sink.markup("</span></caption>\n")
  sink.markup("<thead>\n<tr><td></td>")
  let heads = comparisonHeads(comparison, view)
  let catalog = context.archive.catalog
  for head in heads {
    sink.markup("<th scope=\"col\"")
    if head == "Change" { sink.markup(" class=\"change\"") }
    sink.markup(">")
    sink.text(head)
    sink.markup("</th>")
  }
  sink.markup("</tr>\n</thead>\n")
  for group in comparison.groups {
    sink.markup("<tbody>\n")
    if comparison.groups.count > 1 {
      sink.markup("<tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"")
      sink.decimal(heads.count + 1)
      sink.markup("\">")
      sink.text(view.words(group.period))
      sink.markup("</th></tr>\n")
    }
    for row in group.rows {
      sink.markup("<tr><th scope=\"row\">")
      sink.text(catalog[row.concept].label(negative: row.current.fact.value.isNegative))
      sink.markup("</th>")
      appendFigure(row.current, row, view, context, &sink)
      if comparison.hasYear {
        appendBefore(
          group.yearBefore, row.yearBefore, isNil: row.isYearNil, row.changeOfYear, row, view, context, &sink)
      }
      if comparison.hasQuarter {
        appendBefore(
          group.quarterBefore, row.quarterBefore, isNil: row.isQuarterNil, row.changeOfQuarter, row, view,
          context, &sink)
      }
      sink.markup("</tr>\n")
    }
    sink.markup("</tbody>\n")
  }
  sink.markup("</table>\n</div>\n")
  if comparison.hasMeaninglessChange { appendMeaninglessNote(&sink) }
  appendPartings(comparison.partings, &sink)
  sink.markup("</div>\n")
}

/// Appends an earlier figure and the change from it.
private func appendBefore(
  _ period: Period?, _ figure: KnownFigure?, isNil: Bool, _ change: ChangeText, _ row: ResultComparison.Row,
  _ view: ReleaseView, _ context: PageContext, _ sink: inout ByteSink
) {
  if period == nil {
    // The group has no such period: nothing is missing.
    sink.markup("<td></td><td class=\"change\"></td>")
    return
  }
  if isNil {
    sink.markup("<td")
    appendNil(to: &sink)
  } else {
    appendFigure(figure, row, view, context, &sink)
  }
  sink.markup("<td class=\"change\">")
  appendWords(of: change, &sink)
  sink.markup("</td>")
}

private func appendFigure(
  _ figure: KnownFigure?, _ row: ResultComparison.Row, _ view: ReleaseView, _ context: PageContext,
  _ sink: inout ByteSink
) {
  guard let figure else {
    sink.markup("<td class=\"absent\"><span class=\"visually-hidden\">no figure</span></td>")
    return
  }
  let isNegative = figure.fact.value.isNegative
  sink.markup(isNegative ? "<td class=\"neg\"><a href=\"" : "<td><a href=\"")
  if figure.release != view.number { sink.address(view.relativeAddress(toRelease: figure.release, context)) }
  sink.markup("#")
  sink.address(context.archive.catalog[row.concept].name)
  sink.markup("-")
  sink.address(view.periodAnchor(figure.fact.period))
  sink.markup("\">")
  if isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
  sink.accounting(comparedParts(figure, row, context))
  sink.markup("</a></td>")
}

/// Appends the comparison as a GFM table.
func appendComparisonMarkdown(
  _ comparison: ResultComparison, _ view: ReleaseView, _ context: PageContext, to sink: inout ByteSink
) {
  sink.markup("**")
  sink.markdown(comparisonTitle(comparison, view))
  sink.markup("**\n\n")
  let heads = comparisonHeads(comparison, view)
  var rows: [[String]] = []
  var emphasized: Set<Int> = []
  for group in comparison.groups {
    if comparison.groups.count > 1 {
      emphasized.insert(rows.count)
      rows.append([view.words(group.period)] + heads.map { _ in "" })
    }
    for row in group.rows {
      func figure(_ figure: KnownFigure?, isNil: Bool = false) -> String {
        figure.map { comparedParts($0, row, context).accounting } ?? (isNil ? "—" : "")
      }
      var line = [
        context.archive.catalog[row.concept].label(negative: row.current.fact.value.isNegative),
        figure(row.current),
      ]
      if comparison.hasYear {
        line += [figure(row.yearBefore, isNil: row.isYearNil), row.changeOfYear.shown]
      }
      if comparison.hasQuarter {
        line += [figure(row.quarterBefore, isNil: row.isQuarterNil), row.changeOfQuarter.shown]
      }
      rows.append(line)
    }
  }
  appendTableMarkdown(heads: heads, rows: rows, emphasized: emphasized, to: &sink)
  if comparison.hasMeaninglessChange {
    sink.markup("\nn/m: ")
    sink.markdown(meaninglessNote)
    sink.markup(".\n")
  }
  appendPartingsMarkdown(comparison.partings, &sink)
}

extension ResultComparison {
  /// Why some figures cannot be compared, each reason once.
  fileprivate var partings: [String] {
    eachOnce(groups.lazy.flatMap(\.rows).flatMap { [$0.partingOfYear, $0.partingOfQuarter] })
  }

  fileprivate var hasMeaninglessChange: Bool {
    groups.contains {
      $0.rows.contains { $0.changeOfYear == .meaningless || $0.changeOfQuarter == .meaningless }
    }
  }
}

/// As of when the figures of a comparison are told: `As known on the day of the release.`
///
/// A correction changes the files of the release that it corrects, so its figures are no longer those of that day.
private func knowledgeWords(
  _ comparison: ResultComparison, _ view: ReleaseView, _ context: PageContext
) -> String {
  let rows = comparison.groups.lazy.flatMap(\.rows)
  let shown = Set(rows.flatMap { [$0.current, $0.yearBefore, $0.quarterBefore].compactMap { $0?.release } })
  let day = view.release.released.day
  let corrected = shown.compactMap { context[release: $0].corrections.last?.date.day }.filter { $0 >= day }
    .max()
  guard let last = corrected else { return "As known on the day of the release." }
  return "As known on the day of the release, with corrections up to \(EnglishCalendar.long(last))."
}

private func comparisonTitle(_ comparison: ResultComparison, _ view: ReleaseView) -> String {
  let period = view.words(comparison.groups[0].period)
  return comparison.hasQuarter
    ? "\(period), the year before and the quarter before" : "\(period) and the year before"
}

/// The heads of the columns: the periods themselves where there is one group.
private func comparisonHeads(_ comparison: ResultComparison, _ view: ReleaseView) -> [String] {
  let only = comparison.groups.count == 1 ? comparison.groups[0] : nil
  func words(_ period: Period?, _ general: String) -> String { period.map(view.words) ?? general }
  var heads = [words(only?.period, "Period")]
  if comparison.hasYear { heads += [words(only?.yearBefore, "Year before"), "Change"] }
  if comparison.hasQuarter { heads += [words(only?.quarterBefore, "Quarter before"), "Change"] }
  return heads
}

/// A figure of a row, in what the release prints the row's own in.
private func comparedParts(
  _ figure: KnownFigure, _ row: ResultComparison.Row, _ context: PageContext
) -> AmountParts {
  AmountParts(
    figure.fact.value, decimals: Int(figure.fact.decimals), kind: row.kind,
    in: context.archive.releases[row.current.release].unit(of: row.current.fact))
}
