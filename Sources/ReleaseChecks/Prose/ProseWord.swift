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
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    a = Self.packed(bytes, 0)
    if bytes.count > 8 {
      b = Self.packed(bytes, 8)
      c = Self.packed(bytes, 16)
      d = Self.packed(bytes, 24) & 0x00FF_FFFF_FFFF_FFFF
    }
    d |= UInt64(UInt8(truncatingIfNeeded: min(bytes.count, 255))) << 56
  }

  /// Up to eight bytes that are small already, the first one lowest, and zeros above them.
  @inline(__always)
  init(small bytes: UInt64, count: Int) {
    a = bytes
    d = UInt64(truncatingIfNeeded: count) << 56
  }

  /// One character, in UTF-8.
  @inline(__always)
  init(_ mark: Unicode.Scalar) {
    let value = UInt64(mark.value)
    switch value {
    case 0..<0x80: (a, d) = (value, 1 << 56)
    case 0x80..<0x800: (a, d) = (0x80C0 | value >> 6 | (value & 0x3F) << 8, 2 << 56)
    case 0x800..<0x1_0000:
      (a, d) = (0x80_80E0 | value >> 12 | (value >> 6 & 0x3F) << 8 | (value & 0x3F) << 16, 3 << 56)
    default:
      a = 0x8080_80F0 | value >> 18 | (value >> 12 & 0x3F) << 8
      a |= (value >> 6 & 0x3F) << 16 | (value & 0x3F) << 24
      d = 4 << 56
    }
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

  /// A number that words seldom share, in the lower bits most of all (Knuth, "The Art of Computer Programming", 6.4,
  /// multiplicative hashing).
  @inline(__always)
  var spread: Int {
    let product = (a ^ b &* 0x9E37_79B9_7F4A_7C15 ^ d) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> 40)
  }

  /// Eight bytes from an offset, zeros beyond the end, capitals as small letters.
  @inline(__always)
  private static func packed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
    let count = min(bytes.count - start, 8)
    guard count > 0 else { return 0 }
    var word: UInt64 = 0
    if count == 8 {
      word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: start, as: UInt64.self)
      word = UInt64(littleEndian: word)
    } else {
      for index in 0..<count { word |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    }
    // All eight at once (Warren, "Hacker's Delight", 2-18): bytes from A to Z get the bit of small letters.
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = low &+ 0x2525_2525_2525_2525
    let isCapital = (fromA ^ afterZ) & ~word & 0x8080_8080_8080_8080
    return word | isCapital >> 2
  }
}
