/// Sixteen bytes that are looked at in one step.
public typealias ByteBlock = SIMD16<UInt8>

/// Which bytes of a block are marked.
public typealias ByteMarks = SIMDMask<SIMD16<Int8>>

/// Some of the 256 bytes, to look for the first of them in a text.
public protocol ByteSet {
  /// The bytes of a block that are of the set; always to be inlined, as it is the whole of a short loop.
  static func marks(in block: ByteBlock) -> ByteMarks
}

extension ByteBlock {
  /// A byte sixteen times, to compare a block with.
  @inlinable
  @inline(__always)
  public static func all(_ byte: UInt8) -> ByteBlock { ByteBlock(repeating: byte) }
}

extension ByteMarks {
  /// The marks of either half of a block as a number, the first byte's lowest.
  @inlinable
  @inline(__always)
  var words: SIMD2<UInt64> {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return SIMD2(words[0].littleEndian, words[1].littleEndian)
  }

  @inlinable
  @inline(__always)
  var areNone: Bool { words[0] | words[1] == 0 }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first byte of a set from an offset on, or else the end.
  ///
  /// Most texts are short and hold none. Those of more than a block are read block by block, the last of which may
  /// begin within the one before it; the bytes of a shorter one fill a block by standing in it twice or more.
  @inlinable
  @inline(__always)
  public func firstOffset<Bytes: ByteSet>(of bytes: Bytes.Type, from start: Int) -> Int {
    guard let base = baseAddress, start < count else { return count }
    func block(at offset: Int) -> ByteBlock { base.loadUnaligned(fromByteOffset: offset, as: ByteBlock.self) }
    var first = start
    // The two halves of a block need not follow each other.
    var second = start
    let last: ByteBlock
    if count &- start >= 16 {
      let end = count &- 16
      while first < end, Bytes.marks(in: block(at: first)).areNone { first &+= 16 }
      first = Swift.min(first, end)
      second = first &+ 8
      last = block(at: first)
    } else {
      last = base.fewBytes(from: first, to: count, &second)
    }
    let marks = Bytes.marks(in: last).words
    if marks[0] != 0 { return first &+ marks[0].trailingZeroBitCount &>> 3 }
    return marks[1] != 0 ? second &+ marks[1].trailingZeroBitCount &>> 3 : count
  }
}

extension ByteSink {
  /// Appends bytes if they are few and none is of a set; says whether it did.
  ///
  /// They are stored as they were looked at, in one block or two that overlap.
  @inline(__always)
  mutating func appendFew<Bytes: ByteSet>(
    _ bytes: UnsafeRawBufferPointer, without set: Bytes.Type
  ) -> Bool {
    let count = bytes.count
    guard count > 0, count <= 32, let base = bytes.baseAddress else { return false }
    if count >= 16 {
      let first = base.loadUnaligned(as: ByteBlock.self)
      let last = base.loadUnaligned(fromByteOffset: count &- 16, as: ByteBlock.self)
      guard (Bytes.marks(in: first) .| Bytes.marks(in: last)).areNone else { return false }
      append(upTo: 32) { place in
        UnsafeMutableRawPointer(place).storeBytes(of: first, as: ByteBlock.self)
        UnsafeMutableRawPointer(place + (count &- 16)).storeBytes(of: last, as: ByteBlock.self)
        return count
      }
    } else {
      var second = 0
      let block = base.fewBytes(from: 0, to: count, &second)
      guard Bytes.marks(in: block).areNone else { return false }
      append(upTo: 16) { place in
        // What a half repeats lies behind its bytes: under the other half, or behind all that is written.
        let halves = unsafeBitCast(block, to: SIMD2<UInt64>.self)
        UnsafeMutableRawPointer(place).storeBytes(of: halves[0], as: UInt64.self)
        UnsafeMutableRawPointer(place + second).storeBytes(of: halves[1], as: UInt64.self)
        return count
      }
    }
    return true
  }
}

extension UnsafeRawPointer {
  /// A block of one to fifteen bytes: the first half begins with the first of them, the second ends with the last
  /// or repeats bytes that do.
  ///
  /// - Parameter second: where the bytes lie with which the second half begins.
  @inlinable
  @inline(__always)
  func fewBytes(from first: Int, to end: Int, _ second: inout Int) -> ByteBlock {
    let halves: SIMD2<UInt64>
    switch end &- first {
    case 8...:
      second = end &- 8
      halves = SIMD2(
        loadUnaligned(fromByteOffset: first, as: UInt64.self),
        loadUnaligned(fromByteOffset: second, as: UInt64.self))
    case 4...:
      second = end &- 4
      halves =
        SIMD2(
          UInt64(loadUnaligned(fromByteOffset: first, as: UInt32.self)),
          UInt64(loadUnaligned(fromByteOffset: second, as: UInt32.self))) &* 0x1_0000_0001
    case 2...:
      second = end &- 2
      halves =
        SIMD2(
          UInt64(loadUnaligned(fromByteOffset: first, as: UInt16.self)),
          UInt64(loadUnaligned(fromByteOffset: second, as: UInt16.self))) &* 0x1_0001_0001_0001
    default:
      second = first
      let byte = UInt64(load(fromByteOffset: first, as: UInt8.self)) &* 0x0101_0101_0101_0101
      halves = SIMD2(byte, byte)
    }
    return unsafeBitCast(halves, to: ByteBlock.self)
  }
}
