/// Everything that reads what an author wrote, each as a function of bytes that must neither trap, nor hang, nor
/// read outside its input.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case yaml
  case csv
  case markdown
  case template
  case chart
  case prose
  /// A whole archive: the input is cut into files, and every stage runs.
  case check

  /// Feeds an input to the target; what comes of it is dropped.
  public func run(_ bytes: [UInt8]) {
    // What is refused for its size alone teaches a fuzzer nothing.
    guard bytes.count <= 1 << 20 else { return }
    switch self {
    case .yaml: readYAML(bytes)
    case .csv: readCSV(bytes)
    case .markdown: renderText(bytes)
    case .template: fillTemplate(bytes)
    case .chart: drawChart(bytes)
    case .prose: checkText(bytes)
    case .check: checkArchive(bytes)
    }
  }
}
