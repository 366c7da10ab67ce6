/// A value that a build record holds: written as bytes, and read back by the same program on the same machine.
protocol Recorded {
  func write(to bytes: inout [UInt8])
  /// Takes the value from the front of the bytes; `nil` where they do not hold one.
  init?(from bytes: inout ArraySlice<UInt8>)
}

extension Int64: Recorded {
  func write(to bytes: inout [UInt8]) { withUnsafeBytes(of: self) { bytes += $0 } }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard bytes.count >= 8 else { return nil }
    self = bytes.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
    bytes.removeFirst(8)
  }
}

extension UInt8: Recorded {
  func write(to bytes: inout [UInt8]) { bytes.append(self) }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let byte = bytes.popFirst() else { return nil }
    self = byte
  }
}

extension String: Recorded {
  func write(to bytes: inout [UInt8]) {
    Int64(utf8.count).write(to: &bytes)
    bytes += utf8
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let count = Int64(from: &bytes), count >= 0, count <= bytes.count else { return nil }
    self.init(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    bytes.removeFirst(Int(count))
  }
}

extension Optional: Recorded where Wrapped: Recorded {
  func write(to bytes: inout [UInt8]) {
    bytes.append(self == nil ? 0 : 1)
    self?.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    switch bytes.popFirst() {
    case 0: self = .none
    case 1:
      guard let value = Wrapped(from: &bytes) else { return nil }
      self = .some(value)
    default: return nil
    }
  }
}

extension Array: Recorded where Element: Recorded {
  func write(to bytes: inout [UInt8]) {
    Int64(count).write(to: &bytes)
    for element in self { element.write(to: &bytes) }
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    // No element is smaller than a byte, so a damaged count cannot ask for more memory than there are bytes.
    guard let count = Int64(from: &bytes), count >= 0, count <= bytes.count else { return nil }
    self.init()
    reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let element = Element(from: &bytes) else { return nil }
      append(element)
    }
  }
}
