import Foundation
import Glibc
import TestSupport

/// What an author, a colleague or an accident does to a site between two builds.
enum Edit: CaseIterable {
  case none, figure, toldFigure, prose, headline, date, newRelease, removedRelease, renamedRelease
  case link, borrowedBlock, otherCompany, event
  case template, partial, siteSetting, boilerplate, company, page, clock
  case deletedOutput, alteredOutput, foreignOutput, writeTimeSetBack, touched, editorsFile
}

/// A site that edits begin with.
struct Origin {
  /// Below the folder that holds `Tests`; `nil` for ``InventedArchive``.
  var path: String?
  /// At which it is built, the usual one first.
  var moments: [String]

  static let all = [
    Origin(
      path: "Tests/GoldenSites/two-companies/site",
      moments: ["2004-05-20T12:00:00Z", "2004-01-01T00:00:00Z", "2004-03-01T18:00:00Z"]),
    Origin(path: "Tests/GoldenSites/group/site", moments: ["2004-08-10T12:00:00Z", "2004-05-01T12:00:00Z"]),
    Origin(path: ".", moments: ["2009-01-01T00:00:00Z", "2005-06-01T00:00:00Z"]),
    invented,
  ]
  /// Where most edits leave a site that can be published.
  static let invented = Origin(
    path: nil, moments: ["2006-01-01T00:00:00Z", "2004-09-01T00:00:00Z", "2005-02-12T00:00:00Z"])
}

/// A copy of a site in a temporary folder, its last good state, and the command that builds it.
final class EditedSite {
  let folder: String
  let origin: Origin
  private var good: [String: [UInt8]] = [:]
  /// Whether files are saved as many editors do it: another one takes their place.
  var savesByReplacing = false

  init(_ origin: Origin = Origin.all[0]) throws {
    self.origin = origin
    folder = FileManager.default.temporaryDirectory.path + "/sitegen-stale-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let path = origin.path {
      let content = "\(testsFolder)/../\(path)/content"
      try FileManager.default.copyItem(atPath: content, toPath: folder + "/content")
    } else {
      try InventedArchive.write(to: folder)
    }
    // The tests choose the moment.
    try rewrite("content/site.yaml") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("as_of") }.joined(separator: "\n") + "\n"
    }
    good = try sources()
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts the site's sources back to what they were when it was last built well.
  func restore() throws {
    for name in ["content", "Templates"] { try removeFolder(folder + "/" + name) }
    for (path, bytes) in good { try record(bytes, at: folder + "/" + path) }
  }

  func apply(_ edit: Edit, step: Int, _ random: inout SeededRandom) throws {
    savesByReplacing = step.isMultiple(of: 2)
    let files = try sources()
    let paths = files.keys.sorted()
    func one(_ isWanted: (String) -> Bool) -> String? { paths.filter(isWanted).randomElement(using: &random) }
    let releases = Set(
      paths.compactMap { path in
        path.hasPrefix("content/releases/") ? String(path.split(separator: "/")[2]) : nil
      }
    ).sorted()
    func company() -> String {
      let file = one { $0.hasPrefix("content/companies/") } ?? "none.yaml"
      return String(file.split(separator: "/").last?.split(separator: ".").first ?? "none")
    }
    switch edit {
    case .none, .clock: break
    case .link:
      guard let path = one({ $0.hasSuffix("body.md") || $0.hasPrefix("content/pages/") }) else { return }
      let page = try output(&random) { $0.hasSuffix("index.html") } ?? ""
      let address = page.dropFirst(folder.count + "/public".count).dropLast("index.html".count)
      try rewrite(path) { $0 + "\nSee [this](\(address)).\n" }
    case .borrowedBlock:
      guard let path = one({ $0.hasSuffix("body.md") }), let release = releases.randomElement(using: &random)
      else { return }
      try rewrite(path) { $0 + "\n```key-figures \(release)\n```\n" }
    case .otherCompany:
      guard let path = one({ $0.hasSuffix("release.yaml") }) else { return }
      let company = company()
      try rewrite(path) { $0.replacing(/company: .*/, with: "company: \(company)") }
    case .event:
      guard let path = one({ $0.hasSuffix("release.yaml") }) else { return }
      try rewrite(path) { $0.contains("events:") ? $0.replacing("16:30", with: "17:30") : $0 }
    case .figure:
      guard let path = one({ $0.hasSuffix(".csv") }) else { return }
      try rewrite(path) { $0.replacingOccurrences(of: "1", with: "2", range: lastLine(of: $0)) }
    case .toldFigure:
      guard let path = one({ $0.hasSuffix(".csv") }) else { return }
      try changeWhereverTold(in: path, among: paths.filter { $0.hasSuffix(".csv") }, &random)
    case .prose:
      guard let path = one({ $0.hasSuffix("body.md") }) else { return }
      try rewrite(path) { $0 + "\nA sentence of step \(step).\n" }
    case .headline:
      guard let path = one({ $0.hasSuffix("release.yaml") }) else { return }
      try rewrite(path) { $0.replacing(/headline: .*/, with: "headline: The headline of step \(step)") }
    case .date:
      // A folder's name begins with the day.
      guard let release = releases.randomElement(using: &random) else { return }
      let day = Int.random(in: 10...28, using: &random)
      let renamed = "\(release.prefix(8))\(day)\(release.dropFirst(10))"
      guard !releases.contains(renamed) else { return }
      let folder = folder + "/content/releases/"
      try FileManager.default.moveItem(atPath: folder + release, toPath: folder + renamed)
      try rewrite("content/releases/\(renamed)/release.yaml") {
        $0.replacing(/released: \d+-\d+-\d+/, with: "released: \(renamed.prefix(10))")
      }
    case .newRelease:
      try record(
        Array(
          "kind: announcement\ncompany: \(company())\nheadline: News of step \(step)\nreleased: 2004-02-1\(step % 10)\n"
            .utf8),
        at: "\(folder)/content/releases/2004-02-1\(step % 10)-news-\(step)/release.yaml")
    case .removedRelease:
      guard let release = releases.randomElement(using: &random) else { return }
      try removeFolder("\(folder)/content/releases/\(release)")
    case .renamedRelease:
      guard let release = releases.randomElement(using: &random) else { return }
      try FileManager.default.moveItem(
        atPath: "\(folder)/content/releases/\(release)",
        toPath: "\(folder)/content/releases/\(release)-\(step)")
    case .template:
      try record(
        Array(
          "{{<layout}}{{$main}}<h1>{{headline}}</h1><p>Step \(step)</p>{{{article}}}{{/main}}{{/layout}}\n"
            .utf8),
        at: folder + "/Templates/page.html")
    case .partial:
      try record(
        Array("<footer>{{siteTitle}} \(step)</footer>\n".utf8), at: folder + "/Templates/colophon.html")
    case .siteSetting:
      try rewrite("content/site.yaml") { $0 + "# \(step)\n" }
      try rewrite("content/site.yaml") { $0.replacing(/title: .*/, with: "title: Title \(step)") }
    case .boilerplate:
      guard let path = one({ $0.hasPrefix("content/boilerplate/") }) else { return }
      try rewrite(path) { $0 + "\nMore of step \(step).\n" }
    case .company:
      guard let path = one({ $0.hasPrefix("content/companies/") }) else { return }
      let change = Int.random(in: 0..<4, using: &random)
      try rewrite(path) { text in
        switch change {
        case 0: text.replacing(/short_name: .*/, with: "short_name: Name \(step)")
        case 1: text.replacing(/(?m)^name: .*/.anchorsMatchLineEndings(), with: "name: Name \(step) plc")
        case 2: text.replacing(/zone: .*/, with: "zone: \(step % 2 == 0 ? "Asia/Tokyo" : "UTC")")
        case _ where text.contains("next_release:"): text.replacing(/2030-0\d/, with: "2030-0\(step % 9 + 1)")
        default: text + "next_release: { expected: 2030-0\(step % 9 + 1)-10, title: News }\n"
        }
      }
    case .page:
      try record(
        Array("---\ntitle: Page \(step)\n---\nText of step \(step).\n".utf8),
        at: folder + "/content/pages/page-\(step % 3).md")
    case .deletedOutput:
      if let path = try output(&random) { try FileManager.default.removeItem(atPath: path) }
    case .alteredOutput:
      guard let path = try output(&random) else { return }
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      guard !path.hasSuffix("manifest.json"), !bytes.isEmpty else { return }
      bytes[bytes.count / 2] ^= 1
      try save(bytes, at: path)
    case .foreignOutput:
      // A hidden name is kept apart and stays.
      try record([], at: folder + "/public/.kept-\(step)")
    case .editorsFile:
      guard let path = one({ _ in true }) else { return }
      try record(
        [], at: "\(folder)/\(path.split(separator: "/").dropLast().joined(separator: "/"))/.step-\(step).swp")
    case .writeTimeSetBack:
      guard let path = one({ $0.hasSuffix("body.md") }) else { return }
      let file = folder + "/" + path
      let times = try FileManager.default.attributesOfItem(atPath: file)
      try rewrite(path) { text in String(text.dropLast(2)) + (text.hasSuffix("!\n") ? ".\n" : "!\n") }
      try FileManager.default.setAttributes(
        [.modificationDate: times[.modificationDate] as? Date ?? Date()], ofItemAtPath: file)
    case .touched:
      guard let path = one({ _ in true }) else { return }
      try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder + "/" + path)
    }
  }

  struct Run {
    var status: Int32
    /// How many pages there are, and how many of them an earlier build had made.
    var pages = 0
    var kept = 0
    var report: String
    /// Whether the build had nothing to do.
    var isShortcut: Bool
  }

  /// Begins to build into `public/`, and kills the build before so much time has passed.
  func buildKilled(within longest: Duration, _ random: inout SeededRandom) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtCommand)
    process.arguments = [
      "build", "--quiet", "--site", folder, "--out", folder + "/public", "--now", origin.moments[0],
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32.random(in: 0...UInt32(longest / .microseconds(1)), using: &random))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Builds into `public/`, or without any record into `cold/`.
  func build(now: String? = nil, cold: Bool = false, options: [String] = []) throws -> Run {
    let out = folder + (cold ? "/cold" : "/public")
    if cold { try removeFolder(out) }
    var arguments = ["build", "--site", folder, "--out", out, "--format", "json"]
    arguments += ["--now", now ?? origin.moments[0]] + (cold ? ["--no-cache"] : []) + options
    let run = try runCommand(arguments)
    if run.status == 0 { good = try sources() }
    let pages = run.report.firstMatch(of: /pages +(\d+)/).flatMap { Int($0.1) } ?? 0
    let kept = run.report.firstMatch(of: /made before +(\d+)/).flatMap { Int($0.1) } ?? 0
    return Run(
      status: run.status, pages: pages, kept: kept, report: run.output,
      isShortcut: run.report.contains("Nothing had changed"))
  }

  /// The files that `public/` has otherwise than `cold/`, or lacks, or has besides; hidden ones are kept apart from
  /// the site.
  func differing() throws -> [String] {
    let (published, wanted) = (try filesBelow(folder + "/public"), try filesBelow(folder + "/cold"))
    return Set(published.keys).union(wanted.keys).filter {
      !$0.hasPrefix(".") && published[$0] != wanted[$0]
    }.sorted()
  }

  func sources() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in ["content", "Templates"] where FileManager.default.fileExists(atPath: folder + "/" + name) {
      for (path, bytes) in try filesBelow(folder + "/" + name) { files[name + "/" + path] = bytes }
    }
    return files
  }

  private func output(
    _ random: inout SeededRandom, _ isWanted: (String) -> Bool = { _ in true }
  ) throws -> String? {
    try filesBelow(folder + "/public").keys.filter(isWanted).sorted().randomElement(using: &random)
      .map { folder + "/public/" + $0 }
  }

  func rewrite(_ path: String, _ change: (String) -> String) throws {
    let file = folder + "/" + path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try save(Array(change(text).utf8), at: file)
  }

  private func save(_ bytes: [UInt8], at file: String) throws {
    guard savesByReplacing else { return try record(bytes, at: file) }
    try record(bytes, at: file + "~")
    guard rename(file + "~", file) == 0 else { throw POSIXError(.EIO) }
  }

  /// Gives a figure of one table another value there and wherever else its company tells the same.
  private func changeWhereverTold(in path: String, among tables: [String], _ random: inout SeededRandom)
    throws
  {
    let told = try cells(path)
    guard told.count > 1, let row = told.indices.dropFirst().randomElement(using: &random),
      let column = told[0].indices.dropFirst(2).randomElement(using: &random), told[row].count > column
    else { return }
    let value = String(Int.random(in: 100_000...999_999, using: &random))
    let company = try releaseCompany(of: path)
    for table in tables where try releaseCompany(of: table) == company {
      var changed = try cells(table)
      guard let column = changed[0].firstIndex(of: told[0][column]) else { continue }
      for index in changed.indices where changed[index][0] == told[row][0] && changed[index].count > column {
        changed[index][column] = value
      }
      try rewrite(table) { _ in changed.map { $0.joined(separator: ",") + "\n" }.joined() }
    }
  }

  private func cells(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The line of `release.yaml` that names the company, empty where none does.
  private func releaseCompany(of table: String) throws -> String {
    let release = table.split(separator: "/").dropLast().joined(separator: "/") + "/release.yaml"
    let text = try String(contentsOfFile: folder + "/" + release, encoding: .utf8)
    return text.firstMatch(of: /company: .*/).map { String($0.0) } ?? ""
  }

  private func lastLine(of text: String) -> Range<String.Index> {
    let lines = text.dropLast()
    return (lines.lastIndex(of: "\n") ?? text.startIndex)..<text.endIndex
  }
}
