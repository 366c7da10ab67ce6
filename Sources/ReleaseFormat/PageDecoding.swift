import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads the front matter of a page of `content/pages/`; `nil` where no page comes of it.
///
/// - Parameter companies: the ids of all but the default company, below which the site publishes what is theirs.
func decodePage(
  _ source: SourceText, companies: Set<String>, _ diagnostics: inout [Diagnostic]
) -> HandwrittenPage? {
  var findings = Findings(source.path)
  defer { diagnostics += findings.diagnostics }
  guard
    let (mapping, _) = frontMatter(
      source, what: "a page", keys: ["title", "summary", "contents", "aliases"], &findings)
  else { return nil }
  let title = mapping.requiredText("title", &findings)
  let summary = mapping.text("summary", &findings)
  let contents = mapping["contents"].flatMap { $0.flag(.key("contents"), &findings) } ?? false
  let aliases = decodeAliases(mapping, &findings)
  guard let address = pageAddress(source.path) else {
    findings.report(
      .badPageName, "a page's path is made of lower-case letters, digits and hyphens, not '\(source.path)'",
      at: nil, hints: ["it becomes the page's address"])
    return nil
  }
  if let owner = reservedAddress(address, companies) {
    findings.report(
      .reservedAddress, "the address '\(address)' belongs to \(owner)", at: nil, hints: ["rename the page"])
    return nil
  }
  guard let title else { return nil }
  return HandwrittenPage(
    path: source.path, address: address, title: title, summary: summary, showsContents: contents,
    aliases: aliases.map { .init(path: $0.path, range: $0.range) })
}

/// Reads a text block of `content/boilerplate/`; `nil` where none comes of it.
func decodeTextBlock(
  _ source: SourceText, _ diagnostics: inout [Diagnostic]
) -> TextBlock? {
  var findings = Findings(source.path)
  defer { diagnostics += findings.diagnostics }
  guard let (mapping, matter) = frontMatter(source, what: "a text block", keys: ["title"], &findings),
    let title = mapping.requiredText("title", &findings)
  else { return nil }
  if matter.body.allSatisfy(isBlank) {
    findings.report(.emptyText, "the text block '\(stem(of: source.path))' has no text", at: nil)
  }
  return TextBlock(
    path: source.path, title: title, text: String(decoding: matter.body, as: UTF8.self),
    textLine: matter.bodyLine)
}

private func frontMatter(
  _ source: SourceText, what: String, keys: [String], _ findings: inout Findings
) -> (YAMLMapping, FrontMatter)? {
  let matter = parseFrontMatter(source, diagnostics: &findings.diagnostics)
  guard let node = matter.node else {
    if !findings.hasErrors {
      findings.report(
        .missingFrontMatter, "\(what) begins with its title between two lines of '---'", at: nil,
        hints: ["write --- and title: and --- on the first three lines"])
    }
    return nil
  }
  return YAMLMapping(node, .file("the front matter"), what: what, keys: keys, &findings).map { ($0, matter) }
}

/// The address of a page: `/docs/x/` for `content/pages/docs/x.md`, the folder's own for its `index.md`.
private func pageAddress(_ path: String) -> String? {
  var parts = path.dropLast(3).split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
  guard parts.allSatisfy(isAddressName) else { return nil }
  if parts.last == "index" { parts.removeLast() }
  return parts.reduce("/") { $0 + $1 + "/" }
}

/// What the site itself publishes at an address, or below it.
private func reservedAddress(_ address: String, _ companies: Set<String>) -> String? {
  if address == "/" { return "the home page" }
  let parts = address.split(separator: "/").map(String.init)
  if parts.count > 1, companies.contains(parts[0]) {
    if parts[1] == "releases" { return "the releases of '\(parts[0])'" }
    if parts[1] == "events" { return "the events of '\(parts[0])'" }
    if parts[1] == "feeds" { return "the feeds of '\(parts[0])'" }
    if parts[1] == "financials" { return "the history of figures of '\(parts[0])'" }
  }
  if parts.count == 1, companies.contains(parts[0]) { return "the company '\(parts[0])'" }
  switch parts[0] {
  case "releases": return "the releases"
  case "financials": return "the history of figures"
  case "data-quality": return "what the checks came to"
  case "events": return "the events"
  case "feeds": return "the feeds"
  case "assets": return "the site's styles and images"
  case "404": return "the page for wrong addresses"
  default: return nil
  }
}

/// Keeps one page for each address; a second one is a finding.
func withoutSharedAddresses(
  _ pages: [HandwrittenPage], _ diagnostics: inout [Diagnostic]
) -> [HandwrittenPage] {
  var first: [String: String] = [:]
  return pages.filter { page in
    guard let other = first.updateValue(page.path, forKey: page.address) else { return true }
    first[page.address] = other
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, "two pages have the address '\(page.address)'", at: Place(page.path),
        related: [.init(place: Place(other), message: "the other page")]))
    return false
  }
}
