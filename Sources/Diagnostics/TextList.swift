/// A few texts in one run of bytes.
///
/// Findings are kept by the ten thousand, and each text by itself would cost a piece of memory with room to spare.
public struct TextList: Hashable, Sendable {
  /// UTF-8, with a byte after each text that UTF-8 never has.
  public private(set) var bytes: [UInt8] = []
  private static let end: UInt8 = 0xFF

  public init(_ texts: some Collection<String> = []) {
    guard !texts.isEmpty else { return }
    bytes.reserveCapacity(Self.room(for: texts))
    for text in texts { append(text) }
  }

  /// Texts, the texts of a list, and texts.
  init(_ first: [String], _ list: TextList, _ last: [String]) {
    bytes.reserveCapacity(Self.room(for: first) + list.bytes.count + Self.room(for: last))
    for text in first { append(text) }
    bytes += list.bytes
    for text in last { append(text) }
  }

  private static func room(for texts: some Collection<String>) -> Int {
    texts.reduce(0) { $0 + $1.utf8.count + 1 }
  }

  /// The list whose ``bytes`` these are; `nil` where they end within a text.
  public init?(bytes: [UInt8]) {
    guard bytes.isEmpty || bytes.last == Self.end else { return nil }
    self.bytes = bytes
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public var count: Int { bytes.reduce(0) { $0 + ($1 == Self.end ? 1 : 0) } }

  /// Each as a text of its own.
  public var texts: [String] {
    bytes.split(separator: Self.end, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// One of them, of which there must be so many.
  subscript(number: Int) -> String {
    var rest = bytes[...]
    for _ in 0..<number { rest = rest[(rest.firstIndex(of: Self.end) ?? rest.endIndex - 1)...].dropFirst() }
    return String(decoding: rest.prefix { $0 != Self.end }, as: UTF8.self)
  }

  /// Less than zero where the first text stands before that of another list in the order of bytes, zero where both
  /// are the same; neither list may be empty.
  func compareFirst(to other: TextList) -> Int {
    bytes.withUnsafeBufferPointer { a in
      other.bytes.withUnsafeBufferPointer { b in
        var place = 0
        while a[place] == b[place], a[place] != Self.end { place += 1 }
        if a[place] == b[place] { return 0 }
        // The shorter one comes first where the other goes on.
        if a[place] == Self.end { return -1 }
        return b[place] == Self.end ? 1 : Int(a[place]) - Int(b[place])
      }
    }
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
}
