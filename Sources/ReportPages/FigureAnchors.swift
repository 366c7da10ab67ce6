public import ReleaseModel

/// The anchor of a figure on its release's page, without `#`: `NetIncomeLoss-2003-Q3`.
public func figureAnchor(_ concept: Concept, _ period: Period, _ fiscal: FiscalCalendar) -> String {
  let spelling = fiscal.spelling(of: period)
  guard spelling.utf8.contains(UInt8(ascii: "/")) else { return "\(concept.name)-\(spelling)" }
  return "\(concept.name)-" + String(spelling.map { $0 == "/" ? "_" : $0 })
}

/// The figures of one release by what they are about; of several tellings on one page the first counts.
struct ReleaseFigures: Sendable {
  private var first: [Key: Fact]

  struct Key: Hashable, Sendable {
    var concept: ConceptID
    var period: Period
  }

  init(_ release: Release, _ catalog: ConceptCatalog) {
    first = [:]
    for fact in release.facts(catalog) {
      let key = Key(concept: fact.concept, period: fact.period)
      if first[key] == nil { first[key] = fact }
    }
  }

  subscript(concept: ConceptID, period: Period) -> Fact? {
    first[Key(concept: concept, period: period)]
  }

  /// How many figures the release tells.
  var count: Int { first.count }

  /// The periods for which the release tells a concept, in order.
  func periods(of concept: ConceptID) -> [Period] {
    first.keys.filter { $0.concept == concept }.map(\.period).sorted()
  }
}
