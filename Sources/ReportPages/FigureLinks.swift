import Diagnostics
import MarkdownRendering
import ReleaseModel

/// Where a figure link leads, or why it leads nowhere.
enum FigureLink {
  /// `isSingle` where only `figures.csv` tells it.
  case resolved(address: String, isSingle: Bool)
  case failed(FailedReference)
  /// Something it names could not be read, which is reported where it stands.
  case unknowable
}

/// What is wrong with a reference, and which bytes of it.
struct FailedReference {
  var code: DiagnosticCode
  var message: String
  var offset: Int
  var length: Int
  var notes: [String] = []
  var hints: [String] = []
}

/// Resolves `fact:` and `calc:` destinations on a page; `nil` for all others.
///
/// A figure is meant as this release tells it, or else the latest earlier one; a page outside releases
/// means the latest telling of all.
func figureLink(
  _ destination: String, on page: String, of view: ReleaseView?, _ context: PageContext
) -> FigureLink? {
  guard let parsed = FigureReference.parse(destination) else { return nil }
  switch parsed {
  case .failure(let failure):
    let hints = didYouMean(
      slice(destination, failure.offset, failure.length), among: failure.candidates)
    return .failed(
      FailedReference(
        code: .malformedReference, message: failure.reason, offset: failure.offset,
        length: failure.length, hints: hints))
  case .success(let reference):
    let facts = reference.facts
    if facts.contains(where: { isOfUnreadCompany($0, view, context) }) { return .unknowable }
    do throws(LocatedFailure) {
      let target = try locate(reference.leading, on: page, of: view, context)
      if case .calculation(let calculation) = reference {
        for fact in facts.dropFirst() { _ = try locate(fact, on: page, of: view, context) }
        for case .period(let part) in calculation.others {
          try locateBase(of: calculation.first, in: part, view, context)
        }
      }
      return .resolved(address: target.address, isSingle: target.isSingle)
    } catch {
      return .failed(error.failure)
    }
  }
}

extension ReleaseView {
  /// Notes how far the texts look by the figures they claim; also in the words of a picture, which become no link.
  func noteReach(ofClaimsIn texts: ReleaseTexts) {
    for claim in texts.inOrder.lazy.flatMap(\.scan.claims) {
      reach.insert(.company)
      guard case .success(let reference)? = FigureReference.parse(claim.destination) else { continue }
      if reference.facts.contains(where: { $0.company != nil }) { reach.insert(.archive) }
    }
  }
}

extension FigureReference {
  /// The figures it names, the leading one first.
  fileprivate var facts: [FactReference] {
    guard case .calculation(let calculation) = self else { return [leading] }
    return [calculation.first]
      + calculation.others.compactMap { argument in
        if case .fact(let fact) = argument { fact } else { nil }
      }
  }
}

/// Whether a figure is of a company whose file could not be read.
private func isOfUnreadCompany(
  _ reference: FactReference, _ view: ReleaseView?, _ context: PageContext
) -> Bool {
  guard let part = reference.company else { return view.map { $0.companyNumber == nil } ?? false }
  return context.companyNumbers[part.text] == nil && context.incomplete.companies.contains(part.text)
}

/// Looks for the figure that a calculation compares its first one with, in the period it names.
private func locateBase(
  of first: FactReference, in part: FigureReference.Part, _ view: ReleaseView?, _ context: PageContext
) throws(LocatedFailure) {
  let number = try company(first, view, context)
  let fiscal = context.archive.companies[number].fiscal
  guard let period = fiscal.period(part.text), let id = context.archive.catalog.id(first.concept.text) else {
    throw unknownPeriod(part, fiscal)
  }
  let concept = context.archive.catalog[id]
  let isTold = [period, Period(instant: period.end)].contains { candidate in
    context.history.telling(
      company: number, concept: id, period: candidate,
      knownTo: view?.number ?? context.archive.releases.count) != nil
  }
  if isTold { return }
  var reference = first
  reference.period = part
  throw untold(reference, concept, id, period, number, view, context)
}

private struct LocatedFailure: Error {
  var failure: FailedReference
}

/// A figure's place in the site; `isSingle` where only `figures.csv` tells it.
private struct FigureTarget {
  var address: String
  var isSingle: Bool
}

private func locate(
  _ reference: FactReference, on page: String, of view: ReleaseView?, _ context: PageContext
) throws(LocatedFailure) -> FigureTarget {
  let number = try company(reference, view, context)
  let company = context.archive.companies[number]
  guard let id = context.archive.catalog.id(reference.concept.text) else {
    throw LocatedFailure(
      .unknownConceptInLink, "'\(reference.concept.text)' is no concept of this site", reference.concept,
      hints: didYouMean(reference.concept.text, among: context.archive.catalog.concepts.map(\.name)))
  }
  let concept = context.archive.catalog[id]
  let period = try period(reference, concept, company, view)
  guard
    let telling = context.history.telling(
      company: number, concept: id, period: period, knownTo: view?.number ?? context.archive.releases.count)
  else {
    throw untold(reference, concept, id, period, number, view, context)
  }
  let teller = releaseAddress(context.archive.releases[Int(telling.release)], site: context.archive.site)
  let anchor = "#" + figureAnchor(concept, period, company.fiscal)
  let address = teller == page ? anchor : relativeAddress(from: page, to: teller + anchor)
  if case .figure = telling.fact.place { return FigureTarget(address: address, isSingle: true) }
  return FigureTarget(address: address, isSingle: false)
}

private func company(
  _ reference: FactReference, _ view: ReleaseView?, _ context: PageContext
) throws(LocatedFailure) -> Int {
  guard let part = reference.company else {
    if let number = view?.companyNumber { return number }
    let id = context.archive.site.company
    if let number = context.companyNumbers[id] { return number }
    throw LocatedFailure(
      .unknownCompanyInLink, "the site has no default company, so the link names one", reference.concept)
  }
  view?.reach.insert(.archive)
  guard let number = context.companyNumbers[part.text] else {
    throw LocatedFailure(
      .unknownCompanyInLink, "'\(part.text)' is no company of this site", part,
      hints: didYouMean(part.text, among: context.archive.companies.map(\.id)))
  }
  return number
}

private func period(
  _ reference: FactReference, _ concept: Concept, _ company: Company, _ view: ReleaseView?
) throws(LocatedFailure) -> Period {
  guard let part = reference.period else {
    if let period = view?.defaultPeriod(of: concept) { return period }
    let reason =
      view == nil ? "a page outside releases has no period of its own" : "the release reports on no period"
    throw LocatedFailure(
      .unknownPeriodInLink, "\(reason), so the link names one", reference.concept,
      hints: ["write '\(concept.name)@2003-Q3' with the period that is meant"])
  }
  guard let period = company.fiscal.period(part.text) else {
    throw unknownPeriod(part, company.fiscal)
  }
  return period
}

/// Says which spelling could have been meant.
private func unknownPeriod(_ part: FigureReference.Part, _ fiscal: FiscalCalendar) -> LocatedFailure {
  LocatedFailure(
    .unknownPeriodInLink, "'\(part.text)' is no period", part,
    hints: fiscal.usualSpelling(of: part.text).map { ["did you mean '\($0)'?"] } ?? [])
}

/// Says which periods could have been meant.
private func untold(
  _ reference: FactReference, _ concept: Concept, _ id: ConceptID, _ period: Period, _ number: Int,
  _ view: ReleaseView?, _ context: PageContext
) -> LocatedFailure {
  let company = context.archive.companies[number]
  var told: Set<Period> = []
  for denomination in context.history.denominations(company: number, concept: id) {
    for telling in context.history.tellings(company: number, concept: id, in: denomination)
    where Int(telling.release) <= view?.number ?? .max { told.insert(telling.fact.period) }
  }
  let known = told.sorted()
  let spelled = company.fiscal.spelling(of: period)
  let who = view == nil ? "no release tells" : "neither this release nor an earlier one tells"
  var notes: [String] = []
  if !known.isEmpty {
    let list = known.suffix(8).map { company.fiscal.spelling(of: $0) }.joined(separator: ", ")
    notes = ["'\(concept.name)' is told for \(list)"]
  }
  return LocatedFailure(
    .untoldFigure, "\(who) '\(concept.name)' for \(spelled)", reference.period ?? reference.concept,
    notes: notes,
    hints: reference.period.map { didYouMean($0.text, among: known.map { company.fiscal.spelling(of: $0) }) }
      ?? [])
}

extension LocatedFailure {
  fileprivate init(
    _ code: DiagnosticCode, _ message: String, _ part: FigureReference.Part, notes: [String] = [],
    hints: [String] = []
  ) {
    failure = FailedReference(
      code: code, message: message, offset: part.offset, length: part.text.utf8.count, notes: notes,
      hints: hints)
  }
}

private func slice(_ text: String, _ offset: Int, _ length: Int) -> String {
  String(decoding: text.utf8.dropFirst(offset).prefix(length), as: UTF8.self)
}
