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
      while first < end {
        let marks = words(Bytes.marks(in: block(at: first)))
        if marks[0] | marks[1] != 0 { break }
        first &+= 16
      }
      first = Swift.min(first, end)
      second = first &+ 8
      last = block(at: first)
    } else {
      last = base.fewBytes(from: first, to: count, &second)
    }
    let marks = words(Bytes.marks(in: last))
    if marks[0] != 0 { return first &+ marks[0].trailingZeroBitCount &>> 3 }
    return marks[1] != 0 ? second &+ marks[1].trailingZeroBitCount &>> 3 : count
  }

  /// The marks of either half of a block as a number, the first byte's lowest.
  @inlinable
  @inline(__always)
  func words(_ marks: ByteMarks) -> SIMD2<UInt64> {
    let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return SIMD2(words[0].littleEndian, words[1].littleEndian)
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
