import ArgumentParser
import ReportPages
import SVGCharts

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema for an editor.",
    discussion: """
      EXAMPLES
        sitegen schema chart > chart.schema.json
        sitegen schema release > release.schema.json
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case chart
    case release
  }

  @Argument(help: "What the schema describes: chart, or the release.json of a site.")
  var subject: Subject

  func run() {
    switch subject {
    case .chart: write(chartSchema(), to: .output)
    case .release: write(releaseSchema(), to: .output)
    }
  }
}
