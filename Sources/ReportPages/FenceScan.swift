/// The fenced code blocks at the top level of a Markdown text (CommonMark 0.31, 4.5).
///
/// Enough to know which blocks an author placed and whether the last fence is left open; fences inside
/// lists and quotations end with their container and are not seen.
struct FenceScan {
  /// The info string of each fence, in order.
  var infos: [String] = []
  /// The fence that closes the one left open at the end of the text, if any.
  var missingClose: String?

  init(_ lines: [ArraySlice<UInt8>]) {
    var open: (byte: UInt8, length: Int)?
    for line in lines {
      guard let fence = Self.fence(line) else { continue }
      if let current = open {
        if fence.byte == current.byte, fence.length >= current.length, fence.info.isEmpty { open = nil }
      } else {
        open = (fence.byte, fence.length)
        infos.append(fence.info)
      }
    }
    if let open {
      missingClose = String(repeating: Character(Unicode.Scalar(open.byte)), count: open.length)
    }
  }

  private static func fence(_ line: ArraySlice<UInt8>) -> (byte: UInt8, length: Int, info: String)? {
    let indent = line.prefix { $0 == 32 }.count
    guard indent <= 3, let byte = line.dropFirst(indent).first,
      byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    else { return nil }
    let length = line.dropFirst(indent).prefix { $0 == byte }.count
    let rest = line.dropFirst(indent + length)
    if length < 3 || (byte == UInt8(ascii: "`") && rest.contains(byte)) { return nil }
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 }
    let info = rest.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return (byte, length, String(decoding: Array(info), as: UTF8.self))
  }
}
