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

  func validate() throws {
    guard let code, catalogueEntry(code) == nil else { return }
    let hint = didYouMean(code, among: catalogue.flatMap { [$0.id, $0.slug] })
    throw ValidationError((["there is no code '\(code)'"] + hint).joined(separator: "; "))
  }

  func run() {
    write(
      code.flatMap(catalogueEntry).map { explanation(of: $0, width: terminalWidth(.output)) }
        ?? catalogueList(),
      to: .output)
  }
}
