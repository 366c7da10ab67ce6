/// How wide text is when a browser sets it at the charts' size, with some room to spare.
///
/// - Returns: at least the advance of the text at 13 px in the sans-serif fonts a page may fall back to.
func textWidth(_ text: String, strong: Bool = false) -> Pixels {
  let thousandths = asciiWidth(text) ?? text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
  // Semibold cuts are six to eight percent wider; four percent more covers hinting and tracking.
  let percent = strong ? 112 : 104
  return Pixels(hundredths: (thousandths * fontSize * percent + 999) / 1000)
}

/// The advances of a text of nothing but printable ASCII, as almost all are.
private func asciiWidth(_ text: String) -> Int? {
  let sum = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
    var sum = 0
    for byte in bytes {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      sum += asciiAdvances[Int(byte) - 0x20]
    }
    return sum
  }
  return sum ?? nil
}

/// The size of all text in a chart, in pixels.
let fontSize = 13

/// From one baseline to the next.
let lineHeight: Pixels = 17

/// How far ink and line box reach above and below a baseline, for the widest line boxes in use.
let ascent: Pixels = 13
let descent: Pixels = 4

/// The advance of one scalar in thousandths of the font size.
private func advance(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20...0x7E: asciiAdvances[Int(scalar.value) - 0x20]
  case 0..<0x20, 0x7F, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
  case 0xA0: 278
  case 0xAD, 0x2010, 0x2011: 333
  case 0x2018, 0x2019, 0xB7: 278
  case 0x201C, 0x201D: 400
  case 0x2012, 0x2013: 572
  case 0xDF...0xFF: 620
  case 0xC0...0xDE: 800
  case 0x100...0x24F: 800
  // Greek, Cyrillic and their neighbours have letters as wide as an M.
  case 0x370...0x52F: 920
  case 0x530..<0x1100: 900
  // Hangul, ideographs, full-width forms: one em; pictographs are wider still.
  case 0x1F000...0x1FAFF: 1400
  default: 1000
  }
}

/// Advances of U+0020 to U+007E: of each character the wider of Open Sans and Arial.
private let asciiAdvances: [Int] = [
  278, 278, 401, 646, 571, 889, 726, 221, 333, 333, 552, 584, 278, 333, 278, 367,
  571, 571, 571, 571, 571, 571, 571, 571, 571, 571, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 729, 667, 611, 778, 738, 279, 500, 667, 556, 903, 754, 779,
  667, 779, 722, 667, 611, 728, 667, 944, 667, 667, 611, 329, 367, 329, 542, 556,
  577, 556, 613, 500, 613, 561, 339, 556, 614, 253, 253, 525, 253, 930, 614, 604,
  613, 613, 408, 500, 353, 614, 500, 778, 524, 500, 500, 379, 551, 379, 584,
]
