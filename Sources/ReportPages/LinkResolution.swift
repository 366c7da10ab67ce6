import Diagnostics
import MarkdownRendering
import Markup
import ReleaseModel

/// Decides where the links of one page lead.
///
/// Links to figures lead to their anchors, links inside the site are checked against its addresses and
/// made relative, and everything that leads nowhere is an error at the author's own destination.
final class LinkResolver {
  /// The page's own address.
  let page: String
  /// The release whose page it is.
  let view: ReleaseView?
  let context: PageContext
  /// How links to figures are marked.
  var claims: ClaimClasses

  init(page: String, view: ReleaseView?, context: PageContext, claims: ClaimClasses = ClaimClasses(nil)) {
    self.page = page
    self.view = view
    self.context = context
    self.claims = claims
  }

  /// What becomes of a link, with what is wrong about it.
  ///
  /// - Parameters:
  ///   - text: the words of the link.
  ///   - locate: the place of some bytes of the destination, by offset and length.
  func resolve(
    _ destination: String, text: String = "", isImage: Bool, locate: (_ offset: Int, _ length: Int) -> Place
  ) -> (LinkOutcome, [Diagnostic]) {
    if destination == datelineDestination { return (.span(classes: "dateline"), []) }
    if let link = figureLink(destination, on: page, of: view, context) {
      view?.reach.insert(.company)
      switch link {
      case .resolved(let address, let isSingle):
        let classes = claims.classes(of: destination, text: text, isSingle: isSingle)
        return (.address(address, classes: classes), [])
      case .unknowable: return (.text, [])
      case .failed(let failure):
        let isFollowUp =
          failure.code == .untoldFigure && context.mayLackFigures(upTo: view?.number)
          || failure.code == .unknownConceptInLink && !context.incomplete.companies.isEmpty
          || failure.code == .unknownPeriodInLink && lacksPeriod
        if isFollowUp { return (.text, []) }
        return (
          .text,
          [
            Diagnostic(
              failure.code, failure.message, at: locate(failure.offset, failure.length),
              notes: failure.notes, hints: failure.hints)
          ]
        )
      }
    }
    func all() -> Place { locate(0, destination.utf8.count) }
    if destination.isEmpty {
      let message = isImage ? "the image names no file" : "the link leads nowhere"
      return (.text, [Diagnostic(.incompleteLink, message, at: all())])
    }
    if let scheme = scheme(of: destination) {
      return outside(destination, scheme: scheme, isImage: isImage, at: all)
    }
    if !isImage, destination.utf8.first == UInt8(ascii: "#") {
      return (.address(destination, classes: nil), [])
    }
    return inside(destination, isImage: isImage, at: all)
  }

  private func outside(
    _ destination: String, scheme: String, isImage: Bool, at place: () -> Place
  ) -> (LinkOutcome, [Diagnostic]) {
    guard linkedSchemes.contains(scheme) else {
      let message = "'\(scheme):' is no scheme for a link"
      return (.text, [Diagnostic(.unsupportedScheme, message, at: place())])
    }
    guard !isImage else {
      let message = "the image '\(destination)' is not a file of the site"
      return (.text, [Diagnostic(.imageNotListed, message, at: place())])
    }
    if let missing = missingPart(of: destination, scheme) {
      let message = "the link '\(destination)' names no \(missing)"
      return (.text, [Diagnostic(.incompleteLink, message, at: place())])
    }
    return (.address(destination, classes: nil), [])
  }

  private func inside(_ destination: String, isImage: Bool, at place: () -> Place) -> (
    LinkOutcome, [Diagnostic]
  ) {
    let path = String(destination.prefix { $0 != "#" && $0 != "?" })
    let suffix = String(destination.dropFirst(path.count))
    let target = path.hasPrefix("//") ? nil : resolvedPath(percentDecoded(path), on: page)
    if target.map({ !isOwn($0) }) ?? true { view?.reach.insert(.addresses) }
    guard let target, context.addresses.contains(target) || target == page else {
      if let target, let held = context.unopened(at: target) {
        let message = "'\(target)' \(held.words)"
        return (.text, [Diagnostic(.unknownAddress, message, at: place(), hints: held.hints("link to it"))])
      }
      let nearest = target.flatMap(nearestAddress)
      let message = "the site has no '\(target ?? path)'"
      var hints = nearest.map { ["did you mean '\($0)'?"] } ?? []
      if isImage, nearest.map({ !isPicture($0) }) ?? true {
        hints = ["put the picture beside a release.yaml and list it there under 'attachments'"]
      }
      return (.text, [Diagnostic(.unknownAddress, message, at: place(), hints: hints)])
    }
    if isImage, !isPicture(target) {
      let message =
        target.hasSuffix("/") ? "'\(target)' is a page, not a picture" : "'\(target)' is no picture"
      return (.text, [Diagnostic(.notAPicture, message, at: place())])
    }
    return (.address(relativeAddress(from: page, to: addressPath(target) + suffix), classes: nil), [])
  }
}

extension LinkResolver {
  /// Whether the release's period may be missing only because it could not be read.
  private var lacksPeriod: Bool {
    guard let release = view?.release, release.period == nil else { return false }
    return context.incomplete.isUnfinished(release.folder)
  }

  /// Whether an address is that of the release's page or of a file beside it. Others can lie below the page's too: an
  /// alias of another page.
  private func isOwn(_ target: String) -> Bool {
    guard let view, target.hasPrefix(page) else { return false }
    return target == page
      || addressesBelow(page, of: view.release, site: context.archive.site).contains(target)
  }

  /// The address that an unknown one most likely means.
  ///
  /// Bounded, for sites and texts of any size: of all addresses in order, only so many round the place where
  /// the unknown one would stand are compared, those of its own folder first.
  private func nearestAddress(_ target: String) -> String? {
    if context.addresses.contains(target + "/") { return target + "/" }
    let ordered = context.orderedAddresses
    let last = target.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) ?? target.startIndex
    let folder = target.utf8[...last]
    let first = ordered.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(folder) }
    let end = ordered.partitioningIndex {
      !$0.utf8.lexicographicallyPrecedes(folder) && !$0.utf8.starts(with: folder)
    }
    let position = ordered.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(target.utf8) }
    let siblings = window(of: 48, round: position, in: first..<end)
    let others = window(of: 16, round: position, in: ordered.indices)
    return suggestion(
      for: target,
      // A file that is missing beside a page is not the page.
      among: (Array(ordered[siblings]) + others.filter { !siblings.contains($0) }.map { ordered[$0] })
        .filter { $0 != page })
  }
}

private let linkedSchemes = ["http", "https", "mailto", "tel"]

/// What an address of that scheme lacks: `host`, `address`, `number`; `nil` where it is whole.
private func missingPart(of destination: String, _ scheme: String) -> String? {
  var destination = destination
  return destination.withUTF8 { bytes in
    let rest = bytes[min(bytes.count, scheme.utf8.count + 1)...]
    switch scheme {
    case "mailto": return rest.contains(UInt8(ascii: "@")) ? nil : "address"
    case "tel": return rest.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? nil : "number"
    default: return namesHost(rest) ? nil : "host"
    }
  }
}

/// Whether what follows an address's scheme names a host (RFC 3986, 3.2): behind the user, and more than a port.
private func namesHost(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let slash = UInt8(ascii: "/")
  guard rest.count > 2, rest[rest.startIndex] == slash, rest[rest.startIndex + 1] == slash else {
    return false
  }
  var name = rest.dropFirst(2).prefix {
    $0 != slash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  if let user = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(user + 1)...] }
  return name.first.map { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") } ?? false
}

/// Whether a file's name says that browsers show it as a picture.
private func isPicture(_ path: String) -> Bool {
  guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
  return ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"].contains(path[dot...].dropFirst().lowercased())
}

/// At most so many indices of a range, as near to one of them as they can be.
private func window(of count: Int, round position: Int, in range: Range<Int>) -> Range<Int> {
  let start = max(range.lowerBound, min(position - count / 2, range.upperBound - count))
  return start..<min(range.upperBound, start + count)
}

extension [String] {
  /// The first index whose element is in the second part of a list in which all others come before those.
  fileprivate func partitioningIndex(_ isInSecondPart: (String) -> Bool) -> Int {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = isInSecondPart(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}

/// The scheme of an absolute address in lower case (RFC 3986, 3.1); `nil` for relative ones.
private func scheme(of destination: String) -> String? {
  var destination = destination
  return destination.withUTF8 { bytes in
    guard let first = bytes.first, isLetter(first) else { return nil }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ":"):
        return composed { for byte in bytes[..<index] { $0.append(isLetter(byte) ? byte | 0x20 : byte) } }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        break
      case let byte where isLetter(byte): break
      default: return nil
      }
    }
    return nil
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
