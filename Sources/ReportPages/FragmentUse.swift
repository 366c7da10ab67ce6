public import Diagnostics
import Markup

/// A link to a place on a page of the site, which only the finished page can confirm.
public struct FragmentUse: Hashable, Sendable {
  /// The page's address.
  public var address: String
  /// The anchor, decoded.
  public var fragment: String
  /// Where the link stands in the author's file.
  public var place: Place

  public init(address: String, fragment: String, place: Place) {
    self.address = address
    self.fragment = fragment
    self.place = place
  }
}

extension LinkResolver {
  /// The page and the anchor that a link inside the site names; `nil` for links without an anchor, or to files.
  ///
  /// `#` alone and `#top` are the top of any page (HTML, 7.4.6.4), and what begins with `:~:` is the reader's text
  /// to look for.
  func fragment(of destination: String) -> (address: String, fragment: String)? {
    // Most links name no place, and bytes tell it quickly.
    var bytes = destination
    guard bytes.withUTF8({ UnsafeRawBufferPointer($0).firstOffset(of: UInt8(ascii: "#")) }) != nil,
      let mark = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    let fragment = percentDecoded(String(destination[destination.utf8.index(after: mark)...]))
    if fragment.isEmpty || fragment.lowercased() == "top" || fragment.hasPrefix(":~:") { return nil }
    if destination == datelineDestination { return nil }
    let path = destination[..<mark].prefix { $0 != "?" }
    guard let target = path.isEmpty ? page : resolvedPath(percentDecoded(String(path)), on: page),
      target.hasSuffix("/")
    else { return nil }
    return (target, fragment)
  }
}

/// What is wrong with links to places on a page.
///
/// - Parameters:
///   - uses: all of them to this page.
///   - html: the finished page.
public func fragmentFindings(_ uses: [FragmentUse], on html: [UInt8]) -> [Diagnostic] {
  guard !uses.isEmpty else { return [] }
  let anchors = attributeValues(html, " id=\"").map { unescaped(html[$0]) }
  let known = Set(anchors)
  return uses.filter { !known.contains($0.fragment) }.map { use in
    Diagnostic(
      .unknownFragment, "the page '\(use.address)' has no place '#\(use.fragment)'", at: use.place,
      hints: didYouMean(use.fragment, among: Array(anchors.filter { !$0.hasPrefix("_") }.prefix(2_000))))
  }
}

/// The text of an attribute's value.
private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard bytes.contains(UInt8(ascii: "&")) else { return text }
  var result = ""
  var rest = text[...]
  let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
  while let first = rest.first {
    if let (entity, character) = entities.first(where: { rest.hasPrefix($0.0) }) {
      result += character
      rest = rest.dropFirst(entity.count)
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  return result
}
