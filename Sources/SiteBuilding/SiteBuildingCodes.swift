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
  static let heldRelease = DiagnosticCode(
    "L002", "held-release",
    rule: "A release is published when its moment has come.",
    explanation: """
      The release is dated after the moment the site is built for (`--now`, `as_of`, or the clock), so it is in no \
      page, list, chart or feed. A release with a time opens at that time, one with a day alone when that day has \
      ended in its company's zone. Build again after that.
      """)
  static let noReleases = DiagnosticCode(
    "L003", "no-releases",
    rule: "An archive has releases.",
    explanation: """
      The site has no release to publish. That is right for a new site; for one that had releases it means that \
      their folders are gone, and publishing would remove their pages.
      """)
  static let correctionAhead = DiagnosticCode(
    "L005", "correction-ahead",
    rule: "A correction is published when its day has come.",
    explanation: """
      The release's text and data are the corrected ones, so a site that is built before the correction's date \
      would publish what readers are not to know yet, and say that it was changed on a day to come.
      """)
}

extension DiagnosticCode {
  static let aliasCollides = DiagnosticCode(
    "L004", "alias-collides",
    rule: "An alias is an address at which nothing else stands.",
    explanation: """
      At each of a page's `aliases` stands a page that sends readers on. Where a page or file of the site stands \
      already, or another alias, one of the two would be lost. Take the alias out, or rename what is not published \
      yet.
      """)
}

/// The codes of findings about the site as a whole.
public let siteBuildingCodes: [DiagnosticCode] = [
  .unreadableTemplate, .emptyPage, .unusedTemplate, .heldRelease, .noReleases, .correctionAhead,
  .aliasCollides,
]
