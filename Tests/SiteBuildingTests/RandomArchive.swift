import TestSupport

/// A small archive made at random, the same for the same seed: companies, releases of every kind, with and without
/// times and `publish_at`, drafts, statements, charts, events, attachments and shared texts.
struct RandomArchive {
  var files: [String: [UInt8]] = [:]
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(state: seed)
    let companies = random.below(3) + 1
    write(
      "content/site.yaml",
      "title: Group\nbase_url: https://group.example/ir\ncompany: c0\narchived_after_years: 1\n")
    let zones = ["America/New_York", "Asia/Tokyo", "UTC", "America/Los_Angeles"]
    for number in 0..<companies {
      write("content/companies/c\(number).yaml", "name: Company \(number)\nzone: \(random.one(of: zones))\n")
    }
    for number in 0..<3 {
      write(
        "content/boilerplate/block-\(number).md",
        "---\ntitle: Block \(number)\n---\nShared words \(number).\n")
    }
    write("content/pages/about.md", "---\ntitle: About\n---\nSee [the releases](/releases/).\n")
    for number in 0..<(random.below(6) + 3) { addRelease(number, companies) }
  }

  private mutating func addRelease(_ number: Int, _ companies: Int) {
    let year = 2003 + random.below(3)
    let day = "\(year)-\(padded(random.below(12) + 1))-\(padded(random.below(28) + 1))"
    let folder = "content/releases/\(day)-release-\(number)/"
    let kind = random.one(of: ["earnings", "announcement", "event", "filing"])
    let quarter = "\(year - 1)-Q\(random.below(4) + 1)"
    var yaml = "kind: \(kind)\ncompany: c\(random.below(companies))\nheadline: Release \(number)\n"
    let hour = padded(random.below(24))
    yaml += random.flip() ? "released: \(day)\n" : "released: \(day)T\(hour):30 UTC\n"
    if random.below(4) == 0 { yaml += "publish_at: \(day)T23:59:\(padded(random.below(60)))Z\n" }
    if number > 1, random.below(8) == 0 { yaml += "draft: true\n" }
    if kind == "earnings" || random.flip() {
      yaml += "period: \(quarter)\n"
      let revenue = 1_000_000 + random.below(9_000_000)
      let income = random.below(2_000_000) - 1_000_000
      yaml += "statements:\n  - { file: income-statement.csv, title: Operations, unit: USD }\n"
      write(
        folder + "income-statement.csv",
        "concept,label,\(quarter)\nRevenues,Revenue,\(revenue)\nNetIncomeLoss,Net income,\(income)\n")
      if random.flip() { yaml += "charts:\n  - { preset: trend, concepts: [Revenues] }\n" }
      write(folder + "body.md", "Revenue was [$\(grouped(revenue))](fact:Revenues).\n")
    } else {
      write(folder + "body.md", "Words of release \(number).\n")
    }
    if random.flip() {
      yaml += "events:\n  - kind: conference-call\n    starts: \(day)T20:\(padded(random.below(60)))Z\n"
      if random.flip() { yaml += "    replay: { from: 2 hours after, until: \(year + 1)-01-15 }\n" }
    }
    if random.flip() { yaml += "boilerplate: [block-\(random.below(3))]\n" }
    if random.flip() {
      yaml += "attachments:\n  - { file: plan-\(number).pdf, title: The plan }\n"
      write(folder + "plan-\(number).pdf", "%PDF \(number)")
    }
    write(folder + "release.yaml", yaml)
  }

  private mutating func write(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + parts).joined(separator: ",")
  }
}

extension SeededRandom {
  fileprivate mutating func flip() -> Bool { below(2) == 0 }

  fileprivate mutating func one(of words: [String]) -> String { words[below(words.count)] }
}
