import TestSupport

/// A site of three companies that each tell eight quarters, the later ones with the quarter of the year before.
///
/// Totals are not told, so a figure that is changed wherever it is told stays without contradiction. Some releases
/// have no narrative, some have words alone, some borrow from others or link to them, and some draw a trend.
struct InventedArchive {
  static let companies = ["alpha", "beta", "gamma"]
  static let quarters = 0..<8

  /// The name of a release's folder.
  static func folder(_ company: Int, _ quarter: Int) -> String {
    "\(day(company, quarter))-\(companies[company])-\(period(quarter).lowercased())"
  }

  static func period(_ quarter: Int) -> String { "\(2003 + quarter / 4)-Q\(quarter % 4 + 1)" }

  /// Writes the site's `content/` below a folder.
  static func write(to folder: String) throws {
    func write(_ path: String, _ text: String) throws {
      try record(Array(text.utf8), at: "\(folder)/content/\(path)")
    }
    try write(
      "site.yaml",
      "title: Three companies\nbase_url: https://three.example\ncompany: alpha\nreleases_per_page: 5\n")
    try write("boilerplate/about.md", "---\ntitle: About\n---\nShared words.\n")
    try write("pages/about.md", "---\ntitle: About\n---\nSee [the releases](/releases/).\n")
    for (company, name) in companies.enumerated() {
      try write("companies/\(name).yaml", "name: \(name) plc\nshort_name: \(name)\nzone: UTC\n")
      for quarter in quarters {
        for (file, text) in release(company, quarter) {
          try write("releases/\(Self.folder(company, quarter))/\(file)", text)
        }
      }
    }
  }

  private static func day(_ company: Int, _ quarter: Int) -> String {
    let month = (quarter % 4 + 1) * 3 + 2
    let (year, inYear) = (2003 + quarter / 4 + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month)
    return "\(year)-\(inYear < 10 ? "0" : "")\(inYear)-1\(company)"
  }

  private static func figure(_ company: Int, _ concept: Int, _ quarter: Int) -> Int {
    (company + 2) * 100_000 + concept * 7_000 + quarter * 1_300 + 17
  }

  private static func release(_ company: Int, _ quarter: Int) -> [String: String] {
    var yaml = """
      kind: earnings
      company: \(companies[company])
      headline: Results of \(period(quarter))
      released: \(day(company, quarter))
      period: \(period(quarter))
      statements:
        - { file: income.csv, title: Income, unit: USD }

      """
    if quarter % 4 == 3 { yaml += "charts:\n  - { preset: trend, concepts: [Revenues] }\n" }
    if quarter % 3 == 0 { yaml += "boilerplate: [about]\n" }
    if quarter > 4 {
      yaml += "events:\n  - { kind: conference-call, starts: \(day(company, quarter))T16:30Z }\n"
    }
    let told = [quarter] + (quarter >= 4 ? [quarter - 4] : [])
    var csv = "concept,label," + told.map(period).joined(separator: ",") + "\n"
    for (number, (concept, label)) in [("Revenues", "Revenue"), ("NetIncomeLoss", "Net income")].enumerated()
    {
      csv +=
        "\(concept),\(label)," + told.map { "\(figure(company, number, $0))" }.joined(separator: ",") + "\n"
    }
    var files = ["release.yaml": yaml, "income.csv": csv]
    switch (quarter + company) % 4 {
    case 0: break
    case 1: files["body.md"] = "Words about the quarter.\n"
    case 2: files["body.md"] = "Revenue was [$\(figure(company, 0, quarter))](fact:Revenues).\n"
    default: files["body.md"] = "As [told before](/releases/), again.\n"
    }
    if quarter == 6 { files["body.md"] = "```key-figures \(folder((company + 1) % 3, 2))\n```\n" }
    return files
  }
}
