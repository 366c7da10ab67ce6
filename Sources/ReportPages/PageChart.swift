import Diagnostics
import MarkdownRendering
import ReleaseChecks
import ReleaseModel
import SVGCharts
import SourceSyntax

/// A chart of a page with the words round it.
struct PageChart: Sendable {
  var chart: Chart
  /// What it shows, above the drawing; `nil` where the page says it.
  var finding: String?
  var note: String?
  var isWide = false
  /// What the author calls it.
  var name: String?
  /// Its anchor, and what its files are called.
  var id = ""

  /// Whether its drawing and its data are published beside the page.
  var hasFiles = false

  /// Whether an anchor is its own or that of a part of its drawings: `chart-1`, `chart-1-m-title`.
  fileprivate func hasAnchor(_ anchor: String) -> Bool {
    guard anchor.utf8.starts(with: id.utf8) else { return false }
    return ["", "-s-title", "-s-desc", "-m-title", "-m-desc", "-l-title", "-l-desc"]
      .contains { anchor.utf8.dropFirst(id.utf8.count).elementsEqual($0.utf8) }
  }
}

/// The charts of one page: those its file lists, and those that stand written in its texts.
struct PageCharts {
  /// In the order of `release.yaml`.
  var listed: [PageChart] = []
  /// By where their fences begin.
  private(set) var inline: [Position: PageChart] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What `release.yaml` asks for and the release does not tell.
  private(set) var unmetRequests: [Finding] = []
  /// Names that anchors and files of the page have already.
  private var taken: [String]
  /// The same to look them up in, once an author names a chart.
  private var takenNames: Set<String>?

  struct Position: Hashable, Sendable {
    var path: String
    var line: Int
  }

  /// - Parameter taken: what a chart cannot be called: the names of other files beside the page.
  init(taken: [String] = []) { self.taken = taken }

  /// The chart whose fence begins at a place.
  func chart(at place: Place) -> PageChart? {
    place.range.flatMap { inline[Position(path: place.path, line: Int($0.start.line))] }
  }

  /// All charts, those of the file first.
  var all: [PageChart] {
    listed
      + inline.sorted { ($0.key.path, $0.key.line) < ($1.key.path, $1.key.line) }.map(\.value)
  }

  /// Adds the charts of `release.yaml`; one that cannot be drawn is a finding and an empty place.
  ///
  /// - Parameters:
  ///   - release: whose they are, by its place in the archive.
  ///   - nodes: each as it is written, where some are written out.
  ///   - isComplete: whether missing figures are the author's doing.
  mutating func add(
    _ requests: [ChartRequest], of release: Int, _ nodes: [Node], path: String, _ data: ChartData,
    isComplete: Bool
  ) {
    for (index, request) in requests.enumerated() {
      let node = nodes.indices.contains(index) ? nodes[index] : nil
      var chart: PageChart?
      if request.preset == nil, let node {
        var found: [Diagnostic] = []
        chart = written(node, path: path, data, &found)
        if isComplete { diagnostics += found }
      } else {
        do throws(ChartFault) {
          chart = try presetChart(request, data.facts)
        } catch {
          let part =
            error.concept.map { ".concepts.\($0)" } ?? error.period.map { ".periods.\($0)" } ?? ""
          let subject = Subject.key(release: release, path: "charts.\(index)\(part)")
          if isComplete {
            unmetRequests.append(Finding(.unmetRequest, error.message, at: subject, hints: error.hints))
          }
        }
      }
      var placed = chart ?? PageChart(chart: Chart())
      let named = id(of: placed, usual: "chart-\(index + 1)")
      placed.id = named.id
      if let fault = named.fault {
        let subject = Subject.key(release: release, path: "charts.\(index).name")
        unmetRequests.append(Finding(.badChartName, fault.message, at: subject, hints: [fault.hint]))
      }
      placed.hasFiles = placed.chart.hasFigures && data.facts.context.publishes(.charts)
      listed.append(placed)
    }
  }

  /// Adds the charts that are written in a text.
  mutating func add(_ text: AuthorText, company: String, _ data: ChartData, isComplete: Bool) {
    for fence in text.scan.blocks where isInlineChart(fence.info, fence.literal) {
      let line = text.firstLine + fence.lines.lowerBound - 1
      var found: [Diagnostic] = []
      let source = SourceText(path: text.path, bytes: Array(fence.literal.utf8))
      var chart: PageChart?
      var name: SourceRange?
      if let node = parseYAML(source, firstLine: line + 1, diagnostics: &found), !found.hasErrors {
        name = node.value(of: "name")?.range
        chart = self.chart(node, path: text.path, company: company, data, &found)
      }
      diagnostics +=
        isComplete ? found : found.filter { $0.code != .missingChartData && $0.code != .emptyChart }
      guard var chart else { continue }
      let named = id(of: chart, usual: "inline-chart-\(inline.count + 1)")
      chart.id = named.id
      if let fault = named.fault {
        let place = Place(text.path, name ?? SourceRange(line: line, column: 1, length: 0))
        diagnostics.append(Diagnostic(.badChartName, fault.message, at: place, hints: [fault.hint]))
      }
      chart.hasFiles = data.facts.context.publishes(.charts)
      inline[Position(path: text.path, line: line)] = chart
    }
  }

  /// Whether an anchor is one of those that the charts have.
  func hasAnchor(_ anchor: String) -> Bool {
    listed.contains { $0.hasAnchor(anchor) } || inline.values.contains { $0.hasAnchor(anchor) }
  }

  func chart(
    _ node: Node, path: String, company: String, _ data: ChartData, _ found: inout [Diagnostic]
  ) -> PageChart? {
    guard case .mapping(let entries) = node.value, entries.contains(where: { $0.key == "preset" }) else {
      return written(node, path: path, data, &found)
    }
    let reading = data.facts.context.chartReading
    guard let request = reading.preset(node, path, company, &found) else { return nil }
    do throws(ChartFault) {
      return try presetChart(request, data.facts)
    } catch {
      let place = Place(path, place(of: error, in: node))
      found.append(Diagnostic(.emptyChart, error.message, at: place, hints: error.hints))
      return nil
    }
  }

  private func written(
    _ node: Node, path: String, _ data: ChartData, _ found: inout [Diagnostic]
  ) -> PageChart? {
    guard let chart = parseChartSpec(node, path: path, diagnostics: &found, resolve: data.answer) else {
      return nil
    }
    return PageChart(
      chart: chart, finding: chart.title.isEmpty ? nil : chart.title,
      note: chart.subtitle.isEmpty ? nil : chart.subtitle, name: chart.name)
  }

  /// The author's name for a chart, or the usual one where the name is taken or cannot be an address, with what to do
  /// about that.
  private mutating func id(
    of chart: PageChart, usual: String
  ) -> (id: String, fault: (message: String, hint: String)?) {
    guard let name = chart.name else {
      taken.append(usual)
      takenNames?.insert(usual)
      return (usual, nil)
    }
    let isPlain =
      name.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
    if !isPlain {
      return (
        usual,
        (
          "a chart's name is lower-case letters, digits and hyphens, not '\(name)'",
          "its files are called by it: revenues.svg, revenues.csv"
        )
      )
    }
    var names = takenNames.take() ?? Set(taken)
    defer { takenNames = names }
    if names.insert(name).inserted { return (name, nil) }
    return (
      usual,
      (
        "'\(name)' is the name of something else on the page",
        "its files are called by it; choose another name"
      )
    )
  }
}

/// The part of a chart that asks for what cannot be shown: an entry of its concepts or periods, or the preset's name.
private func place(of fault: ChartFault, in node: Node) -> SourceRange {
  let part =
    fault.concept.map { (key: "concepts", entry: $0) } ?? fault.period.map { (key: "periods", entry: $0) }
  if let part, let value = node.value(of: part.key) {
    guard case .sequence(let entries) = value.value, entries.indices.contains(part.entry) else {
      return value.range
    }
    return entries[part.entry].range
  }
  return node.value(of: "preset")?.range ?? SourceRange(start: node.range.start, end: node.range.start)
}

extension Node {
  /// The value of a key of a mapping.
  fileprivate func value(of key: String) -> Node? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

/// Whether a fence holds a chart: `chart` with lines in it; without any it refers to a chart of the release.
func isInlineChart(_ info: String, _ literal: String) -> Bool {
  guard literal.utf8.contains(where: { $0 > 32 }) else { return false }
  let words = info.split(separator: " ")
  return words == ["chart"] || words == ["chart", "inline"]
}
