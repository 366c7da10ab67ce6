import ArgumentParser
import Diagnostics
import Glibc
import ReleaseFormat
import SVGCharts
import SiteBuilding
import SiteFiles
import SourceSyntax

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw one chart from a spec as a stand-alone SVG.",
    discussion: """
      The spec is YAML or JSON in a subset of Vega-Lite; `sitegen schema chart` prints it. Without a theme the \
      drawing follows its reader: light, dark, forced colors or print. A CSV file that `data.url` names is \
      looked for beside the spec. With --site the spec may be a preset, or show the facts that the releases of \
      a site tell.

      EXAMPLES
        sitegen chart revenues.yaml -o revenues.svg
        sitegen chart revenues.yaml --theme dark > dark.svg
        sitegen chart trend.yaml --site . -o trend.svg
      """)

  @Argument(help: "The spec's file.", completion: .file())
  var spec: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file. (default: the standard output)", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("Draw for one ground: light or dark.", valueName: "theme"))
  var theme: Theme?

  @Option(
    name: .long, help: ArgumentHelp("The folder of the site whose facts the spec shows.", valueName: "dir"),
    completion: .directory)
  var site: String?

  enum Theme: String, ExpressibleByArgument, CaseIterable { case light, dark }

  func run() throws {
    guard let bytes = readFile(spec) else {
      write("sitegen: cannot read '\(spec)'\n", to: .error)
      throw ExitCode(ExitStatus.inputMissing.rawValue)
    }
    var findings: [Diagnostic] = []
    var chart: Chart?
    var opened: OpenedSite?
    if let source = decodeSource(path: spec, bytes: bytes, diagnostics: &findings),
      let node = parseYAML(source, diagnostics: &findings), !findings.hasErrors
    {
      chart = try self.chart(node, &findings, &opened)
    }
    if !findings.isEmpty {
      printFindings(findings.sorted(), as: .human) { path in
        guard path != spec else { return bytes }
        guard case .success(let bytes)? = opened?.source.read(path) else { return nil }
        return bytes
      }
    }
    guard let chart, !findings.hasErrors else { throw ExitCode(ExitStatus.contentErrors.rawValue) }
    let drawing = chart.standaloneSVG(theme: theme.flatMap { ChartTheme(rawValue: $0.rawValue) })
    guard let output else {
      write(String(decoding: drawing, as: UTF8.self), to: .output)
      return
    }
    guard writeFile(output, drawing) else {
      write("sitegen: cannot write '\(output)'\n", to: .error)
      throw ExitCode(ExitStatus.cannotCreate.rawValue)
    }
  }

  private func chart(
    _ node: Node, _ findings: inout [Diagnostic], _ opened: inout OpenedSite?
  ) throws -> Chart? {
    guard let site else {
      guard let preset = placeOfPreset(in: node) else {
        return parseChartSpec(node, path: spec, diagnostics: &findings, resolve: answer)
      }
      findings.append(
        Diagnostic(
          .missingChartData, "a preset shows the figures of a site, and none is named",
          at: Place(spec, preset),
          hints: ["name its folder with --site"]))
      return nil
    }
    do {
      let folder = try openSite(site)
      opened = folder
      return drawLoneChart(
        node, path: spec, files: answer, of: folder.source, now: currentInstant(), diagnostics: &findings)
    } catch {
      findings.append(error.diagnostic)
      return nil
    }
  }

  /// Finds a CSV file beside the spec; facts belong to a site.
  private func answer(_ request: ChartDataRequest) -> Result<ChartRows, ChartDataProblem> {
    guard case .file(let path) = request else {
      return .failure(
        ChartDataProblem(
          "facts are known to a site, and none is named", hints: ["name its folder with --site"]))
    }
    guard path.hasSuffix(".csv"), !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      return .failure(ChartDataProblem("'\(path)' is not a CSV file beside the spec"))
    }
    let folder =
      spec.contains("/")
      ? spec.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
      : ""
    guard let bytes = readFile(folder + path) else {
      return .failure(ChartDataProblem("there is no file '\(path)' beside the spec"))
    }
    var problems: [Diagnostic] = []
    guard let source = decodeSource(path: path, bytes: bytes, diagnostics: &problems),
      let table = parseCSV(source, diagnostics: &problems), !problems.hasErrors
    else { return .failure(ChartDataProblem("'\(path)' is not a CSV table")) }
    let rows = table.rows.map { $0.map { $0.text.isEmpty ? nil : $0.text } }
    return .success(ChartRows(columns: table.header.map(\.text), rows: rows))
  }
}

/// Where a spec names a preset.
private func placeOfPreset(in node: Node) -> SourceRange? {
  guard case .mapping(let entries) = node.value else { return nil }
  return entries.first { $0.key == "preset" }?.keyRange
}

/// The bytes of a file of at most 16 MiB; `nil` where it cannot be read.
private func readFile(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = read(file, &part, part.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0, bytes.count + count <= 16 << 20 else { return nil }
    if count == 0 { return bytes }
    bytes += part[..<count]
  }
}

private func writeFile(_ path: String, _ bytes: [UInt8]) -> Bool {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { return false }
  defer { close(file) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
