import CivilTime
import Diagnostics
import Foundation
import Glibc
import ReleaseFormat
import ReportPages
import TestSupport
import Testing

@testable import SiteBuilding

/// The README's chapter on hosting, held against what is published and against servers that are installed here.
@Suite(.serialized) struct HostingTests {
  static let readme = (try? String(contentsOfFile: testsFolder + "/../README.md", encoding: .utf8)) ?? ""

  /// A run that records writes the policy into the README.
  @Test func theReadmeHasThePolicyForEveryServer() throws {
    if isRecording {
      let parts = Self.readme.components(separatedBy: "\"default-src ")
      let rest = parts.dropFirst().map { part in
        "\"" + contentSecurityPolicy + part[(part.firstIndex(of: "\"") ?? part.startIndex)...]
      }
      try record(Array(([parts[0]] + rest).joined().utf8), at: testsFolder + "/../README.md")
      return
    }
    for language in ["nginx", "apache", "caddy"] {
      #expect(try fence(language).contains("\"\(contentSecurityPolicy)\""), "\(contentSecurityPolicy)")
    }
    #expect(Self.readme.contains(briefCache) && Self.readme.contains(lastingCache))
  }

  @Test func headersNameEachPathOnce() throws {
    let files = try site(baseURL: "https://group.example/ir")
    let text = String(decoding: try #require(files["_headers"]), as: UTF8.self)
    #expect(text.hasPrefix("/ir/*\n  Content-Security-Policy: \(contentSecurityPolicy)\n"))
    let rules = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(Set(rules).count == rules.count)
    // What hosts join or overrule when two rules apply is said by one only.
    for file in files.keys.sorted() {
      let address = "/ir/" + (file == "index.html" ? "" : file)
      let saying = rules.filter { rule in
        rule != "/ir/*" && (rule.hasSuffix("*") ? address.hasPrefix(rule.dropLast()) : address == rule)
      }
      #expect(saying.count == 1, "\(address): \(saying)")
    }
    #expect(text.contains("\n/ir/assets/*\n  Cache-Control: \(lastingCache)\n"))
    #expect(
      text.contains(
        "\n/ir/rss.xml\n  Cache-Control: \(briefCache)\n  Content-Type: application/rss+xml; charset=utf-8\n")
    )
  }

  @Test func everySitemapHasARule() throws {
    let files = try filesBelow(GoldenSiteTests.folder + "/group/site")
    let now = try #require(Instant(rfc3339: "2004-08-10T12:00:00Z"))
    let source = siteSource(files)
    let loaded = loadArchive(source)
    var diagnostics: [Diagnostic] = []
    let templates = loadTheme(
      default: theme, source, pages: PageShapes.templates, diagnostics: &diagnostics)
    let (plan, inputs) = checkedInputs(
      loaded.archive, now: now, loaded, source, templates, BuildOptions(now: now, theme: theme),
      diagnostics: &diagnostics)
    let collected = CollectedOutput()
    var made = MadePage()
    writeLists(plan, inputs, collected.output, &made, limit: SitemapLimit(addresses: 10))
    let headers = String(decoding: try #require(collected.files["_headers"]), as: UTF8.self)
    let sitemaps = collected.files.keys.filter { $0.hasPrefix("sitemap") }.sorted()
    #expect(sitemaps.count > 3 && sitemaps.contains("sitemap-2.xml"), "\(sitemaps)")
    for file in sitemaps {
      #expect(headers.contains("\n/ir/\(file)\n  Cache-Control: \(briefCache)\n"), "\(file)")
    }
  }

  @Test func redirectsBeginWithThePathOfTheSite() throws {
    let files = try site(baseURL: "https://group.example/ir")
    let lines = String(decoding: try #require(files["_redirects"]), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("/ir/news/q1.html /ir/releases/2004/first-results/ 301"))
    #expect(lines.contains("/ir/company /ir/about/ 301") && lines.contains("/ir/company/ /ir/about/ 301"))
    let stub = String(decoding: try #require(files["news/q1.html"]), as: UTF8.self)
    #expect(stub.contains("<meta http-equiv=\"refresh\" content=\"0; url=../releases/2004/first-results/\">"))
    #expect(
      stub.contains("<link rel=\"canonical\" href=\"https://group.example/ir/releases/2004/first-results/\">")
    )
    #expect(stub.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(stub.contains("<a href=\"../releases/2004/first-results/\">"))
    let map = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
    #expect(!map.contains("/news/") && map.contains("/ir/releases/2004/first-results/"))
  }

  /// Only what servers show for unknown addresses begins with the path of the site, and nothing is loaded that
  /// the policy forbids.
  @Test func pagesKeepToThePolicyAndLinkRelatively() throws {
    let files = try site(baseURL: "https://group.example/ir")
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      for forbidden in [
        " style=", "<style", "<iframe", "<object", "<embed", "<form", "<base", " onload=", "data:",
      ] {
        #expect(!html.contains(forbidden), "\(file): \(forbidden)")
      }
      let scripts = html.components(separatedBy: "<script").dropFirst()
      #expect(scripts.allSatisfy { $0.hasPrefix(" type=\"application/ld+json\">") }, "\(file)")
      for opening in [
        "<link rel=\"stylesheet\" href=\"", "<link rel=\"icon\" type=\"image/svg+xml\" href=\"",
        "<img src=\"",
      ] {
        for rest in html.components(separatedBy: opening).dropFirst() {
          #expect(!rest.hasPrefix("http"), "\(file)")
          #expect(rest.hasPrefix("/") == (file == "404.html"), "\(file)")
        }
      }
      if file != "404.html" { #expect(!html.contains("href=\"/"), "\(file)") }
    }
  }

  /// A second company moves no address of the first.
  @Test func aSecondCompanyMovesNoAddress() throws {
    let folder = GoldenSiteTests.folder + "/group/site"
    var files = try filesBelow(folder).filter {
      !$0.key.contains("agreement") && !$0.key.contains("second-quarter")
    }
    let about = "---\ntitle: About\n---\nWords.\n"
    files["content/pages/about.md"] = Array(about.utf8)
    files["content/site.yaml"] = Array("title: North\nbase_url: https://north.example\ncompany: north\n".utf8)
    let both = try filesBelow(folder).merging(files) { _, single in single }
    files["content/companies/south.yaml"] = nil
    let alone = Set(try published(files).keys)
    let together = Set(try published(both).keys)
    #expect(alone.contains("releases/2004/first-results/index.html") && alone.contains("feeds/earnings.xml"))
    #expect(alone.subtracting(together).isEmpty, "\(alone.subtracting(together).sorted())")
    let added = together.subtracting(alone)
    for file in [
      "south/index.html", "south/releases/index.html", "south/releases/2004/index.html",
      "south/releases/2004/second-quarter/index.html", "south/releases/2004/second-quarter/event-1.ics",
      "south/financials/index.html", "south/events/index.html", "south/calendar.ics", "south/feed.xml",
      "south/feed.json", "south/rss.xml", "south/feeds/earnings.xml",
    ] {
      #expect(added.contains(file), "\(file)")
    }
    #expect(
      added.allSatisfy { $0.hasPrefix("south/") || $0.contains("/announcement") }, "\(added.sorted())")
  }

  /// Every file as the README says, with the README's own configuration.
  @Test(.enabled(if: isInstalled("nginx"), "nginx is not installed"), arguments: ["", "/ir"])
  func nginxServesTheSiteAsDocumented(_ path: String) throws {
    let files = try site(baseURL: "https://group.example\(path)")
    let root =
      NSTemporaryDirectory()
      + "sitegen-hosting-\(ProcessInfo.processInfo.processIdentifier)\(path.dropFirst())"
    defer { try? removeFolder(root) }
    for (file, bytes) in files { try record(bytes, at: "\(root)/www\(path)/\(file)") }
    // An attachment's own folder may have the name of the one whose files never change.
    let attachment = "releases/2004/first-results/assets/slides.txt"
    try record(Array("slides".utf8), at: "\(root)/www\(path)/\(attachment)")
    let moved = String(decoding: files["_redirects"] ?? [], as: UTF8.self).split(separator: "\n").map {
      line in
      line.split(separator: " ").prefix(2).joined(separator: " ") + ";\n"
    }
    try record(Array(moved.joined().utf8), at: root + "/moved.map")
    let port = try freePort()
    var server = try fence("nginx")
    for (documented, here) in [
      ("listen 80;", "listen 127.0.0.1:\(port);"), ("/srv/www/archive", root + "/www"),
      ("/etc/nginx/archive-moved.map", root + "/moved.map"), ("404 /404.html", "404 \(path)/404.html"),
    ] {
      try #require(server.contains(documented))
      server = server.replacingOccurrences(of: documented, with: here)
    }
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(root)/\($0);\n"
    }
    let configuration =
      "daemon off;\nmaster_process off;\npid \(root)/pid;\nerror_log \(root)/error.log;\nevents {}\nhttp {\n"
      + "access_log off;\n" + folders.joined() + server + "}\n"
    try record(Array(configuration.utf8), at: root + "/nginx.conf")
    let nginx = Process()
    nginx.executableURL = URL(fileURLWithPath: "/usr/sbin/nginx")
    nginx.arguments = ["-p", root, "-c", root + "/nginx.conf", "-e", root + "/error.log"]
    nginx.standardError = FileHandle.nullDevice
    try nginx.run()
    defer {
      kill(nginx.processIdentifier, SIGKILL)
      nginx.waitUntilExit()
    }
    try waitForServer(port)

    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let name = file.hasSuffix("/index.html") || file == "index.html" ? String(file.dropLast(10)) : file
      let address = "\(path)/\(name)"
      let answer = try get(address, port)
      let isMoved = moved.contains { $0.hasPrefix(address + " ") }
      #expect(answer.status == (isMoved ? 301 : 200), "\(address)")
      expectHeaders(answer, address, cache: file.hasPrefix("assets/") ? lastingCache : briefCache)
      if isMoved { continue }
      #expect(answer.body == bytes, "\(address)")
      #expect(answer.headers["content-type"] == contentType(of: file), "\(address)")
    }

    expectHeaders(try get("\(path)/\(attachment)", port), attachment, cache: briefCache)
    let unknown = try get(path + "/releases/2004/nothing/", port)
    #expect(unknown.status == 404)
    #expect(unknown.body == files["404.html"])
    #expect(unknown.headers["content-type"] == "text/html; charset=utf-8")
    expectHeaders(unknown, "404", cache: briefCache)
    let old = try get(path + "/news/q1.html", port)
    #expect((old.status, old.headers["location"]) == (301, path + "/releases/2004/first-results/"))
    let bare = try get(path + "/releases", port)
    #expect((bare.status, bare.headers["location"]) == (301, path + "/releases/"))
  }

  private func expectHeaders(_ answer: Answer, _ address: String, cache: String) {
    #expect(answer.headers["content-security-policy"] == contentSecurityPolicy, "\(address)")
    #expect(answer.headers["x-content-type-options"] == "nosniff", "\(address)")
    #expect(answer.headers["referrer-policy"] == "strict-origin-when-cross-origin", "\(address)")
    #expect(answer.headers["cache-control"] == cache, "\(address)")
  }

  private func contentType(of file: String) -> String? {
    let name = file.split(separator: "/").last ?? ""
    let isFeed = file.hasPrefix("feeds/") || file.contains("/feeds/") || name.hasPrefix("feed.")
    switch name.split(separator: ".").last {
    case "html": return "text/html; charset=utf-8"
    case "css": return "text/css; charset=utf-8"
    case "md": return "text/markdown; charset=utf-8"
    case "csv": return "text/csv; charset=utf-8"
    case "ics": return "text/calendar; charset=utf-8"
    case "svg": return "image/svg+xml; charset=utf-8"
    case "rss": return "application/rss+xml; charset=utf-8"
    case "xml" where isFeed: return "application/atom+xml; charset=utf-8"
    case "xml" where name == "rss.xml": return "application/rss+xml; charset=utf-8"
    case "xml": return "text/xml; charset=utf-8"
    case "json" where isFeed: return "application/feed+json"
    case "json": return "application/json"
    case "pdf": return "application/pdf"
    case "xlsx": return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: return "text/plain; charset=utf-8"
    }
  }

  /// The golden site of a group, under a base URL.
  private func site(baseURL: String) throws -> [String: [UInt8]] {
    try published(try filesBelow(GoldenSiteTests.folder + "/group/site"), baseURL: baseURL)
  }

  private func published(_ files: [String: [UInt8]], baseURL: String? = nil) throws -> [String: [UInt8]] {
    let collected = CollectedOutput()
    let now = try #require(Instant(rfc3339: "2004-08-10T12:00:00Z"))
    var options = BuildOptions(now: now, theme: theme)
    options.baseURL = baseURL
    let result = buildSite(siteSource(files), options, output: collected.output)
    try #require(!result.diagnostics.hasErrors, "\(result.diagnostics.map(line))")
    return collected.files.merging(collected.copies.compactMapValues { files[$0] }) { written, _ in written }
  }

  /// The README's fenced block in a language.
  private func fence(_ language: String) throws -> String {
    let start = try #require(Self.readme.range(of: "```\(language)\n"), "\(language)")
    let end = try #require(Self.readme.range(of: "```\n", range: start.upperBound..<Self.readme.endIndex))
    return String(Self.readme[start.upperBound..<end.lowerBound])
  }
}

private func isInstalled(_ server: String) -> Bool {
  FileManager.default.isExecutableFile(atPath: "/usr/sbin/\(server)")
}

private struct Answer {
  var status: Int
  /// By name in small letters.
  var headers: [String: String]
  var body: [UInt8]
}

private struct NoServer: Error {}

/// Asks a server on this machine for one address and reads until it closes the connection.
private func get(_ address: String, _ port: UInt16) throws -> Answer {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var place = loopback(port)
  let connected = withUnsafePointer(to: &place) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  guard connected == 0 else { throw NoServer() }
  // A server that says nothing ends the test rather than holding it up.
  var patience = timeval(tv_sec: 10, tv_usec: 0)
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  let request = Array("GET \(address) HTTP/1.1\r\nHost: archive.example\r\nConnection: close\r\n\r\n".utf8)
  guard write(descriptor, request, request.count) == request.count else { throw NoServer() }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &part, part.count)
    if count <= 0 { break }
    bytes += part[..<count]
  }
  let end = bytes.indices.first { bytes[$0...].starts(with: [13, 10, 13, 10]) } ?? bytes.count
  let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
  var headers: [String: String] = [:]
  for line in lines.dropFirst() {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { continue }
    let value = parts[1].trimmingCharacters(in: .whitespaces)
    headers[parts[0].lowercased(), default: ""] +=
      headers[parts[0].lowercased()] == nil ? value : ", " + value
  }
  let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return Answer(status: status, headers: headers, body: Array(bytes.dropFirst(end + 4)))
}

private func waitForServer(_ port: UInt16) throws {
  for _ in 0..<200 {
    if (try? get("/", port)) != nil { return }
    usleep(25_000)
  }
  throw NoServer()
}

/// A port that nobody listens on.
private func freePort() throws -> UInt16 {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var place = loopback(0)
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let found = withUnsafeMutablePointer(to: &place) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
    }
  }
  guard found else { throw NoServer() }
  return UInt16(bigEndian: place.sin_port)
}

private func loopback(_ port: UInt16) -> sockaddr_in {
  var place = sockaddr_in()
  place.sin_family = sa_family_t(AF_INET)
  place.sin_port = port.bigEndian
  place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  return place
}
