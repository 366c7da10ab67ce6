import Checksums
import Markup

/// The record of what sitegen published: `manifest.json`, and `SHA256SUMS` for `sha256sum -c`.
///
/// It lists every file but these two, which are made from it and could not hold their own checksums.
struct Manifest {
  static let path = "manifest.json"
  static let sumsPath = "SHA256SUMS"
  /// The files that list the others and are in neither list.
  static let lists = [path, sumsPath]

  struct Entry: Sendable {
    var path: String
    var size: Int
    var digest: SHA256Digest
  }

  var generator: String
  /// Whether the site is a preview, which no published site makes room for.
  var isPreview = false
  /// Ordered by the bytes of the path.
  var entries: [Entry]

  /// One digest for the whole site: that of the bytes of `SHA256SUMS`.
  var siteDigest: SHA256Digest {
    var sink = ByteSink(capacity: 128 * (entries.count + 1))
    sums(into: &sink)
    return sink.withBytes { SHA256Digest(of: $0) }
  }

  /// How large `SHA256SUMS` is, in bytes.
  var sumsSize: Int {
    var sink = ByteSink(capacity: 128 * (entries.count + 1))
    sums(into: &sink)
    return sink.count
  }

  /// Appends the JSON: one entry a line, so that two manifests can be compared line by line.
  ///
  /// - Parameters:
  ///   - site: the digest of what ``sums(into:settled:)`` gives.
  ///   - settled: called when an entry is complete, and may take what the sink holds.
  func json(
    site: SHA256Digest, into sink: inout ByteSink, settled: (inout ByteSink) -> Void = { _ in }
  ) {
    sink.markup("{\"generator\":\"")
    sink.json(generator)
    sink.markup("\",\"site\":\"")
    sink.raw(site.hexadecimal)
    sink.markup(isPreview ? "\",\"preview\":true,\"files\":[" : "\",\"files\":[")
    for (index, entry) in entries.enumerated() {
      sink.raw(index == 0 ? "\n" : ",\n")
      sink.markup("{\"path\":\"")
      sink.json(entry.path)
      sink.markup("\",\"size\":")
      sink.decimal(entry.size)
      sink.markup(",\"sha256\":\"")
      sink.raw(entry.digest.hexadecimal)
      sink.markup("\"}")
      settled(&sink)
    }
    sink.markup("\n]}\n")
  }

  /// Appends one line a file in the format of GNU `sha256sum`: a name with a backslash or a line break is
  /// escaped, and its line begins with a backslash.
  ///
  /// - Parameter settled: called when a line is complete, and may take what the sink holds.
  func sums(into sink: inout ByteSink, settled: (inout ByteSink) -> Void = { _ in }) {
    for entry in entries {
      let name = escapedForSums(entry.path)
      if name != entry.path { sink.markup("\\") }
      sink.raw(entry.digest.hexadecimal)
      sink.markup("  ")
      sink.raw(name)
      sink.markup("\n")
      settled(&sink)
    }
  }
}

private func escapedForSums(_ path: String) -> String {
  guard path.utf8.contains(where: { $0 == 92 || $0 == 10 || $0 == 13 }) else { return path }
  var escaped = ""
  for scalar in path.unicodeScalars {
    switch scalar {
    case "\\": escaped += "\\\\"
    case "\n": escaped += "\\n"
    case "\r": escaped += "\\r"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
