public import Markup

/// Writes the record that a page's template is filled with, field by field and in the order of its shape.
///
/// A page has hundreds of values, each of which is read once. So texts and HTML lie in one run of bytes and fields
/// in one list, and to drop a record takes no longer than to drop these.
public struct RecordWriter: ~Copyable {
  fileprivate var bytes = ByteSink(capacity: 16_384)
  private var large: [WrittenBytes] = []
  /// The fields of all records that are whole, each record's one after the other, and the lists' records.
  fileprivate var fields: [WrittenRecord.Field] = []
  /// The fields of the records being written, the outer ones first.
  private var open: [WrittenRecord.Field] = []

  public init() {
    fields.reserveCapacity(128)
    open.reserveCapacity(64)
  }

  /// The whole record, when all its fields have been written.
  public consuming func page(_ shape: RecordShape) -> WrittenRecord {
    let page = close(shape, from: 0)
    return WrittenRecord(bytes: bytes, large: large, fields: fields, first: page)
  }

  /// Adds a text, or an empty one.
  public mutating func text(_ text: String?) {
    let start = bytes.count
    if let text { bytes.raw(text) }
    open.append(.text(start..<bytes.count))
  }

  /// Adds a text in parts; what is appended is escaped when the page is filled.
  public mutating func text(_ write: (inout ByteSink) -> Void) {
    let start = bytes.count
    write(&bytes)
    open.append(.text(start..<bytes.count))
  }

  /// Adds HTML.
  public mutating func html(_ write: (inout ByteSink) -> Void) {
    let start = bytes.count
    write(&bytes)
    open.append(.html(start..<bytes.count))
  }

  /// Adds HTML that lies elsewhere.
  public mutating func html(_ written: WrittenBytes) {
    open.append(.large(large.count))
    large.append(written)
  }

  public mutating func flag(_ flag: Bool) { open.append(.flag(flag)) }

  /// Adds a list with a record for each element.
  @inlinable
  public mutating func list<Element>(
    _ elements: some Sequence<Element>, of shape: RecordShape,
    _ write: (inout RecordWriter, Element) -> Void
  ) {
    let start = openCount
    for element in elements {
      let first = openCount
      write(&self, element)
      endRecord(shape, from: first)
    }
    endList(from: start)
  }

  /// Adds a record where there is an element to write one for, or else none.
  @inlinable
  public mutating func record<Element>(
    _ element: Element?, of shape: RecordShape, _ write: (inout RecordWriter, Element) -> Void
  ) {
    guard let element else { return missingRecord() }
    let first = openCount
    write(&self, element)
    endRecord(shape, from: first)
  }

  @usableFromInline var openCount: Int { open.count }

  /// Makes a record of the last fields.
  @usableFromInline
  mutating func endRecord(_ shape: RecordShape, from first: Int) {
    open.append(.record(close(shape, from: first)))
  }

  @usableFromInline
  mutating func missingRecord() { open.append(.record(nil)) }

  /// Where a record lies that is whole.
  public struct Place {
    fileprivate let first: Int
  }

  /// The records of the list that was added last.
  public var lastRecords: [Place] {
    guard case .list(let records)? = open.last else { return [] }
    return fields[records].compactMap { record in
      guard case .record(let first?) = record else { return nil }
      return Place(first: first)
    }
  }

  /// Adds some fields of a whole record once more, for another that differs from it in few.
  public mutating func fields(_ range: Range<Int>, of place: Place) {
    open.append(contentsOf: fields[place.first + range.lowerBound..<place.first + range.upperBound])
  }

  /// Makes a list of the last fields, which are records.
  @usableFromInline
  mutating func endList(from start: Int) { open.append(.list(move(from: start))) }

  /// Adds a value.
  public mutating func value(_ value: TemplateValue) {
    switch value {
    case .text(let text): self.text(text)
    case .html(let bytes): html { $0.append(bytes) }
    case .flag(let flag): self.flag(flag)
    case .list(let records): list(records)
    case .record(let record): self.record(record)
    }
  }

  /// Adds a list of records that are values.
  public mutating func list(_ records: [TemplateRecord]) {
    let start = open.count
    for record in records { self.record(record) }
    endList(from: start)
  }

  /// Adds a record that is a value.
  public mutating func record(_ record: TemplateRecord?) {
    guard let record else { return missingRecord() }
    let first = open.count
    for value in record.values { self.value(value) }
    open.append(.record(move(from: first).lowerBound))
  }

  /// Makes a record of the last fields; where they are not those of its shape, this is a bug of ours and traps.
  private mutating func close(_ shape: RecordShape, from first: Int) -> Int {
    precondition(open.count - first == shape.fields.count, "a record has \(shape.fields.count) values")
    for index in shape.fields.indices {
      precondition(
        open[first + index].isOf(shape.fields[index].kind),
        "the value of '\(shape.fields[index].name)' is of another kind")
    }
    return move(from: first).lowerBound
  }

  /// Puts the last fields to those that are whole; returns where they are.
  fileprivate mutating func move(from first: Int) -> Range<Int> {
    let start = fields.count
    fields.append(contentsOf: open[first...])
    open.removeSubrange(first...)
    return start..<fields.count
  }
}

/// A record that a page's template is filled with, as a ``RecordWriter`` has written it.
public final class WrittenRecord: @unchecked Sendable {
  // Nothing changes it any more, so that all threads may read it.
  let bytes: ByteSink
  let large: [WrittenBytes]
  let fields: [Field]
  /// Where the fields of the page's own record begin.
  let first: Int

  fileprivate init(bytes: consuming ByteSink, large: [WrittenBytes], fields: [Field], first: Int) {
    self.bytes = bytes
    self.large = large
    self.fields = fields
    self.first = first
  }

  /// A value of a field.
  enum Field {
    /// Where its bytes lie among all.
    case text(Range<Int>)
    case html(Range<Int>)
    /// By its place among what lies elsewhere.
    case large(Int)
    case flag(Bool)
    /// Where among the fields its records are listed.
    case list(Range<Int>)
    /// Where its fields begin.
    case record(Int?)

    /// Whether a section of this value is filled; what lies elsewhere is not empty.
    var isTrue: Bool {
      switch self {
      case .text(let range), .html(let range), .list(let range): !range.isEmpty
      case .large: true
      case .flag(let flag): flag
      case .record(let record): record != nil
      }
    }

    fileprivate func isOf(_ kind: RecordShape.Kind) -> Bool {
      switch (self, kind) {
      case (.text, .text), (.html, .html), (.large, .html), (.flag, .flag), (.list, .list),
        (.record, .record):
        true
      default: false
      }
    }
  }
}

extension WrittenRecord {
  /// A record that is a value.
  public convenience init(_ record: TemplateRecord) {
    var writer = RecordWriter()
    for value in record.values { writer.value(value) }
    let first = writer.move(from: 0).lowerBound
    self.init(bytes: writer.bytes, large: [], fields: writer.fields, first: first)
  }

  /// The record as values, in its shape.
  public func values(_ shape: RecordShape) -> TemplateRecord { values(shape, from: first) }

  private func values(_ shape: RecordShape, from first: Int) -> TemplateRecord {
    TemplateRecord(
      values: shape.fields.enumerated().map { index, field in
        switch (fields[first + index], field.kind) {
        case (.text(let range), _):
          .text(bytes.withBytes { String(decoding: $0[range], as: UTF8.self) })
        case (.html(let range), _): .html(bytes.withBytes { Array($0[range]) })
        case (.large(let place), _): .html(large[place].bytes())
        case (.flag(let flag), _): .flag(flag)
        case (.list(let records), .list(let shape)):
          .list(fields[records].compactMap { record($0, shape) })
        case (let field, .record(let shape)): .record(record(field, shape))
        case (.list, _): .list([])
        case (.record, _): .record(nil)
        }
      })
  }

  private func record(_ field: Field, _ shape: RecordShape) -> TemplateRecord? {
    guard case .record(let first?) = field else { return nil }
    return values(shape, from: first)
  }
}
