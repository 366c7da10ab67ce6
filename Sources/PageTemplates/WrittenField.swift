import Markup

/// A value of a field as a ``RecordWriter`` has written it, small because a page has hundreds.
struct WrittenField {
  let kind: Kind
  private let start: UInt32
  private let end: UInt32

  enum Kind: UInt8 {
    case text, html
    /// Bytes that lie elsewhere.
    case large
    case flag, list, record
  }

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// A record whose fields begin at a place; it is there even if it has none.
  init(recordAt first: Int) { self.init(.record, first..<first + 1) }

  /// A record that is not there.
  static var missing: WrittenField { WrittenField(.record, 0..<0) }

  /// Where its bytes lie among all, or the records of a list; of a record and of what lies elsewhere the place
  /// is the range's beginning.
  var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }

  /// Whether a section of this value is filled.
  var isTrue: Bool { start < end }

  func isOf(_ kind: RecordShape.Kind) -> Bool {
    switch (self.kind, kind) {
    case (.text, .text), (.html, .html), (.large, .html), (.flag, .flag), (.list, .list),
      (.record, .record):
      true
    default: false
    }
  }
}

/// Fields one after the other, in memory that a thread keeps for its next records as it does that of its sinks.
struct WrittenFields: ~Copyable {
  private var bytes = ByteSink(capacity: 4_096)

  private static var size: Int { MemoryLayout<WrittenField>.stride }

  var count: Int { bytes.count / Self.size }

  subscript(index: Int) -> WrittenField { withFields { $0[index] } }

  mutating func append(_ field: WrittenField) {
    bytes.append(upTo: Self.size) { place in
      UnsafeMutableRawPointer(place).storeBytes(of: field, as: WrittenField.self)
      return Self.size
    }
  }

  /// Appends some of the fields of another list.
  mutating func append(_ other: borrowing WrittenFields, _ range: Range<Int>) {
    other.withFields { bytes.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: $0[range]))) }
  }

  /// Forgets everything after the first `count` fields.
  mutating func truncate(to count: Int) { bytes.truncate(to: count * Self.size) }

  /// Gives a view of the fields.
  func withFields<Result>(_ body: (UnsafeBufferPointer<WrittenField>) -> Result) -> Result {
    // Memory is aligned for any type, and nothing else has been written to it.
    bytes.withBytes { body($0.assumingMemoryBound(to: WrittenField.self)) }
  }
}
