/// How wide text is when a browser sets it at the charts' size, with some room to spare.
///
/// - Returns: at least the advance of the text at 13 px in the sans-serif fonts a page may fall back to.
func textWidth(_ text: String, strong: Bool = false) -> Pixels {
  if let width = asciiWidth(text, strong ? strongAdvances : advances) { return pixels(thousandths: width) }
  // Semibold cuts are six to eight percent wider; four percent more covers hinting and tracking.
  let percent = strong ? 112 : 104
  let width = text.unicodeScalars.reduce(0) { sum, scalar in
    let ascii = Int(scalar.value) - 0x20
    if (0..<advances.count).contains(ascii) { return sum + (strong ? strongAdvances : advances)[ascii] }
    return sum + advance(of: scalar) * percent / 100
  }
  return pixels(thousandths: width)
}

/// So many thousandths of the font's size, rounded up.
private func pixels(thousandths: Int) -> Pixels {
  Pixels(hundredths: (thousandths * fontSize + 9) / 10)
}

/// The advances of a text of nothing but printable ASCII, as almost all are.
private func asciiWidth(_ text: String, _ advances: [Int]) -> Int? {
  let sum = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
    var sum = 0
    for byte in bytes {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      sum += advances[Int(byte) - 0x20]
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

/// The advance of a scalar beyond ASCII in thousandths of the font size, without room to spare.
private func advance(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0..<0x20, 0x7F, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
  case 0xA0, 0xB7: 311
  case 0xAD, 0x2010, 0x2011: 371
  case 0x2018, 0x2019: 340
  case 0x201C, 0x201D: 570
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

/// Advances of U+0020 to U+007E in thousandths of the font size: of each character the wider of Open Sans and Arial with
/// four percent to spare, or of DejaVu Sans, the widest font that systems fall back to, as it is.
private let advances: [Int] = [
  318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 575, 838, 318, 361, 318, 382,
  637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 579,
  1056, 694, 694, 751, 771, 694, 636, 810, 768, 295, 520, 694, 579, 940, 785, 811,
  694, 811, 751, 694, 636, 758, 694, 989, 694, 694, 686, 391, 382, 391, 838, 579,
  601, 613, 638, 550, 638, 616, 353, 635, 639, 278, 278, 580, 278, 975, 639, 629,
  638, 638, 425, 521, 393, 639, 592, 818, 592, 592, 525, 637, 574, 637, 838,
]

/// The same for semibold: twelve percent to spare, or DejaVu Sans Bold, which stands in for it.
private let strongAdvances: [Int] = [
  349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 619, 838, 380, 416, 380, 412,
  696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 623,
  1137, 774, 763, 809, 831, 748, 685, 872, 837, 373, 560, 775, 638, 1012, 845, 873,
  748, 873, 809, 748, 685, 816, 774, 1104, 771, 748, 726, 458, 412, 458, 838, 623,
  647, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
  716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 618, 712, 838,
]
