/// What a name in a template refers to.
enum NameResolution {
  case found(ValueReference, rest: [Int32], RecordShape.Kind)
  /// No record has that name; the index is of the unknown part of a dotted name.
  case unknown(part: Int, candidates: [String])
  /// A part of a dotted name, by index, that is followed by another but is no record.
  case noRecord(part: Int)
}

/// Looks a name up in the innermost record, then outward; the later parts of a dotted name only in the
/// record that the part before gives.
func resolveName(_ name: String, _ frames: [RecordShape]) -> NameResolution {
  let parts = name.split(separator: ".", omittingEmptySubsequences: false)
  for (frame, shape) in frames.enumerated().reversed() {
    guard let slot = shape.fields.firstIndex(where: { $0.name == parts[0] }) else { continue }
    var kind = shape.fields[slot].kind
    var rest: [Int32] = []
    for index in parts.indices.dropFirst() {
      guard case .record(let inner) = kind else { return .noRecord(part: index - 1) }
      guard let next = inner.fields.firstIndex(where: { $0.name == parts[index] }) else {
        return .unknown(part: index, candidates: inner.fields.map(\.name))
      }
      rest.append(Int32(clamping: next))
      kind = inner.fields[next].kind
    }
    return .found(
      ValueReference(frame: Int32(clamping: frame), slot: Int32(clamping: slot)), rest: rest, kind)
  }
  return .unknown(part: 0, candidates: frames.reversed().flatMap { $0.fields.map(\.name) })
}
