/// A value that a record of a build holds: written as bytes, and read back by the same program on the same machine.
public protocol Recorded {
  func write(to bytes: inout [UInt8])
  /// Takes the value from the front of what is left; `nil` where that holds none.
  init?(from reader: inout RecordReader)
}

extension Int64: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.write(bitsOf: self) }

  public init?(from reader: inout RecordReader) {
    guard let value = reader.take(Int64.self) else { return nil }
    self = value
  }
}

extension UInt8: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.append(self) }

  public init?(from reader: inout RecordReader) {
    guard let byte = reader.take(UInt8.self) else { return nil }
    self = byte
  }
}

extension Bool: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }

  public init?(from reader: inout RecordReader) {
    guard let byte = reader.take(UInt8.self), byte < 2 else { return nil }
    self = byte == 1
  }
}

extension String: Recorded {
  public func write(to bytes: inout [UInt8]) {
    var text = self
    text.withUTF8 {
      bytes.write(count: $0.count)
      bytes.append(contentsOf: UnsafeRawBufferPointer($0))
    }
  }

  public init?(from reader: inout RecordReader) {
    guard let count = reader.takeCount(), let bytes = reader.take(count) else { return nil }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension Optional: Recorded where Wrapped: Recorded {
  @inlinable public func write(to bytes: inout [UInt8]) {
    bytes.append(self == nil ? 0 : 1)
    self?.write(to: &bytes)
  }

  @inlinable public init?(from reader: inout RecordReader) {
    switch reader.take(UInt8.self) {
    case 0: self = .none
    case 1:
      guard let value = Wrapped(from: &reader) else { return nil }
      self = .some(value)
    default: return nil
    }
  }
}

extension Array: Recorded where Element: Recorded {
  @inlinable public func write(to bytes: inout [UInt8]) {
    bytes.write(count: count)
    for element in self { element.write(to: &bytes) }
  }

  @inlinable public init?(from reader: inout RecordReader) {
    guard let list = reader.takeList({ Element(from: &$0) }) else { return nil }
    self = list
  }
}

/// What is one of few cases stands in a record by its place among them.
extension Recorded where Self: CaseIterable & Equatable, AllCases.Index == Int {
  @inlinable public func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(Self.allCases.firstIndex(of: self) ?? 0))
  }

  @inlinable public init?(from reader: inout RecordReader) {
    guard let place = reader.take(UInt8.self), Self.allCases.indices.contains(Int(place)) else { return nil }
    self = Self.allCases[Int(place)]
  }
}
