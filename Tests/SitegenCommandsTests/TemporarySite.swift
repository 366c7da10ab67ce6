import Foundation
import TestSupport

/// What a run of the command came to.
struct CommandRun {
  var status: Int32
  var output: String
  var report: String
}

/// A site in a temporary folder, and the commands that are run on it.
struct TemporarySite {
  let folder: String

  /// A copy of the catalog's good site.
  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/sitegen-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: testsFolder + "/DiagnosticCatalog/base", toPath: folder)
  }

  /// A site of these files.
  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.path + "/sitegen-" + UUID().uuidString
    for (path, text) in files { try write(path, text) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ path: String, _ text: String) throws { try record(Array(text.utf8), at: folder + "/" + path) }

  func text(_ path: String) -> String? { try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

  func build(_ arguments: String...) throws -> CommandRun { try run(["build", "--quiet"] + arguments) }

  /// Runs a command that takes `--site`.
  func run(_ arguments: [String]) throws -> CommandRun {
    try runCommand(arguments + ["--site", folder])
  }

  /// Whether nothing of a build lies beside the output folder.
  var isTidy: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.allSatisfy { !$0.hasPrefix(".public") }
  }
}

/// Runs the command that was built beside the tests, or another one, and waits for its end.
func runCommand(_ arguments: [String], _ program: String = builtCommand) throws -> CommandRun {
  let process = Process()
  let (output, report) = (Pipe(), Pipe())
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = report
  try process.run()
  let written = output.fileHandleForReading.readDataToEndOfFile()
  let reported = report.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return CommandRun(
    status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
    report: String(decoding: reported, as: UTF8.self))
}

/// The command that `SITEGEN_COMMAND` names, as it is delivered.
let deliveredCommand = ProcessInfo.processInfo.environment["SITEGEN_COMMAND"]

/// The command under test: the delivered one, else the one that was built beside the tests.
let builtCommand: String = {
  if let deliveredCommand { return deliveredCommand }
  let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: "sitegen").path
}()

/// A program of the system, where it is installed.
func installed(_ name: String) -> String? {
  ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
