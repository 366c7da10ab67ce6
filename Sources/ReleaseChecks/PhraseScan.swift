/// Words whose presence in a text means something to a check.
struct Phrase: Sendable {
  /// In lower case.
  var bytes: [UInt8]
  var meaning: Meaning
  /// Whether the words may go on: `reconcil` for reconciliation and reconciled.
  var isStem: Bool

  enum Meaning: UInt8, Sendable {
    case pageMark
    case measure
    case reconciliation
    case outlook
    case notice
  }

  init(_ text: String, _ meaning: Meaning, isStem: Bool = false) {
    bytes = Array(text.utf8)
    self.meaning = meaning
    self.isStem = isStem
  }
}

/// Finds the phrases in one pass: texts are long, phrases are few, and most pairs of bytes begin none of them.
func scan(_ text: [UInt8], _ found: (Phrase.Meaning, Range<Int>) -> Void) {
  text.withUnsafeBufferPointer { scan($0, found) }
}

func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ found: (Phrase.Meaning, Range<Int>) -> Void) {
  let last = bytes.count - 1
  secondBytes.withUnsafeBufferPointer { second in
    var wasLetter = false
    var index = 0
    while index < last {
      let byte = bytes[index]
      if wasLetter {
        wasLetter = isLetter(byte)
        index += 1
        continue
      }
      let begins = second[Int(byte)] & (1 << UInt32(bytes[index + 1] & 31)) != 0
      wasLetter = isLetter(byte)
      if begins, let phrase = phrasesByFirstByte[Int(byte)].first(where: { stands($0, at: index, in: bytes) })
      {
        found(phrase.meaning, index..<(index + phrase.bytes.count))
        index += phrase.bytes.count
        wasLetter = true
        continue
      }
      index += 1
    }
  }
}

private func stands(_ phrase: Phrase, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let end = start + phrase.bytes.count
  guard end <= bytes.count else { return false }
  for offset in phrase.bytes.indices where lowercased(bytes[start + offset]) != phrase.bytes[offset] {
    return false
  }
  return phrase.isStem || end == bytes.count || !isLetter(bytes[end])
    || !isLetter(phrase.bytes[phrase.bytes.count - 1])
}

private let phrases: [Phrase] =
  ["<page>", "- more -", "-more-", "(more)", "###", "# # #"].map { Phrase($0, .pageMark) }
  + ["ebitda", "pro forma", "pro-forma", "non-gaap"].map { Phrase($0, .measure) }
  + [
    "adjusted earnings", "adjusted ebitda", "adjusted net income", "adjusted net loss", "adjusted income",
    "adjusted operating income", "adjusted eps", "adjusted profit", "adjusted margin",
  ].map { Phrase($0, .measure) }
  + [
    "expects to", "anticipates", "intends to", "plans to", "forecasts", "projects that", "outlook",
    "guidance for",
  ].map { Phrase($0, .outlook) }
  + [Phrase("reconcil", .reconciliation, isStem: true), Phrase("forward-looking", .notice)]

/// For each byte the phrases that begin with it, in either case.
private let phrasesByFirstByte: [[Phrase]] = (0...255).map { byte in
  phrases.filter { $0.bytes[0] == lowercased(UInt8(byte)) }
}

/// For each byte the second bytes, by their last five bits, of the phrases that begin with it.
private let secondBytes: [UInt32] = phrasesByFirstByte.map { phrases in
  phrases.reduce(0) { $0 | (1 << UInt32($1.bytes[1] & 31)) }
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}
