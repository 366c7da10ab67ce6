import CivilTime
import Diagnostics
import ExactNumbers
import Markup
import PageTemplates
import ReleaseModel

@testable import ReportPages

/// A company with two releases: a third quarter with statements, and an announcement before it.
struct ExampleArchive {
  var incomplete = IncompleteContent()
  var archive: ReleaseArchive
  var zones: [String: Zone] = [:]
  var templates = CompiledTemplates.blocks
  var now = Day(year: 2003, month: 11, day: 20).map { LocalTime(day: $0, second: 0).instant(offset: 0) }!

  init() {
    var site = SiteSettings(title: "Acme Corporation", baseURL: "https://acme.example/ir", company: "acme")
    site.navigation = [.init(title: "Releases", path: "/releases/"), .init(title: "About", path: "/about/")]
    var company = Company(
      id: "acme", names: [Dated("Acme Corporation")], shortName: "Acme", zone: "America/New_York",
      fiscal: .calendarYear)
    company.contacts = [:]
    let other = Company(
      id: "globex", names: [Dated("Globex")], shortName: "Globex", zone: "UTC", fiscal: .calendarYear)
    archive = ReleaseArchive(
      site: site, catalog: exampleCatalog, companies: [company, other],
      releases: [secondQuarter(), announcement(), thirdQuarter()])
  }

  var context: PageContext {
    var addresses: Set<String> = ["/", "/about/", "/releases/", "/feed.xml"]
    for release in archive.releases {
      addresses.formUnion(publishedAddresses(of: release, site: archive.site))
    }
    return PageContext(
      archive: archive, history: FactHistory(archive), now: now, addresses: addresses,
      templates: templates, stylesheet: "assets/site.css", incomplete: incomplete, zones: zones)
  }

  /// The place of the third quarter in the archive.
  static let third = 2
  var view: ReleaseView { ReleaseView(Self.third, context) }
}

let exampleCatalog = ConceptCatalog([
  Concept("Revenues", label: "Revenues", sign: .nonNegative),
  Concept("GrossProfit", label: "Gross profit (loss)", negative: "Gross loss", positive: "Gross profit"),
  Concept("CostOfRevenue", label: "Cost of revenues"),
  Concept("OtherOperatingExpense", label: "Other operating expenses"),
  Concept("OperatingIncomeLoss", label: "Operating income (loss)", negative: "Operating loss"),
  Concept("NetIncomeLoss", label: "Net income (loss)", negative: "Net loss", positive: "Net income"),
  Concept(
    "EarningsPerShareBasicAndDiluted", label: "Basic and diluted earnings (loss) per share",
    negative: "Basic and diluted loss per share", positive: "Basic and diluted earnings per share",
    kind: .perShare, balance: .average),
  Concept("WeightedAverageShares", label: "Weighted average shares", kind: .shares, balance: .average),
  Concept("Cash", label: "Cash and cash equivalents", balance: .stock, sign: .nonNegative),
  Concept("Assets", label: "Total assets", balance: .stock, sign: .nonNegative),
  Concept("CurrentAssets", label: "Total current assets", balance: .stock, sign: .nonNegative),
  Concept("NoncurrentAssets", label: "Non-current assets", balance: .stock, sign: .nonNegative),
  Concept("CurrentLiabilities", label: "Current liabilities", balance: .stock, sign: .nonNegative),
  Concept("Liabilities", label: "Total liabilities", balance: .stock, sign: .nonNegative),
  Concept("StockholdersEquity", label: "Shareholders' equity", balance: .stock),
  Concept("LiabilitiesAndStockholdersEquity", label: "Total liabilities and equity", balance: .stock),
  Concept("WorkingCapital", label: "Working capital", balance: .stock),
  Concept("BloodInventory", label: "Blood on hand", balance: .stock),
  Concept("ClosedCenterRevenue", label: "Revenue of the closed centers"),
  Concept("PriceEffect", label: "Prices"),
  Concept("VolumeEffect", label: "Volumes"),
  Concept("BloodProductsGrowth", label: "Growth of blood products revenue", kind: .ratio, balance: .average),
])

func concept(_ name: String) -> ConceptID { exampleCatalog.id(name)! }
func period(_ spelling: String) -> Period { FiscalCalendar.calendarYear.period(spelling)! }
func day(_ text: String) -> Day { Day(iso: text)! }
func amount(_ text: String) -> Amount { Amount(plain: text)! }

/// A cell from what a CSV file would hold: blank, a dash or plain digits.
func cell(_ text: String, decimals: Int8 = 0) -> Cell {
  switch text {
  case "": .absent
  case "—": .dash
  default: .figure(amount(text), decimals: decimals)
  }
}

func row(
  _ name: String, _ label: String, _ cells: String..., role: Statement.Role = .item, level: UInt8 = 0,
  note: String? = nil
) -> Statement.Row {
  Statement.Row(
    concept: concept(name), label: label, role: role, level: level, note: note, cells: cells.map { cell($0) })
}

func thirdQuarter() -> Release {
  var release = Release(
    folder: "2003-11-14-third-quarter-results", kind: .earnings,
    company: "acme", headline: "Acme closes <five> centers", released: Moment(day: day("2003-11-14")))
  release.summary = "A loss & a plan."
  release.dateline = "Los Angeles"
  release.period = period("2003-Q3")
  release.contacts = [
    Contact(name: "Jo Mann", title: "Investor relations", phone: "877-310-0717", web: "www.acme.example")
  ]
  release.statements = [
    Statement(
      name: "income-statement", title: "Statements of operations", currency: "USD", audited: false,
      columns: [period("2003-Q3"), period("2002-Q3")],
      rows: [
        row("Revenues", "Revenues", "6980000", "7181000"),
        row("GrossProfit", "Gross profit (loss)", "-176000", "1022000"),
        row("NetIncomeLoss", "Net loss", "-4679000", "-462000", role: .total),
        row("EarningsPerShareBasicAndDiluted", "Per share", "-0.60", "-0.06"),
        row("WeightedAverageShares", "Weighted average shares", "7754000", "7738000"),
      ]),
    Statement(
      name: "balance-sheet", title: "Balance sheet", currency: "USD", scale: .thousands,
      columns: [period("2003-09-30"), period("2002-12-31")],
      rows: [
        Statement.Row(concept: nil, label: "Assets", cells: []),
        row("Cash", "Cash", "1057", "1048", level: 1, note: "Includes securities."),
        row("Assets", "Total assets", "8275", "—", role: .total),
      ]),
  ]
  release.figures = [
    StatedFigure(
      concept: concept("ClosedCenterRevenue"), label: "Revenue of the closed centers",
      period: period("2003-Q3"), value: amount("843000"), decimals: -3),
    StatedFigure(
      concept: concept("BloodProductsGrowth"), label: "Growth of blood products", period: period("2003-Q3"),
      value: amount("0.038"), decimals: 3, note: "About"),
  ]
  release.events = [conferenceCall()]
  release.attachments = [Attachment(file: "slides 1.pdf", title: "Slides", size: 240_400)]
  return release
}

/// Tells the second quarter in rounded figures.
func secondQuarter() -> Release {
  var release = Release(
    folder: "2003-08-11-second-quarter-results", kind: .earnings,
    company: "acme", headline: "Second quarter", released: Moment(day: day("2003-08-11")))
  release.period = period("2003-Q2")
  release.figures = [
    StatedFigure(
      concept: concept("Revenues"), label: "Revenues", period: period("2003-Q2"), value: amount("6900000"),
      decimals: -5)
  ]
  return release
}

func announcement() -> Release {
  Release(
    folder: "2003-09-15-restructuring", kind: .announcement, company: "acme",
    headline: "Acme restructures", released: Moment(day: day("2003-09-15")))
}

/// A moment on the clocks of New York in winter.
func eastern(_ text: String) -> Moment {
  let local = LocalTime(iso: text)!
  return Moment(
    day: local.day,
    time: .init(
      instant: local.instant(offset: -18_000), local: local, zone: "America/New_York", offset: -18_000,
      abbreviation: "EST"))
}

func conferenceCall() -> Event {
  var call = Event(kind: .conferenceCall, starts: eastern("2003-11-14T16:30"))
  call.speakers = [.init(name: "Judi Irving", title: "President"), .init(name: "Robert Chilton")]
  call.dialIn = "800-309-8563"
  call.replay = .init(
    from: .after(minutes: 120), until: eastern("2003-11-21T24:00"), number: "800-642-1687", id: "3901827")
  call.webcasts = [.init(url: "https://www.acme.example/", note: nil)]
  return call
}

extension CompiledTemplates {
  /// The blocks in as little markup as shows their values.
  static let blocks: CompiledTemplates = {
    let sources = [
      (
        "key-figures",
        "<dl>{{#figures}}<dt>{{label}}</dt><dd>{{sign}}{{open}}{{digits}}{{thousands}}{{close}} {{scale}}|{{change}}|{{versus}}</dd>{{/figures}}</dl>\n"
      ),
      ("event", "<div id=\"{{anchor}}\">{{title}}</div>\n"),
      (
        "attachments",
        "{{#attachments}}<a href=\"{{href}}\">{{title}}</a> {{type}}, {{size}}{{/attachments}}\n"
      ),
    ].map { TemplateSource(path: "\($0).html", bytes: Array($1.utf8)) }
    var diagnostics: [Diagnostic] = []
    let compiled = compileTemplates(
      sources,
      pages: PageShapes.templates.filter { shape in sources.contains { $0.path == "\(shape.name).html" } },
      diagnostics: &diagnostics)
    precondition(diagnostics.isEmpty, "\(diagnostics)")
    return compiled
  }()
}

/// What a function appends, as text.
func text(_ append: (inout ByteSink) -> Void) -> String {
  var sink = ByteSink()
  append(&sink)
  return sink.text()
}
