public import Diagnostics

/// The findings of links and blocks.
public let reportPagesCodes: [DiagnosticCode] = [
  .unknownAddress, .unknownConceptInLink, .unknownPeriodInLink, .unknownCompanyInLink, .malformedReference,
  .untoldFigure, .unknownBlock, .unsupportedScheme, .imageNotListed, .takenAnchor, .unmetRequest,
  .repeatedBlock, .unknownFragment, .incompleteLink, .notAPicture, .badChartName,
]

extension DiagnosticCode {
  static let unknownAddress = DiagnosticCode(
    "L101", "unknown-address",
    rule: "A link inside the site leads to a page or file that the site publishes",
    explanation: """
      Paths that begin with `/` count from the site's root, all others from the page they stand on. \
      Pages end with a slash: `/releases/2003/third-quarter-results/`.
      """)
  static let unknownConceptInLink = DiagnosticCode(
    "L102", "unknown-concept-in-link", rule: "A figure link names a concept the site knows",
    explanation: """
      `fact:` and `calc:` links use the names of the CSV files' first column. A site's own concepts are \
      declared under `concepts` in `site.yaml` or in the company's file.
      """)
  static let unknownPeriodInLink = DiagnosticCode(
    "L103", "unknown-period-in-link", rule: "A figure link names a period that can be read, or needs none",
    explanation: """
      Periods are written `2003-Q3`, `2003-9M`, `2003-H1`, `2003-FY`, `2003-09-30` or \
      `2003-07-01/2003-09-30`. Without one the release's own is meant; a page or release that has none \
      must name it: `fact:Revenues@2003-Q3`.
      """)
  static let unknownCompanyInLink = DiagnosticCode(
    "L104", "unknown-company-in-link", rule: "A figure link names a company by the name of its file",
    explanation: "`fact:hemacare/Revenues@2003-Q3` refers to `content/companies/hemacare.yaml`.")
  static let malformedReference = DiagnosticCode(
    "L105", "malformed-figure-link", rule: "A figure link follows the grammar of references",
    explanation: """
      `fact:[company/]Concept[@Period]` leads to a figure, `calc:name(argument,...)` to a calculation: \
      `growth`, `change`, `share`, `ratio`, `sum` or `margin`. Nothing in it is a space.
      """)
  static let untoldFigure = DiagnosticCode(
    "L106", "untold-figure", rule: "A figure link refers to a figure that this or an earlier release tells",
    explanation: """
      The release itself is meant where it tells the figure, otherwise the latest earlier release that \
      does. State the figure in a statement or in `figures.csv`, or name another period.
      """)
  static let unknownBlock = DiagnosticCode(
    "L107", "unknown-block", rule: "A block shows something that the release has",
    explanation: """
      `statement NAME` takes the file's name without its ending; `chart N` and `event N` count from 1 in \
      the order of `release.yaml`; `figures`, `key-figures` and `attachments` need data to show, and `key-figure NAME` takes the concept of one \
      of the key figures. What another \
      release has is named by its folder: `statement 2003-11-14-third-quarter-results/income-statement`, \
      `chart 2003-11-14-third-quarter-results/2`, `key-figures 2003-11-14-third-quarter-results`; a page outside \
      releases has no other way. A first word that is nearly one of these is taken for it where nothing, or a chart, \
      stands between the fences; code in any language has lines.
      """)
  static let unsupportedScheme = DiagnosticCode(
    "L108", "unsupported-scheme", rule: "A link uses `https:`, `http:`, `mailto:` or `tel:`",
    explanation: "Other schemes do not work for every reader, and some run programs.")
  static let imageNotListed = DiagnosticCode(
    "L109", "image-outside-site", rule: "An image is a file of the site",
    explanation: """
      Pages load nothing from other servers. Put the picture beside `release.yaml` and list it under \
      `attachments`.
      """)
  static let takenAnchor = DiagnosticCode(
    "L110", "taken-anchor", rule: "A heading does not take the anchor of a block",
    explanation: "Anchors such as `event-1` and `chart-1` belong to the page's blocks; reword the heading.")
  static let unmetRequest = DiagnosticCode(
    "L111", "unmet-request", rule: "Key figures and charts show what the release tells",
    explanation: """
      `key_figures` lists at most six concepts, each told by the release for its period, or for the end of \
      it where the concept is counted at an instant, while one that is printed as a dash is left out with a warning; a \
      chart's concepts are told by this release or an \
      earlier one, count the same kind of thing, and are enough for its preset: two periods to compare, two \
      concepts for a bridge or a margin, parts of both sides for a composition: assets first, none with a part \
      of its own beside it, and no more than the sheet's total.
      """)
  static let badChartName = DiagnosticCode(
    "L116", "bad-chart-name", rule: "A chart's name is plain and the only one of its kind on the page",
    explanation: """
      A chart's `name` becomes its anchor and the name of its files: `revenues.svg` and `revenues.csv` beside \
      the page. It is made of lower-case letters, digits and hyphens, and nothing else on the page has it: no \
      statement, attachment or other chart. Without a name charts are called `chart-1`, `inline-chart-1` and \
      so on.
      """)
  static let repeatedBlock = DiagnosticCode(
    "L112", "repeated-block", rule: "A page shows each block once",
    explanation: """
      Links lead to the figures of a block, so it stands in one place: in the narrative or in one of its \
      standard texts. Remove the other fence and refer to the block in words.
      """)
  static let unknownFragment = DiagnosticCode(
    "L113", "unknown-fragment", rule: "A link to a place on a page leads to one that the page has",
    explanation: """
      What follows `#` is the anchor of a heading, a figure or a block. A heading's is its words in small letters \
      with hyphens, `#third-quarter-2003`; a figure's is its concept and period, `#Revenues-2003-Q3`, though \
      `fact:Revenues@2003-Q3` is the surer link.
      """)
  static let incompleteLink = DiagnosticCode(
    "L114", "incomplete-link", rule: "A link names where it leads",
    explanation: """
      A link or an image with nothing between its parentheses leads nowhere, and so do `https:` without a host, \
      `mailto:` without an address and `tel:` without a number.
      """)
  static let notAPicture = DiagnosticCode(
    "L115", "not-a-picture", rule: "An image is a picture: JPEG, PNG, GIF, WebP, AVIF or SVG",
    explanation: """
      Browsers show a broken image where the file is a page or a document. Write a link, without the exclamation \
      mark, to lead readers there.
      """)
}
