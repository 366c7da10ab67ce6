import ArgumentParser
import Diagnostics
import SiteFiles

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a published site, or a copy of it, byte for byte.",
    discussion: """
      Holds every file against the folder's manifest.json and names those that are missing, altered or foreign; \
      hidden names and a CNAME at the top are left out. With any such file the exit code is 1. The manifest holds \
      its own digest, which every build prints; --digest makes sure that it is the site you mean.

      EXAMPLES
        sitegen verify public
        sitegen verify /srv/www/ir --digest 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
      """)

  @Argument(help: "The folder with the site.", completion: .directory)
  var folder: String

  @Option(name: .long, help: ArgumentHelp("The site's digest, as a build printed it.", valueName: "sha256"))
  var digest: String?

  @Option(name: .long, help: ArgumentHelp("How the answer is told: text or json.", valueName: "format"))
  var format: AnswerFormat = .text

  func run() throws {
    let found = try orFailure { () throws(FileFailure) in try verifySite(folder) }
    let wanted = digest.map { $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : $0 }
    let isMeant = wanted.map { $0.lowercased() == found.site } ?? true
    switch format {
    case .text: write(text(found, isMeant: isMeant), to: .output)
    case .json: write(json(found, isMeant: isMeant) + "\n", to: .output)
    }
    if !found.isWhole || !isMeant { throw ExitCode(ExitStatus.contentErrors.rawValue) }
  }

  private func text(_ found: SiteVerification, isMeant: Bool) -> String {
    let lines =
      found.missing.map { "missing  \(visible($0))" } + found.altered.map { "altered  \(visible($0))" }
      + found.foreign.map { "foreign  \(visible($0))" }
    let bad = found.missing.count + found.altered.count + found.foreign.count
    var end = [
      bad == 0
        ? "all \(grouped(found.whole)) files are as they were published"
        : "\(grouped(found.whole)) files are as they were published, \(grouped(bad)) are not",
      "site digest sha256:\(found.site)",
    ]
    if !isMeant { end.append("that is another site than the one with the digest given") }
    return (lines + end).map { $0 + "\n" }.joined()
  }

  private func json(_ found: SiteVerification, isMeant: Bool) -> String {
    let list = { (paths: [String]) in jsonArray(paths.map { jsonString($0) }) }
    return jsonObject([
      (name: "site", value: jsonString(found.site)), (name: "asExpected", value: "\(isMeant)"),
      (name: "whole", value: "\(found.whole)"), (name: "missing", value: list(found.missing)),
      (name: "altered", value: list(found.altered)), (name: "foreign", value: list(found.foreign)),
    ])
  }
}
