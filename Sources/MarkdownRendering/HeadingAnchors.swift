import Markup

/// Gives each heading of a page an anchor of its own.
struct HeadingAnchors {
  private var taken = Names()
  /// The last number given to a repeated name, so that a thousand equal headings stay cheap.
  private var lastNumber: [String: Int] = [:]

  /// The heading's words as an anchor: `Third quarter, 2003` becomes `third-quarter-2003`; a repeated
  /// one gets `-2`, `-3` and so on.
  mutating func anchor(for text: String) -> String {
    let name = slug(of: text)
    if taken.insert(name) { return name }
    var number = lastNumber[name] ?? 1
    while true {
      number += 1
      let numbered = "\(name)-\(number)"
      if taken.insert(numbered) {
        lastNumber[name] = number
        return numbered
      }
    }
  }
}

/// Names that are told apart: few are compared one by one, only many are worth a table.
private struct Names {
  private var few: [String] = []
  private var many: Set<String> = []

  /// Whether it is a new one.
  mutating func insert(_ name: String) -> Bool {
    if !many.isEmpty { return many.insert(name).inserted }
    if few.contains(where: { $0.utf8.count == name.utf8.count && $0 == name }) { return false }
    few.append(name)
    if few.count > 16 { many = Set(few) }
    return true
  }
}

/// Lower case, letters and digits of any script, hyphens for spaces, everything else dropped.
///
/// Names of the form that footnotes use, and empty ones, begin with `section`.
private func slug(of text: String) -> String {
  var text = text
  let slug = text.withUTF8(asciiSlug) ?? unicodeSlug(of: text)
  if slug.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) { return "section" }
  let isFootnote = slug.utf8.starts(with: "fn-".utf8) || slug.utf8.starts(with: "fnref-".utf8)
  return isFootnote ? "section-" + slug : slug
}

/// The slug of a text of ASCII; `nil` for any other.
private func asciiSlug(of text: UnsafeBufferPointer<UInt8>) -> String? {
  guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
  return composed { slug in
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case 32, 9, 10: slug.append(UInt8(ascii: "-"))
      default: break
      }
    }
  }
}

private func unicodeSlug(of text: String) -> String {
  var slug = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9", "-", "_": slug.unicodeScalars.append(scalar)
    case "A"..."Z", "\u{80}"...:
      guard scalar.value < 0x80 || isWord(scalar) else { continue }
      slug += scalar.properties.lowercaseMapping
    case " ", "\t", "\n": slug += "-"
    default: continue
    }
  }
  return slug
}

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
    true
  default: false
  }
}
