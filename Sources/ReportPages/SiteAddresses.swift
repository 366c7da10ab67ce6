import CivilTime
import Markup
public import ReleaseModel

/// A release's page: `/releases/2003/third-quarter-results/`, under its company's name unless it is the default one's.
public func releaseAddress(_ release: Release, site: SiteSettings) -> String {
  releaseAddress(
    company: release.company == site.company ? nil : release.company, year: release.released.day.year,
    slug: release.slug)
}

/// - Parameter company: the name of one that is not the default one.
private func releaseAddress(company: String?, year: Int, slug: Substring) -> String {
  composed { $0.releaseAddress(company: company, year: year, slug: slug) }
}

extension ByteSink {
  fileprivate mutating func releaseAddress(company: String?, year: Int, slug: Substring) {
    if let company {
      append(slash)
      raw(company)
    }
    markup("/releases/")
    decimal(year)
    append(slash)
    raw(slug)
    append(slash)
  }

  /// Appends the address of a release's page, by the release's place in the archive.
  mutating func address(ofRelease number: Int, _ context: PageContext) {
    // A release is large: what is asked of it is read from its place, one by one.
    let releases = context.archive.releases
    let company = releases[number].company
    releaseAddress(
      company: company == context.archive.site.company ? nil : company, year: context.years[number],
      slug: releases[number].slug)
  }
}

/// Everything that is published for a release: its page, and beside it the page as Markdown, its downloads and its
/// events' calendar files where the site has them, and its attachments.
public func publishedAddresses(of release: Release, site: SiteSettings) -> [String] {
  let address = releaseAddress(release, site: site)
  let calendars =
    site.outputs.contains(.calendar)
    ? release.events.indices.map { "\(address)\(eventAnchor($0)).ics" } : []
  return [address] + calendars + addressesBelow(address, of: release, site: site)
}

/// The addresses of what is published beside a release's page at its address.
public func addressesBelow(_ address: String, of release: Release, site: SiteSettings) -> [String] {
  let markdown = site.outputs.contains(.markdown) ? ["index.md"] : []
  return (markdown + release.attachments.map(\.file) + downloadNames(of: release, site)).map { address + $0 }
}

/// Leads from a page to the site's root: `./` from `/`, `../../../` from `/releases/2003/x/`.
public func rootPrefix(from address: String) -> String {
  let depth = address.utf8.count { $0 == UInt8(ascii: "/") } - 1
  return depth <= 0 ? "./" : String(repeating: "../", count: depth)
}

/// The shortest relative address from one page of the site to another page or file.
///
/// - Parameters:
///   - page: begins with a slash; what stands after its last slash does not matter.
///   - target: begins with a slash; may end with a query and a fragment.
public func relativeAddress(from page: String, to target: String) -> String {
  composed { $0.relativeAddress(from: page, to: target) }
}

extension ByteSink {
  /// Appends an address as ``relativeAddress(from:to:)`` gives it.
  mutating func relativeAddress(from page: String, to target: String) {
    relativeAddress(from: page) { $0.raw(target) }
  }

  /// The same for a target that is appended in parts.
  mutating func relativeAddress(from page: String, to appendTarget: (inout ByteSink) -> Void) {
    let start = count
    appendTarget(&self)
    let end = count
    var page = page
    let way = page.withUTF8 { page in
      withBytes {
        RelativeWay(from: UnsafeRawBufferPointer(page), to: UnsafeRawBufferPointer(rebasing: $0[start..<end]))
      }
    }
    // The way is put together behind the target, and then takes its place.
    if way.needsDot { markup("./") }
    for _ in 0..<way.ups { markup("../") }
    repeatBytes(start + way.shared..<end)
    remove(start..<end)
  }
}

/// How one address leads to another.
private struct RelativeWay {
  /// How many bytes of both are the folders up to the last slash before they part.
  var shared: Int
  /// How many folders it leads up.
  var ups: Int
  var needsDot: Bool

  init(from page: UnsafeRawBufferPointer, to target: UnsafeRawBufferPointer) {
    let path = target.firstOffset(of: UInt8(ascii: "#")) ?? target.count
    let pathEnd = UnsafeRawBufferPointer(rebasing: target[..<path]).firstOffset(of: UInt8(ascii: "?")) ?? path
    shared = commonLength(page, UnsafeRawBufferPointer(rebasing: target[..<pathEnd]))
    while shared > 0, page[shared - 1] != slash { shared -= 1 }
    ups = UnsafeRawBufferPointer(rebasing: page[shared...]).count(of: slash)
    let down = target[shared..<pathEnd]
    // A first segment with a colon would read as a scheme (RFC 3986, 4.2), and nothing at all leads to the page.
    needsDot =
      ups == 0
      && (down.isEmpty
        ? pathEnd == target.count : down.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")))
  }
}

/// How many bytes two texts begin with alike.
private func commonLength(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
  let count = min(a.count, b.count)
  var index = 0
  while index + 8 <= count {
    let difference =
      a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      ^ b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    if difference != 0 { return index + UInt64(littleEndian: difference).trailingZeroBitCount / 8 }
    index += 8
  }
  while index < count, a[index] == b[index] { index += 1 }
  return index
}

private let slash = UInt8(ascii: "/")

/// The absolute path that a relative path means on a page; `nil` when it climbs out of the site.
func resolvedPath(_ path: String, on page: String) -> String? {
  var segments: [Substring] = []
  if !path.hasPrefix("/") {
    segments = page.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast()
  }
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let given = path.hasPrefix("/") ? parts.dropFirst() : parts[...]
  for (index, part) in given.enumerated() {
    let isLast = index == given.count - 1
    switch part {
    case "..":
      if segments.popLast() == nil { return nil }
      if isLast { segments.append("") }
    case ".":
      if isLast { segments.append("") }
    default:
      segments.append(part)
    }
  }
  return "/" + segments.joined(separator: "/")
}

/// A file's name as a segment of an address: all but RFC 3986's unreserved characters is percent-encoded.
func addressSegment(_ file: String) -> String {
  percentEncoded(file) { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

/// A path with its segments encoded and its slashes kept: `images/plant%201.jpg`.
func addressPath(_ path: String) -> String {
  path.split(separator: "/", omittingEmptySubsequences: false).map { addressSegment(String($0)) }
    .joined(separator: "/")
}

/// The text with every byte percent-encoded that an address cannot keep.
func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
  if text.utf8.allSatisfy(isKept) { return text }
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isKept(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The path with its percent escapes decoded; as it is where they are not UTF-8.
func percentDecoded(_ path: String) -> String {
  guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
  var bytes: [UInt8] = []
  var rest = path.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self) ?? path
}
