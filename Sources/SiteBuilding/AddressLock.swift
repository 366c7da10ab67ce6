public import CivilTime
import Diagnostics
import ReleaseFormat

/// What `content/urls.lock` records: every address the site has published, since when, and what a release said
/// there.
///
/// One address a line: the moment of its first publication, how many corrections the release had, the hash of its
/// figures, the hash of its words, the hash of its details, the address. What an address has none of is `-`; locks
/// that were written before details were hashed have no place for them.
public struct AddressLock: Hashable, Sendable {
  /// By address.
  public var entries: [String: Entry] = [:]

  public static let path = "content/urls.lock"

  public struct Entry: Hashable, Sendable {
    public var since: Instant
    /// What the release at the address said when the lock was last written; `nil` for everything but its page.
    public var content: ReleaseContent?

    public init(since: Instant, content: ReleaseContent? = nil) {
      self.since = since
      self.content = content
    }
  }

  public init() {}

  /// The file's text: a line of explanation, then the addresses in the order of their bytes.
  public var text: String {
    var text =
      "# The addresses this site has published. Written by `sitegen lock`; commit it, and do not edit it.\n"
    let ordered = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (address, entry) in ordered {
      let content =
        entry.content.map {
          "\($0.corrections) \($0.figures) \($0.words)" + ($0.details.map { " " + $0 } ?? "")
        } ?? "- - -"
      text += "\(entry.since) \(content) \(address)\n"
    }
    return text
  }

  /// Reads the file; a line that is not as `sitegen lock` writes it is a finding.
  init(_ bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      guard let (address, entry) = String(validating: line, as: UTF8.self).flatMap(parse),
        entries.updateValue(entry, forKey: address) == nil
      else {
        let range = SourceRange(line: index + 1, column: 1, length: line.count)
        diagnostics.append(
          Diagnostic(
            .damagedLock, "the line is not as sitegen lock writes it", at: Place(Self.path, range),
            hints: ["restore the file from where it was committed"]))
        continue
      }
    }
  }

  /// The line an address stands on, from 1.
  func line(of address: String) -> Int? {
    guard entries[address] != nil else { return nil }
    return entries.keys.count { $0.utf8.lexicographicallyPrecedes(address.utf8) } + 2
  }
}

/// What a release says, in short: when it says something else, this is another one.
public struct ReleaseContent: Hashable, Sendable {
  /// How many corrections it lists.
  public var corrections: Int
  /// XXH3-128 of its statements and single figures, in hexadecimal digits.
  public var figures: String
  /// The same of its headline, narrative and shared texts.
  public var words: String
  /// The same of its time, notes, charts, events, attachments and corrections; `nil` where an old lock is silent.
  public var details: String?

  /// What is said otherwise in another, in words.
  func changes(from other: ReleaseContent) -> [String] {
    [
      figures == other.figures ? nil : "figures", words == other.words ? nil : "words",
      other.details == nil || details == other.details ? nil : "details",
      corrections < other.corrections ? "corrections" : nil,
    ].compactMap(\.self)
  }
}

private func parse(_ line: String) -> (String, AddressLock.Entry)? {
  let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
  guard parts.count == 5, let since = Instant(rfc3339: parts[0]) else { return nil }
  var address = parts[4]
  var details: String?
  if !address.hasPrefix("/"), let space = address.firstIndex(of: " ") {
    guard address[..<space].utf8.count == 32 else { return nil }
    details = String(address[..<space])
    address = address[address.index(after: space)...]
  }
  guard address.hasPrefix("/") else { return nil }
  if parts[1] == "-", parts[2] == "-", parts[3] == "-", details == nil {
    return (String(address), .init(since: since))
  }
  guard let corrections = Int(parts[1]), corrections >= 0, parts[2].utf8.count == 32,
    parts[3].utf8.count == 32
  else { return nil }
  let content = ReleaseContent(
    corrections: corrections, figures: String(parts[2]), words: String(parts[3]), details: details)
  return (String(address), .init(since: since, content: content))
}
