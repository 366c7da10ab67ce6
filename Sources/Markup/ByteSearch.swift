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

  /// The offset of the first byte from an offset on that `mark` marks with a 1, or else the end.
  ///
  /// Most texts hold hardly any of the bytes that are looked for. So blocks are asked as a whole whether they hold
  /// one, by a loop without branches, of which the compiler makes vector instructions; `mark` has to be such a sum
  /// of comparisons.
  @inlinable
  @inline(__always)
  public func firstOffset(from start: Int, marked mark: (UInt8) -> UInt8) -> Int {
    guard let base = baseAddress else { return start }
    func holdsMarked(_ first: Int, _ count: Int) -> Bool {
      var found: UInt8 = 0
      for place in first..<first &+ count { found |= mark(base.load(fromByteOffset: place, as: UInt8.self)) }
      return found != 0
    }
    var index = start
    while index &+ 32 <= count, !holdsMarked(index, 32) { index &+= 32 }
    if index &+ 16 <= count, !holdsMarked(index, 16) { index &+= 16 }
    if index &+ 8 <= count, !holdsMarked(index, 8) { index &+= 8 }
    // Few bytes that are left are the end of a block that begins in what has been looked at.
    let rest = count &- index
    if rest > 0, rest < 8, count &- 8 >= start, !holdsMarked(count &- 8, 8) { return count }
    while index < count, !holdsMarked(index, 1) { index &+= 1 }
    return index
  }
}
