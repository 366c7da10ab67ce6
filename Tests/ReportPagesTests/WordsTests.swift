import ExactNumbers
import Markup
import ReleaseModel
import SVGCharts
import Testing

@testable import ReportPages

@Test(arguments: [
  ("2003-Q3", "Third quarter 2003", "Q3 2003"),
  ("2003-9M", "Nine months ended September 30, 2003", "9 months 2003"),
  ("2003-H1", "First half of 2003", "H1 2003"),
  ("2003-FY", "Year 2003", "2003"),
  ("2003-09-30", "At September 30, 2003", "September 30, 2003"),
  ("2003-01-01/2003-05-31", "Five months ended May 31, 2003", "Five months ended May 31, 2003"),
  (
    "2003-01-05/2003-05-31", "January 5, 2003 to May 31, 2003", "January 5, 2003 to May 31, 2003"
  ),
])
func periodsInWords(spelling: String, words: String, short: String) {
  #expect(FiscalCalendar.calendarYear.words(period(spelling)) == words)
  #expect(FiscalCalendar.calendarYear.shortWords(period(spelling)) == short)
}

@Test func fiscalYearsSayThatTheyAre() {
  let june = FiscalCalendar(endMonth: 6)
  #expect(june.words(june.period("2003-Q3")!) == "Third quarter fiscal 2003")
  #expect(june.words(june.period("2003-FY")!) == "Fiscal year 2003")
  #expect(june.shortWords(june.period("2003-Q3")!) == "Q3 FY2003")
  #expect(june.shortWords(june.period("2003-FY")!) == "FY2003")
  let halves = ["2021-H1", "2022-H1"].map { june.period($0)! }
  #expect(spanWords(halves, june) == "first half, fiscal 2021 and 2022")
  #expect(spanWords(["2021-H1", "2022-H1"].map { period($0) }, .calendarYear) == "first half, 2021 and 2022")
  let category = comparedCategory(halves[1], june)
  // To December 31 of the year before: only the word fiscal keeps the year from being that of the calendar.
  #expect(category.label == "FY2022" && category.groupNote == "to December 31")
  #expect(category.fullLabel == "First half FY2022" && trendCategory(halves[1], june).group == "FY2022")
}

@Test(arguments: [
  ("6980000", 0, Concept.Kind.money, "$6,980,000"),
  ("6980000", -3, .money, "$6,980,000"),
  ("-4679000", 0, .money, "$(4,679,000)"),
  ("6600000", -5, .money, "$6.6 million"),
  // Nothing would be left of it in millions.
  ("40000", -5, .money, "$40,000"),
  ("383285000000", -6, .money, "$383,285 million"),
  ("9600000000", -8, .money, "$9.6 billion"),
  ("-0.60", 2, .perShare, "$(0.60)"),
  ("0.6", 1, .perShare, "$0.60"),
  ("0.125", 3, .perShare, "$0.125"),
  ("0.12", 2, .ratio, "12%"),
  ("0.038", 3, .ratio, "3.8%"),
  ("7754000", 0, .shares, "7,754,000"),
  ("0", 0, .money, "$0"),
  // What rounds to zero need not be nothing.
  ("0", -3, .money, "$0"), ("0", -5, .money, "$0.0 million"), ("0", -6, .money, "$0 million"),
  ("0", 2, .perShare, "$0.00"),
])
func amountsAsAccountantsPrintThem(value: String, decimals: Int, kind: Concept.Kind, words: String) {
  #expect(
    AmountParts(amount(value), decimals: decimals, kind: kind, in: PrintedUnit("USD")).accounting == words)
}

@Test func thousandsStepBack() {
  let parts = AmountParts(amount("-4679000"), decimals: 0, kind: .money, in: PrintedUnit("USD"))
  #expect((parts.sign, parts.digits, parts.thousands, parts.isNegative) == ("$", "4,679", ",000", true))
}

@Test(arguments: [
  // Both at or above zero: a percentage.
  ("6980000", "7181000", "2.8% less", "than $7,181,000 a year earlier"),
  ("7181000", "6980000", "2.9% more", "than $6,980,000 a year earlier"),
  ("7181000", "7181000", "Unchanged", "from $7,181,000 a year earlier"),
  ("0", "7181000", "100.0% less", "than $7,181,000 a year earlier"),
  ("7181001", "7181000", "Less than 0.1% more", "than $7,181,000 a year earlier"),
  // A loss on either side: words.
  ("-4679000", "-462000", "n/m", "wider than a loss of $462,000 a year earlier"),
  ("-462000", "-4679000", "n/m", "narrower than a loss of $4,679,000 a year earlier"),
  ("-462000", "-462000", "n/m", "as wide as a loss of $462,000 a year earlier"),
  ("-462000", "28000", "n/m", "after net income of $28,000 a year earlier"),
  ("428000", "-413000", "n/m", "after a loss of $413,000 a year earlier"),
  ("428000", "0", "n/m", "after $0 a year earlier"),
])
func comparisonsInWords(value: String, base: String, change: String, versus: String) {
  let comparison = compare(value, base, "NetIncomeLoss")
  #expect(comparison.change == change)
  #expect(comparison.versus == versus)
  #expect(comparison.isMeaningless == (change == "n/m"))
}

@Test func comparisonsSpeakOfTheirMeasure() {
  #expect(compare("-1", "5", "GrossProfit").versus == "after a gross profit of $5 a year earlier")
  #expect(
    compare("-0.60", "0.06", "EarningsPerShareBasicAndDiluted").versus
      == "after a profit of $0.06 a year earlier")
  let growth = compare("0.045", "-0.043", "BloodProductsGrowth")
  #expect(growth.change == "8.8 points more")
  #expect(growth.versus == "than (4.3%) a year earlier")
}

@Test func roundedFiguresGetNoFalsePrecision() {
  #expect(compare("9600000", "9200000", "Revenues", decimals: -5).change == "About 4% more")
  // What may be equal by its rounding has not doubled all the same, nor changed by nothing.
  #expect(compare("200000", "100000", "Revenues", decimals: -5).change == "About 100% more")
  // Two figures of the same digits that differ are not the same amount.
  #expect(compare("9600000000", "9500000000", "Revenues", decimals: -8).change == "About 1% more")
  #expect(compare("461000", "460000", "Revenues", decimals: -3).change == "Little changed")
  #expect(
    compare("9600000", "9600000", "Revenues", decimals: -5).versus == "from $9.6 million a year earlier")
}

@Test func whatRoundsToZeroIsNotNothing() {
  #expect(
    compare("300000", "0", "NetIncomeLoss", decimals: -5).versus == "after $0.0 million a year earlier")
  #expect(
    compare("0.12", "0.00", "EarningsPerShareBasicAndDiluted", decimals: 2).versus
      == "after $0.00 a year earlier")
}

@Test(arguments: [
  ("July 2, 2023 to September 30, 2023", "July 2, 2023 to September 30, 2023"),
  ("May 3, 2023", "May 3, 2023"), ("Third quarter 2003", "third quarter 2003"), ("Marchers 3", "marchers 3"),
  ("March", "march"), ("EBITDA", "EBITDA"),
])
func monthsKeepTheirCapitalInsideASentence(_ text: String, _ inside: String) {
  #expect(text.inSentence == inside)
}

@Test func instantsCompareWithTheEndOfTheYear() {
  let fact = Fact(
    concept: concept("Cash"), period: period("2003-09-30"), value: amount("1057000"), decimals: -3,
    place: .figure(index: 0))
  let base = Fact(
    concept: concept("Cash"), period: period("2002-12-31"), value: amount("1048000"), decimals: -3,
    place: .figure(index: 0))
  let comparison = Comparison(
    fact, with: base, exampleCatalog[fact.concept], .calendarYear, in: PrintedUnit("USD"))
  #expect(comparison.change == "0.9% more")
  #expect(comparison.versus == "than $1,048,000 at the end of 2002")
}

private func compare(_ value: String, _ base: String, _ name: String, decimals: Int8 = 3) -> Comparison {
  func fact(_ text: String, _ spelling: String) -> Fact {
    Fact(
      concept: concept(name), period: period(spelling), value: amount(text), decimals: decimals,
      place: .figure(index: 0))
  }
  return Comparison(
    fact(value, "2003-Q3"), with: fact(base, "2002-Q3"), exampleCatalog[concept(name)], .calendarYear,
    in: PrintedUnit("USD"))
}

@Test(arguments: [
  (240_400, "240 kB"), (1, "1 byte"), (999, "999 bytes"), (1_250_000, "1.3 MB"), (2_000_000, "2 MB"),
])
func sizesInWords(bytes: Int, words: String) {
  #expect(sizeWords(bytes) == words)
}

@Test(arguments: [
  ("877-310-0717", "tel:+18773100717"), ("1 (877) 310-0717", "tel:+18773100717"),
  ("+44 20 7946 0958", "tel:+442079460958"), ("310-0717", ""),
])
func phoneNumbersCanBeCalled(phone: String, address: String) {
  #expect(composed { $0.phoneAddress(phone) } == address)
}

@Test(arguments: [
  ("ir@hemacare.com", "mailto:ir@hemacare.com"), ("www.hemacare.com", "https://www.hemacare.com"),
  ("http://hemacare.com/ir", "http://hemacare.com/ir"),
])
func anEmailLeadsWhereItCan(_ email: String, _ address: String) {
  #expect(emailAddress(email) == address)
}

/// Built-in labels are small inside a sentence; a label of the site's own can be a name or a German noun.
@Test func labelsInsideASentence() {
  var catalog = ConceptCatalog([
    Concept("Revenues", label: "Revenues"),
    Concept("NetIncomeLoss", label: "Net income (loss)", negative: "Net loss"),
    Concept("EBITDA", label: "EBITDA"),
  ])
  catalog.add(Concept("Orders", label: "Auftragseingang", negative: "Stornierungen"), isDeclared: true)
  #expect(
    catalog.subject(["Revenues", "Net loss", "Auftragseingang", "Stornierungen", "EBITDA"])
      == "Revenues, net loss, Auftragseingang, Stornierungen, EBITDA")
  #expect(catalog.subject(["Auftragseingang", "Revenues"]) == "Auftragseingang and revenues")
}

@Test(
  arguments: [
    ([.money], nil, nil, "US dollars."),
    ([.money, .perShare], nil, nil, "US dollars."),
    ([.money, .perShare, .shares, .ratio], nil, nil, "US dollars, except shares and percentages."),
    ([.money, .perShare], "pence", nil, "US dollars, except pence per share."),
    ([.money, .count], nil, "thousands", "Thousands of US dollars, except counts."),
    (
      [.money, .shares, .perShare, .ratio, .count], nil, "thousands",
      "Thousands of US dollars and of shares, except per share, percentages and counts."
    ),
    ([.money, .perShare], "pence", "millions", "Millions of US dollars, except pence per share."),
    ([.count], nil, nil, "Counts."),
    ([.shares, .perShare], nil, "thousands", "Thousands of shares; US dollars per share."),
    ([], nil, "thousands", "Thousands of US dollars."),
  ] as [(Set<Concept.Kind>, String?, String?, String)])
func tablesSayWhatTheyCount(kinds: Set<Concept.Kind>, minor: String?, scale: String?, note: String) {
  #expect(
    unitNote(kinds, currency: "USD", minor: minor.flatMap { _ in MinorUnit.of("GBP") }, scale: scale) == note)
}
