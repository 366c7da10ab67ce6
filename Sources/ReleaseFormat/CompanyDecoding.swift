import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `companies/<id>.yaml`, with the concepts it declares; `nil` where no company comes of it.
func decodeCompany(
  _ node: Node, id: String, zones: ZoneDatabase, _ findings: inout Findings
) -> (company: Company?, concepts: [DeclaredConcept], breaks: [Node], nextRelease: SourceRange?)? {
  guard
    let mapping = YAMLMapping(
      node, .file("a company's file"), what: "a company",
      keys: [
        "names", "name", "short_name", "tickers", "contacts", "zone", "fiscal_year_end", "concepts",
        "next_release", "breaks",
      ], &findings)
  else { return nil }
  let names = decodeNames(mapping, &findings)
  let zone = mapping.required("zone", &findings).flatMap { decodeZone($0, zones, &findings) }
  let shortName = mapping.text("short_name", &findings)
  let tickers = decodeDatedTexts(mapping, "tickers", key: "ticker", what: "a ticker", &findings)
  let contacts = mapping["contacts"].map { decodeContacts($0, &findings) } ?? [:]
  var fiscal: FiscalCalendar? = .calendarYear
  if let node = mapping["fiscal_year_end"] { fiscal = decodeFiscalYearEnd(node, &findings) }
  let concepts = decodeConcepts(mapping.entries("concepts", &findings), &findings)
  let nextRelease = mapping["next_release"].flatMap {
    decodeNextRelease($0, zones.at(home: zone), fiscal ?? .calendarYear, &findings)
  }
  // Breaks name concepts, which are known when every file has been read.
  let breaks = mapping.entries("breaks", &findings)
  guard let last = names.last?.value, let zone, let fiscal else {
    return (nil, concepts, breaks, nil)
  }
  var company = Company(id: id, names: names, shortName: shortName ?? last, zone: zone, fiscal: fiscal)
  company.tickers = tickers
  company.contacts = contacts
  company.nextRelease = nextRelease?.release
  return (company, concepts, breaks, nextRelease?.range)
}

/// `names`, dated, or `name` for a company that never changed its own.
private func decodeNames(_ mapping: YAMLMapping, _ findings: inout Findings) -> [Dated<String>] {
  guard mapping["names"] != nil else {
    if mapping["name"] == nil {
      findings.report(
        .missingKey, "a company needs the key 'name', or 'names' where it changed",
        at: mapping.place(of: "name"))
      return []
    }
    return mapping.text("name", &findings).map { [Dated($0)] } ?? []
  }
  if let node = mapping["name"] {
    findings.report(
      .duplicateEntry, "a company has either 'name' or 'names'", at: node.range,
      hints: ["move the name into 'names'"])
  }
  let names = decodeDatedTexts(mapping, "names", key: "name", what: "a name", &findings)
  if names.isEmpty, !findings.hasErrors {
    findings.report(
      .missingKey, "'names' is empty; a company has at least one", at: mapping.place(of: "names"))
  }
  return names
}

private func decodeZone(_ node: Node, _ zones: ZoneDatabase, _ findings: inout Findings) -> String? {
  guard let name = node.text(.key("zone"), &findings) else { return nil }
  if zones.zone(name) != nil { return name }
  findings.report(
    .unknownZone, "the zone database has no zone '\(name)'", at: node.range,
    hints: findings.zoneHints(for: name))
  return nil
}

/// A moment, or a mapping with `expected`, `period` and `title`; with the place of the moment.
private func decodeNextRelease(
  _ node: Node, _ zones: ZoneDatabase, _ fiscal: FiscalCalendar, _ findings: inout Findings
) -> (release: ExpectedRelease, range: SourceRange)? {
  if case .scalar = node.value {
    return decodeMoment(node, .key("next_release"), zones: zones, &findings).map {
      (ExpectedRelease(expected: $0), node.range)
    }
  }
  guard
    let mapping = YAMLMapping(
      node, .key("next_release"), what: "the next release", keys: ["expected", "period", "title"], &findings)
  else { return nil }
  let expected = mapping.required("expected", &findings).flatMap {
    decodeMoment($0, .key("expected"), zones: zones, &findings)
  }
  let period = mapping["period"].flatMap { decodePeriod($0, .key("period"), fiscal, &findings) }
  let title = mapping.text("title", &findings)
  return expected.map {
    (ExpectedRelease(expected: $0, period: period, title: title), mapping["expected"]?.range ?? mapping.range)
  }
}

/// `12-31` or `12`; a fiscal year ends with the last day of a month.
private func decodeFiscalYearEnd(_ node: Node, _ findings: inout Findings) -> FiscalCalendar? {
  guard let text = node.text(.key("fiscal_year_end"), &findings) else { return nil }
  let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
  if parts.count <= 2, let month = parts[0], (1...12).contains(month) {
    let last = Day.length(ofMonth: month, year: 2003)
    let day = parts.count == 2 ? parts[1] : last
    if day == last || (month == 2 && day == 29) { return FiscalCalendar(endMonth: month) }
    findings.report(
      .badFiscalYearEnd, "a fiscal year ends with the last day of a month, not with '\(text)'",
      at: node.range, hints: ["write \(padded(month, 2))-\(last)"])
    return nil
  }
  findings.report(
    .badFiscalYearEnd, "'fiscal_year_end' is a month and its last day such as 12-31, not '\(text)'",
    at: node.range)
  return nil
}
