import Checksums

/// Reads a `manifest.json` of ours; `nil` when it is not as sitegen writes it.
///
/// The layout is the one ``Manifest`` writes, byte by byte. What it lists may be removed, so a path that does
/// not stay below the output folder makes the whole manifest invalid, and so does a list that its own digest
/// does not fit: somebody edited it. Manifests of versions that wrote no digest are read without one.
///
/// - Parameter isIntact: whether it is known that nobody did.
func readManifest(_ bytes: [UInt8], isIntact: Bool = false) -> Manifest? {
  bytes.withUnsafeBufferPointer { bytes in
    var cursor = ManifestCursor(bytes: bytes)
    return cursor.manifest(isIntact: isIntact)
  }
}

/// The digest of the site that a manifest names, by the bytes with which the manifest begins.
func siteDigest(inHeadOfManifest bytes: [UInt8]) -> SHA256Digest? {
  bytes.withUnsafeBufferPointer { bytes in
    var cursor = ManifestCursor(bytes: bytes)
    return cursor.head()?.site
  }
}

private struct ManifestCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var place = 0

  mutating func manifest(isIntact: Bool) -> Manifest? {
    guard let (generator, site) = head() else { return nil }
    var manifest = Manifest(generator: generator, isPreview: skip(",\"preview\":true"), entries: [])
    guard skip(",\"files\":[\n") else { return nil }
    while skip("{\"path\":\"") {
      guard let path = string(), isSafeRelativePath(path), skip(",\"size\":"), let size = number(),
        skip(",\"sha256\":\""), let digest = digest(), skip("}")
      else { return nil }
      manifest.entries.append(Manifest.Entry(path: path, size: size, digest: digest))
      if skip("\n") { break }
      guard skip(",\n") else { return nil }
    }
    // A site without files leaves one empty line between the brackets.
    guard skip("]}\n") || (manifest.entries.isEmpty && skip("\n]}\n")), place == bytes.count else {
      return nil
    }
    if let site, !isIntact, manifest.siteDigest != site { return nil }
    return manifest
  }

  /// What stands before the list; without a digest in manifests of versions that wrote none.
  mutating func head() -> (generator: String, site: SHA256Digest?)? {
    guard skip("{\"generator\":\""), let generator = string() else { return nil }
    guard skip(",\"site\":\"") else { return (generator, nil) }
    return digest().map { (generator, $0) }
  }

  /// Goes past a text; false, and nothing else, where another one stands.
  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - place >= count else { return false }
    for index in 0..<count where bytes[place + index] != text.utf8Start[index] { return false }
    place += count
    return true
  }

  /// The JSON string whose opening quotation mark is behind us.
  private mutating func string() -> String? {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
      place += 1
    }
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "\"") {
      place += 1
      return String(validating: bytes[start..<place - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escape() else { return nil }
        text += escaped
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What an escape stands for whose backslash is behind us.
  private mutating func escape() -> [UInt8]? {
    guard place < bytes.count else { return nil }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "u"):
      guard bytes.count - place >= 4,
        let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { return nil }
      place += 4
      return Array(String(scalar).utf8)
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    var value = 0
    let start = place
    while place < bytes.count, place - start < 18, case let digit = bytes[place] &- UInt8(ascii: "0"),
      digit < 10
    {
      value = value * 10 + Int(digit)
      place += 1
    }
    return place > start ? value : nil
  }

  /// A digest in hexadecimal digits, with the quotation mark after it.
  private mutating func digest() -> SHA256Digest? {
    guard bytes.count - place >= 65, bytes[place + 64] == UInt8(ascii: "\""),
      let digest = SHA256Digest(hexadecimal: bytes[place..<place + 64])
    else { return nil }
    place += 65
    return digest
  }
}
