import Diagnostics
import ExactNumbers
import ReleaseFormat
import ReleaseModel
import Testing

/// Figures per share in pence and cents: the file has what is printed, and the fact is in the currency.
struct MinorUnitTests {
  private func load(_ table: String, unit: String = "GBP", figures: String? = nil) -> LoadedArchive {
    let folder = "content/releases/2004-03-10-r/"
    var files = [
      "content/site.yaml": "title: T\nbase_url: https://a.example\ncompany: a\n",
      "content/companies/a.yaml": "name: A\nzone: America/New_York\n",
      folder + "release.yaml": """
      kind: earnings
      headline: Results
      period: 2003-FY
      released: 2004-03-10
      statements:
        - {file: income.csv, title: Income, unit: \(unit), scale: thousands}
      """,
      folder + "income.csv": table,
    ]
    if let figures { files[folder + "figures.csv"] = figures }
    return loadArchive(memorySite(files))
  }

  private func row(_ unit: String, _ cells: String, label: String = "Basic earnings per share") -> String {
    let years = ["2003-FY", "2002-FY", "2001-FY"].prefix(cells.split(separator: ";").count)
    return "concept,label,unit,\(years.joined(separator: ","))\nEarningsPerShareBasic,\(label),\(unit),"
      + cells.split(separator: ";").joined(separator: ",") + "\n"
  }

  /// Currency, `unit`, cell, value in the currency, what is printed.
  @Test(arguments: [
    ("GBP", "", "17.1p", "0.171", "17.1"), ("GBP", "", "17p", "0.17", "17"),
    ("GBP", "", "20p", "0.20", "20"), ("GBP", "", "(3.2p)", "-0.032", "-3.2"),
    ("GBP", "", "(3.2)p", "-0.032", "-3.2"), ("GBP", "", "-3.20 p", "-0.0320", "-3.20"),
    ("GBP", "", "17.1\u{A0}pence", "0.171", "17.1"), ("GBP", "", "\"1,710.0p\"", "17.100", "1710.0"),
    ("GBP", "", "0p", "0.00", "0"), ("GBP", "GBX", "17.1", "0.171", "17.1"),
    ("GBP", "GBX", "17.1p", "0.171", "17.1"), ("GBP", "GBp", "17.1", "0.171", "17.1"),
    ("GBP", "pence", "(17.1)", "-0.171", "-17.1"), ("GBP", "p", ".5", "0.005", "0.5"),
    ("GBP", "GBX/shares", "17.1", "0.171", "17.1"), ("ZAR", "", "412.5c", "4.125", "412.5"),
    ("ZAR", "ZAC", "412.5", "4.125", "412.5"), ("USD", "", "60¢", "0.60", "60"),
    ("USD", "cents", "60", "0.60", "60"), ("AUD", "", "31.4 cents", "0.314", "31.4"),
    ("EUR", "", "8c", "0.08", "8"),
  ])
  func theFactIsInTheCurrency(
    _ currency: String, _ unit: String, _ cell: String, _ told: String, _ printed: String
  ) throws {
    let loaded = load(row(unit, cell), unit: currency)
    #expect(loaded.diagnostics.map(\.message) == [])
    let release = try #require(loaded.archive.releases.first)
    let row = release.statements[0].rows[0]
    let value = try #require(Amount(plain: told))
    #expect(row.isInMinorUnit)
    let fact = try #require(release.facts(loaded.archive.catalog).first)
    #expect(fact.value.hasSameSpelling(as: value), "\(fact.value)")
    #expect(fact.decimals == Int8(value.scale))
    #expect(release.unit(of: fact) == PrintedUnit(currency, isMinor: true))
    #expect(row.printed(row.cells[0]).amount == Amount(plain: printed))
    #expect(row.printed(row.cells[0]).amount?.text() == Amount(plain: printed)?.text())
  }

  @Test(arguments: [("", "0.171"), ("", "£0.171"), ("GBP", "0.171"), ("GBP/shares", "£ 0.171")])
  func whatIsInPoundsStaysSo(_ unit: String, _ cell: String) throws {
    let loaded = load(row(unit, cell))
    #expect(loaded.diagnostics.map(\.message) == [])
    let row = try #require(loaded.archive.releases.first?.statements.first?.rows.first)
    #expect(!row.isInMinorUnit)
    #expect(row.printed(row.cells[0]).amount == Amount(mantissa: 171, scale: 3))
  }

  @Test func dashesBlanksAndZerosNeedNoMark() throws {
    let loaded = load(row("", "17.1p;—;0"))
    #expect(loaded.diagnostics.map(\.message) == [])
    let row = try #require(loaded.archive.releases.first?.statements.first?.rows.first)
    #expect(row.isInMinorUnit)
    #expect(row.cells.map { $0.amount?.text() } == ["0.171", nil, "0.00"])
  }

  @Test func decimalsAreOfTheValueInTheCurrency() throws {
    let loaded = load(
      "concept,label,unit,decimals,negated,2003-FY\nEarningsPerShareBasic,Loss,GBX,2,true,(3.25)\n")
    #expect(loaded.diagnostics.map(\.message) == [])
    let release = try #require(loaded.archive.releases.first)
    let row = release.statements[0].rows[0]
    #expect(row.cells[0] == .figure(try #require(Amount(mantissa: 325, scale: 4)), decimals: 2))
    #expect(row.printed(row.cells[0]).amount == Amount(mantissa: -325, scale: 2))
  }

  /// Currency, `unit`, cells, what is said, and what to write.
  @Test(arguments: [
    (
      "GBP", "", "17.1p;15.2", "'15.2' is not in pence, as other figures of its row are",
      "a row is in pence or in GBP: write '15.2p', or '1,520p' if it is in GBP"
    ),
    (
      "GBP", "", "£0.171;15.2p", "'£0.171' is not in pence, as other figures of its row are",
      "a row is in pence or in GBP: write '0.171p', or '17.1p' if it is in GBP"
    ),
    (
      "GBP", "GBX", "£0.171", "'£0.171' is in GBP, but the unit of its row is pence", "write '17.1p'"
    ),
    (
      "JPY", "", "17.1p", "'17.1p' is in pence, and the currency is JPY",
      "name the currency of the statement under 'unit' in release.yaml: pence are of GBP"
    ),
    (
      "USD", "", "17.1p", "'17.1p' is in pence, and the currency is USD",
      "name the currency of the statement under 'unit' in release.yaml: pence are of GBP"
    ),
    (
      "GBP", "ZAC", "17.1", "the unit of an amount per share is 'GBP/shares' here, not 'ZAC'",
      "for figures in pence write GBX"
    ),
  ])
  func contradictionsAreRefused(
    _ currency: String, _ unit: String, _ cells: String, _ message: String, _ hint: String
  ) throws {
    let loaded = load(row(unit, cells), unit: currency)
    let found = try #require(loaded.diagnostics.first)
    #expect(loaded.diagnostics.count == 1)
    #expect(found.code.id == "F085" && found.severity == .error)
    #expect(found.message == message)
    #expect(found.hints == [hint])
  }

  @Test func moneyIsInTheCurrency() throws {
    let loaded = load("concept,label,unit,2003-FY\nRevenues,Revenue,,17.1p\nNetIncomeLoss,Profit,GBX,5\n")
    #expect(
      loaded.diagnostics.map(\.message) == [
        "'17.1p' is in pence, but the concept is money", "the unit of money is 'GBP' here, not 'GBX'",
      ])
    #expect(
      loaded.diagnostics.flatMap(\.hints) == [
        "figures of a concept of the kind per-share may be so; this one is in GBP: 0.171",
        "only figures of concepts of the kind per-share are in pence",
      ])
  }

  @Test(arguments: ["17.1pp", "17.1 pennies", "p", "17.1%p", "£17.1p", "17.1P"])
  func otherSpellingsAreNoFigures(_ cell: String) {
    let loaded = load(row("", cell))
    #expect(loaded.diagnostics.map(\.code.id) == ["F080"], "\(cell)")
  }

  @Test(arguments: ["Earnings per share (pence)", "Earnings per share (p)", "\"Earnings per share, pence\""])
  func aLabelThatSaysPenceIsAskedAbout(_ label: String) throws {
    let loaded = load(row("", "17.1;15.2", label: label))
    let found = try #require(loaded.diagnostics.first)
    #expect(loaded.diagnostics.count == 1)
    #expect(found.code.id == "F085" && found.severity == .warning)
    #expect(found.message == "'\(label.filter { $0 != "\"" })' says pence, but '17.1' is read as GBP")
    #expect(found.hints == ["write '17.1p', or GBX under 'unit' of the row"])
    for cells in ["17.1p;15.2p", "—;—"] {
      #expect(load(row("", cells, label: label)).diagnostics.isEmpty)
    }
    #expect(load(row("GBX", "17.1;15.2", label: label)).diagnostics.isEmpty)
  }

  @Test func aStatementIsInTheCurrencyItself() throws {
    let found = try #require(load(row("", "17.1p"), unit: "GBX").diagnostics.first)
    #expect(found.code.id == "F049")
    #expect(
      found.hints == [
        "write GBP; figures per share may be in pence all the same: 17.1p, or GBX under 'unit' of their row"
      ])
  }

  /// Single figures are in the currency of the release's first statement.
  @Test(arguments: [
    ("GBP", "6p", nil), ("GBP", "(6.25p)", nil),
    ("USD", "6p", "'6p' is in pence, and the currency is USD" as String?),
  ])
  func singleFiguresMayBeInPence(_ currency: String, _ value: String, _ message: String?) throws {
    let loaded = load(
      "concept,label,2003-FY\nRevenues,Revenue,5\n", unit: currency,
      figures: "concept,label,period,value\nDividendsDeclaredPerShare,Dividend,2003-FY,\(value)\n")
    #expect(loaded.diagnostics.map(\.message) == [message].compactMap { $0 })
    guard message == nil else { return }
    let figure = try #require(loaded.archive.releases.first?.figures.first)
    #expect(figure.isInMinorUnit)
    #expect(figure.value == Amount(plain: value == "6p" ? "0.06" : "-0.0625"))
  }
}
