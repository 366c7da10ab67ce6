import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// What `site.yaml` says, with the concepts it declares.
struct DecodedSite {
  var settings: SiteSettings
  /// The default company as written; `nil` where the file names none.
  var company: (id: String, range: SourceRange)?
  /// Where the file could name it; `nil` where it does or tries to.
  var missingCompany: SourceRange?
  var concepts: [DeclaredConcept]
  /// Where the path of each entry of the navigation stands.
  var navigationPaths: [SourceRange]
  /// Where each withdrawn address stands.
  var withdrawnPaths: [String: SourceRange]
}

/// Reads `site.yaml`; `nil` where the file is no mapping. A missing title or base URL stays empty.
func decodeSite(_ node: Node, zones: ZoneDatabase, _ findings: inout Findings) -> DecodedSite? {
  guard
    let mapping = YAMLMapping(
      node, .file("site.yaml"), what: "a site",
      keys: [
        "title", "tagline", "description", "base_url", "language", "company", "as_of",
        "archived_after_years", "notice", "navigation", "outputs", "withdrawn", "concepts",
        "releases_per_page",
        "topics", "license",
      ], &findings)
  else { return nil }
  var settings = SiteSettings(
    title: mapping.requiredText("title", &findings) ?? "",
    baseURL: mapping.required("base_url", &findings).flatMap { decodeBaseURL($0, &findings) } ?? "",
    company: "")
  settings.tagline = mapping.text("tagline", &findings)
  settings.description = mapping.text("description", &findings)
  settings.notice = mapping.text("notice", &findings)
  settings.license = mapping["license"].flatMap { decodeURL($0, .key("license"), &findings) }
  if let node = mapping["language"], let language = decodeLanguage(node, &findings) {
    settings.language = language
  }
  if let node = mapping["as_of"] { settings.asOf = decodeAsOf(node, zones, &findings) }
  if let node = mapping["archived_after_years"],
    let years = node.whole(.key("archived_after_years"), in: 0...1000, &findings)
  {
    settings.archivedAfterYears = years
  }
  if let node = mapping["releases_per_page"],
    let count = node.whole(.key("releases_per_page"), in: 1...1000, &findings)
  {
    settings.releasesPerPage = count
  }
  settings.topics = decodeTopics(mapping.entries("topics", &findings), &findings)
  let navigation = mapping.entries(
    "navigation", example: navigationExample, &findings
  ).compactMap { node in
    decodeNavigationItem(node, &findings)
  }
  settings.navigation = navigation.map(\.item)
  let withdrawn = mapping.entries(
    "withdrawn", example: "{ path: /plan/, date: 2004-01-05, reason: ... }", &findings
  ).compactMap { decodeWithdrawal($0, &findings) }
  settings.withdrawn = withdrawn.map(\.item)
  if let node = mapping["outputs"] { settings.outputs = decodeOutputs(node, &findings) }
  let concepts = decodeConcepts(mapping.entries("concepts", &findings), &findings)
  var company: (id: String, range: SourceRange)?
  if let node = mapping["company"], let id = node.text(.key("company"), &findings) {
    company = (id, node.range)
  }
  return DecodedSite(
    settings: settings, company: company,
    missingCompany: mapping.placeOfMissing("company"), concepts: concepts,
    navigationPaths: navigation.map(\.path),
    withdrawnPaths: Dictionary(withdrawn.map { ($0.item.path, $0.path) }) { first, _ in first })
}

private func decodeBaseURL(_ node: Node, _ findings: inout Findings) -> String? {
  guard let text = decodeURL(node, .key("base_url"), &findings) else { return nil }
  if let url = normalizedBaseURL(text) { return url }
  findings.report(
    .badURL, "'base_url' is where the site begins, without '?', '#', '*' and '..', not '\(text)'",
    at: node.range)
  return nil
}

/// A language tag of BCP 47's shape (RFC 5646, 2.1): a language, then parts of up to eight letters and digits.
private func decodeLanguage(_ node: Node, _ findings: inout Findings) -> String? {
  guard let text = node.text(.key("language"), &findings) else { return nil }
  let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8)
  let isTag =
    parts.count <= 8 && (2...3).contains(parts[0].count) && parts[0].allSatisfy(isLetter)
    && parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
    }
  if isTag { return text }
  findings.report(
    .badLanguage, "'language' is a language tag such as en or en-US, not '\(text)'", at: node.range,
    hints: text.contains("_") ? ["write \(text.split(separator: "_").joined(separator: "-"))"] : [])
  return nil
}

private func decodeAsOf(_ node: Node, _ zones: ZoneDatabase, _ findings: inout Findings) -> Instant? {
  guard let moment = decodeMoment(node, .key("as_of"), zones: zones, &findings) else { return nil }
  if let time = moment.time { return time.instant }
  findings.report(
    .badMoment, "'as_of' is an exact time, not the day '\(moment.day)'", at: node.range,
    hints: ["write \(moment.day)T00:00:00Z"])
  return nil
}

/// Reads what the site publishes; pages are what a site is, so a list without them is an error.
private func decodeOutputs(_ node: Node, _ findings: inout Findings) -> Set<OutputKind> {
  var outputs: Set<OutputKind> = []
  guard let entries = node.sequence(.key("outputs"), &findings) else { return [.html] }
  var areAllKnown = true
  for entry in entries {
    guard let kind: OutputKind = entry.choice(.entry(of: "outputs"), &findings) else {
      areAllKnown = false
      continue
    }
    if !outputs.insert(kind).inserted {
      findings.report(.duplicateEntry, "'outputs' names '\(kind.rawValue)' twice", at: entry.range)
    }
  }
  if areAllKnown, !outputs.contains(.html) {
    findings.report(
      .missingKey, "'outputs' does not name 'html', and a site is its pages", at: node.range,
      hints: ["add html, or leave 'outputs' out to publish everything"])
  }
  return outputs.union([.html])
}

private let navigationExample = "{ title: About, path: /about/ }"

private func decodeNavigationItem(
  _ node: Node, _ findings: inout Findings
) -> (item: SiteSettings.NavigationItem, path: SourceRange)? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "navigation"), what: "an entry of the navigation", keys: ["title", "path"],
      example: navigationExample, &findings)
  else { return nil }
  let title = mapping.requiredText("title", &findings)
  guard let pathNode = mapping.required("path", &findings),
    let path = pathNode.text(.key("path"), &findings), let title
  else { return nil }
  guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.utf8.contains(where: { $0 <= 0x20 }) else {
    findings.report(
      .badPath, "'path' is an address of this site and begins with '/', not '\(path)'", at: pathNode.range,
      hints: path.contains(":") || path.hasPrefix("/") ? [] : ["write /\(path)"])
    return nil
  }
  return (SiteSettings.NavigationItem(title: title, path: path), pathNode.range)
}

/// One of `withdrawn`: a published address that was taken back.
private func decodeWithdrawal(
  _ node: Node, _ findings: inout Findings
) -> (item: Withdrawal, path: SourceRange)? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "withdrawn"), what: "a withdrawn address", keys: ["path", "date", "reason"], &findings)
  else { return nil }
  let day = mapping.required("date", &findings).flatMap { decodeDay($0, .key("date"), &findings) }
  let reason = mapping.requiredText("reason", &findings)
  guard let pathNode = mapping.required("path", &findings), let path = pathNode.text(.key("path"), &findings)
  else { return nil }
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
  let isPlain =
    path.hasPrefix("/") && path != "/"
    && parts.dropLast().allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\".utf8.contains($0) }
    } && (parts.last ?? "").utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\".utf8.contains($0) }
    && parts.last?.first != "."
  guard isPlain else {
    findings.report(
      .badPath, "'path' is an address of this site and begins with '/', not '\(path)'", at: pathNode.range)
    return nil
  }
  guard let day, let reason else { return nil }
  return (Withdrawal(path: path, day: day, reason: reason), pathNode.range)
}
