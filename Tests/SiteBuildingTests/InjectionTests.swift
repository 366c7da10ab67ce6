import CivilTime
import Foundation
import SiteBuilding
import TestSupport
import Testing

/// Words that would do something if any place let them through, in every field that an author may fill, held
/// against what readers of each format make of the published files.
///
/// `Tests/Injection/check.py` parses pages, feeds, calendars, tables and JSON with Python's own parsers and compares
/// their structure with that of the same site of harmless words: an element, an attribute, a property or a column
/// more is an injection.
@Suite struct InjectionTests {
  @Test(.enabled(if: python != nil, "python3 is not installed, so nothing parses the published files"))
  func wordsStayWords() throws {
    let folder = try publishAll()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try runPython([testsFolder + "/Injection/check.py", folder])
    #expect(run.status == 0, "\(run.output)")
    print(run.output.split(separator: "\n").last.map(String.init) ?? "")
  }

  /// The same for the programs that readers use: Chromium, a reader of feeds, a calendar, a spreadsheet.
  @Test(
    .enabled(
      if: consumers != nil,
      "SITEGEN_CONSUMERS names no Python with playwright, feedparser, icalendar and openpyxl, so no program opens the files"
    ))
  func wordsStayWordsInPrograms() throws {
    let folder = try publishAll()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try runPython([testsFolder + "/Injection/consumers.py", folder], consumers)
    #expect(run.status == 0, "\(run.output)")
    print(run.output.split(separator: "\n").last.map(String.init) ?? "")
  }

  private func publishAll() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/sitegen-" + UUID().uuidString
    try publish("Plain words", to: folder + "/plain")
    let strings = try dangerousStrings()
    #expect(strings.count >= 30)
    for (number, string) in strings.enumerated() {
      try publish(string, to: folder + "/\(number)")
      try publishBody(string, to: folder + "/body-\(number)")
    }
    return folder
  }

  private func dangerousStrings() throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: testsFolder + "/Injection/strings.json"))
    return try JSONDecoder().decode([String].self, from: data)
  }

  private func publish(_ files: [String: [UInt8]], in folder: String) throws {
    let now = Instant(rfc3339: "2004-06-01T12:00:00Z") ?? Instant(seconds: 0)
    for (path, bytes) in builtFiles(files, now: now) { try record(bytes, at: folder + "/" + path) }
  }

  private func publishBody(_ words: String, to folder: String) throws {
    try publish(site("Plain words", body: "Before \(words) after\n\n\(words)\n\n- \(words)\n"), in: folder)
  }

  private func publish(_ words: String, to folder: String) throws {
    try publish(site(words, body: "Plain words.\n"), in: folder)
  }

  /// A site with these words in every field that takes words.
  private func site(_ words: String, body: String) -> [String: [UInt8]] {
    let yaml = yamlText(words)
    // By scalars: a quotation mark with a combining mark after it is one character.
    var quoted = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar])
    }
    let cell = "\"" + String(quoted) + "\""
    let release = "content/releases/2004-05-12-first-quarter/"
    let texts = [
      "content/site.yaml": """
      title: \(yaml)
      base_url: https://acme.example
      tagline: \(yaml)
      description: \(yaml)
      notice: \(yaml)
      navigation: [{ title: \(yaml), path: /releases/ }]
      concepts:
        - { name: Orders, label: \(yaml), kind: money, balance: flow }

      """,
      "content/companies/acme.yaml": """
      name: \(yaml)
      short_name: \(yaml)
      zone: UTC
      tickers: [{ ticker: \(yaml) }]
      contacts: { ir: { name: \(yaml), title: \(yaml), phone: \(yaml) } }

      """,
      "content/boilerplate/about.md": "---\ntitle: \(yaml)\n---\nWords.\n",
      "content/pages/plan.md": "---\ntitle: \(yaml)\nsummary: \(yaml)\n---\nWords.\n",
      release + "release.yaml": """
      kind: earnings
      headline: \(yaml)
      summary: \(yaml)
      released: 2004-05-12
      dateline: \(yaml)
      period: 2004-Q1
      ticker: \(yaml)
      contacts: [ir]
      boilerplate: [about]
      statements: [{ file: income.csv, title: \(yaml), unit: USD }]
      charts: [{ preset: comparison, concepts: [Revenues], title: \(yaml), note: \(yaml) }]
      sources: [{ title: \(yaml), note: \(yaml), url: "https://acme.example/a?b=c&d" }]
      attachments: [{ file: plan.pdf, title: \(yaml) }, { file: plant.png, title: \(yaml), alt: \(yaml) }]
      events:
        - kind: conference-call
          title: \(yaml)
          starts: 2004-05-12T20:30Z
          ends: 2004-05-12T21:30Z
          speakers: [\(yaml)]
          dial_in: \(yaml)
          dial_in_note: \(yaml)
          place: \(yaml)
          replay: { from: 2 hours after, until: 2004-08-12, number: \(yaml), id: \(yaml) }
          webcasts: [{ url: "https://acme.example/call", note: \(yaml) }]

      """,
      release + "income.csv":
        "concept,label,note,2004-Q1,2003-Q1\nRevenues,\(cell),\(cell),1250000,1000000\n",
      release + "figures.csv":
        "concept,label,period,value,decimals,note\nOrders,\(cell),2004-Q1,5000000,,\(cell)\n",
      release + "body.md": body,
      release + "plan.pdf": "%PDF", release + "plant.png": "PNG",
    ]
    return texts.mapValues { Array($0.utf8) }
  }

  /// The words in double quotation marks, as YAML and JSON escape them.
  private func yamlText(_ words: String) -> String {
    let scalars = words.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": "\\" + String(scalar)
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"" + scalars.joined() + "\""
  }
}

private let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { access($0) }

/// A Python that has what `consumers.py` needs.
private let consumers = ProcessInfo.processInfo.environment["SITEGEN_CONSUMERS"].flatMap {
  access($0) ? $0 : nil
}

private func access(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

private func runPython(_ arguments: [String], _ program: String? = python) throws -> (
  status: Int32, output: String
) {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: program ?? "")
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let written = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: written, as: UTF8.self))
}
