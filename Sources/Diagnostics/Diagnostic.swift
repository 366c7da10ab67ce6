/// One finding about the author's content: what is wrong, exactly where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Severity
  /// The rule and the author's own spelling, in one sentence without a full stop.
  public var message: String
  /// Where it is; `nil` only where there is no file to point at (no `content/` at all).
  public var place: Place?
  /// A few words beside the underline: `expected 8,274,000`.
  public var label: String?
  /// Other places that take part, each with what it has to do with it.
  public var related: [Related]
  /// ``notes`` as they are kept.
  public var noteList: TextList
  /// ``hints`` as they are kept.
  public var hintList: TextList

  /// Facts that explain the finding, the arithmetic for example.
  public var notes: [String] {
    get { noteList.texts }
    set { noteList = TextList(newValue) }
  }

  /// What the author can do; at most two.
  public var hints: [String] {
    get { hintList.texts }
    set { hintList = TextList(newValue) }
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
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.related = related
    noteList = TextList(notes)
    hintList = TextList(hints)
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
    let (aPath, bPath) = (a.place?.path ?? "", b.place?.path ?? "")
    if aPath != bPath { return aPath.utf8.lexicographicallyPrecedes(bPath.utf8) }
    let zero = SourceRange(line: 0, column: 0, length: 0)
    let (aRange, bRange) = (a.place?.range ?? zero, b.place?.range ?? zero)
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
