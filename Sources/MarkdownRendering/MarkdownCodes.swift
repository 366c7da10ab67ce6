public import Diagnostics

extension DiagnosticCode {
  static let rawHTML = DiagnosticCode(
    "M100", "raw-html",
    rule: "Markdown text holds no HTML tags",
    explanation: """
      Pages are plain Markdown, so that they read the same as web pages, as text and in twenty years. A tag \
      is left out of the page. Use Markdown's own marks, put code between backticks, and write `&lt;` or \
      `\\<` for a literal less-than sign.
      """)
  static let unsafeAddress = DiagnosticCode(
    "M110", "unsafe-address",
    rule: "A link or an image leads to http, https, mailto, tel, fact, calc or a path of the site",
    explanation: """
      Addresses such as `javascript:` or `data:` run or embed what the archive cannot answer for, and \
      `file:` leads nowhere for a reader. The words of the link stay on the page, the link does not.
      """)
  static let brokenClaimLink = DiagnosticCode(
    "M111", "broken-claim-link",
    rule: "A fact: or calc: link has no spaces in its address and closes its parentheses",
    explanation: """
      A space ends the address of a Markdown link, and an address that is not closed is none; the whole link is then \
      printed as it stands. Write `[2.8% less](calc:growth(Revenues,2002-Q3))`, without spaces between the \
      parentheses and with both of them closed.
      """)
  static let imageWithoutText = DiagnosticCode(
    "M112", "image-without-text",
    rule: "An image says in words what it shows",
    explanation: """
      Who cannot see an image reads or hears the text between the brackets: `![The plant in Los \
      Angeles](plant.jpg)`. Write what the image tells, not that it is one.
      """)
  static let linkWithoutText = DiagnosticCode(
    "M113", "link-without-text",
    rule: "A link has words",
    explanation: """
      Nothing on the page can be pressed, and nothing can be read out, where a link is `[](/about/)`. Write \
      between the brackets where it leads.
      """)
  static let firstLevelHeading = DiagnosticCode(
    "M120", "first-level-heading",
    rule: "The page's headline is its only first-level heading",
    explanation: """
      The layout writes the headline as the page's one `h1`, from the front matter. A `#` heading in the \
      text is published as a second-level heading; write `##` so that source and page agree.
      """)
  static let skippedLevel = DiagnosticCode(
    "M121", "skipped-heading-level",
    rule: "A heading is at most one level below the heading before it",
    explanation: """
      Readers who listen to a page move by its headings, and a missing level reads like a missing part. \
      After `##` comes `###`; the first heading of a text is `##`, below the page's headline.
      """)
  static let tooLarge = DiagnosticCode(
    "M200", "markdown-too-large",
    rule: "A Markdown text is at most 1 MB",
    explanation: """
      A text of more than a million bytes is not a release or a page. Large tables belong into CSV files, \
      from which statements and figures are published.
      """)
  static let tooDeep = DiagnosticCode(
    "M201", "markdown-too-deep",
    rule: "Block quotations and lists nest at most 100 levels deep",
    explanation: """
      Deeper nesting is no text a reader could follow, and the parser's work grows with the depth of every \
      line. The text is refused before it is parsed.
      """)
  static let tableTooLarge = DiagnosticCode(
    "M202", "markdown-table-too-large",
    rule: "A Markdown table has at most 200 columns and 20,000 cells",
    explanation: """
      The parser completes short rows of a table to its full width, so a small text with many columns and \
      lines could grow beyond measure (CVE-2023-37463). Put large tables into CSV files.
      """)
  static let tooTangled = DiagnosticCode(
    "M203", "markdown-too-tangled",
    rule: "A text has only as many lines and marks, and a paragraph as many brackets, as a text needs",
    explanation: """
      Thousands of unmatched marks in one paragraph take the parser time that grows with their square, and each line \
      and mark of a text takes memory. Marks are brackets, emphasis, backticks, quotation marks, `:`, `&` and `!`; in \
      a text with bare addresses such as www.acme.example, each `w` may begin one and counts too. No \
      written text comes near the limits; break the paragraph up, put the passage into a fenced block, or make the \
      addresses links.
      """)
  static let outputTooLarge = DiagnosticCode(
    "M204", "markdown-output-too-large",
    rule: "The page made from a Markdown text is in proportion to the text",
    explanation: """
      A few constructs of Markdown can be repeated by reference, so that a small text grows into a huge \
      page. The page is cut off where it exceeds 8 MB.
      """)
}

/// Every code of Markdown's stage, in order.
public let markdownCodes: [DiagnosticCode] = [
  .rawHTML, .unsafeAddress, .brokenClaimLink, .imageWithoutText, .linkWithoutText, .firstLevelHeading,
  .skippedLevel,
  .tooLarge, .tooDeep, .tableTooLarge,
  .tooTangled, .outputTooLarge,
]
