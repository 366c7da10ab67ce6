import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// What `release.yaml` says; the tables it names are still to be read.
struct DecodedRelease {
  /// `nil` where the file says too little to make a release of it.
  var release: Release.Parts?
  /// The company's calendar, as far as it is known.
  var fiscal = FiscalCalendar.calendarYear
  var statements: [(file: String, statement: StatementEntry)] = []
  /// The name of the file of single figures.
  var figures: String?
  /// One for each of the release's charts, as written.
  var charts: [Node] = []
  /// Whether the release says that it is still being written, whatever else can be read of it.
  var isDraft = false
  /// Every file of the folder that is named somewhere.
  var files: Set<String> = []
  /// The folders under `versions/` that corrections name, each with the correction's place among them.
  var versions: [(correction: Int, name: String)] = []
  /// All folders under `versions/` that are named, by corrections that mean nothing as well.
  var namedVersions: Set<String> = []
}

private let releaseKeys = [
  "kind", "company", "headline", "summary", "released", "publish_at", "draft", "dateline", "period", "ticker",
  "contacts", "sources", "statements", "figures", "key_figures", "charts", "events", "attachments",
  "boilerplate",
  "allow", "restates", "topics", "corrections", "aliases",
]

/// What other systems, and messages about releases, call some keys.
private let otherNames = [
  "opens": "publish_at", "embargo": "publish_at", "embargo_until": "publish_at", "publish": "publish_at",
  "title": "headline", "date": "released",
]

/// What is to be published later was not published before a correction.
private let versionKeys = releaseKeys.filter { $0 != "publish_at" && $0 != "draft" }

/// Reads `release.yaml`; `day` is what the folder's name says, where it has the right shape.
func decodeRelease(
  _ node: Node, in folder: ReleaseFolder, _ day: Day?, _ context: ReleaseContext,
  _ findings: inout Findings
) -> DecodedRelease {
  var decoded = DecodedRelease()
  var context = context
  guard
    let mapping = YAMLMapping(
      node, .file("release.yaml"), what: folder.isVersion ? "an old version" : "a release",
      keys: folder.isVersion ? versionKeys : releaseKeys, otherNames: folder.isVersion ? [:] : otherNames,
      &findings)
  else {
    decoded.files = Set(folder.names)
    return decoded
  }
  let kind: Release.Kind? = mapping.required("kind", &findings)?.choice(.key("kind"), &findings)
  let company = decodeCompanyName(mapping, context, &findings)
  let record = company.flatMap { context.companies[$0] ?? nil }
  context.zones = context.zones.at(home: record?.zone)
  let headline = mapping.requiredText("headline", &findings)
  let released = mapping.required("released", &findings).flatMap {
    decodeMoment($0, .key("released"), zones: context.zones, &findings)
  }
  if let released, let day, released.day != day {
    findings.report(
      .folderDateDiffers, "'released' is \(released.day), but the folder's date is \(day)",
      at: mapping["released"]?.range,
      hints: [
        "correct 'released', where the folder has the right day",
        "or rename the folder to \(released.day)\(folder.name.dropFirst(10))",
      ])
  }
  var opens: Moment?
  if !folder.isVersion {
    opens = decodeOpening(mapping, after: released, zones: context.zones, &findings)
    decoded.isDraft = mapping["draft"].flatMap { $0.flag(.key("draft"), &findings) } ?? false
  }
  let fiscal = record?.fiscal ?? .calendarYear
  decoded.fiscal = fiscal
  var release = Release.Parts(
    folder: folder.name, kind: kind ?? .announcement, company: company ?? "",
    headline: headline ?? "", released: released ?? Moment(day: Day(number: 0)))
  release.opens = opens
  release.isDraft = decoded.isDraft
  release.summary = mapping.text("summary", &findings)
  release.dateline = mapping.text("dateline", &findings)
  release.period = periodNode(mapping, kind, &findings).flatMap {
    decodePeriod($0, .key("period"), fiscal, &findings)
  }
  release.ticker = mapping.text("ticker", &findings)
  // Without a day nobody can say who held a post.
  let contacts = mapping.entries("contacts", &findings)
  release.contacts = decodeReleaseContacts(
    contacts, of: released == nil ? nil : record, on: release.released.day, &findings)
  release.sources = mapping.entries("sources", &findings).compactMap { decodeReference($0, &findings) }
  decodeFiles(mapping, in: folder, &release, &decoded, context, &findings)
  release.keyFigures = decodeConceptList(
    mapping.entries("key_figures", &findings), "key_figures", context.concepts, &findings)
  let scope = ChartScope(
    concepts: context.concepts, companies: context.companies, company: record == nil ? nil : company)
  for node in mapping.entries("charts", &findings) {
    guard let request = decodeChart(node, scope, &findings) else { continue }
    release.charts.append(request)
    decoded.charts.append(node)
  }
  release.events = mapping.entries("events", &findings).compactMap {
    decodeEvent($0, zones: context.zones, &findings)
  }
  release.boilerplate = decodeBoilerplateNames(mapping, context, &findings)
  release.waivers = decodeWaivers(mapping.entries("allow", &findings), &findings)
  release.restatements = decodeRestatements(
    mapping.entries("restates", &findings), fiscal, context, &findings)
  release.topics = decodeReleaseTopics(mapping.entries("topics", &findings), context, &findings)
  release.corrections = decodeCorrections(
    mapping.entries("corrections", &findings), of: released, in: folder, naming: &decoded.namedVersions,
    context, &findings)
  decoded.versions = release.corrections.enumerated().compactMap { index, correction in
    correction.version.map { (index, $0) }
  }
  release.aliases = decodeAliases(mapping, &findings).map(\.path)
  if kind != nil, company != nil, headline != nil, released != nil, day != nil { decoded.release = release }
  return decoded
}

/// The value of `period`, which an earnings release has: its key figures, its comparison and what its links mean
/// follow from it.
private func periodNode(_ mapping: YAMLMapping, _ kind: Release.Kind?, _ findings: inout Findings) -> Node? {
  guard kind == .earnings else { return mapping["period"] }
  return mapping.required(
    "period", of: "an earnings release",
    hints: ["name the quarter or year that it reports on, such as 2003-Q3"], &findings)
}

/// Reads `publish_at`: when the archive opens the release, which may not be before `released`.
private func decodeOpening(
  _ mapping: YAMLMapping, after released: Moment?, zones: ZoneDatabase, _ findings: inout Findings
) -> Moment? {
  guard let node = mapping["publish_at"],
    let opens = decodeMoment(node, .key("publish_at"), zones: zones, &findings)
  else { return nil }
  if let released, opens.isBefore(released) {
    findings.report(
      .backwards, "'publish_at' opens the release before it is 'released'", at: node.range,
      related: mapping["released"].map { [.init(place: Place(findings.path, $0.range), message: "released")] }
        ?? [])
  }
  return opens
}

/// The release's company, or the site's default one; `nil` where neither is known, which has been reported.
private func decodeCompanyName(
  _ mapping: YAMLMapping, _ context: ReleaseContext, _ findings: inout Findings
) -> String? {
  guard let node = mapping["company"] else { return context.defaultCompany }
  guard let id = node.text(.key("company"), &findings) else { return nil }
  if context.companies[id] != nil { return id }
  findings.report(
    .unknownCompany, "there is no company '\(id)'", at: node.range,
    hints: companyHints(id, context.companies.keys.sorted(), findings))
  return nil
}

/// What may have been meant by the name of a company that has no file.
func companyHints(_ id: String, _ known: [String], _ findings: Findings) -> [String] {
  let near = findings.suggestions(for: id, among: known)
  return near.isEmpty ? ["its file would be content/companies/\(id).yaml"] : near
}

/// One of `sources`: where the release's figures were taken from.
private func decodeReference(_ node: Node, _ findings: inout Findings) -> Source? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "sources"), what: "a source", keys: ["title", "url", "accession", "note"], &findings)
  else { return nil }
  let title = mapping.requiredText("title", &findings)
  let url = mapping["url"].flatMap { decodeURL($0, .key("url"), &findings) }
  let accession = mapping.text("accession", &findings)
  let note = mapping.text("note", &findings)
  return title.map { Source(title: $0, url: url, accession: accession, note: note) }
}

private func decodeBoilerplateNames(
  _ mapping: YAMLMapping, _ context: ReleaseContext, _ findings: inout Findings
) -> [String] {
  var seen: Set<String> = []
  return mapping.entries("boilerplate", &findings).compactMap { node in
    guard let name = node.text(.entry(of: "boilerplate"), &findings) else { return nil }
    guard context.boilerplate.contains(name) else {
      findings.report(
        .unknownBoilerplate, "there is no text block '\(name)'", at: node.range,
        hints: findings.suggestions(for: name, among: context.boilerplate.sorted()))
      return nil
    }
    if seen.insert(name).inserted { return name }
    findings.report(.duplicateEntry, "'boilerplate' names '\(name)' twice", at: node.range)
    return nil
  }
}

/// Reads `allow`: single-key mappings from a check's code to the reason for setting it aside.
private func decodeWaivers(_ nodes: [Node], _ findings: inout Findings) -> [Waiver] {
  var seen: Set<String> = []
  return nodes.compactMap { node in
    guard case .mapping(let entries) = node.value, entries.count == 1 else {
      findings.wrongShape(
        node, .entry(of: "allow"), expected: "a check and the reason", hints: ["write - V204: \"the reason\""]
      )
      return nil
    }
    let entry = entries[0]
    guard isCheckCode(entry.key) else {
      findings.report(
        .badWaiver, "only checks can be set aside, whose codes are V and three digits, not '\(entry.key)'",
        at: entry.keyRange,
        hints: isCheckCode(entry.key.uppercased()) ? ["write \(entry.key.uppercased())"] : [])
      return nil
    }
    guard let reason = entry.value.text(.key(entry.key), &findings) else { return nil }
    if seen.insert(entry.key).inserted { return Waiver(code: entry.key, reason: reason) }
    findings.report(.duplicateEntry, "'allow' names '\(entry.key)' twice", at: entry.keyRange)
    return nil
  }
}

/// Whether a word is V and three digits.
private func isCheckCode(_ word: String) -> Bool {
  word.utf8.count == 4 && word.first == "V" && word.utf8.dropFirst().allSatisfy(isDigit)
}
