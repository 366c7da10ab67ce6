public import CivilTime
import ExactNumbers
public import Records

extension Statement: Recorded {
  public func write(to bytes: inout [UInt8]) {
    head.value.write(to: &bytes)
    columns.write(to: &bytes)
    bytes.write(bitsOfAll: cells)
    bytes.write(count: width)
  }

  public init?(from reader: inout RecordReader) {
    guard let head = Head(from: &reader), let columns = [Period](from: &reader),
      let count = reader.takeCount(ofSize: 8),
      let cells = reader.take(count, of: PackedFigure.self),
      let width = reader.take(UInt32.self)
    else { return nil }
    self.init(Shared(head), columns: columns, packed: cells, width: Int(width))
  }
}

extension Statement.Head: Recorded {
  public func write(to bytes: inout [UInt8]) {
    name.write(to: &bytes)
    title.write(to: &bytes)
    currency.write(to: &bytes)
    scale.write(to: &bytes)
    audited.write(to: &bytes)
    changes.write(to: &bytes)
    hasSparklines.write(to: &bytes)
    rows.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let name = String(from: &reader), let title = String(from: &reader),
      let currency = String(from: &reader), let scale = Statement.Scale(from: &reader),
      let audited = Bool?(from: &reader), let changes = [Statement.Change](from: &reader),
      let hasSparklines = Bool(from: &reader), let rows = [Statement.Row.Head](from: &reader)
    else { return nil }
    self.init(
      name: name, title: title, currency: currency, scale: scale, audited: audited, changes: changes,
      hasSparklines: hasSparklines, rows: rows)
  }
}

extension Statement.Row.Head: Recorded {
  public func write(to bytes: inout [UInt8]) {
    concept.write(to: &bytes)
    label.write(to: &bytes)
    role.write(to: &bytes)
    items.write(to: &bytes)
    level.write(to: &bytes)
    isNegated.write(to: &bytes)
    isInMinorUnit.write(to: &bytes)
    note.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let concept = ConceptID?(from: &reader), let label = String(from: &reader),
      let role = Statement.Role(from: &reader), let items = [ConceptID](from: &reader),
      let level = UInt8(from: &reader), let isNegated = Bool(from: &reader),
      let isInMinorUnit = Bool(from: &reader), let note = String?(from: &reader)
    else { return nil }
    self.init(
      concept: concept, label: label, role: role, items: items, level: level, isNegated: isNegated,
      isInMinorUnit: isInMinorUnit, note: note)
  }
}

extension StatedFigure: Recorded {
  public func write(to bytes: inout [UInt8]) {
    concept.write(to: &bytes)
    label.write(to: &bytes)
    period.write(to: &bytes)
    bytes.write(bitsOf: value.mantissa)
    bytes.write(bitsOf: value.scale)
    bytes.write(bitsOf: decimals)
    isInMinorUnit.write(to: &bytes)
    note.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let concept = ConceptID(from: &reader), let label = String(from: &reader),
      let period = Period(from: &reader), let mantissa = reader.take(Int64.self),
      let scale = reader.take(UInt8.self), let value = Amount(mantissa: mantissa, scale: Int(scale)),
      let decimals = reader.take(Int8.self), let isInMinorUnit = Bool(from: &reader),
      let note = String?(from: &reader)
    else { return nil }
    self.init(
      concept: concept, label: label, period: period, value: value, decimals: decimals,
      isInMinorUnit: isInMinorUnit, note: note)
  }
}

extension ConceptID: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.write(bitsOf: number) }

  public init?(from reader: inout RecordReader) {
    guard let number = reader.take(UInt16.self) else { return nil }
    self.init(number: number)
  }
}

extension Period: Recorded {
  public func write(to bytes: inout [UInt8]) {
    start.write(to: &bytes)
    end.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let start = Day?(from: &reader), let end = Day(from: &reader) else { return nil }
    self.init(instant: end)
    self.start = start
  }
}

extension Day: Recorded {
  public func write(to bytes: inout [UInt8]) { bytes.write(bitsOf: number) }

  public init?(from reader: inout RecordReader) {
    guard let number = reader.take(Int32.self) else { return nil }
    self.init(number: number)
  }
}

extension Statement.Scale: Recorded {}
extension Statement.Change: Recorded {}
extension Statement.Role: Recorded {}
