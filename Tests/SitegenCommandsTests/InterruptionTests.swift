import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// How often a moment is tried: few in every run, as many as an environment variable says in a long one.
func tries(_ variable: String, else few: Int) -> Int {
  ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? few
}

/// Builds that end at any moment, in any way: what is published is the old site, the new one, or a mix in which
/// every page works, and the next build makes it the new one.
@Suite(.serialized) struct InterruptionTests {
  /// Two sites, one after the other, published to one folder.
  private struct Pair {
    let folder: String
    let sites: [String]
    var out: String { folder + "/public" }
    var built: [[String: [UInt8]]] = []

    init(releases: Int) throws {
      folder = FileManager.default.temporaryDirectory.path + "/sitegen-" + UUID().uuidString
      sites = [folder + "/a", folder + "/b"]
      try largeSite(0..<releases, words: "First words", folder: sites[0])
      try largeSite(releases / 8..<releases + releases / 8, words: "Other words", folder: sites[1])
      for site in sites {
        let run = try runCommand(["build", "--quiet", "--site", site, "--out", out])
        try #require(run.status == 0, "\(run.report)")
        built.append(try filesBelow(out))
      }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    var isTidy: Bool {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() == ["a", "b", "public"]
    }

    /// Publishes one of the sites for good, and says what is wrong after that.
    func finish(_ number: Int) throws -> [String] {
      let run = try runCommand(["build", "--quiet", "--site", sites[number], "--out", out])
      var faults = run.status == 0 ? [] : ["the next build ended with \(run.status): \(run.report)"]
      if try filesBelow(out) != built[number] { faults.append("the next build did not complete the site") }
      if !isTidy { faults.append("something was left beside the site") }
      return faults
    }
  }

  @Test func killedAtAnyMomentNothingIsLost() throws {
    let pair = try Pair(releases: 80)
    defer { pair.remove() }
    var dice = SystemRandomNumberGenerator()
    let clock = ContinuousClock()
    let whole = try clock.measure { _ = try pair.finish(0) }
    var met = 0
    for number in 0..<tries("SITEGEN_KILLS", else: 20) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: builtCommand)
      process.arguments = ["build", "--quiet", "--site", pair.sites[1], "--out", pair.out]
      process.standardError = FileHandle.nullDevice
      try process.run()
      if number % 4 == 0 {
        usleep(UInt32.random(in: 0...UInt32(whole / .microseconds(1)), using: &dice))
      } else {
        // Most moments lie where files take their places.
        let journal = pair.folder + "/.public.sitegen/.journal"
        while process.isRunning, access(journal, F_OK) != 0 { usleep(50) }
        usleep(UInt32.random(in: 0...6000, using: &dice))
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let published = try filesBelow(pair.out)
      if published != pair.built[0], published != pair.built[1] { met += 1 }
      #expect(try faults(in: pair.out, old: pair.built[0], new: pair.built[1]) == [])
      #expect(try pair.finish(1) == [])
      #expect(try pair.finish(0) == [])
    }
    print("killed \(tries("SITEGEN_KILLS", else: 20)) builds, \(met) of them with a mix of old and new files")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func toldToStopItLeavesOneSiteOrTheOther(_ signal: Int32) throws {
    let status = 128 + signal
    let pair = try Pair(releases: 40)
    defer { pair.remove() }
    let clock = ContinuousClock()
    let whole = try clock.measure { _ = try pair.finish(0) }
    for number in 0..<tries("SITEGEN_KILLS", else: 8) {
      let process = Process()
      let report = Pipe()
      process.executableURL = URL(fileURLWithPath: builtCommand)
      process.arguments = ["build", "--quiet", "--site", pair.sites[1], "--out", pair.out]
      process.standardError = report
      try process.run()
      if number % 2 == 0 {
        // Not before the process could say what happens with signals.
        usleep(40_000 + UInt32.random(in: 0...UInt32(whole / .microseconds(1))))
      } else {
        let journal = pair.folder + "/.public.sitegen/.journal"
        while process.isRunning, access(journal, F_OK) != 0 { usleep(50) }
      }
      kill(process.processIdentifier, signal)
      let said = String(decoding: report.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let published = try filesBelow(pair.out)
      if process.terminationStatus == 0 {
        #expect(published == pair.built[1])
      } else {
        #expect(process.terminationStatus == status, "\(said)")
        #expect(said.contains("stopped by"), "\(said)")
        #expect(published == pair.built[said.contains("nothing was published") ? 0 : 1], "\(said)")
      }
      // A signal in the moment in which the staging folder is made can leave it, empty; the next build takes it.
      let left = Set(try FileManager.default.contentsOfDirectory(atPath: pair.folder))
      #expect(left.subtracting(["a", "b", "public"]).isSubset(of: [".public.sitegen"]))
      #expect(try pair.finish(0) == [])
    }
  }

  /// The program is told by the tracer that a system call failed: each call that touches the output, at each of its
  /// first occurrences.
  @Test(
    .enabled(if: installed("strace") != nil, "strace is not installed, so no system call is made to fail"),
    arguments: [
      ("openat", "EMFILE"), ("openat", "EACCES"), ("mkdirat", "ENOSPC"), ("write", "ENOSPC"),
      ("write", "EIO"),
      ("renameat", "EIO"), ("renameat", "ENOSPC"), ("unlinkat", "EROFS"), ("getdents64", "EIO"),
      ("fstat", "EIO"), ("newfstatat", "EIO"), ("read", "EIO"), ("fchmod", "EPERM"), ("flock", "EINTR"),
      ("fsync", "EIO"), ("faccessat2", "EACCES"),
    ])
  func aFailingSystemCallLosesNothing(_ call: String, _ error: String) throws {
    let pair = try Pair(releases: 6)
    defer { pair.remove() }
    let strace = try #require(installed("strace"))
    var failures = 0
    for occurrence in 1...tries("SITEGEN_FAULTS", else: 6) {
      let run = try runCommand(
        [
          "-f", "-qq", "-o", "/dev/null", "-P", pair.out, "-P", pair.folder, "-P",
          pair.folder + "/.public.sitegen",
          "-e", "trace=\(call)", "-e", "inject=\(call):error=\(error):when=\(occurrence)",
          builtCommand, "build", "--quiet", "--fsync", "--wait", "0", "--site", pair.sites[1], "--out",
          pair.out,
        ], strace)
      if run.status == 0 {
        #expect(try filesBelow(pair.out) == pair.built[1], "\(call) \(occurrence)")
      } else {
        failures += 1
        #expect([73, 74].contains(run.status), "\(call) \(occurrence): \(run.status) \(run.report)")
        #expect(run.report.contains("error[P"), "\(call) \(occurrence): \(run.report)")
        let published = try filesBelow(pair.out)
        if !run.report.contains("P207") {
          #expect(published == pair.built[0], "\(call) \(occurrence): \(run.report)")
        }
        #expect(
          try faults(in: pair.out, old: pair.built[0], new: pair.built[1]) == [], "\(call) \(occurrence)")
      }
      #expect(try pair.finish(1) == [], "\(call) \(occurrence)")
      #expect(try pair.finish(0) == [], "\(call) \(occurrence)")
    }
    print("\(call) made to fail with \(error): \(failures) builds ended")
  }

  @Test func withoutFreeFileNumbersNothingChanges() throws {
    let pair = try Pair(releases: 6)
    defer { pair.remove() }
    _ = try pair.finish(0)
    for limit in [6, 8, 10, 12] {
      let run = try runCommand(
        [
          "-c", "ulimit -n \(limit); exec \"$0\" \"$@\"", builtCommand, "build", "--quiet", "--site",
          pair.sites[1],
          "--out", pair.out,
        ], "/bin/sh")
      if run.status != 0 { #expect(try filesBelow(pair.out) == pair.built[0], "\(limit): \(run.report)") }
      #expect(try pair.finish(0) == [])
    }
  }

  /// A file system that takes no more is one whose files have a largest size.
  @Test func whenTheDiskTakesNoMoreNothingChanges() throws {
    let pair = try Pair(releases: 6)
    defer { pair.remove() }
    _ = try pair.finish(0)
    let run = try runCommand(
      [
        "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"", builtCommand, "build", "--quiet", "--site",
        pair.sites[1], "--out", pair.out,
      ], "/bin/sh")
    #expect([73, 74].contains(run.status), "\(run.report)")
    #expect(run.report.contains("error[P204]"), "\(run.report)")
    #expect(try filesBelow(pair.out) == pair.built[0])
    #expect(pair.isTidy)
  }

  /// A reader goes from the home page along every link while the site is built again and again.
  @Test func aReaderMeetsNoBrokenPage() throws {
    let site = try TemporarySite([:])
    defer { site.remove() }
    try largeSite(0..<10, words: "Words", folder: site.folder)
    #expect(try site.build().status == 0)
    let root = site.folder + "/public/"
    let isOver = Atomic(false)
    let broken = Mutex<[String]>([])
    let pages = Atomic(0)
    let reader = Thread {
      while !isOver.load(ordering: .relaxed) {
        var waiting = ["index.html"]
        var seen: Set<String> = ["index.html"]
        while let path = waiting.popLast() {
          guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: root + path)) else {
            broken.withLock { $0.append("\(path) is missing") }
            continue
          }
          pages.wrappingAdd(1, ordering: .relaxed)
          guard path.hasSuffix(".html") else { continue }
          if !bytes.suffix(16).contains(Data("</html>".utf8)) {
            broken.withLock { $0.append("\(path) is torn") }
          }
          for link in links(of: Array(bytes), on: path) where seen.insert(link).inserted {
            waiting.append(link)
          }
        }
      }
    }
    reader.start()
    let builds = tries("SITEGEN_REBUILDS", else: 6)
    for number in 0..<builds {
      try largeSite(0..<(11 + number), words: "Words \(number)", folder: site.folder)
      #expect(try site.build().status == 0)
    }
    isOver.store(true, ordering: .relaxed)
    while !reader.isFinished { usleep(1000) }
    #expect(broken.withLock { $0 } == [])
    print("a reader fetched \(pages.load(ordering: .relaxed)) files during \(builds) builds")
  }
}
