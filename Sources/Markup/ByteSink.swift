/// A growing run of bytes that output is written to; one owner, never copied.
///
/// The short steps are inlinable, because every module that writes takes thousands of them a page.
@frozen
public struct ByteSink: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes have been written.
  @inlinable public var count: Int { written }
  @usableFromInline var written: Int
  /// The byte that was written last.
  @inlinable public var last: UInt8? { written > 0 ? base[written - 1] : nil }

  public init(capacity: Int = 16_384) {
    let memory = SinkMemory.take(capacity)
    (base, self.capacity, written) = (memory.base, memory.count, 0)
  }

  deinit { SinkMemory(base: base, count: capacity).give() }

  /// Appends one byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    if written == capacity { grow(by: 1) }
    base[written] = byte
    written += 1
  }

  /// Appends bytes as they are.
  @inlinable
  @inline(__always)
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    if capacity - written < bytes.count { grow(by: bytes.count) }
    UnsafeMutableRawPointer(base + written).copyMemory(from: source, byteCount: bytes.count)
    written += bytes.count
  }

  /// Appends what `write` puts into room for `most` bytes; it returns how many it wrote.
  @inlinable
  @inline(__always)
  public mutating func append(upTo most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - written < most { grow(by: most) }
    written += write(base + written)
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Appends all of another sink's bytes.
  public mutating func append(_ other: borrowing ByteSink) {
    append(UnsafeRawBufferPointer(start: other.base, count: other.count))
  }

  /// Appends text as it is: for markup written by us, never for an author's words.
  ///
  /// Always inlined: its text is known where it is called, and copied in a few stores.
  @inlinable
  @inline(__always)
  public mutating func markup(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text as it is: for text that is markup already or cannot hold any.
  public mutating func raw(_ text: String) {
    withUTF8(of: text) { append($0) }
  }

  /// The same for a part of a text.
  public mutating func raw(_ text: Substring) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends once more some of the bytes written so far.
  public mutating func repeatBytes(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= written)
    if capacity - written < range.count { grow(by: range.count) }
    UnsafeMutableRawPointer(base + written).copyMemory(from: base + range.lowerBound, byteCount: range.count)
    written += range.count
  }

  /// Forgets some bytes; what follows them moves to their place.
  public mutating func remove(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= written)
    UnsafeMutableRawPointer(base + range.lowerBound)
      .copyMemory(from: base + range.upperBound, byteCount: written - range.upperBound)
    written -= range.count
  }

  /// Forgets everything after the first `count` bytes.
  public mutating func truncate(to count: Int) {
    precondition(count <= written)
    written = count
  }

  /// Gives a view of the bytes written so far.
  public borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A copy of the bytes written so far.
  public borrowing func bytes() -> [UInt8] { withBytes { Array($0) } }

  /// The bytes written so far as text.
  public borrowing func text() -> String { withBytes { Markup.text(of: $0) } }

  @usableFromInline
  @inline(never)
  mutating func grow(by more: Int) {
    let larger = SinkMemory.take(max(capacity * 2, written + more))
    larger.base.update(from: base, count: written)
    SinkMemory(base: base, count: capacity).give()
    (base, capacity) = (larger.base, larger.count)
  }
}

/// Bytes as text.
///
/// Most texts are so short that they need no memory of their own; these are written in their place at once.
public func text(of bytes: UnsafeRawBufferPointer) -> String {
  guard bytes.count < 16 else { return String(decoding: bytes, as: UTF8.self) }
  return String(unsafeUninitializedCapacity: bytes.count) { place in
    UnsafeMutableRawBufferPointer(place).copyMemory(from: bytes)
    return bytes.count
  }
}

/// Text that is put together from parts, without a text for each of them.
public func composed(_ write: (inout ByteSink) -> Void) -> String {
  var sink = ByteSink(capacity: 256)
  write(&sink)
  return sink.text()
}

/// Gives a text's bytes where they lie; the rare text that does not lie in one piece is copied first.
@inline(__always)
func withUTF8<Result>(of text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
  if let result = text.utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) {
    return result
  }
  var text = text
  return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
}
