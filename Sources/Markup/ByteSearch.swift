import Glibc

extension UnsafeRawBufferPointer {
  /// The offset of the first such byte from an offset on; `nil` where none follows.
  @inline(__always)
  public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Whether some bytes stand in it one after the other.
  public func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first else { return true }
    var next = 0
    while let offset = firstOffset(of: first, from: next), offset + bytes.count <= count {
      if self[offset..<offset + bytes.count].elementsEqual(bytes) { return true }
      next = offset + 1
    }
    return false
  }

  /// How many such bytes there are.
  public func count(of byte: UInt8) -> Int {
    var found = 0
    var next = 0
    while let offset = firstOffset(of: byte, from: next) {
      found += 1
      next = offset + 1
    }
    return found
  }

  /// How many bytes `mark` marks with a 1.
  ///
  /// The sum of a block fits a byte, so that the compiler adds many bytes in one step.
  @inlinable
  @inline(__always)
  public func count(marked mark: (UInt8) -> UInt8) -> Int {
    guard let base = baseAddress else { return 0 }
    var all = 0
    var index = 0
    while index < count {
      let end = index &+ 224 < count ? index &+ 224 : count
      var found: UInt8 = 0
      for place in index..<end { found &+= mark(base.load(fromByteOffset: place, as: UInt8.self)) }
      all &+= Int(found)
      index = end
    }
    return all
  }
}
