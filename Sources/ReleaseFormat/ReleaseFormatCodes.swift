public import Diagnostics

/// The codes of stage 1, loading content, in the order of their numbers.
public let releaseFormatCodes: [DiagnosticCode] = [
  .noContent, .noSiteFile, .unreadableFile, .unreadFile, .unusedReleaseFile, .missingFile,
  .missingReleaseFile, .badFolderName, .folderDateDiffers, .duplicateAddress, .reservedAddress,
  .badFileName, .badPageName, .badCompanyName, .noCompany, .missingVersion, .unknownKey,
  .missingKey, .wrongShape, .unknownChoice, .duplicateEntry, .badNumber, .badURL, .badEmail, .badPath,
  .badLanguage, .badMoment, .timeWithoutZone, .unknownZone, .skippedTime, .ambiguousTime,
  .offsetNotInForce, .backwards, .badPeriod, .badFiscalYearEnd, .standardTimeInSummer, .unknownCompany,
  .unknownContact, .vacantContact, .unknownBoilerplate, .unknownConcept, .conceptTaken, .badConceptName,
  .tooManyConcepts, .badWaiver, .unknownCurrency, .badTopicName, .unknownTopic, .tooManyTopics,
  .missingColumn, .unknownColumn, .badAlias, .activeAttachment, .pictureWithoutText, .otherFileFormat,
  .duplicateColumn,
  .misplacedColumn,
  .noPeriodColumn, .duplicateRow, .emptyRow, .figuresWithoutConcept, .badItems, .balanceDoesNotFit,
  .missingValue, .badCell, .badGrouping, .unbalancedParentheses, .tooManyDigits, .figureTooLarge,
  .unitDoesNotFit, .percentageWithoutSign, .groupedWithPoints, .missingFrontMatter, .emptyText,
]

extension DiagnosticCode {
  // Files and folders.
  static let noContent = DiagnosticCode(
    "F001", "no-content", rule: "a site has a folder content/",
    explanation: """
      Everything sitegen publishes comes from `content/`. Run it in the folder that holds it, or below, \
      or name that folder with `--site`.
      """)
  static let noSiteFile = DiagnosticCode(
    "F002", "no-site-file", rule: "a site has a file content/site.yaml",
    explanation: "It holds the site's title and the address at which it will be served.")
  static let unreadableFile = DiagnosticCode(
    "F003", "unreadable-file", rule: "every file of content/ can be read",
    explanation: "The file is there, but the system refuses to hand out its bytes; check its permissions.")
  static let unreadFile = DiagnosticCode(
    "F004", "unread-file", rule: "every file of content/ is one that something reads",
    explanation: """
      A file that nothing reads would be missing from the site without a word, be it in another folder or under \
      another ending: `.yml` is not read where `.yaml` is. Names that begin with a dot are passed over.
      """)
  static let unusedReleaseFile = DiagnosticCode(
    "F005", "unused-release-file", rule: "every file of a release's folder is named in its release.yaml",
    explanation: """
      Tables belong to `statements` or `figures`, documents, slides, pictures and the like to `attachments`; `body.md` \
      needs no mention. What is of no kind that is published (F051) lies better elsewhere.
      """)
  static let missingFile = DiagnosticCode(
    "F006", "missing-file", rule: "a file that release.yaml names lies in the release's folder",
    explanation: "Names are compared to the letter, and capitals matter.")
  static let missingReleaseFile = DiagnosticCode(
    "F007", "missing-release-file", rule: "every folder of content/releases/ holds a release.yaml",
    explanation:
      "A release without it has no headline, day or kind, so nothing of the folder can be published.")
  static let badFolderName = DiagnosticCode(
    "F008", "bad-folder-name", rule: "a release's folder is named YYYY-MM-DD-slug",
    explanation: """
      The day orders the folders, and the slug becomes the last part of the address: lower-case letters, \
      digits and hyphens.
      """)
  static let folderDateDiffers = DiagnosticCode(
    "F009", "folder-date-differs", rule: "a folder's date is the day of 'released'",
    explanation: "The day stands in two places so that a slip in one is noticed.")
  static let duplicateAddress = DiagnosticCode(
    "F010", "duplicate-address", rule: "no two pages have the same address",
    explanation:
      "Addresses are for ever. A release's is made of its company, year and slug; a page's of its path.")
  static let reservedAddress = DiagnosticCode(
    "F011", "reserved-address",
    rule: "a hand-written page keeps off the addresses that the site fills itself",
    explanation: """
      `/`, `/releases/`, `/financials/`, `/data-quality/`, `/events/`, `/feeds/`, `/assets/` and `/404/` are \
      generated from the data, and so are `/acme/`, `/acme/releases/`, `/acme/financials/`, `/acme/events/` and \
      `/acme/feeds/` for each company that is not the site's default one.
      """)
  static let badFileName = DiagnosticCode(
    "F012", "bad-file-name", rule: "a published file has a plain name of its own",
    explanation: """
      The name becomes an address beside the release's page, where the site writes `index.html`, \
      `index.md`, `release.json` and its tables.
      """)
  static let badPageName = DiagnosticCode(
    "F013", "bad-page-name", rule: "a page's path is made of lower-case letters, digits and hyphens",
    explanation: "The path below `content/pages/` becomes the page's address.")
  static let badCompanyName = DiagnosticCode(
    "F014", "bad-company-name", rule: "a company's file is named by lower-case letters, digits and hyphens",
    explanation: "The name becomes the first part of the addresses of the company's releases.")
  static let noCompany = DiagnosticCode(
    "F015", "no-company", rule: "a site has at least one company",
    explanation: "Each file `content/companies/<id>.yaml` describes one.")
  static let missingVersion = DiagnosticCode(
    "F018", "missing-version", rule: "an old version is a folder under versions/ in the release's folder",
    explanation: """
      A correction's `version` names the folder that holds release.yaml, body.md and the tables as they stood \
      until then, so that readers can see what was changed. It is a release of the same company.
      """)

  // Keys and values of YAML files.
  static let unknownKey = DiagnosticCode(
    "F020", "unknown-key", rule: "every key is one the format has",
    explanation: "A misspelled key would leave its value out of the site without a word.")
  static let missingKey = DiagnosticCode(
    "F021", "missing-key", rule: "what a file must say is there and not blank",
    explanation: "The page cannot be written, or would say too little, without it.")
  static let wrongShape = DiagnosticCode(
    "F022", "wrong-shape", rule: "a value has the shape its key takes: text, a list or a mapping",
    explanation: "Lists are written with `- ` before each entry or in brackets, mappings as `key: value`.")
  static let unknownChoice = DiagnosticCode(
    "F023", "unknown-choice", rule: "a value that is one of a few is spelled as one of them",
    explanation: "The message lists them all.")
  static let duplicateEntry = DiagnosticCode(
    "F024", "duplicate-entry", rule: "nothing is named twice",
    explanation: "The second mention adds nothing, so one of the two is probably a slip.")
  static let badNumber = DiagnosticCode(
    "F025", "bad-number", rule: "a whole number stands where one is counted",
    explanation: "The message gives the limits.")
  static let badURL = DiagnosticCode(
    "F026", "bad-url", rule: "a web address is complete and begins with http:// or https://",
    explanation: """
      Pages and feeds are read elsewhere, where half an address leads nowhere; other schemes are not \
      linked.
      """)
  static let badEmail = DiagnosticCode(
    "F027", "bad-email", rule: "an e-mail address has one '@' between two names",
    explanation: """
      It becomes a link that opens a letter. Where a release prints a web address in its place, that may stand there.
      """)
  static let badPath = DiagnosticCode(
    "F028", "bad-path", rule: "a path of the site begins with '/'",
    explanation:
      "Navigation stands on every page, so a path relative to one of them would be wrong on the others.")
  static let badLanguage = DiagnosticCode(
    "F029", "bad-language", rule: "a language is a tag such as en or en-US (BCP 47)",
    explanation: "Screen readers and browsers choose voice and hyphenation by it.")

  // Times.
  static let badMoment = DiagnosticCode(
    "F030", "bad-moment", rule: "a day is written 2003-11-14, a time 2003-11-14T16:30 America/New_York",
    explanation:
      "A time may instead end with its offset from UTC: `2003-11-14T16:30-05:00`; `24:00` ends a day.")
  static let timeWithoutZone = DiagnosticCode(
    "F031", "time-without-zone", rule: "a time names its zone",
    explanation: """
      Readers live in all zones, and a call at half past four is four different calls. Name the zone by \
      place, or give the offset.
      """)
  static let unknownZone = DiagnosticCode(
    "F032", "unknown-zone", rule: "a zone is one of the system's zone database",
    explanation: """
      Zones are named by place, such as `America/New_York`, because EST and its like change their \
      meaning over the year.
      """)
  static let skippedTime = DiagnosticCode(
    "F033", "skipped-time", rule: "a time is one that the zone's clocks show",
    explanation: "In spring the clocks jump forward and show none of the times between.")
  static let ambiguousTime = DiagnosticCode(
    "F034", "ambiguous-time", rule: "a time is one that the zone's clocks show once",
    explanation: "In autumn an hour comes twice. An offset before the zone's name says which one is meant.")
  static let offsetNotInForce = DiagnosticCode(
    "F035", "offset-not-in-force", rule: "an offset beside a zone is one the zone has then",
    explanation: "One of the two is a slip, often the offset of the other half of the year.")
  static let backwards = DiagnosticCode(
    "F036", "backwards", rule: "what ends does so after it began",
    explanation: "One of the two moments is a slip.")
  static let badPeriod = DiagnosticCode(
    "F037", "bad-period",
    rule: "a period is spelled 2003-Q3, 2003-9M, 2003-H1, 2003-FY, as a day or as two",
    explanation: """
      Quarters count in the company's fiscal year. A day stands for its end; `2003-07-01/2003-09-30` for \
      all its days.
      """)
  static let badFiscalYearEnd = DiagnosticCode(
    "F038", "bad-fiscal-year-end", rule: "a fiscal year ends with the last day of a month",
    explanation: "Write the month and that day, `09-30`, or the month alone.")

  static let standardTimeInSummer = DiagnosticCode(
    "F039", "standard-time-in-summer", rule: "a time on a day of daylight time is not told in standard time",
    explanation: """
      The zone database has zones such as EST and MST whose clocks never change. Who writes 17:00 EST in July most \
      often means what the clocks in New York show, which is an hour earlier. Name the place, or give the offset where \
      standard time is meant; where a company's own clocks show it all year, as in Arizona, it is right.
      """)

  // Names that lead somewhere else.
  static let unknownCompany = DiagnosticCode(
    "F040", "unknown-company", rule: "a company that is named has a file",
    explanation: "The file is `content/companies/<id>.yaml`.")
  static let unknownContact = DiagnosticCode(
    "F041", "unknown-contact", rule: "a contact that is named is one of the company's",
    explanation: "The company's file lists them under `contacts`, each under a key.")
  static let vacantContact = DiagnosticCode(
    "F042", "vacant-contact", rule: "somebody holds the named post on the release's day",
    explanation:
      "A contact's `from` and `until` say when it answered; an old release keeps the one of its day.")
  static let unknownBoilerplate = DiagnosticCode(
    "F043", "unknown-boilerplate", rule: "a text block that is named has a file",
    explanation: "The file is `content/boilerplate/<name>.md`.")
  static let unknownConcept = DiagnosticCode(
    "F044", "unknown-concept", rule: "a concept is built in, or declared by the site or a company",
    explanation: """
      `sitegen concepts` lists the built-in ones. Declare others under `concepts` with `name`, `label`, `kind`, `balance` \
      and `sign`.
      """)
  static let conceptTaken = DiagnosticCode(
    "F045", "concept-taken", rule: "a concept's name means one thing",
    explanation: """
      Figures are compared by name across the whole archive. Two companies may declare the same concept \
      alike.
      """)
  static let badConceptName = DiagnosticCode(
    "F046", "bad-concept-name", rule: "a concept's name is letters and digits and begins with a capital",
    explanation: "Names follow the US-GAAP taxonomy's style and stand in links and addresses.")
  static let tooManyConcepts = DiagnosticCode(
    "F047", "too-many-concepts", rule: "a site knows at most 65,536 concepts",
    explanation: "Facts refer to concepts by a number of 16 bits.")
  static let badWaiver = DiagnosticCode(
    "F048", "bad-waiver", rule: "only checks can be set aside",
    explanation: "`allow` takes a check's code, V and three digits, and the reason that readers will see.")
  static let unknownCurrency = DiagnosticCode(
    "F049", "unknown-currency", rule: "a currency is named by its ISO 4217 code",
    explanation: "Signs do not say which dollar is meant.")
  static let badTopicName = DiagnosticCode(
    "F058", "bad-topic-name", rule: "a topic is named by lower-case letters, digits and hyphens",
    explanation: """
      The name becomes part of the address of the topic's list, `/releases/topics/blood-products/`. What readers \
      see is its title, which `topics` of site.yaml may give.
      """)
  static let unknownTopic = DiagnosticCode(
    "F059", "unknown-topic", rule: "a release's topics are topics of the site, where it lists them",
    explanation: "So that a misspelled topic does not become a list of its own.")
  static let tooManyTopics = DiagnosticCode(
    "F092", "too-many-topics", rule: "a release has at most 50 topics",
    explanation: "Each topic is a list of its own with pages of its own, which readers choose from.")

  static let badAlias = DiagnosticCode(
    "F050", "bad-alias", rule: "an alias is an address of this site at which a page stood",
    explanation: """
      A page that sends readers on stands at each alias, so it ends with `/`, `.html` or without an ending, and is \
      made of what every server and file system takes alike.
      """)
  static let activeAttachment = DiagnosticCode(
    "F051", "active-attachment", rule: "an attachment is of a kind that runs nothing anywhere",
    explanation: """
      What stands beside a release is served from the archive's own address, and a page or script there would speak \
      for the company; of other kinds nobody can tell what a reader's computer does with them. Publish documents (`.pdf`, `.docx`, `.odt`, `.txt`, `.rtf`), tables (`.csv`, `.xlsx`, `.xls`, \
      `.ods`), slides (`.pptx`, `.ppt`, `.odp`), pictures (`.jpg`, `.png`, `.gif`, `.webp`, `.avif`, and `.svg` \
      without scripts), sound and film (`.mp3`, `.wav`, `.ogg`, `.m4a`, `.mp4`, `.webm`), or pack anything else into \
      a `.zip`.
      """)

  static let pictureWithoutText = DiagnosticCode(
    "F052", "picture-without-text", rule: "a picture among the attachments says in words what it shows",
    explanation: """
      It stands on the page, and who cannot see it reads or hears its `alt`. Write what the picture tells, not that it \
      is one.
      """)
  static let otherFileFormat = DiagnosticCode(
    "F053", "other-file-format", rule: "an attachment is what its ending says it is",
    explanation: """
      Pictures (`.png`, `.jpg`, `.gif`), PDF documents, `.zip` archives and the office documents made of those are known \
      by their first bytes. A file that begins otherwise is damaged, was only half copied or has the wrong ending, and \
      readers could not open it.
      """)

  // Tables.
  static let missingColumn = DiagnosticCode(
    "F060", "missing-column", rule: "a table begins with the columns its kind must have",
    explanation:
      "A statement begins with `concept,label`, a file of figures with `concept,label,period,value`.")
  static let unknownColumn = DiagnosticCode(
    "F061", "unknown-column", rule: "every column is a known one or a period's",
    explanation: """
      Optional columns of statements are `role`, `items`, `level`, `negated`, `unit`, `decimals` and `note`. A row that \
      the release prints with the other sign, such as costs in parentheses, has `true` under `negated`.
      """)
  static let duplicateColumn = DiagnosticCode(
    "F062", "duplicate-column", rule: "no column stands twice in a table",
    explanation: "Two spellings of one period count as the same column.")
  static let misplacedColumn = DiagnosticCode(
    "F063", "misplaced-column", rule: "optional columns stand between 'label' and the first period",
    explanation: "So that the figures of a file stand side by side as they do on the page.")
  static let noPeriodColumn = DiagnosticCode(
    "F064", "no-period-column", rule: "a statement has a column of figures",
    explanation: "Its heading is the period: `2003-Q3`, or a day for balance sheets.")
  static let duplicateRow = DiagnosticCode(
    "F065", "duplicate-row", rule: "a table tells a concept once for each period",
    explanation: "Of two rows one would have to be ignored. Give the second line a concept of its own.")
  static let emptyRow = DiagnosticCode(
    "F066", "empty-row", rule: "a row has a concept, or a label as a heading",
    explanation: "Remove the row; blank lines are passed over.")
  static let figuresWithoutConcept = DiagnosticCode(
    "F067", "figures-without-concept", rule: "a row with figures has a concept, a heading has neither",
    explanation: "Without a concept a figure can neither be checked nor compared.")
  static let badItems = DiagnosticCode(
    "F068", "bad-items", rule: "a total's items are other rows of its statement",
    explanation: """
      `items` says what a total adds up where the concepts' relations do not: names of concepts with a space between \
      them, `SellingAndMarketingExpense GeneralAndAdministrativeExpense`.
      """)
  static let balanceDoesNotFit = DiagnosticCode(
    "F069", "balance-does-not-fit", rule: "stocks stand at a day, flows and averages over a span",
    explanation: """
      Total assets hold at the end of a day, revenues belong to a quarter. Check the column's period, or \
      declare the concept's `balance`.
      """)
  static let missingValue = DiagnosticCode(
    "F070", "missing-value", rule: "a row of a file of figures has a value",
    explanation: "A dash or a blank has no place there: what the release does not state has no row.")

  // Cells.
  static let badCell = DiagnosticCode(
    "F080", "bad-cell", rule: "a cell is a figure as printed, a dash or blank",
    explanation: """
      Figures are `6,980`, `$ (176,000)`, `-0.60` or `12%`. A dash is nil as printed; a blank is not \
      reported.
      """)
  static let badGrouping = DiagnosticCode(
    "F081", "bad-grouping",
    rule: "commas stand before every third digit, one full stop before the decimals",
    explanation: "Nothing is guessed: `6,98` could be 6.98 or a figure with a digit lost.")
  static let unbalancedParentheses = DiagnosticCode(
    "F082", "unbalanced-parentheses", rule: "parentheses round a negative figure open and close",
    explanation: "`(176,000)` is minus 176,000.")
  static let tooManyDigits = DiagnosticCode(
    "F083", "too-many-digits", rule: "a figure has at most 18 digits",
    explanation: """
      Figures are exact and never rounded silently. All of 18 digits fit, and of 19 those up to \
      9,223,372,036,854,775,807.
      """)
  static let figureTooLarge = DiagnosticCode(
    "F084", "figure-too-large", rule: "a figure fits 18 digits when written in full",
    explanation: "The statement's `scale` makes it too large; one of the two is a slip.")
  static let unitDoesNotFit = DiagnosticCode(
    "F085", "unit-does-not-fit", rule: "a figure's signs and unit agree with its concept and statement",
    explanation: """
      Money may carry the statement's currency and ratios a percent sign; shares and counts carry \
      neither.
      """)
  static let percentageWithoutSign = DiagnosticCode(
    "F086", "percentage-without-sign", rule: "a percentage is written with its sign",
    explanation: """
      A ratio is a pure number, and 28 is 2,800%. Write `28%` for a margin or a tax rate, or 0.28. A figure above 1.5 \
      is asked about where the concept is a percentage, and refused from 10 on, or where the row's unit is `percent`; \
      a row whose unit is `pure` is taken at its word.
      """)
  static let groupedWithPoints = DiagnosticCode(
    "F087", "grouped-with-points", rule: "thousands are separated with commas, decimals with a full stop",
    explanation: """
      `48.210` is 48 and a fraction, not 48,210. Where nearly all figures of a table have exactly three digits after \
      the point and one to three before it, they were most likely grouped with points, as German has it, and would be \
      published a thousand times too small. Where three decimals are meant, say so in the column `decimals`.
      """)

  // Texts.
  static let missingFrontMatter = DiagnosticCode(
    "F090", "missing-front-matter", rule: "a page and a text block begin with front matter",
    explanation: "Two lines of `---` enclose the YAML that holds the title.")
  static let emptyText = DiagnosticCode(
    "F091", "empty-text", rule: "a text block has text",
    explanation: "Releases that name it would print a heading with nothing below.")
}
