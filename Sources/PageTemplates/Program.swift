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
    literals.withUnsafeBytes { literals in
      instructions.withUnsafeBufferPointer { instructions in
        var running = RunningProgram(
          instructions: instructions, literals: literals, slots: slots, frames: [record])
        running.run(0..<instructions.count, into: &sink)
      }
    }
  }
}

/// A program while it fills a page.
private struct RunningProgram {
  let instructions: UnsafeBufferPointer<Instruction>
  let literals: UnsafeRawBufferPointer
  let slots: [Int32]
  /// The records entered so far, the page's own first.
  var frames: [TemplateRecord]

  mutating func run(_ steps: Range<Int>, into sink: inout ByteSink) {
    var index = steps.lowerBound
    while index < steps.upperBound {
      switch instructions[index] {
      case .literal(let start, let end):
        sink.append(UnsafeRawBufferPointer(rebasing: literals[Int(start)..<Int(end)]))
      case .text(let reference):
        if case .text(let text) = value(reference) { sink.text(text) }
      case .html(let reference):
        if case .html(let bytes) = value(reference) { sink.append(bytes) }
      case .section(let reference, let end):
        let body = index + 1..<Int(end)
        index = body.upperBound - 1
        switch value(reference) {
        case .list(let records):
          for record in records { enter(record, body, &sink) }
        case .record(let record?): enter(record, body, &sink)
        case let value:
          if value.isTrue { run(body, into: &sink) }
        }
      case .inverted(let reference, let end):
        if value(reference).isTrue { index = Int(end) - 1 }
      }
      index += 1
    }
  }

  private mutating func enter(_ record: TemplateRecord, _ body: Range<Int>, _ sink: inout ByteSink) {
    frames.append(record)
    run(body, into: &sink)
    frames.removeLast()
  }

  private func value(_ reference: ValueReference) -> TemplateValue {
    let value = frames[Int(reference.frame)].values[Int(reference.slot)]
    return reference.restCount == 0 ? value : inner(value, reference)
  }

  /// What the later parts of a dotted name lead to.
  private func inner(_ value: TemplateValue, _ reference: ValueReference) -> TemplateValue {
    var value = value
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
