/// The bytes of a record, as far as they have not been read; valid as long as the record lies in memory.
public struct RecordReader {
  public private(set) var rest: UnsafeRawBufferPointer

  public init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  public var isAtEnd: Bool { rest.isEmpty }

  /// Takes so many bytes; `nil` where there are fewer.
  public mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }

  /// Takes a value as it lies in memory.
  @inlinable public mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
    take(MemoryLayout<Value>.size)?.loadUnaligned(as: type)
  }

  /// Takes a count of elements, none of which is smaller than `size`: a damaged one cannot ask for more memory than
  /// there are bytes.
  public mutating func takeCount(ofSize size: Int = 1) -> Int? {
    guard let count = take(UInt32.self), Int(count) <= rest.count / size else { return nil }
    return Int(count)
  }

  /// Takes so many elements as they lie in memory.
  @inlinable public mutating func take<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type
  ) -> [Element]? {
    guard let bytes = take(count * MemoryLayout<Element>.stride) else { return nil }
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      initialized = count
    }
  }

  /// Takes as many elements as their count says, each by `element`.
  @inlinable public mutating func takeList<Element>(
    _ element: (inout RecordReader) -> Element?
  ) -> [Element]? {
    guard let count = takeCount() else { return nil }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }
}

extension [UInt8] {
  /// Adds a value as it lies in memory.
  @inlinable public mutating func write<Value: BitwiseCopyable>(bitsOf value: Value) {
    Swift.withUnsafeBytes(of: value) { append(contentsOf: $0) }
  }

  /// Adds a count; a record holds fewer than four thousand million of anything.
  @inlinable public mutating func write(count: Int) { write(bitsOf: UInt32(count)) }

  /// Adds elements as they lie in memory, after their count.
  @inlinable public mutating func write(bitsOfAll elements: [some BitwiseCopyable]) {
    write(count: elements.count)
    elements.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// Adds what `write` adds, after the count of its bytes.
  public mutating func writeMeasured(_ write: (inout [UInt8]) -> Void) {
    let place = count
    self.write(count: 0)
    write(&self)
    let length = UInt32(count - place - MemoryLayout<UInt32>.size)
    withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: place, as: UInt32.self) }
  }
}
