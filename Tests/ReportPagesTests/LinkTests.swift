import Diagnostics
import MarkdownRendering
import ReleaseModel
import Testing

@testable import ReportPages

@Test(arguments: [
  ("/", "/", "./"), ("/", "/about/", "about/"), ("/about/", "/", "../"),
  ("/releases/2003/x/", "/releases/2003/y/#a", "../y/#a"),
  ("/releases/2003/x/", "/releases/2003/x/#a", "#a"),
  ("/releases/2003/x/", "/releases/2003/x/slides.pdf", "slides.pdf"),
  ("/releases/2003/x/", "/feed.xml", "../../../feed.xml"),
  ("/releases/", "/releases/2003/", "2003/"),
])
func relativeAddresses(page: String, target: String, expected: String) {
  #expect(relativeAddress(from: page, to: target) == expected)
}

@Test(arguments: [("/", "./"), ("/about/", "../"), ("/releases/2003/x/", "../../../")])
func rootsOfPages(address: String, root: String) {
  #expect(rootPrefix(from: address) == root)
}

@Test func releasesOfOtherCompaniesLiveUnderTheirName() {
  let site = ExampleArchive().archive.site
  var release = announcement()
  #expect(releaseAddress(release, site: site) == "/releases/2003/restructuring/")
  release.company = "globex"
  #expect(releaseAddress(release, site: site) == "/globex/releases/2003/restructuring/")
}

private let page = "/releases/2003/third-quarter-results/"

private func resolve(_ destination: String, isImage: Bool = false) -> (LinkOutcome, [Diagnostic]) {
  let example = ExampleArchive()
  let links = LinkResolver(page: page, view: example.view, context: example.context)
  return links.resolve(destination, isImage: isImage) { offset, length in
    Place("body.md", SourceRange(line: 1, column: offset + 1, length: length))
  }
}

@Test(arguments: [
  ("fact:Revenues", "#Revenues-2003-Q3", "claim"),
  ("fact:acme/Revenues@2002-Q3", "#Revenues-2002-Q3", "claim"),
  ("fact:Cash", "#Cash-2003-09-30", "claim"),
  ("fact:ClosedCenterRevenue", "#ClosedCenterRevenue-2003-Q3", "claim once"),
  ("fact:Revenues@2003-Q2", "../second-quarter-results/#Revenues-2003-Q2", "claim once"),
  ("calc:growth(Revenues,2002-Q3)", "#Revenues-2003-Q3", "claim"),
  ("calc:share(ClosedCenterRevenue,Revenues)", "#ClosedCenterRevenue-2003-Q3", "claim once"),
  ("/about/", "../../../about/", nil),
  ("/releases/2003/restructuring/#more", "../restructuring/#more", nil),
  ("../restructuring/", "../restructuring/", nil),
  ("slides%201.pdf", "slides%201.pdf", nil),
  ("#outlook", "#outlook", nil),
  ("https://example.com/", "https://example.com/", nil),
  ("mailto:ir@acme.example", "mailto:ir@acme.example", nil),
  ("tel:+18773100717", "tel:+18773100717", nil),
])
func linksLeadSomewhere(destination: String, address: String, classes: String?) {
  let (outcome, diagnostics) = resolve(destination)
  #expect(outcome == .address(address, classes: classes))
  #expect(diagnostics.isEmpty)
}

@Test(arguments: [
  ("fact:Revenue", "L102", "'Revenue' is no concept of this site", 6, 7, "did you mean 'Revenues'?"),
  ("fact:acne/Revenues", "L104", "'acne' is no company of this site", 6, 4, "did you mean 'acme'?"),
  ("fact:Revenues@2002-Q5", "L103", "'2002-Q5' is no period", 15, 7, nil),
  (
    "fact:Revenues@2001-Q3", "L106",
    "neither this release nor an earlier one tells 'Revenues' for 2001-Q3", 15, 7,
    "did you mean '2002-Q3'?"
  ),
  ("calc:grwth(Revenues)", "L105", "'grwth' is no calculation", 6, 5, "did you mean 'growth'?"),
  (
    "calc:share(Revenues,Asset)", "L102", "'Asset' is no concept of this site", 21, 5,
    "did you mean 'Assets'?"
  ),
  ("/about", "L101", "the site has no '/about'", 1, 6, "did you mean '/about/'?"),
  (
    "calc:growth(Revenues,1999-Q9)", "L103", "'1999-Q9' is no period", 22, 7, nil
  ),
  (
    "calc:growth(Revenues,2001-Q3)", "L106",
    "neither this release nor an earlier one tells 'Revenues' for 2001-Q3", 22, 7,
    "did you mean '2002-Q3'?"
  ),
  ("/abuot/", "L101", "the site has no '/abuot/'", 1, 7, "did you mean '/about/'?"),
  ("//example.com/", "L101", "the site has no '//example.com/'", 1, 14, nil),
  ("../../../../up/", "L101", "the site has no '../../../../up/'", 1, 15, nil),
  ("", "L114", "the link leads nowhere", 1, 0, nil),
  ("https:", "L114", "the link 'https:' names no host", 1, 6, nil),
  ("https:///about/", "L114", "the link 'https:///about/' names no host", 1, 15, nil),
  ("http:about", "L114", "the link 'http:about' names no host", 1, 10, nil),
  ("https://:80/", "L114", "the link 'https://:80/' names no host", 1, 12, nil),
  ("mailto:", "L114", "the link 'mailto:' names no address", 1, 7, nil),
  ("tel:home", "L114", "the link 'tel:home' names no number", 1, 8, nil),
  ("ftp://example.com", "L108", "'ftp:' is no scheme for a link", 1, 17, nil),
])
func linksThatLeadNowhere(
  destination: String, code: String, message: String, column: Int, length: Int, hint: String?
) {
  let (outcome, diagnostics) = resolve(destination)
  #expect(outcome == .text)
  #expect(diagnostics.map(\.code.id) == [code])
  #expect(diagnostics.first?.message == message)
  #expect(diagnostics.first?.place?.range == SourceRange(line: 1, column: column, length: length))
  #expect(diagnostics.first?.hints.first == hint)
}

@Test func untoldFiguresSayWhatIsTold() {
  let (_, diagnostics) = resolve("fact:Cash@2001-12-31")
  #expect(diagnostics.first?.notes == ["'Cash' is told for 2002-12-31, 2003-09-30"])
}

@Test func imagesAreFilesOfTheSite() {
  #expect(resolve("https://example.com/a.png", isImage: true).1.map(\.code.id) == ["L109"])
  #expect(resolve("/about/", isImage: true).1.map(\.message) == ["'/about/' is a page, not a picture"])
  #expect(resolve("slides%201.pdf", isImage: true).1.map(\.code.id) == ["L115"])
  #expect(resolve("#outlook", isImage: true).1.map(\.code.id) == ["L115"])
  #expect(resolve("", isImage: true).1.map(\.message) == ["the image names no file"])
}

@Test func pagesOutsideReleasesNameThePeriod() {
  let example = ExampleArchive()
  let links = LinkResolver(page: "/about/", view: nil, context: example.context)
  let place = { (_: Int, _: Int) in Place("about.md") }
  #expect(links.resolve("fact:Revenues", isImage: false, locate: place).1.map(\.code.id) == ["L103"])
  #expect(
    links.resolve("fact:Revenues@2003-Q3", isImage: false, locate: place).0
      == .address("../releases/2003/third-quarter-results/#Revenues-2003-Q3", classes: "claim"))
}

@Test(arguments: [
  ("www.acme.example", "https://www.acme.example"), ("http://acme.example/", "http://acme.example/"),
  ("HTTPS://acme.example", "HTTPS://acme.example"),
  // Whatever is not a web address becomes one and runs nothing.
  ("javascript://x%0aalert(1)", "https://javascript://x%0aalert(1)"),
  ("acme.example/a b\"c", "https://acme.example/a%20b%22c"),
])
func addressesOfContactsAreWebAddresses(printed: String, linked: String) {
  #expect(withScheme(printed) == linked)
}

@Test(arguments: [
  ("/about/", "/about/", true), ("/about/team/", "/about/", true), ("/about/", "/about", true),
  ("/about-us/", "/about", false), ("/about-us/", "/about/", false), ("/about/", "/", false),
  ("/", "/", true), ("/about/", "/about/#team", true),
])
func theNavigationMarksThePageAndThoseBelowIt(address: String, path: String, isCurrent: Bool) {
  #expect(isPage(address, atOrBelow: path) == isCurrent)
}

@Test func attachmentsInFoldersKeepTheirSlashes() {
  var release = thirdQuarter()
  release.attachments = [Attachment(file: "images/plant 1.jpg", title: "The plant", size: 10)]
  let list = text { appendAttachmentsMarkdown(release, to: &$0) }
  #expect(list == "- [The plant](images/plant%201.jpg) (JPEG image, 10 bytes)\n")
}

/// However many addresses there are, the one that is meant is found among those beside it.
@Test func theNearestAddressIsFoundInALargeSite() {
  let example = ExampleArchive()
  let addresses = (1...40_000).map { "/releases/\(1900 + $0 / 400)/release-\($0)/" }
  let context = PageContext(
    archive: example.archive, history: FactHistory(example.archive), now: example.now,
    addresses: Set(addresses).union(["/zebra/"]), templates: example.templates, stylesheet: "")
  let links = LinkResolver(page: "/about/", view: nil, context: context)
  let hints = ["/releases/1950/release-2OOO0/", "/zebar/", "/releases/1950/releese-20000/"].map { link in
    links.resolve(link, isImage: false) { _, _ in Place("about.md") }.1.first?.hints
  }
  #expect(hints[0] != nil && hints[1] == ["did you mean '/zebra/'?"] && hints[2]?.count == 1)
}

@Test(arguments: [
  ([], "2003-01-01-a", false), (["2003-01-02-b"], "2003-01-01-a", false),
  (["2003-01-01-b"], "2003-01-01-a", true), (["2002-05-01-b", "2004-01-01-c"], "2003-01-01-a", true),
  // A folder without a date may be of any.
  (["results"], "2003-01-01-a", true),
])
func figuresAreMissedOnlyAfterWhatCouldNotBeRead(incomplete: [String], folder: String, lacks: Bool) {
  #expect(IncompleteContent(releases: Set(incomplete)).lacksFigures(on: folder) == lacks)
}
