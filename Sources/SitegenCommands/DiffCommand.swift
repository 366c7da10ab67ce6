import ArgumentParser
import Diagnostics
import SiteFiles

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed from one published site to another.",
    discussion: """
      Compares two folders that builds published, by their manifests and by what their pages say: figures, words, \
      pages and files. The exit code is 0 where nothing changed and 1 where something did.

      EXAMPLES
        sitegen diff /srv/www/ir public
        sitegen diff public /tmp/preview --format markdown > changes.md
      """)

  @Argument(help: "The folder with the older site.", completion: .directory)
  var old: String

  @Argument(help: "The folder with the newer site.", completion: .directory)
  var new: String

  @Option(
    name: .long, help: ArgumentHelp("How the answer is told: text, markdown or json.", valueName: "format"))
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
  }

  func run() throws {
    let difference = try orFailure { () throws(FileFailure) in try diffSites(old, new) }
    switch format {
    case .text: write(differenceText(difference, isMarkdown: false), to: .output)
    case .markdown: write(differenceText(difference, isMarkdown: true), to: .output)
    case .json: write(differenceJSON(difference) + "\n", to: .output)
    }
    if !difference.isEmpty { throw ExitCode(ExitStatus.contentErrors.rawValue) }
  }
}
