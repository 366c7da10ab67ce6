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
      The release opens after the moment the site is built for (`--now`, `as_of`, or the clock), so nothing of it \
      is in any page, list, chart, feed or file. It opens at the time of `publish_at`, or else of `released`; where \
      that is a day alone, when the day has ended in the company's zone. It is checked today all the same, as it \
      will be when it opens. `sitegen next` tells when to build again, `sitegen list embargoed` what is held.
      """)
  static let draft = DiagnosticCode(
    "L305", "draft",
    rule: "A draft is published once its `draft: true` is gone.",
    explanation: """
      The release says `draft: true`, so no build publishes it, whatever its date, and what is wrong with it stops \
      nothing. `sitegen build --preview --out DIR` shows it among the others, in a folder of its own. Remove the \
      line to publish the release.
      """)
  static let openedByPin = DiagnosticCode(
    "L306", "opened-by-pin",
    rule: "A site is built for no moment that is still to come.",
    explanation: """
      `as_of` in site.yaml is later than the clock and opens a release that the clock would still hold. Whoever \
      wrote it may have wished for just that, so the build goes on; `--now`, which is typed and forgotten, is refused \
      over a published site. Move `as_of` back, or take it out to build for the clock's time.
      """)
  static let noReleases = DiagnosticCode(
    "L003", "no-releases",
    rule: "An archive has releases.",
    explanation: """
      The site has no release to publish. That is right for a new site; for one that had releases it means that \
      their folders are gone, and publishing would remove their pages.
      """)
  static let vanishedAddress = DiagnosticCode(
    "L301", "vanished-address",
    rule: "What was published once keeps its address.",
    explanation: """
      `content/urls.lock` records an address that the site no longer has; links to it, in filings and articles, \
      would break. Restore the page; or list the address under `aliases` of the page that took its place, which answers \
      for the files below it too; or take it back in the open, under `withdrawn` of site.yaml, with a date and a reason. \
      A page that is withdrawn leaves one that says so and answers for all below it; a file leaves nothing.
      """)
  static let silentChange = DiagnosticCode(
    "L302", "silent-change",
    rule: "A published release says what changed in it.",
    explanation: """
      Figures, words or details of the release are not those that `content/urls.lock` records; details are its time, \
      notes, charts, events, attachments, contacts, sources and corrections. Readers may have relied on what stood \
      there. List the change under `corrections` of release.yaml, with its date, what it was and why, and run \
      `sitegen lock`; or restore what was published. How files are spelled does not count.
      """)
  static let stillPublished = DiagnosticCode(
    "L303", "still-published",
    rule: "An address that is withdrawn is no longer published.",
    explanation: """
      An entry under `withdrawn` of site.yaml names a page that the site still has. Readers would find the page and \
      not the notice. Remove one of the two.
      """)
  static let damagedLock = DiagnosticCode(
    "L304", "damaged-lock",
    rule: "content/urls.lock is as `sitegen lock` wrote it.",
    explanation: """
      The file is the record that published addresses stay, so nobody edits it. Restore it from version control. A \
      merge conflict in it is resolved by keeping the lines of both sides.
      """)
  static let correctionAhead = DiagnosticCode(
    "L005", "correction-ahead",
    rule: "A correction is published when its day has come.",
    explanation: """
      The release's text and data are the corrected ones, so a site that is built before the correction's date \
      would publish what readers are not to know yet, and say that it was changed on a day to come.
      """)
  static let missedRelease = DiagnosticCode(
    "L006", "missed-release",
    rule: "The next release that a company expects is still to come, or is published.",
    explanation: """
      The moment of `next_release` in a company's file has passed, and the company has published no results of its \
      `period`, or without one no release since that day. The home page, the page of the events and the calendar tell \
      of it only until its moment, so readers now find nothing. Give the new day, or publish the release.
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
  .missedRelease,
  .aliasCollides, .vanishedAddress, .silentChange, .stillPublished, .damagedLock, .draft, .openedByPin,
]
