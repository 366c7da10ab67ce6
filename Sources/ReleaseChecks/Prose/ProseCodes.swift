public import Diagnostics

/// The codes of findings about prose.
public let proseCodes: [DiagnosticCode] = [
  .contradictedFigure, .contradictedSign, .contradictedCalculation, .meaninglessCalculation, .wrongUnit,
  .otherName, .unlinkedFigure, .unreadableFigure, .otherPeriod, .wrongWeekday, .wrongZoneName,
  .openMark,
]

extension DiagnosticCode {
  static let contradictedFigure = DiagnosticCode(
    "V401", "contradicted-figure",
    rule:
      "A figure in prose that is linked to the data agrees with them at the precision in which it is printed.",
    explanation: """
      `[$6.98 million](fact:Revenues)` stands for everything that rounds to it, and so does the figure in the \
      statement; the two must have a value in common. A figure with as many digits as the data must be equal. \
      Correct the text, the statement or the link, whichever is wrong.
      """)
  static let contradictedSign = DiagnosticCode(
    "V402", "contradicted-sign",
    rule: "The words round a linked figure give it the sign or direction that the data have.",
    explanation: """
      "Net income of" calls a figure positive and "net loss of" negative; "less" and "fell" tell a decrease, \
      "more" and "rose" an increase, "improved" what is better and "widened" what is further from zero. A loss that \
      narrowed to one figure from another, and revenue that "more than doubled" to one from another, are held against \
      both; "fell to" without "from" is held against what the release's own statement compares the figure with. A \
      label before a colon, and the first cell of a table's row, give a sign as other words do. A margin or a \
      measure such as EBITDA without a minus is positive. A minus or parentheses in the figure itself go before the \
      words. Words that stand further off are not taken to mean the figure.
      """)
  static let contradictedCalculation = DiagnosticCode(
    "V403", "contradicted-calculation",
    rule: "A calculated figure in prose follows from the figures it is calculated from.",
    explanation: """
      `calc:` links are worked out exactly over all values that the rounded figures may stand for, so "10% less" \
      holds for a fall from a rounded 7.4 to a rounded 6.6 million. The note shows the arithmetic. "More than \
      doubled" and "nearly tripled" keep strictly to their side; "doubled" alone may be anything from 1.75 to 3 times.
      """)
  static let meaninglessCalculation = DiagnosticCode(
    "V404", "meaningless-calculation",
    rule: "A calculation in prose has a meaning for its figures.",
    explanation: """
      A percentage of growth from a loss or from zero misleads, whatever its arithmetic gives; so does a share \
      of a negative total. Only from one loss to another, where the text or the row of a table calls them losses, is it \
      known what grew. State the change in units, or leave it out. Amounts in two currencies have no sum, \
      difference or quotient at all.
      """)
  static let wrongUnit = DiagnosticCode(
    "V405", "wrong-unit",
    rule: "A figure in prose has the unit of the figure it is linked to.",
    explanation: """
      A percentage cannot state an amount of money, nor euros an amount in dollars. Growth is in percent, a difference \
      of two margins in percentage points. Most often the link names \
      another concept than the one that was meant. `C$`, `US$` and the codes of ISO 4217 mean their own dollar.
      """)
  static let otherName = DiagnosticCode(
    "V411", "other-name",
    rule: "The text calls a figure by the name of its row.",
    explanation: """
      Gross, operating, pretax and net results are different lines. "An operating loss of $176,000" that is \
      linked to a gross loss is either the wrong link or a loose word. Where a release printed it so, waive the \
      check with the reason; readers see both. "Net income was" before the revenue is a warning where the archive tells \
      a net income for the same period that is another number: measures are known by their labels and usual names, \
      and only where every word of the clause is one with which companies tell their own figures.
      """)
  static let unlinkedFigure = DiagnosticCode(
    "V412", "unlinked-figure",
    rule: "An amount of money or a percentage in prose is linked to the figure it states.",
    explanation: """
      Without a link nothing holds the figure against the data. Link it with `fact:` or `calc:`; a figure that no \
      statement has gets a row in `figures.csv`. `--strict` makes this an error.
      """)
  static let unreadableFigure = DiagnosticCode(
    "V413", "unreadable-figure",
    rule: "A link to a figure holds one figure that can be read.",
    explanation: """
      Commas stand between thousands and one point before decimals; two figures need two links. A word after an amount \
      that may be a scale and is none that is known is reported, not read. What touches a link \
      is read with it: a sign, a currency and a unit belong to the figure, but in `1[2.5](...)` readers see another \
      number than the one that was checked. Words without digits may be linked: "doubled" and "rose" are \
      held against a calculation, others are counted as not verifiable.
      """)
  static let otherPeriod = DiagnosticCode(
    "V414", "other-period",
    rule: "A time that a text names beside a figure is that of the figure's link.",
    explanation: """
      "Revenue in 2024 was" before the figure of 2023, "at 31 December 2024" after the balance of a year before, "up 5% \
      on the previous quarter" where the link says growth over the year. Where the archive tells what the figure is by \
      these words, and both are the same number, no reader is misled and nothing is said. Quarters, halves, nine months, years, fiscal years by either of their calendar years, the ends \
      of spans and days are read, right after a figure, and before it where every word of the clause is one with which \
      companies tell their own figures. "A year earlier" and "the previous quarter" are those before the release's own period.
      """)
  static let wrongWeekday = DiagnosticCode(
    "V421", "wrong-weekday",
    rule: "A weekday in prose is that of the date beside it.",
    explanation: "One of the two is a slip, and a reader who trusts the wrong one misses the call.")
  static let wrongZoneName = DiagnosticCode(
    "V422", "wrong-zone-name",
    rule: "Standard and daylight time are named as they are in force on the day.",
    explanation: """
      EST is New York's time in winter and EDT in summer; the same holds for CST and CDT, MST and MDT, PST and PDT, \
      AKST and AKDT in America, for WET and WEST, CET and CEST, EET and EEST in Europe, and for their long names. Of \
      BST, AEDT and NZDT only a use out of season is reported. The zone database says which is in force on a date; \
      "Eastern Time" is right all year, and what a company's own zone calls its time is right there.
      """)
  static let openMark = DiagnosticCode(
    "V423", "open-mark",
    rule: "Brackets and quotation marks of a text open and close in their paragraph.",
    explanation: """
      One that is left open most often shows where a text was cut off. Code, HTML and addresses do not count, nor do \
      apostrophes, inches and the brackets of lists such as `a)`. A quotation may run over several paragraphs. A mark \
      that is meant alone has a backslash before it.
      """)
}
