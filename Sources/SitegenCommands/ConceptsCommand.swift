import ArgumentParser
import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel

struct ConceptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concepts",
    abstract: "List the concepts that every site knows.",
    discussion: """
      For each: its name in CSV, YAML and links, what it is (money, per-share, shares, ratio, count), what it is told \
      for (flow and average: a span of time; stock: a day), and its label; indented below that, each way in which \
      the checks know it to be made of others. Parts in brackets may be missing. With --format json also the element \
      of the US-GAAP taxonomy, where there is one. Sites and companies declare more under `concepts`.

      EXAMPLES
        sitegen concepts
        sitegen concepts --format json
      """)

  @Option(name: .long, help: ArgumentHelp("How the answer is told: text or json.", valueName: "format"))
  var format: AnswerFormat = .text

  func run() {
    switch format {
    case .text: write(table(builtInConcepts), to: .output)
    case .json: write(jsonArray(builtInConcepts.map(json)) + "\n", to: .output)
    }
  }

  private func table(_ concepts: [Concept]) -> String {
    func padded(_ text: String, _ column: [String]) -> String {
      text + String(repeating: " ", count: (column.map(\.count).max() ?? 0) + 2 - text.count)
    }
    let names = concepts.map(\.name)
    let kinds = concepts.map(\.kind.rawValue)
    let balances = concepts.map(\.balance.rawValue)
    return concepts.map { concept in
      padded(concept.name, names) + padded(concept.kind.rawValue, kinds)
        + padded(concept.balance.rawValue, balances) + concept.label + "\n"
        + makeup(ofConcept: concept.name).map { "  = \($0)\n" }.joined()
    }.joined()
  }

  private func json(_ concept: Concept) -> String {
    var fields = [
      (name: "name", value: jsonString(concept.name)), (name: "label", value: jsonString(concept.label)),
    ]
    if let label = concept.negativeLabel { fields.append((name: "negative", value: jsonString(label))) }
    if let label = concept.positiveLabel { fields.append((name: "positive", value: jsonString(label))) }
    fields += [
      (name: "kind", value: jsonString(concept.kind.rawValue)),
      (name: "balance", value: jsonString(concept.balance.rawValue)),
      (name: "sign", value: jsonString(concept.sign.rawValue)),
    ]
    if let element = concept.element { fields.append((name: "element", value: jsonString(element))) }
    fields.append(
      (name: "madeOf", value: jsonArray(makeup(ofConcept: concept.name).map { jsonString($0) })))
    return jsonObject(fields)
  }
}
