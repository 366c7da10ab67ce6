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
  func fill(_ record: WrittenRecord, into sink: inout ByteSink) {
    record.bytes.withBytes { bytes in
      record.fields.withFields { fields in
        literals.withUnsafeBytes { literals in
          instructions.withUnsafeBufferPointer { instructions in
            var running = RunningProgram(
              instructions: instructions, literals: literals, slots: slots, bytes: bytes, large: record.large,
              fields: fields, frames: [record.first])
            running.run(0..<instructions.count, into: &sink)
          }
        }
      }
    }
  }
}

/// A program while it fills a page.
private struct RunningProgram {
  let instructions: UnsafeBufferPointer<Instruction>
  let literals: UnsafeRawBufferPointer
  let slots: [Int32]
  let bytes: UnsafeRawBufferPointer
  let large: [WrittenBytes]
  let fields: UnsafeBufferPointer<WrittenField>
  /// Where the fields begin of the records entered so far, the page's own first.
  var frames: [Int]

  mutating func run(_ steps: Range<Int>, into sink: inout ByteSink) {
    var index = steps.lowerBound
    while index < steps.upperBound {
      switch instructions[index] {
      case .literal(let start, let end):
        sink.append(UnsafeRawBufferPointer(rebasing: literals[Int(start)..<Int(end)]))
      case .text(let reference):
        let field = field(reference)
        if field.kind == .text { sink.text(UnsafeRawBufferPointer(rebasing: bytes[field.range])) }
      case .html(let reference):
        let field = field(reference)
        switch field.kind {
        case .html: sink.append(UnsafeRawBufferPointer(rebasing: bytes[field.range]))
        case .large: sink.append(large[field.range.lowerBound])
        default: break
        }
      case .section(let reference, let end):
        let body = index + 1..<Int(end)
        index = body.upperBound - 1
        let field = field(reference)
        guard field.isTrue else { break }
        switch field.kind {
        case .list:
          for record in field.range where fields[record].isTrue {
            enter(fields[record].range.lowerBound, body, &sink)
          }
        case .record: enter(field.range.lowerBound, body, &sink)
        default: run(body, into: &sink)
        }
      case .inverted(let reference, let end):
        if field(reference).isTrue { index = Int(end) - 1 }
      }
      index += 1
    }
  }

  private mutating func enter(_ record: Int, _ body: Range<Int>, _ sink: inout ByteSink) {
    frames.append(record)
    run(body, into: &sink)
    frames.removeLast()
  }

  private func field(_ reference: ValueReference) -> WrittenField {
    let field = fields[frames[Int(reference.frame)] + Int(reference.slot)]
    return reference.restCount == 0 ? field : inner(field, reference, slots, fields)
  }
}

/// What the later parts of a dotted name lead to.
@inline(never)
private func inner(
  _ field: WrittenField, _ reference: ValueReference, _ slots: [Int32],
  _ fields: UnsafeBufferPointer<WrittenField>
) -> WrittenField {
  var field = field
  let first = Int(reference.restStart)
  for slot in slots[first..<first + Int(reference.restCount)] {
    guard field.kind == .record, field.isTrue else { return .missing }
    field = fields[field.range.lowerBound + Int(slot)]
  }
  return field
}
