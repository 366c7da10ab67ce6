import Diagnostics
import SiteBuilding
import TestSupport
import Testing

/// A sound site of two companies, in which each test breaks one thing.
private let soundSite: [String: String] = [
  "content/site.yaml": """
  title: Group
  base_url: https://group.example
  company: north
  as_of: 2004-05-20T12:00:00Z
  navigation:
    - { title: About, path: /about/ }

  """,
  "content/companies/north.yaml": "name: North\nzone: UTC\n",
  "content/companies/south.yaml": "name: South\nzone: UTC\n",
  "content/pages/about.md": "---\ntitle: About\n---\nWords.\n",
  "content/releases/2004-02-10-first/release.yaml":
    "kind: announcement\nheadline: First\nreleased: 2004-02-10\nperiod: 2003-Q4\n",
  "content/releases/2004-02-10-first/figures.csv":
    "concept,label,period,value,decimals,note\nRevenues,Revenues,2003-Q4,5000000,,\n",
  "content/releases/2004-03-01-south/release.yaml":
    "kind: announcement\ncompany: south\nheadline: South\nreleased: 2004-03-01\nperiod: 2003-Q4\n",
  "content/releases/2004-03-01-south/figures.csv":
    "concept,label,period,value,decimals,note\nRevenues,Revenues,2003-Q4,7000000,,\n",
  "content/releases/2004-03-01-south/body.md": "Sold [$7,000,000](fact:Revenues).\n",
  "content/releases/2004-05-11-second/release.yaml":
    "kind: announcement\nheadline: Second\nreleased: 2004-05-11\nperiod: 2004-Q1\n",
  "content/releases/2004-05-11-second/body.md": "Before it was [$5,000,000](fact:Revenues@2003-Q4).\n",
]

/// Every file that is changed or added, and the findings that gives.
struct BrokenSite: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var files: [String: String]
  var findings: [String]
}

/// The second release as results with a statement or single figures.
private func results(
  period: String = "period: 2004-Q1", scale: String = "scale: ones",
  statement: String? = "concept,label,2004-Q1,2003-Q1\nRevenues,Revenues,48,44\n", figures: String? = nil,
  body: String = "Words.\n"
) -> [String: String] {
  let folder = "content/releases/2004-05-11-second/"
  var files = [
    folder + "release.yaml":
      "kind: earnings\nheadline: Second\nreleased: 2004-05-11\n\(period)\n"
      + (statement == nil ? "" : "statements: [{ file: own.csv, title: Own, unit: USD, \(scale) }]\n"),
    folder + "body.md": body,
  ]
  if let statement { files[folder + "own.csv"] = statement }
  if let figures {
    files[folder + "figures.csv"] = "concept,label,period,value,decimals,note\n" + figures
  }
  return files
}

/// The site with another line in the place of the one that names its default company.
private func site(company line: String) -> [String: String] {
  let path = "content/site.yaml"
  return [path: soundSite[path, default: ""].replacing("company: north\n", with: line)]
}

private let brokenSites = [
  BrokenSite(testDescription: "nothing", files: [:], findings: []),
  BrokenSite(
    testDescription: "no default company, whatever the releases name",
    files: site(company: ""),
    findings: ["error[F021] content/site.yaml:1:1 a site of several companies needs the key 'company'"]),
  BrokenSite(
    testDescription: "a default company that is left blank",
    files: site(company: "company:\n"),
    findings: ["error[F021] content/site.yaml:3:1 a site of several companies needs the key 'company'"]),
  BrokenSite(
    testDescription: "a default company behind a misspelled key",
    files: site(company: "compnay: north\n"),
    findings: ["error[F020] content/site.yaml:3:1 a site has no key 'compnay'"]),
  BrokenSite(
    testDescription: "a default company that does not exist",
    files: site(company: "company: nroth\n"),
    findings: ["error[F040] content/site.yaml:3:10 there is no company 'nroth'"]),
  BrokenSite(
    testDescription: "a company with a typo is the only finding",
    files: [
      "content/companies/south.yaml": "nmae: South\nzone: UTC\n",
      "content/pages/about.md":
        "---\ntitle: About\n---\n[a](fact:south/Revenues@2003-Q4) [b](fact:OwnConcept@2003-Q4)\n",
      "content/releases/2004-03-01-south/release.yaml":
        "kind: earnings\ncompany: south\nheadline: South\nreleased: 2004-03-01\nperiod: 2003-Q4\nkey_figures: [Assets]\n",
    ],
    findings: [
      "error[F020] content/companies/south.yaml:1:1 a company has no key 'nmae'",
      "error[F021] content/companies/south.yaml:1:1 a company needs the key 'name', or 'names' where it changed",
    ]),
  BrokenSite(
    testDescription: "a release that did not load at all",
    files: [
      "content/releases/2004-02-10-first/release.yaml":
        "kind: announcement\nheadline: First\nreleased: 2004-02-1O\nperiod: 2003-Q4\n"
    ],
    findings: [
      "error[F030] content/releases/2004-02-10-first/release.yaml:3:11 'released' is no day or time: '2004-02-1O'"
    ]),
  BrokenSite(
    testDescription: "a heading that cannot be read says nothing against its neighbour",
    files: results(statement: "concept,label,Q1 2004,2003-Q1\nRevenues,Revenues,48,44\n"),
    findings: [
      "error[F061] content/releases/2004-05-11-second/own.csv:1:15 'Q1 2004' is neither a known column nor a period"
    ]),
  BrokenSite(
    testDescription: "a day over what belongs to a quarter",
    files: results(statement: "concept,label,2004-03-31,2003-Q1\nRevenues,Revenues,48,44\n"),
    findings: [
      "error[F069] content/releases/2004-05-11-second/own.csv:2:19 'Revenues' is told for a span of time, but the period is a single day"
    ]),
  BrokenSite(
    testDescription: "a scale that cannot be read contradicts no text",
    files: results(scale: "scales: thousands", body: "Sold [$48,000](fact:Revenues).\n"),
    findings: [
      "error[F020] content/releases/2004-05-11-second/release.yaml:5:54 a statement has no key 'scales'"
    ]),
  BrokenSite(
    testDescription: "a period that cannot be read",
    files: results(period: "period: Q1 2004", body: "Sold [$48](fact:Revenues).\n"),
    findings: ["error[F037] content/releases/2004-05-11-second/release.yaml:4:9 'Q1 2004' is no period"]),
  BrokenSite(
    testDescription: "a period that is missing",
    files: results(period: "summary: Good", body: "Sold [$48](fact:Revenues).\n"),
    findings: [
      "error[F021] content/releases/2004-05-11-second/release.yaml:1:1 an earnings release needs the key 'period'"
    ]),
  BrokenSite(
    testDescription: "a single figure that cannot be read, of a period before",
    files: results(
      statement: nil,
      figures: "Revenues,,2004-Q1,six,,\nRevenues,,2003-Q4,5000000,,\nCostOfRevenue,,2003-Q4,5000000,,\n"),
    findings: ["error[F080] content/releases/2004-05-11-second/figures.csv:2:19 'six' is no figure"]),
  BrokenSite(
    testDescription: "a figure that cannot be read, which the summary names and a restatement declares",
    files: results(
      period:
        "period: 2004-Q1\nsummary: Revenues of $48 were 9.1% more.\nrestates: [{ concept: Revenues, period: 2003-Q4, reason: An error }]",
      statement: "concept,label,2004-Q1,2003-Q4\nRevenues,Revenues,#REF!,27 195\n"),
    findings: [
      "error[F080] content/releases/2004-05-11-second/own.csv:2:19 '#REF!' is no figure",
      "error[F080] content/releases/2004-05-11-second/own.csv:2:25 '27 195' is no figure",
    ]),
  BrokenSite(
    testDescription: "a navigation that leads nowhere",
    files: [
      "content/site.yaml": """
      title: Group
      base_url: https://group.example
      company: north
      as_of: 2004-05-20T12:00:00Z
      navigation:
        - { title: About, path: /abuot/ }

      """
    ],
    findings: ["error[L101] content/site.yaml:6:27 the site has no '/abuot/'"]),
  BrokenSite(
    testDescription: "a page that did not load, in the navigation",
    files: ["content/pages/about.md": "---\ntitel: About\n---\nWords.\n"],
    findings: ["error[F020] content/pages/about.md:2:1 a page has no key 'titel'"]),
  BrokenSite(
    testDescription: "an empty template", files: ["Templates/home.html": ""],
    findings: ["error[T002] Templates/home.html 'Templates/home.html' writes nothing, so its pages are blank"]
  ),
  BrokenSite(
    testDescription: "files of the theme that nothing uses",
    files: [
      "Templates/relase.html": "x", "Templates/logo.svg": "<svg/>", "Templates/assets/a.svg": "<svg/>",
    ],
    findings: [
      "warning[T003] Templates/logo.svg nothing uses 'Templates/logo.svg'",
      "warning[T003] Templates/relase.html nothing uses 'Templates/relase.html'",
    ]),
]

@Test(arguments: brokenSites) func oneMistakeIsReportedOnceAndTraps(_ site: BrokenSite) {
  let built = build(
    soundSite.merging(site.files) { $1 }.mapValues { Array($0.utf8) }, jobs: 1)
  let found = String(decoding: built["diagnostics.txt"] ?? [], as: UTF8.self).split(separator: "\n")
  #expect(found.map(String.init) == site.findings)
}
