import CXXHash

/// The XXH3 of a sequence of numbers and texts, which tells one sequence from another.
public struct Fingerprint: Sendable {
  private var bytes: [UInt8] = []

  public init() {}

  public init(_ text: String) { add(text) }

  public init(_ number: UInt64) { add(number) }

  public var value: UInt64 { bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) } }

  public mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Takes a text with its length, so that no two sequences give the same bytes.
  public mutating func add(_ text: UnsafeRawBufferPointer) {
    add(UInt64(text.count))
    bytes.append(contentsOf: text)
  }

  /// Takes a text with its length, so that no two sequences give the same bytes.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }
}
