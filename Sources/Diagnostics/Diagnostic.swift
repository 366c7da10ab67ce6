/// One finding about the author's content: what is wrong, exactly where, and what to do about it.
///
/// All its words lie in one run of bytes: an archive can have more findings than pages.
public struct Diagnostic: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Severity
  /// Other places that take part, each with what it has to do with it.
  public var related: [Related]
  /// The path, the message, the label, the notes and the hints.
  public private(set) var texts: TextList
  public private(set) var range: SourceRange?
  public private(set) var noteCount: UInt32
  public private(set) var parts: Parts

  /// What it has besides a message; the text of what it lacks is empty.
  public struct Parts: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let place = Parts(rawValue: 1)
    public static let label = Parts(rawValue: 2)
  }

  /// The rule and the author's own spelling, in one sentence without a full stop.
  public var message: String {
    get { texts[1] }
    set { replace(1..<2, with: [newValue]) }
  }

  /// Where it is; `nil` only where there is no file to point at (no `content/` at all).
  public var place: Place? { parts.contains(.place) ? Place(texts[0], range) : nil }

  /// A few words beside the underline: `expected 8,274,000`.
  public var label: String? { parts.contains(.label) ? texts[2] : nil }

  /// Facts that explain the finding, the arithmetic for example.
  public var notes: [String] {
    get { Array(texts.texts[notePlaces]) }
    set {
      replace(notePlaces, with: newValue)
      noteCount = UInt32(newValue.count)
    }
  }

  /// What the author can do; at most two.
  public var hints: [String] {
    get { Array(texts.texts[notePlaces.upperBound...]) }
    set { texts = TextList(texts.texts[..<notePlaces.upperBound] + newValue) }
  }

  private var notePlaces: Range<Int> { 3..<3 + Int(noteCount) }

  private mutating func replace(_ places: Range<Int>, with new: [String]) {
    var all = texts.texts
    all.replaceSubrange(places, with: new)
    texts = TextList(all)
  }

  public enum Severity: String, Hashable, Sendable, Comparable {
    case error
    case warning
    case note

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  public struct Related: Hashable, Sendable {
    public var place: Place
    public var message: String

    public init(place: Place, message: String) {
      self.place = place
      self.message = message
    }
  }

  public init(
    _ code: DiagnosticCode, _ message: String, at place: Place?, severity: Severity = .error,
    label: String? = nil, related: [Related] = [], notes: [String] = [], hints: [String] = []
  ) {
    self.init(
      code, message, at: place, severity: severity, label: label, related: related,
      notes: TextList(notes), hints: hints)
  }

  public init(
    _ code: DiagnosticCode, _ message: String, at place: Place?, severity: Severity, label: String?,
    related: [Related], notes: TextList, hints: [String]
  ) {
    self.code = code
    self.severity = severity
    self.related = related
    range = place?.range
    noteCount = UInt32(notes.count)
    parts = (place == nil ? [] : Parts.place).union(label == nil ? [] : .label)
    texts = TextList([place?.path ?? "", message, label ?? ""], notes, hints)
  }

  /// The finding whose parts these are; `nil` where there are not as many texts.
  public init?(
    _ code: DiagnosticCode, severity: Severity, range: SourceRange?, parts: Parts, noteCount: UInt32,
    texts: TextList, related: [Related]
  ) {
    guard texts.count >= 3 + Int(noteCount) else { return nil }
    self.code = code
    self.severity = severity
    self.related = related
    self.range = range
    self.noteCount = noteCount
    self.parts = parts
    self.texts = texts
  }
}

/// A file of the site and a range in it.
public struct Place: Hashable, Sendable {
  /// The path below the site's folder, with `/`: `content/site.yaml`.
  public var path: String
  /// Where in the file; `nil` for the file as a whole.
  public var range: SourceRange?

  public init(_ path: String, _ range: SourceRange? = nil) {
    self.path = path
    self.range = range
  }
}

/// A range of a text in lines and byte columns, both counted from 1; the end is the first byte after it.
public struct SourceRange: Hashable, Comparable, Sendable {
  public var start: Position
  public var end: Position

  public struct Position: Hashable, Comparable, Sendable {
    public var line: Int32
    public var column: Int32

    public init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }

    public static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }

  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// A range within one line: `length` bytes from `column`.
  public init(line: Int, column: Int, length: Int) {
    start = Position(line: line, column: column)
    end = Position(line: line, column: column + length)
  }

  public static func < (a: SourceRange, b: SourceRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension Diagnostic: Comparable {
  /// By file, then place, then severity, then code: the order in which a run reports.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    let order = a.texts.compareFirst(to: b.texts)
    if order != 0 { return order < 0 }
    let zero = SourceRange(line: 0, column: 0, length: 0)
    let (aRange, bRange) = (a.range ?? zero, b.range ?? zero)
    if aRange != bRange { return aRange < bRange }
    if a.severity != b.severity { return a.severity < b.severity }
    if a.code.id != b.code.id { return a.code.id < b.code.id }
    return a.message < b.message
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them stops a build.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
