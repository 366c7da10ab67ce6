import Diagnostics
import SourceSyntax

/// The address that a site is published at, as pages are joined to it: slashes at its end are dropped.
///
/// `nil` for what is no full web address, has a query, a fragment or a `*`, which the files for servers read as
/// anything, or names folders by dots, which browsers resolve (WHATWG URL, 4.4: also where they are percent-encoded).
public func normalizedBaseURL(_ text: String) -> String? {
  guard isWebAddress(text), !text.utf8.contains(where: { "?#*".utf8.contains($0) }) else { return nil }
  var url = text[...]
  while url.last == "/" { url.removeLast() }
  let folders = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
  let names = folders.map { $0.lowercased().replacing("%2e", with: ".") }
  return names.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? nil : String(url)
}

/// Reads an absolute web address: `https://archive.example/ir`.
func decodeURL(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> String? {
  guard let text = node.text(subject, &findings) else { return nil }
  if isWebAddress(text) { return text }
  let bare = !text.contains(":") && text.contains(".") && !text.utf8.contains(where: isBlank)
  findings.report(
    .badURL, "\(subject.text) is a full web address with http:// or https://, not '\(text)'",
    at: node.range, hints: bare ? ["write https://\(text)"] : [])
  return nil
}

/// Reads a web address as a release prints it, with or without its scheme: `www.hemacare.com`.
func decodePrintedURL(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> String? {
  guard let text = node.text(subject, &findings) else { return nil }
  if isPrintedWebAddress(text) { return text }
  findings.report(
    .badURL, "\(subject.text) is a web address such as www.hemacare.com, not '\(text)'", at: node.range)
  return nil
}

/// Reads an e-mail address: one `@` between two parts without spaces.
///
/// Old releases print a web address in its place; that stays as it was printed.
func decodeEmail(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> String? {
  guard let text = node.text(subject, &findings) else { return nil }
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  let plain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"(),:;".utf8.contains($0) }
  if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), plain { return text }
  if parts.count == 1, isPrintedWebAddress(text) { return text }
  findings.report(
    .badEmail, "\(subject.text) is an address such as ir@hemacare.com, not '\(text)'", at: node.range)
  return nil
}

private func isPrintedWebAddress(_ text: String) -> Bool {
  if isWebAddress(text) { return true }
  return !text.contains("://") && text.contains(".") && isWebAddress("http://" + text)
}

/// Whether a text is `http` or `https`, a host and perhaps more, without spaces, quotes or controls.
func isWebAddress(_ text: String) -> Bool {
  let lower = text.lowercased()
  let scheme = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
  guard scheme > 0 else { return false }
  let host = text.utf8.dropFirst(scheme).prefix { !"/?#".utf8.contains($0) }
  guard let first = host.first, let last = host.last, first != UInt8(ascii: "."), last != UInt8(ascii: ":"),
    host.allSatisfy({ isLetter($0) || isDigit($0) || $0 >= 0x80 || "-.:[]".utf8.contains($0) })
  else { return false }
  return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }
}
