public import Diagnostics

extension DiagnosticCode {
  static let unreadableTemplate = DiagnosticCode(
    "T001", "unreadable-template",
    rule: "Every file of the site's Templates/ can be read.",
    explanation: """
      A file of the site's own theme is there but the system would not give its content. The message says why; \
      most often it is a permission. The default theme is not used in its place, because the pages would then \
      silently look different.
      """)
}

/// The codes of findings about the site as a whole.
public let siteBuildingCodes: [DiagnosticCode] = [.unreadableTemplate]
