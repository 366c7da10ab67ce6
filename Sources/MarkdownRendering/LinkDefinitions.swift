/// The destinations of what reads as a link reference definition, `[label]: destination`, in byte offsets.
///
/// Only definitions on one line are found (CommonMark 0.31, section 4.7, allows a line end before the
/// destination); the marks of quotations and lists may stand before them.
func linkDefinitions(in source: SourceText) -> [Range<Int>] {
  let bytes = source.bytes
  var found: [Range<Int>] = []
  for line in 1...source.lineCount {
    var at = source.start(ofLine: line)
    let end = source.end(ofLine: line)
    while at < end, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == UInt8(ascii: ">") { at += 1 }
    guard at + 1 < end, bytes[at] == UInt8(ascii: "["), bytes[at + 1] != UInt8(ascii: "^") else { continue }
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "]") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    guard at + 1 < end, bytes[at + 1] == UInt8(ascii: ":") else { continue }
    at += 2
    while at < end, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
    let isBracketed = at < end && bytes[at] == UInt8(ascii: "<")
    if isBracketed { at += 1 }
    let start = at
    while at < end, isBracketed ? bytes[at] != UInt8(ascii: ">") : bytes[at] > 32 { at += 1 }
    if at > start { found.append(start..<at) }
  }
  return found
}

/// An address with its backslash escapes resolved, as a link leads to it.
func unescaped(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
  var result: [UInt8] = []
  var at = bytes.startIndex
  while at < bytes.endIndex {
    if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex, isPunctuation(bytes[at + 1]) { at += 1 }
    result.append(bytes[at])
    at += 1
  }
  return String(decoding: result, as: UTF8.self)
}

/// Whether a byte is one of ASCII's punctuation marks, the ones a backslash escapes.
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 33...47, 58...64, 91...96, 123...126: true
  default: false
  }
}
