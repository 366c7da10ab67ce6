import Markup

/// A page's template as instructions, with partials and layouts already in their places.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// All text between tags.
  var literals: [UInt8] = []
  /// The later parts of dotted names: slots inside records, each from the record before.
  var slots: [Int32] = []
}

/// One step of filling a page.
enum Instruction: Sendable {
  case literal(start: Int32, end: Int32)
  case text(ValueReference)
  case html(ValueReference)
  /// What follows, up to `end`, is filled once for each record of a list, or once where the value is true.
  case section(ValueReference, end: Int32)
  case inverted(ValueReference, end: Int32)
}

/// Where a value is found: names are resolved when a template is compiled.
struct ValueReference: Sendable {
  /// Which of the entered records, counted from the page's own.
  var frame: Int32
  var slot: Int32
  /// The program's slots that lead on from there, for a dotted name.
  var restStart: Int32 = 0
  var restCount: Int32 = 0
}

extension Program {
  /// Fills the page and appends it.
  func fill(_ record: TemplateRecord, into sink: inout ByteSink) {
    var frames = [record]
    literals.withUnsafeBytes { literals in
      run(0, instructions.count, literals, &frames, &sink)
    }
  }

  private func run(
    _ start: Int, _ end: Int, _ literals: UnsafeRawBufferPointer, _ frames: inout [TemplateRecord],
    _ sink: inout ByteSink
  ) {
    var index = start
    while index < end {
      switch instructions[index] {
      case .literal(let start, let end):
        sink.append(UnsafeRawBufferPointer(rebasing: literals[Int(start)..<Int(end)]))
      case .text(let reference):
        if case .text(let text) = value(reference, frames) { sink.text(text) }
      case .html(let reference):
        if case .html(let bytes) = value(reference, frames) { sink.append(bytes) }
      case .section(let reference, let sectionEnd):
        let body = index + 1
        let value = value(reference, frames)
        index = Int(sectionEnd) - 1
        switch value {
        case .list(let records):
          for record in records {
            frames.append(record)
            run(body, Int(sectionEnd), literals, &frames, &sink)
            frames.removeLast()
          }
        case .record(let record?):
          frames.append(record)
          run(body, Int(sectionEnd), literals, &frames, &sink)
          frames.removeLast()
        default:
          if value.isTrue { run(body, Int(sectionEnd), literals, &frames, &sink) }
        }
      case .inverted(let reference, let sectionEnd):
        if value(reference, frames).isTrue { index = Int(sectionEnd) - 1 }
      }
      index += 1
    }
  }

  private func value(_ reference: ValueReference, _ frames: [TemplateRecord]) -> TemplateValue {
    var value = frames[Int(reference.frame)].values[Int(reference.slot)]
    let first = Int(reference.restStart)
    for slot in slots[first..<first + Int(reference.restCount)] {
      guard case .record(let record?) = value else { return .record(nil) }
      value = record.values[Int(slot)]
    }
    return value
  }
}

extension TemplateValue {
  /// Whether a section of this value is filled.
  fileprivate var isTrue: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let records): !records.isEmpty
    case .record(let record): record != nil
    }
  }
}
