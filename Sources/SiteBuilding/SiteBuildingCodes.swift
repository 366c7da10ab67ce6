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
  static let emptyPage = DiagnosticCode(
    "T002", "empty-page",
    rule: "A template of pages writes something.",
    explanation: """
      A file of the site's Templates/ is empty, or everything in it is in sections that are left out. The pages \
      made from it would be blank. Remove the file to get the default theme's, or write the page.
      """)
  static let unusedTemplate = DiagnosticCode(
    "T003", "unused-template",
    rule: "Every file of the site's Templates/ is used.",
    explanation: """
      A template takes the place of the default theme's file of the same name, or is included by another; \
      everything else that pages load, such as pictures, goes to Templates/assets/. A file that is neither has \
      most likely a misspelled name.
      """)
  static let unreadableText = DiagnosticCode(
    "L001", "unreadable-text",
    rule: "Every text that a page is made from can be read.",
    explanation: """
      The narrative of a release or the text of a page is there but the system would not give its content. \
      The message says why; most often it is a permission or a file that was removed while the site was built.
      """)
}

/// The codes of findings about the site as a whole.
public let siteBuildingCodes: [DiagnosticCode] = [
  .unreadableTemplate, .emptyPage, .unusedTemplate, .unreadableText,
]
