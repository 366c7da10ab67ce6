import ExactNumbers
import ReleaseModel

/// One telling of one fact, as the downloads of a company's archive list it.
struct ArchiveFact {
  var concept: Concept
  /// As the release prints it.
  var label: String
  var unit: String
  var period: Period
  var value: Amount
  var decimals: Int
  /// The name of the statement, or `figures`.
  var table: String
  /// The release's place in the archive.
  var release: Int
  /// Whether this is the telling that the archive shows.
  var isCurrent: Bool
  /// Whether a later telling cannot be the same value as the first.
  var isRevised: Bool
}

/// Calls a function with every telling of a company's facts: releases from the oldest, and in each what it
/// prints from top to bottom.
func forEachFact(company: Int, _ context: PageContext, _ body: (ArchiveFact) -> Void) {
  let archive = context.archive
  for number in context.releasesOf[company] {
    let release = archive.releases[number]
    for fact in release.facts(archive.catalog) {
      let tellings = context.history.tellings(
        company: company, concept: fact.concept, period: fact.period,
        in: context.history.denomination(of: fact, company: company, release: number))
      let retelling = Retelling(tellings)
      let concept = archive.catalog[fact.concept]
      var label = concept.label
      var table = "figures"
      switch fact.place {
      case .statement(let index, let row, _):
        label = release.statements[index].rows[row].label
        table = release.statements[index].name
      case .figure(let index): label = release.figures[index].label
      }
      body(
        ArchiveFact(
          concept: concept, label: label, unit: unitName(concept.kind, currency: release.currency(of: fact)),
          period: fact.period, value: fact.value, decimals: Int(fact.decimals), table: table,
          release: number,
          isCurrent: retelling.map {
            Int($0.current.release) == number && $0.current.fact.place == fact.place
          }
            ?? true,
          isRevised: retelling?.isRevised ?? false))
    }
  }
}
