/// Gives each heading of a page an anchor of its own.
struct HeadingAnchors {
  private var taken: Set<String> = []
  /// The last number given to a repeated name, so that a thousand equal headings stay cheap.
  private var lastNumber: [String: Int] = [:]

  /// The heading's words as an anchor: `Third quarter, 2003` becomes `third-quarter-2003`; a repeated
  /// one gets `-2`, `-3` and so on.
  mutating func anchor(for text: String) -> String {
    let name = slug(of: text)
    if taken.insert(name).inserted { return name }
    var number = lastNumber[name] ?? 1
    while true {
      number += 1
      let numbered = "\(name)-\(number)"
      if taken.insert(numbered).inserted {
        lastNumber[name] = number
        return numbered
      }
    }
  }
}

/// Lower case, letters and digits of any script, hyphens for spaces, everything else dropped.
///
/// Names of the form that footnotes use, and empty ones, begin with `section`.
private func slug(of text: String) -> String {
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
  if slug.allSatisfy({ $0 == "-" }) { return "section" }
  return slug.hasPrefix("fn-") || slug.hasPrefix("fnref-") ? "section-" + slug : slug
}

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
    true
  default: false
  }
}
