import CivilTime
public import ReleaseModel

/// Which release tells which figure, across the archive.
///
/// Sixteen bytes a telling; where on its page a figure stands, the release itself says.
public struct FigureIndex: Sendable {
  private var tellings: [Telling]
  /// The company of each release, as a number in the archive's order.
  private var companies: [UInt16]
  private var companyNumbers: [String: UInt16]

  /// One release's telling of one figure; sorted by all fields in this order.
  private struct Telling: Comparable {
    var company: UInt16
    var concept: UInt16
    var end: Int32
    /// `.min` for an instant.
    var start: Int32
    var release: Int32

    private var major: (UInt16, UInt16) { (company, concept) }

    static func < (a: Telling, b: Telling) -> Bool {
      if a.major != b.major { return a.major < b.major }
      return (a.end, a.start, a.release) < (b.end, b.start, b.release)
    }
  }

  public init(_ archive: ReleaseArchive) {
    companyNumbers = [:]
    for company in archive.companies { companyNumbers[company.id] = UInt16(clamping: companyNumbers.count) }
    companies = []
    tellings = []
    for (number, release) in archive.releases.enumerated() {
      let company = companyNumbers[release.company] ?? UInt16.max
      companies.append(company)
      for fact in release.facts(archive.catalog) {
        tellings.append(
          Telling(
            company: company, concept: fact.concept.number, end: fact.period.end.number,
            start: fact.period.start?.number ?? .min, release: Int32(number)))
      }
    }
    tellings.sort()
  }

  /// The release that a reference means: the given one where it tells the figure, else the latest before
  /// it; the latest of all where no release is given.
  public func telling(
    company: String, concept: ConceptID, period: Period, asOf release: Int? = nil
  ) -> Int? {
    guard let number = companyNumbers[company] else { return nil }
    let limit = Telling(
      company: number, concept: concept.number, end: period.end.number,
      start: period.start?.number ?? .min, release: Int32(release ?? tellings.count))
    let index = firstIndex { limit < $0 }
    guard index > 0 else { return nil }
    let found = tellings[index - 1]
    guard found.company == number, found.concept == concept.number, found.end == limit.end,
      found.start == limit.start
    else { return nil }
    return Int(found.release)
  }

  /// The periods for which the concept is told by the given release or an earlier one, oldest first.
  public func periods(company: String, concept: ConceptID, asOf release: Int? = nil) -> [Period] {
    guard let number = companyNumbers[company] else { return [] }
    let first = firstIndex { ($0.company, $0.concept) >= (number, concept.number) }
    var periods: [Period] = []
    for telling in tellings[first...] {
      guard telling.company == number, telling.concept == concept.number else { break }
      if let release, Int(telling.release) > release { continue }
      let end = Day(number: telling.end)
      let period =
        telling.start == .min
        ? Period(instant: end) : Period(from: Day(number: telling.start), through: end)
      if periods.last != period { periods.append(period) }
    }
    return periods.sorted()
  }

  private func firstIndex(where holds: (Telling) -> Bool) -> Int {
    var low = 0
    var high = tellings.count
    while low < high {
      let middle = (low + high) / 2
      if holds(tellings[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

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

  /// The periods for which the release tells a concept, in order.
  func periods(of concept: ConceptID) -> [Period] {
    first.keys.filter { $0.concept == concept }.map(\.period).sorted()
  }
}
