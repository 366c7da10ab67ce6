/// A word of a text in small letters, a number as printed, or a mark, held in place.
///
/// Texts are long and most of their words mean nothing to the checks, so no word costs an allocation. Up to 31
/// bytes are kept; what is longer equals no shorter word and no other one that differs in its beginning or length.
struct ProseWord: Hashable, Sendable, ExpressibleByStringLiteral {
  private var a: UInt64 = 0
  private var b: UInt64 = 0
  private var c: UInt64 = 0
  /// Seven bytes, and the length in the highest one.
  private var d: UInt64 = 0

  init() {}

  init(stringLiteral text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { ProseWord($0) }
  }

  /// Takes ASCII capitals as small letters.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let kept = min(bytes.count, Self.capacity)
    a = Self.packed(bytes, 0, kept)
    if kept > 8 {
      b = Self.packed(bytes, 8, kept)
      if kept > 16 {
        c = Self.packed(bytes, 16, kept)
        d = Self.packed(bytes, 24, kept)
      }
    }
    d |= UInt64(UInt8(truncatingIfNeeded: min(bytes.count, 255))) << 56
  }

  /// What fits.
  static let capacity = 31

  /// How many bytes it has, at most 255.
  var count: Int { Int(d >> 56) }

  /// The first byte; 0 for nothing.
  var first: UInt8 { UInt8(truncatingIfNeeded: a) }

  /// One of the bytes that fit.
  subscript(index: Int) -> UInt8 {
    let word = index < 8 ? a : index < 16 ? b : index < 24 ? c : d
    return UInt8(truncatingIfNeeded: word >> UInt64(index % 8 * 8))
  }

  /// The bytes that fit.
  var bytes: [UInt8] { (0..<min(count, Self.capacity)).map { self[$0] } }

  /// The word as text, as far as it fits.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What stands between hyphens; itself where it has none.
  var parts: [ProseWord] {
    let bytes = bytes
    guard bytes.contains(UInt8(ascii: "-")), count <= Self.capacity else { return [self] }
    return bytes.split(separator: UInt8(ascii: "-")).map { part in
      Array(part).withUnsafeBufferPointer { ProseWord($0) }
    }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(a)
    hasher.combine(b ^ d)
  }

  @inline(__always)
  private static func packed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for index in start..<max(start, min(start + 8, end)) {
      let byte = bytes[index]
      let isCapital = byte &- UInt8(ascii: "A") < 26
      word |= UInt64(isCapital ? byte | 32 : byte) << shift
      shift += 8
    }
    return word
  }
}
