import Diagnostics
import SourceSyntax

/// Reads `aliases`: addresses of this site that a page had once, each with its place.
func decodeAliases(
  _ mapping: YAMLMapping, _ findings: inout Findings
) -> [(path: String, range: SourceRange)] {
  var seen: Set<String> = []
  return mapping.entries("aliases", &findings).compactMap { node in
    guard let path = node.text(.entry(of: "aliases"), &findings) else { return nil }
    if let fault = fault(ofAlias: path) {
      findings.report(.badAlias, fault.message, at: node.range, hints: fault.hints)
      return nil
    }
    if seen.insert(path).inserted { return (path, node.range) }
    findings.report(.duplicateEntry, "'aliases' names '\(path)' twice", at: node.range)
    return nil
  }
}

/// Why nothing can stand at an old address.
private func fault(ofAlias path: String) -> (message: String, hints: [String])? {
  guard path.hasPrefix("/"), !path.hasPrefix("//") else {
    let isElsewhere = path.contains("://") || path.hasPrefix("//")
    return (
      "an alias is an address of this site and begins with '/', not '\(path)'",
      isElsewhere ? ["leave out the scheme and the host"] : ["write /\(path)"]
    )
  }
  let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
  guard let last = parts.last, path != "/" else { return ("an alias is not the home page", []) }
  let segments = last.isEmpty ? parts.dropLast() : parts[...]
  let isPlain = segments.allSatisfy { segment in
    segment.utf8.first.map { $0 != UInt8(ascii: ".") } ?? false
      && segment.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_.~".utf8.contains($0) }
  }
  guard isPlain else {
    return (
      "an alias is made of letters, digits, '-', '_', '.' and '~' between single '/', not '\(path)'",
      path.contains("?") || path.contains("#") ? ["a part after '?' or '#' is the server's to send on"] : []
    )
  }
  let lower = last.lowercased()
  if lower.contains("."), !lower.hasSuffix(".html"), !lower.hasSuffix(".htm") {
    return (
      "'\(path)' is no address of a page: one ends with '/', '.html' or without an ending",
      ["let the server send readers on from the addresses of files"]
    )
  }
  return nil
}
