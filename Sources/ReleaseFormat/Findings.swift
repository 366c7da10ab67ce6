import Diagnostics

/// The findings about one file, collected while it is read.
struct Findings {
  /// The path below the site's folder: `content/site.yaml`.
  let path: String
  var diagnostics: [Diagnostic] = []

  init(_ path: String) { self.path = path }

  /// Whether anything so far stops a build.
  var hasErrors: Bool { diagnostics.hasErrors }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?,
    severity: Diagnostic.Severity = .error, label: String? = nil, related: [Diagnostic.Related] = [],
    notes: [String] = [], hints: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, at: Place(path, range), severity: severity, label: label, related: related,
        notes: notes, hints: hints))
  }

  /// `did you mean 'headline'?`, or nothing when no candidate is near.
  ///
  /// Comparing spellings costs far more than reading a file, so a file that is wrong in every line gets
  /// no suggestions after its first hundred findings.
  func suggestions<Names: Sequence<String>>(
    for name: String, among candidates: @autoclosure () -> Names
  ) -> [String] {
    diagnostics.count < 100 ? didYouMean(name, among: candidates()) : []
  }

  /// The candidate that a misspelled name most likely means, under the same limit.
  func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
    diagnostics.count < 100 ? Diagnostics.suggestion(for: name, among: candidates) : nil
  }
}
