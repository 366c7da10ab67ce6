import Diagnostics
import Markup
import PageTemplates
import Testing

/// A value together with the shape it implies, so that a test states both at once.
indirect enum Sample: Sendable {
  case text(String)
  case html(String)
  case flag(Bool)
  /// Records of one shape; the first shows it.
  case list([[(String, Sample)]])
  case emptyList([(String, Sample)])
  case record([(String, Sample)])
  case missing([(String, Sample)])
}

typealias SampleFields = [(String, Sample)]

func shape(_ fields: SampleFields) -> RecordShape {
  RecordShape(
    fields.map { name, sample in
      let kind: RecordShape.Kind =
        switch sample {
        case .text: .text
        case .html: .html
        case .flag: .flag
        case .list(let records): .list(shape(records.first ?? []))
        case .emptyList(let fields): .list(shape(fields))
        case .record(let fields), .missing(let fields): .record(shape(fields))
        }
      return RecordShape.Field(name, kind)
    })
}

func record(_ fields: SampleFields) -> TemplateRecord {
  TemplateRecord(
    values: fields.map { _, sample in
      switch sample {
      case .text(let text): .text(text)
      case .html(let html): .html(Array(html.utf8))
      case .flag(let flag): .flag(flag)
      case .list(let records): .list(records.map(record))
      case .emptyList: .list([])
      case .record(let fields): .record(record(fields))
      case .missing: .record(nil)
      }
    })
}

/// Compiles `page` with its partials and fills it; any finding fails the test.
func fill(
  _ page: String, _ data: SampleFields = [], partials: [(String, String)] = [],
  location: SourceLocation = #_sourceLocation
) -> String {
  var diagnostics: [Diagnostic] = []
  let compiled = compileTemplates(
    sources([("page", page)] + partials), pages: [("page", shape(data))], diagnostics: &diagnostics)
  #expect(diagnostics.map(\.message) == [], sourceLocation: location)
  var sink = ByteSink()
  compiled.fill("page", record(data), into: &sink)
  return sink.text()
}

/// The findings of `page` and its partials, each as `file:line:column-column code message`.
func findings(
  _ page: String, _ data: SampleFields = [], partials: [(String, String)] = []
) -> [String] {
  var diagnostics: [Diagnostic] = []
  _ = compileTemplates(
    sources([("page", page)] + partials), pages: [("page", shape(data))], diagnostics: &diagnostics)
  return diagnostics.sorted().map(line)
}

func sources(_ files: [(String, String)]) -> [TemplateSource] {
  files.map { TemplateSource(path: "Templates/\($0).html", bytes: Array($1.utf8)) }
}

func line(_ diagnostic: Diagnostic) -> String {
  var text = diagnostic.place?.path.dropFirst("Templates/".count).description ?? ""
  if let range = diagnostic.place?.range {
    text += ":\(range.start.line):\(range.start.column)-"
    if range.end.line != range.start.line { text += "\(range.end.line):" }
    text += "\(range.end.column)"
  }
  text += " \(diagnostic.code.id) \(diagnostic.message)"
  for hint in diagnostic.hints { text += " | \(hint)" }
  return text
}
