import CivilTime
import Diagnostics
import ExactNumbers
import ReleaseFormat
import ReleaseModel
import Testing

/// A good site, read whole.
struct LoadArchiveTests {
  let loaded = loadArchive(memorySite(hemaCareSite))
  var archive: ReleaseArchive { loaded.archive }
  var release: Release? { archive.releases.last }

  @Test func nothingIsWrong() {
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func theSite() {
    let site = archive.site
    #expect(site.title == "HemaCare Corporation")
    #expect(site.tagline == "Investor relations archive")
    #expect(site.baseURL == "https://archive.example/ir")
    #expect(site.language == "en-US")
    #expect(site.company == "hemacare")
    #expect(site.asOf?.description == "2026-11-01T00:00:00Z")
    #expect(site.archivedAfterYears == 3)
    #expect(site.notice == "A demonstration.")
    #expect(site.navigation == [SiteSettings.NavigationItem(title: "About", path: "/about/")])
  }

  @Test func theCompany() throws {
    let company = try #require(archive.company("hemacare"))
    #expect(archive.companies.map(\.id) == ["acme", "hemacare"])
    #expect(company.shortName == "HemaCare")
    #expect(company.name(on: day("2001-01-01")) == "HemaCare Inc.")
    #expect(company.name(on: day("2003-11-14")) == "HemaCare Corporation")
    #expect(company.tickers.value(on: day("2003-11-14")) == "OTC Bulletin Board: HEMA.OB")
    #expect(company.zone == "America/Los_Angeles")
    #expect(company.fiscal == .calendarYear)
    #expect(archive.company("acme")?.fiscal.endMonth == 9)
    #expect(archive.company("acme")?.shortName == "Acme")
  }

  @Test func concepts() throws {
    let id = try #require(archive.catalog.id("ClosedCenterRevenue"))
    #expect(archive.catalog[id].label == "Revenue of the closed donor centers")
    #expect(archive.catalog[id].sign == .nonNegative)
    #expect(archive.catalog.isDeclared(label: "Revenue of the closed donor centers"))
    #expect(!archive.catalog.isDeclared(label: "Revenues"))
    let income = try #require(archive.catalog.id("NetIncomeLoss"))
    #expect(archive.catalog[income].label(negative: true) == "Net loss")
    #expect(archive.catalog[income].label(negative: false) == "Net income")
    #expect(archive.catalog[income].element == "NetIncomeLoss")
  }

  @Test func releasesStandOldestFirst() {
    #expect(
      archive.releases.map(\.folder) == [
        "2003-09-15-closure", "2003-11-14-another-day", "2003-11-14-results-of-acme",
        "2003-11-14-third-quarter-results",
      ])
    #expect(archive.releases.map(\.company) == ["hemacare", "hemacare", "acme", "hemacare"])
  }

  @Test func theRelease() throws {
    let release = try #require(release)
    #expect(release.slug == "third-quarter-results")
    #expect(release.kind == .earnings)
    #expect(release.headline == "HemaCare reports third quarter results")
    #expect(release.summary == "A loss.")
    #expect(release.released.time?.instant.description == "2003-11-14T13:30:00Z")
    #expect(release.dateline == "Los Angeles")
    #expect(release.period == FiscalCalendar.calendarYear.period(2003, .q3))
    #expect(release.ticker == "OTC Bulletin Board: HEMA.OB")
    #expect(
      release.contacts == [
        Contact(name: "JoAnn Mannise", title: "Director", phone: "877-310-0717", web: "www.hemacare.com"),
        Contact(name: "Robert Chilton", email: "cfo@hemacare.com"),
      ])
    #expect(
      release.sources == [
        Source(
          title: "Exhibit 99.1", url: "https://sec.gov/x.txt", accession: "0000801748-03-000025", note: "Text"
        )
      ])
    #expect(release.keyFigures == [concept("Revenues"), concept("NetIncomeLoss")])
    #expect(
      release.charts == [
        ChartRequest(preset: .comparison, concepts: [concept("Revenues")], title: "Level", note: "Nearly"),
        ChartRequest(
          preset: .trend, concepts: [concept("NetIncomeLoss")],
          periods: .listed([period("2003-Q3"), period("2002-Q3")])),
      ])
    #expect(release.boilerplate == ["about-2003"])
    #expect(release.waivers == [Waiver(code: "V204", reason: "as printed")])
    #expect(
      release.attachments == [
        Attachment(file: "plant.webp", title: "The plant", alternative: "A low building", size: 4)
      ])
  }

  @Test func theEvent() throws {
    let event = try #require(release?.events.first)
    #expect(event.kind == .conferenceCall)
    #expect(event.title == "Third quarter call")
    #expect(event.starts.time?.instant.description == "2003-11-14T21:30:00Z")
    #expect(event.ends?.time?.instant.description == "2003-11-14T22:30:00Z")
    #expect(
      event.speakers == [
        Event.Speaker(name: "Judi Irving"),
        Event.Speaker(name: "Robert Chilton", title: "Chief Financial Officer"),
      ])
    #expect(event.dialIn == "800-309-8563")
    #expect(event.dialInNote == "Ask for the call")
    #expect(event.replay?.from == .after(minutes: 120))
    #expect(event.replay?.until.time?.local.isoMinutes == "2003-11-21T24:00")
    #expect(event.replay?.number == "800-642-1687")
    #expect(event.replay?.id == "3901827")
    #expect(
      event.webcasts == [
        Event.Webcast(url: "https://www.hemacare.com"),
        Event.Webcast(url: "https://www.streetevents.com", note: "Individual Investor Center"),
      ])
    #expect(event.place == "By telephone")
  }

  @Test func theStatement() throws {
    let statement = try #require(release?.statements.first)
    #expect(statement.name == "income-statement")
    #expect(statement.title == "Statements of operations")
    #expect(statement.currency == "USD")
    #expect(statement.scale == .thousands)
    #expect(statement.audited == false)
    #expect(statement.columns == [period("2003-Q3"), period("2002-Q3")])
    #expect(
      statement.rows == [
        Statement.Row(concept: nil, label: "Operations", note: "Unaudited", cells: []),
        Statement.Row(
          concept: concept("Revenues"), label: "Revenues", level: 1,
          cells: [.figure(Amount(6980), decimals: -3), .figure(Amount(7181), decimals: -3)]),
        Statement.Row(
          concept: concept("CostOfRevenue"), label: "Cost of revenues", level: 1,
          cells: [.figure(Amount(7156), decimals: -3), .absent]),
        Statement.Row(
          concept: concept("GrossProfit"), label: "Gross profit (loss)", role: .subtotal,
          items: [concept("Revenues"), concept("CostOfRevenue")],
          cells: [.figure(Amount(-176), decimals: -3), .dash]),
        Statement.Row(
          concept: concept("EarningsPerShareBasic"), label: "Per share",
          cells: [.figure(amount("-0.60"), decimals: 2), .figure(amount("-0.06"), decimals: 2)]),
      ])
  }

  @Test func singleFigures() {
    #expect(
      release?.figures == [
        StatedFigure(
          concept: concept("ClosedCenterRevenue"), label: "Revenue of the closed donor centers",
          period: period("2003-Q3"), value: Amount(843_000), decimals: -3),
        StatedFigure(
          concept: concept("GrossMargin"), label: "Margin", period: period("2003-Q3"),
          value: amount("-0.025"),
          decimals: 3, note: "Own reckoning"),
      ])
  }

  @Test func factsAreFullValues() throws {
    let facts = try #require(release).facts(archive.catalog)
    #expect(
      facts.map(\.value) == [
        6_980_000, 7_181_000, 7_156_000, -176_000,
      ].map { Amount($0) } + [amount("-0.60"), amount("-0.06"), Amount(843_000), amount("-0.025")])
  }

  @Test func placesLeadBackToTheFiles() throws {
    let source = try #require(loaded.sources.release("2003-11-14-third-quarter-results"))
    let folder = "content/releases/2003-11-14-third-quarter-results/"
    #expect(source.file == Place(folder + "release.yaml"))
    #expect(release?.hasNarrative == true)
    #expect(source.keys["headline"] == SourceRange(line: 3, column: 11, length: 38))
    #expect(source.keys["events.0.starts"] == SourceRange(line: 37, column: 13, length: 33))
    let table = try #require(source.statements.first)
    #expect(table.path == folder + "income-statement.csv")
    #expect(table.columns.first == SourceRange(line: 1, column: 37, length: 7))
    #expect(table.rows.count == 5)
    #expect(table.rows[0].label == SourceRange(line: 2, column: 2, length: 10))
    #expect(table.rows[0].cells.isEmpty)
    #expect(
      table.rows[1].cells == [
        SourceRange(line: 3, column: 24, length: 7), SourceRange(line: 3, column: 32, length: 7),
      ])
    let figures = try #require(source.figures)
    #expect(figures.rows[0].label == SourceRange(line: 2, column: 1, length: 19))
    #expect(figures.rows[0].cells == [SourceRange(line: 2, column: 30, length: 6)])
    #expect(figures.rows[1].label == SourceRange(line: 3, column: 13, length: 6))
  }

  @Test func texts() throws {
    let block = try #require(loaded.boilerplate["about-2003"])
    #expect(block.title == "About HemaCare")
    #expect(block.text == "HemaCare provides blood products.\n")
    #expect(block.textLine == 4)
    #expect(loaded.pages.map(\.address) == ["/about/", "/docs/", "/docs/terms/"])
    let page = try #require(loaded.pages.first)
    #expect(page.title == "About this archive")
    #expect(page.summary == "What it holds")
    #expect(page.showsContents)
    #expect(!loaded.pages[1].showsContents)
  }

  private func concept(_ name: String) -> ConceptID {
    archive.catalog.id(name) ?? ConceptID(number: .max)
  }
}

private func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
private func amount(_ text: String) -> Amount { Amount(plain: text) ?? .zero }
private func period(_ text: String) -> Period {
  FiscalCalendar.calendarYear.period(text) ?? Period(instant: Day(number: 0))
}
