import Glibc

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

/// Finds the phrases of a text in their order; one begins after what is no letter, and none overlap.
func scan(_ text: [UInt8], _ found: (Phrase.Meaning, Range<Int>) -> Void) {
  text.withUnsafeBufferPointer { bytes in
    var words = WordPhrases(bytes)
    var rules = RulePhrases(bytes)
    // A phrase begins neither in another one nor right after it.
    var first = 0
    while true {
      let start = min(words.next(from: first), rules.next(from: first))
      guard start < bytes.count else { return }
      first = start + 1
      let candidates = phrasesByFirstByte[Int(bytes[start])]
      guard let phrase = candidates.first(where: { stands($0, at: start, in: bytes) }) else { continue }
      let end = start + phrase.bytes.count
      found(phrase.meaning, start..<end)
      first = end + 1
    }
  }
}

/// The places at which a phrase of words may begin: after what is no letter.
///
/// Looks at two bytes in five (Wu and Manber, "A Fast Algorithm for Multi-Pattern Searching", 1994): the shortest phrase
/// has six, and where two bytes stand in no phrase, none of the phrases that would hold them is there.
private struct WordPhrases {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first such place that is not before another; the text's length where there is none.
  mutating func next(from first: Int) -> Int {
    // Where the first six bytes of a phrase would end; far from where sums would overflow.
    var last = max(place, first) &+ shortest &- 1
    shifts.withUnsafeBufferPointer { shifts in
      while last < bytes.count {
        let shift = Int(shifts[pairNumber(bytes[last &- 1], bytes[last])])
        if shift > 0 {
          last &+= shift
          continue
        }
        let start = last &+ 1 &- shortest
        if start == 0 || !isLetter(bytes[start &- 1]) { return }
        last &+= 1
      }
    }
    place = last < bytes.count ? last &+ 1 &- shortest : bytes.count
    return place
  }
}

/// The places at which a phrase of number signs may begin: after what is no letter.
private struct RulePhrases {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first such place that is not before another; the text's length where there is none.
  mutating func next(from first: Int) -> Int {
    guard place < first else { return place }
    var from = first
    while let base = bytes.baseAddress, from < bytes.count,
      let found = memchr(base + from, Int32(UInt8(ascii: "#")), bytes.count - from)
    {
      place = UnsafeRawPointer(base).distance(to: found)
      if place == 0 || !isLetter(bytes[place - 1]) { return place }
      from = place + 1
    }
    place = bytes.count
    return place
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

/// How many bytes each phrase of words has at least.
private let shortest = 6

/// For two bytes that stand last of so many, how far on a phrase may begin; 0 where one may begin with these.
private let shifts: [UInt8] = {
  var shifts = [UInt8](repeating: UInt8(shortest - 1), count: 1 << 12)
  for phrase in phrases where phrase.bytes[0] != UInt8(ascii: "#") {
    for end in 1..<shortest {
      let number = pairNumber(phrase.bytes[end - 1], phrase.bytes[end])
      shifts[number] = min(shifts[number], UInt8(shortest - 1 - end))
    }
  }
  return shifts
}()

/// A number below 4096 for two bytes, the same for capitals and small letters.
@inline(__always)
private func pairNumber(_ a: UInt8, _ b: UInt8) -> Int { Int(a & 0x1F) << 7 | Int(b | 0x20) & 0x7F }

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}
