/// Endings of files that a browser shows or saves and never runs.
private let inertEndings: Set<String> = [
  "pdf", "txt", "rtf", "doc", "docx", "odt", "csv", "xls", "xlsx", "ods", "ppt", "pptx", "odp",
  "jpg", "jpeg", "png", "gif", "webp", "avif", "mp3", "wav", "ogg", "m4a", "mp4", "webm", "zip",
]

/// Endings of pages, scripts and programs, which browsers or the systems behind them run.
private let activeEndings: Set<String> = [
  "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "svgz", "js", "mjs", "cjs",
  "css",
  "wasm", "swf", "jar", "class", "php", "asp", "aspx", "jsp", "cgi", "py", "pl", "rb", "sh", "bat", "cmd",
  "com",
  "exe", "msi", "ps1", "vbs", "scr", "hta", "docm", "xlsm", "pptm",
]

/// Why a file may not be served from the site's own address; `nil` where nothing in it can run there.
///
/// - Parameter bytes: reads the file; asked only of drawings.
func activeContent(of name: String, _ bytes: () -> [UInt8]?) -> String? {
  let file = name.split(separator: "/").last ?? ""
  let parts = file.split(separator: ".")
  guard parts.count > 1, let ending = parts.last?.lowercased() else {
    return "has no ending that says what it is"
  }
  if inertEndings.contains(ending) { return nil }
  guard ending == "svg" else {
    return activeEndings.contains(ending)
      ? "is a file that could run in a reader's browser" : "is of no kind that is published beside a release"
  }
  guard let bytes = bytes() else { return nil }
  return activePart(ofDrawing: bytes).map { "holds \($0)" }
}

/// What in an SVG drawing could run, load or lead elsewhere: `a script`; `nil` for a drawing and nothing else.
///
/// It is no parser of XML and refuses what it cannot judge: declarations of entities, and other encodings than
/// UTF-8, in which a tag could hide.
func activePart(ofDrawing bytes: [UInt8]) -> String? {
  guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
    return "text that is not UTF-8"
  }
  var scan = MarkupScan(bytes)
  while let tag = scan.nextTag() {
    if tag.name.hasPrefix("!") {
      if tag.name == "!doctype", !bytes[tag.range].contains(UInt8(ascii: "[")) { continue }
      return "declarations"
    }
    if tag.name.hasPrefix("?") {
      if tag.name == "?xml", !tag.declaresOtherEncoding(bytes) { continue }
      return "a processing instruction"
    }
    let name = tag.name.split(separator: ":").last ?? ""
    if ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener"].contains(name) {
      return "the element '\(name)'"
    }
    for attribute in tag.attributes(bytes) {
      let own = attribute.name.split(separator: ":").last ?? ""
      if own.hasPrefix("on") { return "the attribute '\(own)'" }
      if own == "href" || own == "src"
        || (own == "to" || own == "values" || own == "from") && tag.changesLinks(bytes),
        !leadsNowhereElse(attribute.value)
      {
        return "a link"
      }
    }
  }
  return nil
}

/// Whether an address stays in the drawing, or is a picture inside it.
private func leadsNowhereElse(_ value: String) -> Bool {
  let text = value.lowercased().drop { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
  return text.isEmpty || text.hasPrefix("#")
    || ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"].contains {
      text.hasPrefix($0)
    }
}

/// Cuts markup into its tags.
private struct MarkupScan {
  let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  struct Tag {
    /// In lower case, with `!` or `?` for what is no element.
    var name: String
    /// From `<` to `>`.
    var range: Range<Int>
  }

  /// The next opening tag, declaration or instruction; comments, character data and closing tags are passed over.
  mutating func nextTag() -> Tag? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if bytes[at...].starts(with: "<!--".utf8) {
        at = end(of: "-->", from: at + 4)
      } else if bytes[at...].starts(with: "<![CDATA[".utf8) {
        at = end(of: "]]>", from: at + 9)
      } else {
        let start = at
        at += 1
        let nameStart = at
        while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">"),
          bytes[at] != UInt8(ascii: "/") || at == nameStart
        {
          at += 1
        }
        let name = String(decoding: bytes[nameStart..<at], as: UTF8.self).lowercased()
        skipToEnd()
        if !name.hasPrefix("/") { return Tag(name: name, range: start..<at) }
      }
    }
    return nil
  }

  /// Goes behind the `>` of a tag; quotation marks hide those in values.
  private mutating func skipToEnd() {
    var quote: UInt8?
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  private func end(of mark: String, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index...].starts(with: mark.utf8) { return index + mark.utf8.count }
      index += 1
    }
    return bytes.count
  }
}

extension MarkupScan.Tag {
  /// Its attributes: names in lower case, values with their character references resolved as far as ASCII.
  func attributes(_ bytes: [UInt8]) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var at = range.lowerBound + 1 + name.utf8.count
    while at < range.upperBound {
      while at < range.upperBound, bytes[at] <= 32 || bytes[at] == UInt8(ascii: "/") { at += 1 }
      let start = at
      while at < range.upperBound, bytes[at] > 32, bytes[at] != UInt8(ascii: "="),
        bytes[at] != UInt8(ascii: ">")
      {
        at += 1
      }
      let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
      while at < range.upperBound, bytes[at] <= 32 { at += 1 }
      guard at < range.upperBound, bytes[at] == UInt8(ascii: "=") else {
        if name.isEmpty { at += 1 } else { found.append((name, "")) }
        continue
      }
      at += 1
      while at < range.upperBound, bytes[at] <= 32 { at += 1 }
      guard at < range.upperBound else { break }
      let quote = bytes[at]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        // XML has no value without marks.
        found.append(("on", ""))
        break
      }
      let valueStart = at + 1
      at = valueStart
      while at < range.upperBound, bytes[at] != quote { at += 1 }
      found.append((name, resolved(String(decoding: bytes[valueStart..<at], as: UTF8.self))))
      at += 1
    }
    return found
  }

  /// Whether it animates where a link leads.
  func changesLinks(_ bytes: [UInt8]) -> Bool {
    attributes(bytes).contains { $0.name == "attributename" && $0.value.lowercased().hasSuffix("href") }
  }

  /// Whether an XML declaration names another encoding than UTF-8.
  func declaresOtherEncoding(_ bytes: [UInt8]) -> Bool {
    attributes(bytes).contains { $0.name == "encoding" && $0.value.lowercased() != "utf-8" }
  }

  /// An address that begins with a character reference is none that we judge.
  private func resolved(_ value: String) -> String { value.contains("&#") ? "&" : value }
}
