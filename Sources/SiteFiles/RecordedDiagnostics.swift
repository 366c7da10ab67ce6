public import Diagnostics
public import Records

// A finding's code stands in a record by its name: its texts are not there, for who reads the record has them.
extension Diagnostic {
  func write(to bytes: inout [UInt8]) {
    code.id.write(to: &bytes)
    bytes.append(severity.number)
    range.write(to: &bytes)
    bytes.append(parts.rawValue)
    bytes.write(bitsOf: noteCount)
    bytes.write(bitsOfAll: texts.bytes)
    related.write(to: &bytes)
  }

  /// Takes a finding from a record; `nil` where it holds none, or one with a code of another sitegen.
  init?(from reader: inout RecordReader, _ codes: [String: DiagnosticCode]) {
    guard let id = String(from: &reader), let code = codes[id],
      let severity = reader.take(UInt8.self).flatMap(Severity.init(number:)),
      let range = SourceRange?(from: &reader), let parts = reader.take(UInt8.self),
      let noteCount = reader.take(UInt32.self), let texts = TextList(from: &reader),
      let related = [Related](from: &reader)
    else { return nil }
    self.init(
      code, severity: severity, range: range, parts: Parts(rawValue: parts), noteCount: noteCount,
      texts: texts, related: related)
  }
}

extension [Diagnostic] {
  func write(to bytes: inout [UInt8]) {
    bytes.write(count: count)
    for finding in self { finding.write(to: &bytes) }
  }

  init?(from reader: inout RecordReader, _ codes: [String: DiagnosticCode]) {
    guard let list = reader.takeList({ Diagnostic(from: &$0, codes) }) else { return nil }
    self = list
  }
}

extension TextList {
  fileprivate init?(from reader: inout RecordReader) {
    guard let count = reader.takeCount(), let bytes = reader.take(count, of: UInt8.self) else { return nil }
    self.init(bytes: bytes)
  }
}

extension Diagnostic.Severity {
  fileprivate static let all: [Self] = [.error, .warning, .note]

  fileprivate var number: UInt8 { UInt8(Self.all.firstIndex(of: self) ?? 0) }

  fileprivate init?(number: UInt8) {
    guard Self.all.indices.contains(Int(number)) else { return nil }
    self = Self.all[Int(number)]
  }
}

extension Place: Recorded {
  public func write(to bytes: inout [UInt8]) {
    path.write(to: &bytes)
    range.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let path = String(from: &reader), let range = SourceRange?(from: &reader) else { return nil }
    self.init(path, range)
  }
}

extension SourceRange: Recorded {
  public func write(to bytes: inout [UInt8]) {
    for number in [start.line, start.column, end.line, end.column] { bytes.write(bitsOf: number) }
  }

  public init?(from reader: inout RecordReader) {
    guard let line = reader.take(Int32.self), let column = reader.take(Int32.self),
      let endLine = reader.take(Int32.self), let endColumn = reader.take(Int32.self)
    else { return nil }
    self.init(
      start: Position(line: Int(line), column: Int(column)),
      end: Position(line: Int(endLine), column: Int(endColumn)))
  }
}

extension Diagnostic.Related: Recorded {
  public func write(to bytes: inout [UInt8]) {
    place.write(to: &bytes)
    message.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let place = Place(from: &reader), let message = String(from: &reader) else { return nil }
    self.init(place: place, message: message)
  }
}
