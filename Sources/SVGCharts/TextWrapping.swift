import Markup

/// Breaks text into lines no wider than `room`, at spaces, the lines about equally long.
///
/// `nil` when one word is wider or more than `limit` lines are needed; with `cuttingWords` such a word is
/// carried on in the next line.
func wrapped(
  _ text: String, into room: Pixels, lines limit: Int, strong: Bool = false, cuttingWords: Bool = false
) -> [String]? {
  if textWidth(text, strong: strong) <= room { return [text] }
  guard limit > 1, text.utf8.count <= 2000 else { return nil }
  var words = text.split(separator: " ").map(String.init)
  if cuttingWords { words = words.flatMap { pieces(of: $0, in: room, strong: strong) } }
  guard var best = filled(words, into: room, lines: limit, strong: strong), !cuttingWords else {
    return filled(words, into: room, lines: limit, strong: strong)
  }
  // The narrowest room that needs no further line leaves no word alone at the end.
  var (narrow, wide) = (room / best.count, room)
  while wide - narrow > 4 {
    let middle = narrow + (wide - narrow) / 2
    if let lines = filled(words, into: middle, lines: best.count, strong: strong) {
      (best, wide) = (lines, middle)
    } else {
      narrow = middle
    }
  }
  return best
}

/// Fills line after line with words.
private func filled(_ words: [String], into room: Pixels, lines limit: Int, strong: Bool) -> [String]? {
  var lines: [String] = []
  var line = ""
  for word in words {
    let longer = line.isEmpty ? word : line + " " + word
    if textWidth(longer, strong: strong) <= room {
      line = longer
      continue
    }
    if !line.isEmpty { lines.append(line) }
    line = word
    guard textWidth(line, strong: strong) <= room, lines.count < limit else { return nil }
  }
  if !line.isEmpty { lines.append(line) }
  return lines.count <= limit && !lines.isEmpty ? lines : nil
}

/// A word in pieces that are as long as they can be.
private func pieces(of word: String, in room: Pixels, strong: Bool) -> [String] {
  var pieces: [String] = []
  var piece = ""
  for character in word {
    let longer = piece + String(character)
    if textWidth(longer, strong: strong) <= room || piece.isEmpty {
      piece = longer
    } else {
      pieces.append(piece)
      piece = String(character)
    }
  }
  return pieces + [piece]
}

/// A text in at most `limit` lines: whole where words can be broken between, else its beginning with an
/// ellipsis at its end. Scripts that put no spaces between words are broken anywhere.
func fitted(_ text: String, into room: Pixels, lines limit: Int, strong: Bool = false) -> [String] {
  if let lines = wrapped(text, into: room, lines: limit, strong: strong) { return lines }
  if text.unicodeScalars.contains(where: { (0x2E80..<0xFB00).contains($0.value) }) {
    let lines = pieces(of: text, in: room, strong: strong)
    if lines.count <= limit { return lines }
    return lines.prefix(limit - 1)
      + [shortened(lines.dropFirst(limit - 1).joined(), to: room, strong: strong)]
  }
  var lines: [String] = []
  var words = text.split(separator: " ")[...]
  while lines.count + 1 < limit, let first = words.first {
    var line = String(first)
    guard textWidth(line, strong: strong) <= room else { break }
    words.removeFirst()
    while let word = words.first, textWidth(line + " " + word, strong: strong) <= room {
      line += " " + word
      words.removeFirst()
    }
    lines.append(line)
  }
  return lines + [shortened(words.joined(separator: " "), to: room, strong: strong)]
}

/// The longest beginning of a text that fits, with an ellipsis; for words no layout can hold.
func shortened(_ text: String, to room: Pixels, strong: Bool = false) -> String {
  if textWidth(text, strong: strong) <= room { return text }
  var kept = ""
  for character in text {
    let longer = kept + String(character)
    if textWidth(longer + "…", strong: strong) > room { break }
    kept = longer
  }
  while let last = kept.last, last == " " || last == "," { kept.removeLast() }
  return kept + "…"
}

/// A text with its months as newspapers shorten them (Associated Press): `to Sept. 30`.
func withShortMonths(_ text: String) -> String {
  var text = text
  return text.withUTF8 { withShortMonths(UnsafeRawBufferPointer($0)) }
}

private func withShortMonths(_ text: UnsafeRawBufferPointer) -> String {
  composed { short in
    var start = 0
    while start <= text.count {
      let end = text.firstOffset(of: UInt8(ascii: " "), from: start) ?? text.count
      let word = text[start..<end]
      if start > 0 { short.append(UInt8(ascii: " ")) }
      if let month = shortMonths.first(where: {
        $0.long.utf8.count == word.count && word.elementsEqual($0.long.utf8)
      }) {
        short.raw(month.short)
      } else {
        short.append(UnsafeRawBufferPointer(rebasing: word))
      }
      start = end + 1
    }
  }
}

private let shortMonths = [
  (long: "January", short: "Jan."), (long: "February", short: "Feb."), (long: "August", short: "Aug."),
  (long: "September", short: "Sept."), (long: "October", short: "Oct."), (long: "November", short: "Nov."),
  (long: "December", short: "Dec."),
]
