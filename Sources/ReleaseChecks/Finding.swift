public import Diagnostics

/// What a rule found, said about the model; the source map turns its subjects into places in files.
public struct Finding: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Diagnostic.Severity
  public var message: String
  public var subject: Subject
  /// A few words beside the underline: `expected 8,274,000`.
  public var label: String?
  /// Other parts of the archive that take part.
  public var related: [Related]
  /// The arithmetic.
  public var notes: [String]
  public var hints: [String]

  public struct Related: Hashable, Sendable {
    public var subject: Subject
    public var message: String

    public init(_ subject: Subject, _ message: String) {
      self.subject = subject
      self.message = message
    }
  }

  public init(
    _ code: DiagnosticCode, _ message: String, at subject: Subject,
    severity: Diagnostic.Severity = .error, label: String? = nil, related: [Related] = [],
    notes: [String] = [], hints: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.subject = subject
    self.label = label
    self.related = related
    self.notes = notes
    self.hints = hints
  }
}

/// A part of the archive that a finding is about; releases, statements, rows and columns count from 0.
public enum Subject: Hashable, Sendable {
  case release(Int)
  /// A value of `release.yaml` by dotted path: `events.0.starts`.
  case key(release: Int, path: String)
  case column(release: Int, statement: Int, column: Int)
  case row(release: Int, statement: Int, row: Int)
  case cell(release: Int, statement: Int, row: Int, column: Int)
  case figure(release: Int, index: Int)

  /// The release it belongs to.
  public var release: Int {
    switch self {
    case .release(let release): release
    case .key(let release, _): release
    case .column(let release, _, _): release
    case .row(let release, _, _): release
    case .cell(let release, _, _, _): release
    case .figure(let release, _): release
    }
  }
}
