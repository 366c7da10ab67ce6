/// The files of a ZIP archive (APPNOTE 6.3) by their names; `nil` for bytes that are none.
///
/// Knows what workbooks need: the central directory, stored and deflated members.
public func unzipped(_ bytes: [UInt8]) -> [String: [UInt8]]? {
  func number(_ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
  guard bytes.count > 22,
    let end = (0...(bytes.count - 22)).reversed().first(where: { number($0, 4) == 0x0605_4B50 })
  else { return nil }
  var files: [String: [UInt8]] = [:]
  var entry = number(end + 16, 4)
  for _ in 0..<number(end + 10, 2) {
    guard entry + 46 <= bytes.count, number(entry, 4) == 0x0201_4B50 else { return nil }
    let nameLength = number(entry + 28, 2)
    let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
    let header = number(entry + 42, 4)
    let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
    let packed = Array(bytes[start..<(start + number(entry + 20, 4))])
    guard let content = number(entry + 10, 2) == 0 ? packed : inflated(packed) else { return nil }
    guard content.count == number(entry + 24, 4) else { return nil }
    files[name] = content
    entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
  }
  return files
}

/// Decompresses deflated bytes (RFC 1951); `nil` for broken ones.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
  var reader = BitReader(bytes: bytes)
  var output: [UInt8] = []
  while true {
    guard let isLast = reader.bits(1), let kind = reader.bits(2) else { return nil }
    switch kind {
    case 0:
      reader.skipToByte()
      guard let length = reader.bits(16), reader.bits(16) != nil else { return nil }
      for _ in 0..<length {
        guard let byte = reader.bits(8) else { return nil }
        output.append(UInt8(byte))
      }
    case 1:
      let lengths =
        [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
        + [Int](repeating: 8, count: 8)
      guard
        inflate(&reader, HuffmanCode(lengths), HuffmanCode([Int](repeating: 5, count: 30)), into: &output)
      else { return nil }
    case 2:
      guard let (literals, distances) = readCodes(&reader),
        inflate(&reader, literals, distances, into: &output)
      else { return nil }
    default: return nil
    }
    if isLast == 1 { return output }
  }
}

private struct BitReader {
  var bytes: [UInt8]
  var position = 0

  mutating func bits(_ count: Int) -> Int? {
    guard position + count <= bytes.count * 8 else { return nil }
    var value = 0
    for bit in 0..<count {
      value |= Int(bytes[(position + bit) >> 3] >> UInt8((position + bit) & 7) & 1) << bit
    }
    position += count
    return value
  }

  mutating func skipToByte() { position = (position + 7) & ~7 }
}

/// A canonical code, decoded bit by bit from the counts of its lengths (RFC 1951, 3.2.2).
private struct HuffmanCode {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int]

  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    symbols = lengths.indices.filter { lengths[$0] > 0 }
      .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  func symbol(_ reader: inout BitReader) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      guard let bit = reader.bits(1) else { return nil }
      code |= bit
      if code - first < counts[length] { return symbols[index + code - first] }
      index += counts[length]
      first = (first + counts[length]) << 1
      code <<= 1
    }
    return nil
  }
}

private func readCodes(_ reader: inout BitReader) -> (HuffmanCode, HuffmanCode)? {
  guard let literals = reader.bits(5), let distances = reader.bits(5), let count = reader.bits(4) else {
    return nil
  }
  let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  var lengths = [Int](repeating: 0, count: 19)
  for index in 0..<(count + 4) {
    guard let length = reader.bits(3) else { return nil }
    lengths[order[index]] = length
  }
  let code = HuffmanCode(lengths)
  lengths = []
  while lengths.count < literals + 257 + distances + 1 {
    guard let symbol = code.symbol(&reader) else { return nil }
    switch symbol {
    case 16:
      guard let last = lengths.last, let more = reader.bits(2) else { return nil }
      lengths += [Int](repeating: last, count: more + 3)
    case 17, 18:
      guard let more = reader.bits(symbol == 17 ? 3 : 7) else { return nil }
      lengths += [Int](repeating: 0, count: more + (symbol == 17 ? 3 : 11))
    default: lengths.append(symbol)
    }
  }
  return (HuffmanCode(Array(lengths[..<(literals + 257)])), HuffmanCode(Array(lengths[(literals + 257)...])))
}

private func inflate(
  _ reader: inout BitReader, _ literals: HuffmanCode, _ distances: HuffmanCode, into output: inout [UInt8]
) -> Bool {
  let bases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  let extra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  let far = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145, 8193, 12289, 16385, 24577,
  ]
  while true {
    guard let symbol = literals.symbol(&reader) else { return false }
    if symbol < 256 {
      output.append(UInt8(symbol))
      continue
    }
    if symbol == 256 { return true }
    guard symbol - 257 < bases.count, let more = reader.bits(extra[symbol - 257]),
      let distance = distances.symbol(&reader), distance < far.count,
      let further = reader.bits(max(0, distance / 2 - 1))
    else { return false }
    let back = far[distance] + further
    guard back <= output.count else { return false }
    for _ in 0..<(bases[symbol - 257] + more) { output.append(output[output.count - back]) }
  }
}
