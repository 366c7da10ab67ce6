/// A few texts in one run of bytes.
///
/// Findings are kept by the ten thousand, and each text by itself would cost a piece of memory with room to spare.
public struct TextList: Hashable, Sendable {
  /// UTF-8, with a byte after each text that UTF-8 never has.
  public private(set) var bytes: [UInt8] = []
  private static let end: UInt8 = 0xFF

  public init(_ texts: some Collection<String> = []) {
    guard !texts.isEmpty else { return }
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count + 1 })
    for text in texts { append(text) }
  }

  /// The list whose ``bytes`` these are; `nil` where they end within a text.
  public init?(bytes: [UInt8]) {
    guard bytes.isEmpty || bytes.last == Self.end else { return nil }
    self.bytes = bytes
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// Each as a text of its own.
  public var texts: [String] {
    bytes.split(separator: Self.end, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Makes a text the last one of the list.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    bytes.append(Self.end)
  }

  /// Lets the last text of the list, which must have one, go on with another.
  public mutating func appendToLast(_ text: String) {
    bytes.removeLast()
    append(text)
  }

  /// The same texts in no more memory than they need.
  public var fitted: TextList {
    var list = TextList()
    list.bytes = Array(unsafeUninitializedCapacity: bytes.count) { room, count in
      _ = room.initialize(from: bytes)
      count = bytes.count
    }
    return list
  }
}
