/// A site that uses every key of the format once.
let hemaCareSite: [String: String] = [
  "content/site.yaml": """
  title: HemaCare Corporation
  tagline: Investor relations archive
  description:
  base_url: https://archive.example/ir/
  language: en-US
  company: hemacare
  as_of: 2026-11-01T00:00:00Z
  archived_after_years: 3
  notice: A demonstration.
  navigation:
    - {title: About, path: /about/}
  """,
  "content/companies/hemacare.yaml": """
  names:
    - name: HemaCare Inc.
      until: 2001-12-31
    - name: HemaCare Corporation
      from: 2002-01-01
  short_name: HemaCare
  tickers:
    - ticker: "OTC Bulletin Board: HEMA.OB"
      from: 2003-01-01
  contacts:
    investor-relations:
      - {name: Somebody Else, until: 2003-06-30}
      - name: JoAnn Mannise
        title: Director
        phone: 877-310-0717
        web: www.hemacare.com
        from: 2003-07-01
  zone: America/Los_Angeles
  fiscal_year_end: 12-31
  concepts:
    - name: ClosedCenterRevenue
      label: Revenue of the closed donor centers
      kind: money
      balance: flow
      sign: non-negative
  """,
  "content/companies/acme.yaml": """
  name: Acme
  zone: UTC
  fiscal_year_end: 9
  """,
  "content/boilerplate/about-2003.md": """
  ---
  title: About HemaCare
  ---
  HemaCare provides blood products.

  """,
  "content/pages/about.md": """
  ---
  title: About this archive
  summary: What it holds
  contents: true
  ---
  Releases.
  """,
  "content/pages/docs/index.md": "---\ntitle: Documents\n---\n",
  "content/pages/docs/terms.md": "---\ntitle: Terms\ncontents: false\n---\n",
  "content/releases/2003-09-15-closure/release.yaml": """
  kind: announcement
  headline: HemaCare closes programs
  released: 2003-09-15
  """,
  "content/releases/2003-11-14-another-day/release.yaml": """
  kind: filing
  headline: HemaCare files
  released: 2003-11-14
  """,
  "content/releases/2003-11-14-results-of-acme/release.yaml": """
  kind: earnings
  company: acme
  headline: Acme reports
  released: 2003-11-14T05:00 America/Los_Angeles
  period: 2003-Q3
  """,
  "content/releases/2003-11-14-third-quarter-results/release.yaml": """
  kind: earnings
  company: hemacare
  headline: HemaCare reports third quarter results
  summary: A loss.
  released: 2003-11-14T05:30 America/Los_Angeles
  dateline: Los Angeles
  period: 2003-Q3
  ticker: "OTC Bulletin Board: HEMA.OB"
  contacts:
    - investor-relations
    - name: Robert Chilton
      email: cfo@hemacare.com
  sources:
    - title: Exhibit 99.1
      url: https://sec.gov/x.txt
      accession: 0000801748-03-000025
      note: Text
  statements:
    - file: income-statement.csv
      title: Statements of operations
      unit: USD
      scale: thousands
      audited: false
  key_figures: [Revenues, NetIncomeLoss]
  charts:
    - preset: comparison
      concepts: [Revenues]
      title: Level
      note: Nearly
    - preset: trend
      concepts: [NetIncomeLoss]
      periods: [2003-Q3, 2002-Q3]
  # A call.
  events:
    - kind: conference-call
      title: Third quarter call
      starts: 2003-11-14T16:30 America/New_York
      ends: 2003-11-14T17:30 America/New_York
      speakers:
        - Judi Irving
        - {name: Robert Chilton, title: Chief Financial Officer}
      dial_in: 800-309-8563
      dial_in_note: Ask for the call
      replay: {from: 2 hours after, until: 2003-11-21T24:00 America/New_York, number: 800-642-1687, id: "3901827"}
      webcasts:
        - https://www.hemacare.com
        - {url: https://www.streetevents.com, note: Individual Investor Center}
      place: By telephone
  attachments:
    - {file: plant.webp, title: The plant, alt: A low building}
  boilerplate: [about-2003]
  allow:
    - V204: as printed
  """,
  "content/releases/2003-11-14-third-quarter-results/body.md": "A loss.\n",
  "content/releases/2003-11-14-third-quarter-results/plant.webp": "JPEG",
  "content/releases/2003-11-14-third-quarter-results/income-statement.csv": """
  concept,label,role,items,level,note,2003-Q3,2002-Q3
  ,Operations,,,,Unaudited,,
  Revenues,Revenues,,,1,,"6,980","7,181"
  CostOfRevenue,Cost of revenues,,,1,,"7,156",
  GrossProfit,Gross profit (loss),subtotal,Revenues CostOfRevenue,,,$ (176),—
  EarningsPerShareBasic,Per share,,,,,(0.60),-.06
  """,
  "content/releases/2003-11-14-third-quarter-results/figures.csv": """
  concept,label,period,value,decimals,note
  ClosedCenterRevenue,,2003-Q3,843000,-3,
  GrossMargin,Margin,2003-Q3,(2.5%),,Own reckoning
  """,
]
