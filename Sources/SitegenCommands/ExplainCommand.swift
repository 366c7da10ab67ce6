import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a finding means and what to do about it.",
    discussion: """
      Without a code, lists every code with its rule.

      EXAMPLES
        sitegen explain P201
        sitegen explain foreign-files
      """)

  @Argument(
    help: "A code such as P201, or its name.",
    completion: .list(catalogue.map(\.id)))
  var code: String?

  func run() throws {
    guard let code else {
      write(catalogueList(), to: .output)
      return
    }
    guard let entry = catalogueEntry(code) else {
      let hint = didYouMean(code, among: catalogue.flatMap { [$0.id, $0.slug] })
      write("Error: " + (["there is no code '\(code)'"] + hint).joined(separator: "; ") + "\n", to: .error)
      throw ExitCode.validationFailure
    }
    write(explanation(of: entry, width: terminalWidth(.output)), to: .output)
  }
}
