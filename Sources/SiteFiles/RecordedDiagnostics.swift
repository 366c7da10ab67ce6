import Diagnostics

/// A finding in a build record: its code by name, everything else as it is.
struct RecordedDiagnostic: Recorded {
  var code: String
  var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.id
    self.diagnostic = diagnostic
  }

  func write(to bytes: inout [UInt8]) {
    code.write(to: &bytes)
    diagnostic.message.write(to: &bytes)
    diagnostic.place.write(to: &bytes)
    diagnostic.severity.rawValue.write(to: &bytes)
    diagnostic.label.write(to: &bytes)
    diagnostic.related.write(to: &bytes)
    diagnostic.notes.write(to: &bytes)
    diagnostic.hints.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let code = String(from: &bytes), let message = String(from: &bytes),
      let place = Place?(from: &bytes),
      let severity = String(from: &bytes).flatMap(Diagnostic.Severity.init),
      let label = String?(from: &bytes), let related = [Diagnostic.Related](from: &bytes),
      let notes = [String](from: &bytes), let hints = [String](from: &bytes)
    else { return nil }
    self.code = code
    // The texts of a code are not in the record; who reads it has them.
    diagnostic = Diagnostic(
      DiagnosticCode(code, "", rule: "", explanation: ""), message, at: place, severity: severity,
      label: label, related: related, notes: notes, hints: hints)
  }
}

extension Place: Recorded {
  func write(to bytes: inout [UInt8]) {
    path.write(to: &bytes)
    range.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let path = String(from: &bytes), let range = SourceRange?(from: &bytes) else { return nil }
    self.init(path, range)
  }
}

extension SourceRange: Recorded {
  func write(to bytes: inout [UInt8]) {
    for number in [start.line, start.column, end.line, end.column] { Int64(number).write(to: &bytes) }
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let line = Int64(from: &bytes), let column = Int64(from: &bytes),
      let endLine = Int64(from: &bytes), let endColumn = Int64(from: &bytes)
    else { return nil }
    self.init(
      start: Position(line: Int(line), column: Int(column)),
      end: Position(line: Int(endLine), column: Int(endColumn)))
  }
}

extension Diagnostic.Related: Recorded {
  func write(to bytes: inout [UInt8]) {
    place.write(to: &bytes)
    message.write(to: &bytes)
  }

  init?(from bytes: inout ArraySlice<UInt8>) {
    guard let place = Place(from: &bytes), let message = String(from: &bytes) else { return nil }
    self.init(place: place, message: message)
  }
}
