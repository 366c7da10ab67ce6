public import Markup

/// Writes the record that a page's template is filled with, field by field and in the order of its shape.
///
/// A page has hundreds of values, each of which is read once. So texts and HTML lie in one run of bytes and fields
/// in one list, and to drop a record takes no longer than to drop these.
public struct RecordWriter: ~Copyable {
  fileprivate var bytes = ByteSink(capacity: 16_384)
  private var large: [WrittenBytes] = []
  /// The fields of all records that are whole, each record's one after the other, and the lists' records.
  fileprivate var fields = WrittenFields()
  /// The fields of the records being written, the outer ones first.
  private var open = WrittenFields()

  public init() {}

  /// The whole record, when all its fields have been written.
  public consuming func page(_ shape: RecordShape) -> WrittenRecord {
    let page = close(shape, from: 0)
    return WrittenRecord(bytes: bytes, large: large, fields: fields, first: page)
  }

  /// Adds a text, or an empty one.
  public mutating func text(_ text: String?) {
    let start = bytes.count
    if let text { bytes.raw(text) }
    open.append(WrittenField(.text, start..<bytes.count))
  }

  /// Adds a text in parts; what is appended is escaped when the page is filled.
  public mutating func text(_ write: (inout ByteSink) -> Void) {
    let start = bytes.count
    write(&bytes)
    open.append(WrittenField(.text, start..<bytes.count))
  }

  /// Adds HTML.
  public mutating func html(_ write: (inout ByteSink) -> Void) {
    let start = bytes.count
    write(&bytes)
    open.append(WrittenField(.html, start..<bytes.count))
  }

  /// Adds HTML that lies elsewhere.
  public mutating func html(_ written: WrittenBytes) {
    open.append(WrittenField(.large, large.count..<large.count + 1))
    large.append(written)
  }

  public mutating func flag(_ flag: Bool) { open.append(WrittenField(.flag, 0..<(flag ? 1 : 0))) }

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
    open.append(WrittenField(recordAt: close(shape, from: first)))
  }

  @usableFromInline
  mutating func missingRecord() { open.append(.missing) }

  /// Where a record lies that is whole.
  public struct Place {
    fileprivate let first: Int
  }

  /// The records of the list that was added last.
  public var lastRecords: [Place] {
    let last = open.count - 1
    guard last >= 0, open[last].kind == .list else { return [] }
    return open[last].range.map { Place(first: fields[$0].range.lowerBound) }
  }

  /// Adds some fields of a whole record once more, for another that differs from it in few.
  public mutating func fields(_ range: Range<Int>, of place: Place) {
    open.append(fields, place.first + range.lowerBound..<place.first + range.upperBound)
  }

  /// Makes a list of the last fields, which are records.
  @usableFromInline
  mutating func endList(from start: Int) { open.append(WrittenField(.list, move(from: start))) }

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
    open.append(WrittenField(recordAt: move(from: first).lowerBound))
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
    fields.append(open, first..<open.count)
    open.truncate(to: first)
    return start..<fields.count
  }
}

/// A record that a page's template is filled with, as a ``RecordWriter`` has written it.
public final class WrittenRecord: @unchecked Sendable {
  // Nothing changes it any more, so that all threads may read it.
  let bytes: ByteSink
  let large: [WrittenBytes]
  let fields: WrittenFields
  /// Where the fields of the page's own record begin.
  let first: Int

  fileprivate init(
    bytes: consuming ByteSink, large: [WrittenBytes], fields: consuming WrittenFields, first: Int
  ) {
    self.bytes = bytes
    self.large = large
    self.fields = fields
    self.first = first
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
        let value = fields[first + index]
        switch (value.kind, field.kind) {
        case (.text, _): return .text(bytes.withBytes { String(decoding: $0[value.range], as: UTF8.self) })
        case (.html, _): return .html(bytes.withBytes { Array($0[value.range]) })
        case (.large, _): return .html(large[value.range.lowerBound].bytes())
        case (.flag, _): return .flag(value.isTrue)
        case (.list, .list(let shape)): return .list(value.range.compactMap { record(fields[$0], shape) })
        case (.record, .record(let shape)): return .record(record(value, shape))
        case (.list, _): return .list([])
        case (.record, _): return .record(nil)
        }
      })
  }

  private func record(_ field: WrittenField, _ shape: RecordShape) -> TemplateRecord? {
    field.isTrue ? values(shape, from: field.range.lowerBound) : nil
  }
}
