public import Diagnostics
import Foundation

/// `Tests/DiagnosticCatalog`; its README explains the format.
private let catalogFolder = testsFolder + "/DiagnosticCatalog/"

/// The samples of the codes with these letters, in order.
public func catalogSamples(stages: String) -> [String] {
  foldersIn(catalogFolder).filter { $0.contains("-") && stages.contains($0.prefix(1)) }
}

/// The good site that every sample changes.
public func catalogBase() throws -> [String: [UInt8]] { try filesBelow(catalogFolder + "base") }

/// The base site with a sample's files laid over it and what it does without taken away.
public func catalogSite(_ sample: String) throws -> [String: [UInt8]] {
  let folder = catalogFolder + sample
  var site = try catalogBase()
  if let list = try? String(contentsOfFile: folder + "/without.txt", encoding: .utf8) {
    for path in list.split(separator: "\n") {
      site = site.filter { !($0.key == path || (path.hasSuffix("/") && $0.key.hasPrefix(path))) }
    }
  }
  if FileManager.default.fileExists(atPath: folder + "/site") {
    site.merge(try filesBelow(folder + "/site")) { _, sample in sample }
  }
  if let list = try? String(contentsOfFile: folder + "/repeated.txt", encoding: .utf8) {
    site.merge(repeatedTexts(list)) { _, sample in sample }
  }
  return site
}

/// Files made of repeated texts, from lines of a path, a number and the text that is repeated so often.
private func repeatedTexts(_ list: String) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for line in list.split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let count = Int(parts[1]) else { continue }
    let text = parts[2].replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\s", with: " ")
    files[parts[0], default: []] += Array(String(repeating: text, count: count).utf8)
  }
  return files
}

/// What the sample's `expected.txt` says; a run that records writes what was said into it first.
public func expectedReport(of sample: String, _ said: String) throws -> String {
  let path = catalogFolder + sample + "/expected.txt"
  if isRecording { try record(Array(said.utf8), at: path) }
  return try String(contentsOfFile: path, encoding: .utf8)
}

/// Findings as the catalog writes them.
public func catalogReport(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(spelled).joined() }

private func spelled(_ diagnostic: Diagnostic) -> String {
  let severity = diagnostic.severity == .error ? "" : "\(diagnostic.severity) "
  let place = diagnostic.place.map(spelled) ?? "-"
  let lines =
    ["\(diagnostic.code.id) \(severity)\(place) \(diagnostic.message)"]
    + diagnostic.related.map { "  see: \(spelled($0.place)) \($0.message)" }
    + diagnostic.notes.map { "  note: \($0)" } + diagnostic.hints.map { "  help: \($0)" }
  return lines.map { $0 + "\n" }.joined()
}

private func spelled(_ place: Place) -> String {
  guard let range = place.range else { return place.path }
  let (start, end) = (range.start, range.end)
  return "\(place.path):\(start.line):\(start.column)-\(end.line):\(end.column)"
}
