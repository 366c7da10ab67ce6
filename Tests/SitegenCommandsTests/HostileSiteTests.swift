import Foundation
import Glibc
import TestSupport
import Testing

/// Sites that somebody careless or malicious wrote: each ends in moments, within little memory, with a finding that
/// says where, and without a crash.
@Suite(.serialized) struct HostileSiteTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var files: @Sendable () -> [String: [UInt8]]
    /// Codes of which one must be reported; none where the site is sound.
    var codes: [String]

    init(_ name: String, _ codes: [String], _ files: @escaping @Sendable () -> [String: String]) {
      testDescription = name
      self.codes = codes
      self.files = { files().mapValues { Array($0.utf8) } }
    }
  }

  static let release = "content/releases/2003-11-14-third-quarter-results/"

  static let attacks: [Attack] = [
    Attack("aliases of aliases", ["S104"]) {
      let lines = (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }
      return ["content/site.yaml": "title: T\nbase_url: https://a.example\na0: &a0 [x]\n" + lines.joined()]
    },
    Attack("an alias that never ends", ["S104", "S100"]) {
      ["content/site.yaml": "title: T\nbase_url: https://a.example\na: &a [*a]\n"]
    },
    Attack("lists in lists", ["S108"]) {
      ["content/site.yaml": "title: " + String(repeating: "[", count: 500_000)]
    },
    Attack("a headline of a megabyte", ["S110", "F0", "P1"]) {
      [release + "release.yaml": "kind: earnings\nheadline: " + String(repeating: "x", count: 1_100_000)]
    },
    Attack("one key many times", ["S103"]) {
      ["content/site.yaml": String(repeating: "title: T\n", count: 60_000)]
    },
    Attack("many unknown keys", ["F020"]) {
      ["content/site.yaml": (0..<30_000).map { "titel\($0): T\n" }.joined()]
    },
    Attack("merge keys and tags", ["S107", "S105"]) {
      ["content/site.yaml": "title: !!python/object/apply:os.system [id]\n<<: {base_url: x}\n"]
    },
    Attack("escapes that stand for controls", ["S111"]) {
      ["content/site.yaml": "title: \"a\\x07b\"\nbase_url: https://a.example\n"]
    },
    Attack("a text that turns its direction", ["S111"]) {
      [release + "body.md": "Revenue \u{202E}fell\u{202C}.\n"]
    },
    Attack("a control character in Markdown", ["S111"]) { [release + "body.md": "a\u{1B}[2J b\n"] },
    Attack("a control character in a table", ["S111"]) {
      [release + "figures.csv": "concept,label,period,value,decimals,note\nGoodwill,a\u{7}b,2003-09-30,0,,\n"]
    },
    Attack("a table of quotation marks", ["S200", "S201", "S202"]) {
      [release + "income-statement.csv": "concept,label,2003-Q3\n" + String(repeating: "\"", count: 999_999)]
    },
    Attack("a table of many columns", ["F0", "S20"]) {
      [
        release + "income-statement.csv": "concept,label" + String(repeating: ",2003-Q3", count: 100_000)
          + "\n"
      ]
    },
    Attack("a table of many rows", ["F0", "S20"]) {
      [
        release + "income-statement.csv": "concept,label,2003-Q3\n"
          + String(repeating: "Revenues,Revenues,1\n", count: 20_000)
      ]
    },
    Attack("a cell of many digits", ["F0"]) {
      [
        release + "income-statement.csv": "concept,label,2003-Q3\nRevenues,R,"
          + String(repeating: "9", count: 500_000)
      ]
    },
    Attack("a chart of a million points", ["S110", "S108", "C", "M"]) {
      [
        release + "body.md": "```chart\nmark: line\ndata: { values: ["
          + String(repeating: "{x: 1, y: 2},", count: 70_000) + "] }\n```\n"
      ]
    },
    Attack("a chart with an axis of 10 to the 300", ["C"]) {
      [
        release + "body.md":
          "```chart\nmark: bar\ndata: { values: [{x: a, y: 1e300}, {x: b, y: -1e300}] }\nencoding: { x: { field: x }, y: { field: y, type: quantitative } }\n```\n"
      ]
    },
    Attack("brackets", ["M2"]) { [release + "body.md": String(repeating: "[", count: 900_000)] },
    Attack("a wide table of short rows", ["M2"]) {
      [
        release + "body.md": String(repeating: "|a", count: 4000) + "|\n"
          + String(repeating: "|-", count: 4000)
          + "|\n" + String(repeating: "|a\n", count: 4000)
      ]
    },
    Attack("many links that lead nowhere", ["L101"]) {
      [release + "body.md": (0..<1_000).map { "[a](/b\($0)/)\n\n" }.joined()]
    },
    Attack("many claims", ["V", "L1", "M2"]) {
      [release + "body.md": String(repeating: "Revenue was [$1](fact:Revenues).\n\n", count: 15_000)]
    },
    Attack("front matter that never ends", ["S300", "F0"]) {
      ["content/pages/about.md": "---\n" + String(repeating: "title: x\n", count: 60_000)]
    },
    Attack("a template within itself", ["T205"]) { ["Templates/head.html": "{{> head}}"] },
    Attack("templates that multiply", ["T209", "T205", "T108"]) {
      var files = ["Templates/head.html": "{{> p0}}{{> p0}}"]
      for number in 0..<30 { files["Templates/p\(number).html"] = "{{> p\(number + 1)}}{{> p\(number + 1)}}" }
      files["Templates/p30.html"] = "x"
      return files
    },
    Attack("sections in sections", ["T108", "T2"]) {
      ["Templates/home.html": String(repeating: "{{#events}}", count: 50_000)]
    },
    Attack("days that no calendar has", ["F030"]) {
      [release + "release.yaml": "kind: earnings\nheadline: H\nreleased: 2003-02-31\n"]
    },
    Attack("a year of many digits", ["F030"]) {
      [release + "release.yaml": "kind: earnings\nheadline: H\nreleased: 99999999999999999999-01-01\n"]
    },
    Attack("a time that no clock shows", ["F030"]) {
      [release + "release.yaml": "kind: earnings\nheadline: H\nreleased: 2003-11-14T99:99Z\n"]
    },
    Attack("a zone that leaves its folder", ["F032"]) {
      [
        release + "release.yaml":
          "kind: earnings\nheadline: H\nreleased: 2003-11-14T05:30 ../../../etc/passwd\n"
      ]
    },
    Attack("an attachment that leaves its folder", ["F006"]) {
      [
        release + "release.yaml":
          "kind: announcement\nheadline: H\nreleased: 2003-11-14\nattachments: [{ file: ../../site.yaml, title: x }]\n"
      ]
    },
    Attack("text blocks and companies that leave their folder", ["F043", "F040"]) {
      [
        release + "release.yaml":
          "kind: announcement\nheadline: H\nreleased: 2003-11-14\ncompany: ../../x\nboilerplate: [../pages/about]\n"
      ]
    },
    Attack("names that differ only in capitals", ["P107"]) {
      ["content/boilerplate/About-2003.md": "---\ntitle: A\n---\nx\n"]
    },
  ]

  @Test(arguments: attacks) func endsInMomentsWithAFinding(_ attack: Attack) throws {
    let site = try TemporarySite()
    defer { site.remove() }
    for (path, bytes) in attack.files() { try record(bytes, at: site.folder + "/" + path) }
    let run = try measured(["check", "--quiet", "--format", "json", "--site", site.folder])
    #expect(run.status == 1, "ended with \(run.status): \(run.output.prefix(2000))")
    #expect(
      attack.codes.contains {
        run.output.contains("\"code\":\"\($0)") || run.output.contains("\"id\":\"\($0)")
      },
      "\(run.output.prefix(2000))")
    // A debug build is some ten times slower than what is delivered.
    #expect(run.seconds < (deliveredCommand == nil ? 10 : 1), "took \(run.seconds) s")
  }

  /// Names that only a disk can hold.
  @Test func namesThatNoAddressCanHaveAreRefused() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let pages = site.folder + "/content/pages/"
    let long = String(repeating: "n", count: 252) + ".md"
    for name in ["a\nb.md", "tab\t.md", "\u{1B}[31m.md", long] {
      #expect(
        FileManager.default.createFile(atPath: pages + name, contents: Data("---\ntitle: T\n---\nx\n".utf8)))
    }
    let raw = Array((pages).utf8) + [0xFF, 0xFE] + Array(".md".utf8) + [0]
    let file = raw.withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644)
    }
    #expect(file >= 0)
    close(file)
    let run = try measured(["check", "--quiet", "--site", site.folder])
    #expect(run.status == 1)
    #expect(run.seconds < 5)
    #expect(run.errors.count { $0.contains("error[P103]") } == 4, "\(run.errors)")
    // Terminals are not told what the names hold.
    #expect(!run.errors.joined().contains("\u{1B}[31m.md"))
  }

  @Test func whatIsNoFileIsNotOpened() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let folder = site.folder + "/" + Self.release
    unlink(folder + "body.md")
    #expect(mkfifo(folder + "body.md", 0o644) == 0)
    symlink("/dev/zero", folder + "zero.csv")
    symlink("/etc/passwd", folder + "secret.pdf")
    symlink("loop-b", folder + "loop-a")
    symlink("loop-a", folder + "loop-b")
    symlink("../..", folder + "up")
    let run = try measured(["check", "--quiet", "--site", site.folder])
    #expect(run.status == 1)
    #expect(run.seconds < 5)
    #expect(run.errors.contains { $0.contains("error[P102]") })
    #expect(run.errors.count { $0.contains("error[P101]") } == 5, "\(run.errors)")
    #expect(!run.errors.joined().contains("root:"))
  }

  private struct Measured {
    var status: Int32
    var output: String
    var errors: [String]
    var seconds: Double
  }

  /// Runs the command, which may have 256 MB of memory that it writes to, and measures what it took.
  private func measured(_ arguments: [String]) throws -> Measured {
    let folder = FileManager.default.temporaryDirectory.path + "/sitegen-" + UUID().uuidString
    let (output, errors) = (folder + ".out", folder + ".err")
    defer {
      unlink(output)
      unlink(errors)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // A sanitizer's own memory is many times as much.
    let isSanitized = ProcessInfo.processInfo.environment["SITEGEN_SANITIZED"] != nil
    let limit = isSanitized ? "" : "ulimit -d 262144; "
    let command = ["sh", "-c", limit + "exec \"$0\" \"$@\"", builtCommand]
    var words = (command + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    try #require(posix_spawn(&process, "/bin/sh", &actions, nil, &words, environ) == 0)
    var status: Int32 = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    // Processor time: how busy the machine is otherwise says nothing about the command.
    let times = [usage.ru_utime, usage.ru_stime]
    let seconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    let text = { (path: String) in
      (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    return Measured(
      status: exit, output: text(output), errors: text(errors).split(separator: "\n").map(String.init),
      seconds: seconds)
  }
}
