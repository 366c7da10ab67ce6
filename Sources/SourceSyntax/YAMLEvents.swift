import CLibYAML

/// What libyaml reports of a document, one piece at a time, with places as byte offsets.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias
    case scalar(Node.Scalar)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  var offsets: Range<Int>
  /// Written between brackets, so that its end has a mark of its own.
  var isFlow = false
  /// Has an anchor or a tag before it.
  var hasProperties = false
}

/// libyaml's event parser over the bytes of one file.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var places: CharacterPlaces
  /// Where the last value in quotation marks stands.
  private var lastQuoted: Range<Int>?

  /// `nil` when libyaml gets no memory; `bytes` must outlive the events.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    places = CharacterPlaces(bytes)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or `nil` when the text is malformed: ``problem()`` says how.
  mutating func next() -> YAMLEvent? {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { return nil }
    defer { yaml_event_delete(&raw) }
    let start = places.offset(of: raw.start_mark.index)
    let offsets = start..<max(start, places.offset(of: raw.end_mark.index))
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      if scalar.style != YAML_PLAIN_SCALAR_STYLE { lastQuoted = offsets }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(Node.Scalar(text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)),
        offsets: offsets, hasProperties: scalar.anchor != nil || scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = raw.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, offsets: offsets, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE,
        hasProperties: sequence.anchor != nil || sequence.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = raw.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, offsets: offsets, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
        hasProperties: mapping.anchor != nil || mapping.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, offsets: offsets)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, offsets: offsets)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, offsets: offsets)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, offsets: offsets)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, offsets: offsets)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, offsets: offsets)
    default: return YAMLEvent(kind: .streamEnd, offsets: offsets)
    }
  }

  /// What libyaml says is wrong; only after ``next()`` has returned `nil`.
  mutating func problem() -> YAMLProblem {
    let state = parser.pointee
    let isReader = state.error == YAML_READER_ERROR
    return YAMLProblem(
      text: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      offset: isReader ? state.problem_offset : places.offset(of: state.problem_mark.index),
      contextOffset: state.context == nil ? nil : places.offset(of: state.context_mark.index),
      lastQuoted: lastQuoted, isReader: isReader)
  }
}

/// libyaml's own words about malformed text.
struct YAMLProblem {
  var text: String
  var context: String
  var offset: Int
  var contextOffset: Int?
  /// The last value in quotation marks before it.
  var lastQuoted: Range<Int>?
  /// Whether a character is at fault, not the syntax.
  var isReader: Bool
}

/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// Marks come nearly in order, so a cursor that walks from the last one is enough.
private struct CharacterPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var index = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    isASCII = bits < 0x80
  }

  mutating func offset(of character: Int) -> Int {
    if isASCII { return min(character, bytes.count) }
    while index < character, offset < bytes.count {
      repeat { offset += 1 } while offset < bytes.count && isContinuation(bytes[offset])
      index += 1
    }
    while index > character, offset > 0 {
      repeat { offset -= 1 } while offset > 0 && isContinuation(bytes[offset])
      index -= 1
    }
    return offset
  }
}
