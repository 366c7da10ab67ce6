public import CivilTime
import ExactNumbers
public import ReleaseModel

/// The archive round a text that is checked.
public struct ProseContext: Sendable {
  public var archive: ReleaseArchive
  public var history: FactHistory
  /// The release whose text it is, by its place in the archive; `nil` for a page outside releases.
  public var release: Int?
  /// Of the archive's concepts.
  public var vocabulary: ProseVocabulary
  /// The zones whose abbreviations are checked and those of the companies, by name: `America/New_York`.
  public var zones: [String: Zone]

  public init(
    archive: ReleaseArchive, history: FactHistory, release: Int?, vocabulary: ProseVocabulary? = nil,
    zones: [String: Zone] = [:]
  ) {
    self.archive = archive
    self.vocabulary = vocabulary ?? ProseVocabulary(archive.catalog)
    self.history = history
    self.release = release
    self.zones = zones
  }

  /// The latest release whose tellings count; all of them for a page outside releases.
  var known: Int { release ?? archive.releases.count }
}

/// A figure that a reference means.
struct MeantFigure: Hashable {
  var company: Int
  var concept: ConceptID
  var period: Period
  /// What tells it; `nil` where nothing does.
  var telling: FactHistory.Telling?
}

extension ProseContext {
  /// The figure a reference means; `nil` where a name in it is unknown, which the page's links report.
  func figure(_ reference: FactReference) -> MeantFigure? {
    guard let company = company(reference), let concept = archive.catalog.id(reference.concept.text)
    else { return nil }
    let fiscal = archive.companies[company].fiscal
    let period: Period?
    if let part = reference.period {
      period = fiscal.period(part.text)
    } else {
      let own = release.flatMap { archive.releases[$0].period }
      let isStock = archive.catalog[concept].balance == .stock
      period = own.map { isStock ? Period(instant: $0.end) : $0 }
    }
    return period.map { figure(company, concept, $0) }
  }

  func figure(_ company: Int, _ concept: ConceptID, _ period: Period) -> MeantFigure {
    MeantFigure(
      company: company, concept: concept, period: period,
      telling: history.telling(company: company, concept: concept, period: period, knownTo: known))
  }

  /// The same to reckon with another figure: in that one's currency, where it is told in it.
  func figure(_ company: Int, _ concept: ConceptID, _ period: Period, like other: MeantFigure) -> MeantFigure
  {
    guard company == other.company, let telling = other.telling,
      archive.catalog.kind(of: other.concept).isDenominated,
      let found = history.telling(
        company: company, concept: concept, period: period, in: history.denomination(of: telling),
        knownTo: known)
    else { return figure(company, concept, period) }
    return MeantFigure(company: company, concept: concept, period: period, telling: found)
  }

  /// The currency that a telling's amount has by a statement; `nil` for what has none.
  func namedCurrency(of telling: FactHistory.Telling) -> String? {
    archive.catalog.kind(of: telling.fact.concept).isDenominated ? history.currency(of: telling) : nil
  }

  private func company(_ reference: FactReference) -> Int? {
    let id = reference.company?.text ?? release.map { archive.releases[$0].company } ?? archive.site.company
    return archive.companies.firstIndex { $0.id == id }
  }

  /// The currency of a telling, where its release names one.
  func currency(of telling: FactHistory.Telling) -> String? {
    let release = archive.releases[Int(telling.release)]
    return release.statements.isEmpty ? nil : release.currency(of: telling.fact)
  }

  /// Where a telling stands, for a finding that refers to it.
  func subject(of telling: FactHistory.Telling) -> Subject {
    switch telling.fact.place {
    case .statement(let index, let row, let column):
      .cell(release: Int(telling.release), statement: index, row: row, column: column)
    case .figure(let index): .figure(release: Int(telling.release), index: index)
    }
  }

  /// What a statement calls the figure, else the concept's own label for its sign.
  func label(of telling: FactHistory.Telling) -> String {
    if case .statement(let index, let row, _) = telling.fact.place {
      return archive.releases[Int(telling.release)].statements[index].rows[row].label
    }
    return archive.catalog[telling.fact.concept].label(negative: telling.fact.value.isNegative)
  }
}
