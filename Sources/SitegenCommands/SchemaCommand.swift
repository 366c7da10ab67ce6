import ArgumentParser
import SVGCharts

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema for an editor.",
    discussion: """
      EXAMPLES
        sitegen schema chart > chart.schema.json
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case chart }

  @Argument(help: "What the schema describes: chart.")
  var subject: Subject

  func run() {
    switch subject {
    case .chart: write(chartSchema(), to: .output)
    }
  }
}
