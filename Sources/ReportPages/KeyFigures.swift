import ExactNumbers
import Markup
import PageTemplates
import ReleaseModel

/// One large figure of a release with what it is compared with.
struct KeyFigure: Sendable {
  var concept: Concept
  var fact: Fact
  var parts: AmountParts
  /// What the anchor of its cell says of its period.
  var periodAnchor: String
  /// `nil` where nothing compares.
  var comparison: Comparison?
  /// Why it stands on another basis than what it is compared with, where it does.
  var parting: String?
}

/// The figures a release leads with: those its file names, six at most, or the usual five of results.
func keyFigures(_ view: ReleaseView, _ context: PageContext) -> [KeyFigure] {
  let catalog = context.archive.catalog
  var concepts = view.release.keyFigures
  if concepts.isEmpty, view.release.kind == .earnings {
    concepts = context.usualConcepts.keyFigures.compactMap { alternatives in
      alternatives.first { id in
        view.defaultPeriod(catalog[id].balance).flatMap { view.figures.place(of: id, $0) } != nil
      }
    }
  }
  return concepts.prefix(longestKeyFigures).compactMap { id in
    let concept = catalog[id]
    guard let period = view.defaultPeriod(of: concept), let fact = view.figures[id, period] else {
      return nil
    }
    let unit = view.release.unit(of: fact)
    let parts = AmountParts(fact.value, decimals: Int(fact.decimals), kind: concept.kind, in: unit)
    let earlier = view.yearEarlier(period)
    let base = baseFigure(of: fact, earlier: earlier, view, context)
    let parting = base.flatMap { ChartFacts(view, context).parting(id, $0.period, fact.period) }
    let comparison =
      base.map {
        Comparison(
          fact, with: $0, earlier: earlier, concept, view.fiscal, in: unit, isParted: parting != nil)
      } ?? (view.printsDash(id, earlier, as: fact, context) ? Comparison.withNil : nil)
    return KeyFigure(
      concept: concept, fact: fact, parts: parts, periodAnchor: view.periodAnchor(period),
      comparison: comparison, parting: parting)
  }
}

/// How many key figures a page shows.
let longestKeyFigures = 6

/// What a figure is compared with: the year before, as this release tells it or an earlier one does; for an
/// instant otherwise the one before it in the same release.
private func baseFigure(
  of fact: Fact, earlier: Period?, _ view: ReleaseView, _ context: PageContext
) -> Fact? {
  let denomination = view.denomination(of: fact, context)
  func own(_ period: Period) -> Fact? {
    view.figures[fact.concept, period].flatMap {
      view.denomination(of: $0, context) == denomination ? $0 : nil
    }
  }
  if let earlier, let base = own(earlier) { return base }
  if fact.period.isInstant, let last = view.figures.lastInstant(of: fact.concept, before: fact.period),
    let base = own(last)
  {
    return base
  }
  return earlier.flatMap { view.comparable(fact.concept, $0, in: denomination, context)?.fact }
}

/// The record of the template `key-figures`.
///
/// - Parameters:
///   - page: the address of the page they stand on.
///   - company: whose figures they are, for pages that tell of several companies.
///   - anchor: the `id` of the block's title.
func keyFiguresRecord(
  _ figures: [KeyFigure], _ view: ReleaseView, on page: String, company: String? = nil,
  anchor: String = "key-figures-title"
) -> WrittenRecord {
  let release = page == view.address ? "" : relativeAddress(from: page, to: view.address)
  var record = RecordWriter()
  record.text(anchor)
  record.text(view.release.period.map(view.words) ?? "Key figures")
  record.text(
    [company, unitsNote(figures, view)].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; "))
  record.list(figures, of: PageShapes.keyFigure) { $0.keyFigure($1, release: release) }
  record.text(figures.contains { $0.comparison?.isMeaningless ?? false } ? meaninglessNote : nil)
  let partings = eachOnce(figures.lazy.map(\.parting))
  record.text(partings.isEmpty ? nil : partings.joined(separator: " "))
  return record.page(PageShapes.keyFigures)
}

extension RecordWriter {
  /// Adds the fields of ``PageShapes/keyFigure``.
  fileprivate mutating func keyFigure(_ figure: KeyFigure, release: String) {
    let parts = figure.parts
    text(figure.concept.label(negative: parts.isNegative))
    text {
      $0.raw(release)
      $0.markup("#")
      $0.raw(figure.concept.name)
      $0.markup("-")
      $0.raw(figure.periodAnchor)
    }
    flag(parts.isNegative)
    text(parts.sign)
    text(parts.isNegative ? "(" : "")
    text { parts.appendDigits(to: &$0) }
    text { parts.appendThousands(to: &$0) }
    text(parts.scale)
    text(parts.isNegative ? ")" : "")
    text(figure.comparison?.change)
    flag(figure.comparison?.isMeaningless ?? false)
    text(figure.comparison?.versus)
  }
}

/// `US dollars, unaudited`, as the statement of the first figure says.
private func unitsNote(_ figures: [KeyFigure], _ view: ReleaseView) -> String {
  for figure in figures where figure.concept.kind == .money || figure.concept.kind == .perShare {
    let currency = currencyWords(view.release.currency(of: figure.fact)).asBeginning
    guard case .statement(let index, _, _) = figure.fact.place,
      let audited = view.release.statements[index].audited
    else { return currency }
    return currency + (audited ? ", audited" : ", unaudited")
  }
  return ""
}

/// Appends a release's key figures for a page, by the template `key-figures`; nothing when it has none.
func writeKeyFigures(
  release number: Int, from page: String, _ context: PageContext, into sink: inout ByteSink
) {
  let view = ReleaseView(number, context)
  let figures = keyFigures(view, context)
  guard !figures.isEmpty else { return }
  let company = context.namesCompanies(on: page) ? view.company.name(on: view.release.released.day) : nil
  let record = keyFiguresRecord(figures, view, on: page, company: company)
  context.templates.fill("key-figures", record, into: &sink)
}

/// Appends the key figures as a Markdown list.
func appendKeyFiguresMarkdown(_ figures: [KeyFigure], _ view: ReleaseView, to sink: inout ByteSink) {
  sink.markup("**")
  sink.markdown(view.release.period.map(view.words) ?? "Key figures")
  sink.markup("**\n\n")
  for figure in figures {
    sink.markup("- ")
    sink.markdown(figure.concept.label(negative: figure.parts.isNegative))
    sink.markup(": [")
    sink.markdown(figure.parts.accounting)
    sink.markup("](#")
    sink.address(figure.concept.name)
    sink.markup("-")
    sink.address(figure.periodAnchor)
    sink.markup(")")
    if let comparison = figure.comparison {
      sink.markup(", ")
      let change = comparison.isMeaningless ? "" : comparison.change.inSentence + " "
      sink.markdown(change + comparison.versus)
    }
    sink.markup("\n")
  }
  for parting in eachOnce(figures.lazy.map(\.parting)) {
    sink.markup("\n")
    sink.markdown(parting)
    sink.markup("\n")
  }
}
