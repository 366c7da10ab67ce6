import Diagnostics
import MarkdownRendering
import Markup
import PageTemplates
import SVGCharts
import SourceSyntax

func readYAML(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  guard let source = decodeSource(path: "a.yaml", bytes: bytes, diagnostics: &diagnostics) else { return }
  _ = parseYAML(source, diagnostics: &diagnostics)
  _ = renderHuman(diagnostics, source: { _ in bytes }, color: false)
}

func readCSV(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  guard let source = decodeSource(path: "a.csv", bytes: bytes, diagnostics: &diagnostics) else { return }
  _ = parseCSV(source, diagnostics: &diagnostics)
  _ = renderHuman(diagnostics, source: { _ in bytes }, color: false)
}

func renderText(_ bytes: [UInt8]) {
  let hooks = MarkdownHooks(
    placement: { info in info.hasPrefix("chart") ? .wide : nil },
    block: { block, sink in sink.text(block.literal) },
    link: { .address($0.destination, classes: nil) }, place: { Place("a.md", $0) })
  var sink = ByteSink()
  var diagnostics: [Diagnostic] = []
  bytes.withUnsafeBytes { text in
    _ = renderMarkdown(text, layout: .sections, hooks: hooks, into: &sink, diagnostics: &diagnostics)
    _ = scanMarkdown(text)
  }
  precondition(sink.count <= 16 << 20, "the page outgrows its limit")
}

func fillTemplate(_ bytes: [UInt8]) {
  let item = RecordShape([.init("name", .text), .init("is", .flag)])
  let page = RecordShape([
    .init("text", .text), .init("html", .html), .init("flag", .flag), .init("one", .record(item)),
    .init("many", .list(item)),
  ])
  // The input is a page and a partial of it.
  let cut = bytes.firstIndex(of: 0) ?? bytes.count
  let sources = [
    TemplateSource(path: "Templates/page.html", bytes: Array(bytes[..<cut])),
    TemplateSource(path: "Templates/part.html", bytes: Array(bytes[min(cut + 1, bytes.count)...])),
    TemplateSource(path: "Templates/layout.html", bytes: Array("<p>{{$main}}x{{/main}}</p>".utf8)),
  ]
  var diagnostics: [Diagnostic] = []
  let compiled = compileTemplates(sources, pages: [("page", page)], diagnostics: &diagnostics)
  let record = item.record(.text("<n>"), .flag(true))
  var sink = ByteSink()
  compiled.fill(
    "page",
    page.record(
      .text("\"<&>'"), .html(Array("<b>".utf8)), .flag(true), .record(record), .list([record, record])),
    into: &sink)
  precondition(sink.count <= 256 << 20, "the page outgrows its limit")
}

func drawChart(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  guard let source = decodeSource(path: "a.yaml", bytes: bytes, diagnostics: &diagnostics),
    let node = parseYAML(source, diagnostics: &diagnostics)
  else { return }
  let rows = ChartRows(
    columns: ["period", "concept", "value"],
    rows: [
      ["2003-Q1", "Revenues", "1"], ["2003-Q2", "Revenues", "-2.5"], ["2003-Q3", "NetIncomeLoss", nil],
    ])
  let chart = parseChartSpec(
    node, path: "a.yaml", diagnostics: &diagnostics, resolve: { _ in .success(rows) })
  guard let chart else { return }
  for width in [ChartWidth.column, .narrow] { _ = chart.standaloneSVG(width: width) }
}
