/// The names a template may use, in the order in which a ``TemplateRecord`` gives their values.
public struct RecordShape: Sendable {
  public var fields: [Field]

  public struct Field: Sendable {
    public var name: String
    public var kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  public indirect enum Kind: Sendable {
    /// An author's words; escaped where they are written. Empty text is false in a section.
    case text
    /// HTML of ours, written as it is, by `{{{name}}}` only. Empty is false in a section.
    case html
    case flag
    /// Repeats a section.
    case list(RecordShape)
    /// Enters a section once, or not at all when it is missing.
    case record(RecordShape)
  }

  public init(_ fields: [Field]) { self.fields = fields }

  /// Pairs values with the fields, one for one and in order; a mismatch is a bug of ours and traps.
  public func record(_ values: TemplateValue...) -> TemplateRecord { record(values: values) }

  /// The same for values that are put together from several lists.
  public func record(values: [TemplateValue]) -> TemplateRecord {
    precondition(values.count == fields.count, "a record has \(fields.count) values")
    for index in fields.indices {
      precondition(
        fields[index].kind.admits(values[index]), "the value of '\(fields[index].name)' is of another kind")
    }
    return TemplateRecord(values: values)
  }
}

extension RecordShape.Kind {
  /// Whether a value is of this kind; the records inside it were checked where they were made.
  fileprivate func admits(_ value: TemplateValue) -> Bool {
    switch (self, value) {
    case (.text, .text), (.html, .html), (.flag, .flag), (.list, .list),
      (.record, .record):
      true
    default: false
    }
  }
}

/// A value of a template's field.
public enum TemplateValue: Sendable {
  case text(String)
  case html([UInt8])
  case flag(Bool)
  case list([TemplateRecord])
  case record(TemplateRecord?)

  /// Text that may be missing.
  public static func text(_ text: String?) -> TemplateValue { .text(text ?? "") }
}

/// The values of a ``RecordShape``'s fields.
public struct TemplateRecord: Sendable {
  public var values: [TemplateValue]
  public init(values: [TemplateValue]) { self.values = values }
}
