/// What a published page says, read back from its HTML as sitegen writes it.
struct PageReading: Hashable {
  /// What stands in the `title` element before the site's name.
  var title = ""
  /// Figures by the anchors of their cells: `Revenues-2003-Q3` is `6,980,000`; in the order of the page.
  var figures: [(anchor: String, text: String)] = []
  /// Paragraphs, headings, list items, captions and the other cells of the page's own part, as text.
  var words: [String] = []

  init(_ bytes: [UInt8]) {
    var scan = PageScan(bytes: bytes[...])
    while let piece = scan.next() { take(piece) }
    flush()
  }

  static func == (a: PageReading, b: PageReading) -> Bool {
    a.title == b.title && a.words == b.words && a.figures.elementsEqual(b.figures) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(words)
  }

  private var isInMain = false
  private var isInTitle = false
  private var skipped: String?
  private var cell: String?
  private var block: [UInt8] = []

  private mutating func take(_ piece: PageScan.Piece) {
    switch piece {
    case .text(let text):
      if isInTitle { title += decoded(text) }
      if isInMain, skipped == nil { block += text }
    case .open(let name, let id):
      if skipped != nil { return }
      switch name {
      case "title": isInTitle = true
      case "main": isInMain = true
      case "svg", "script", "style": skipped = name
      case "td", "th":
        flush()
        cell = name == "td" ? id : nil
      case let name where isBlock(name): flush()
      default: break
      }
    case .close(let name):
      if let skipped {
        if name == skipped { self.skipped = nil }
        return
      }
      switch name {
      case "title":
        isInTitle = false
        // The site's name stands last; a headline can have such a stroke of its own.
        if let stroke = title.ranges(of: " | ").last { title = String(title[..<stroke.lowerBound]) }
      case "main":
        flush()
        isInMain = false
      case "td", "th":
        let text = spaced(block)
        block = []
        if isInMain {
          if let cell { figures.append((cell, text)) } else if !text.isEmpty { words.append(text) }
        }
        cell = nil
      case let name where isBlock(name): flush()
      default: break
      }
    }
  }

  private mutating func flush() {
    let text = spaced(block)
    block = []
    if isInMain, !text.isEmpty { words.append(text) }
  }
}

private func isBlock(_ name: String) -> Bool {
  [
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "dt", "dd", "blockquote", "pre",
    "div", "section", "table", "tr", "ul", "ol", "dl", "header", "nav", "article",
  ].contains(name)
}

/// Text with its entities decoded and its white space as single spaces.
private func spaced(_ bytes: [UInt8]) -> String {
  decoded(bytes[...]).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
}

/// Text with the entities decoded that sitegen writes.
///
/// They are looked for among the bytes: to a `String`, a semicolon before a combining mark is no semicolon.
private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
  var text: [UInt8] = []
  var rest = bytes
  while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
    text += rest[..<mark]
    rest = rest[mark...]
    if let (entity, byte) = entities.first(where: { rest.starts(with: $0.0) }) {
      text.append(byte)
      rest = rest.dropFirst(entity.count)
    } else {
      text.append(UInt8(ascii: "&"))
      rest = rest.dropFirst()
    }
  }
  return String(decoding: text + rest, as: UTF8.self)
}

private let entities: [([UInt8], UInt8)] = [
  ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
].map { (Array($0.utf8), Array($1.utf8)[0]) }

/// Cuts a page into tags and text.
private struct PageScan {
  enum Piece {
    case text(ArraySlice<UInt8>)
    case open(name: String, id: String?)
    case close(String)
  }

  var bytes: ArraySlice<UInt8>

  mutating func next() -> Piece? {
    while let first = bytes.first {
      guard first == UInt8(ascii: "<") else {
        let text = bytes.prefix { $0 != UInt8(ascii: "<") }
        bytes = bytes.dropFirst(text.count)
        return .text(text)
      }
      let tag = bytes.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      bytes = bytes.dropFirst(tag.count + 2)
      guard let start = tag.first, start != UInt8(ascii: "!") else { continue }
      let isClosing = start == UInt8(ascii: "/")
      let name = String(
        decoding: tag.dropFirst(isClosing ? 1 : 0).prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") },
        as: UTF8.self)
      return isClosing ? .close(name) : .open(name: name, id: attribute("id", of: tag))
    }
    return nil
  }

  /// The value of an attribute, which sitegen writes between quotation marks.
  private func attribute(_ name: StaticString, of tag: ArraySlice<UInt8>) -> String? {
    let wanted = [UInt8(ascii: " ")] + Array("\(name)=\"".utf8)
    var rest = tag
    while let space = rest.firstIndex(of: wanted[0]) {
      rest = rest[space...]
      if rest.starts(with: wanted) {
        return String(
          decoding: rest.dropFirst(wanted.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
