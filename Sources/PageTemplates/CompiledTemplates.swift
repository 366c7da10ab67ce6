public import Diagnostics
public import Markup

/// A template file: `Templates/release.html`.
public struct TemplateSource: Sendable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Templates compiled once against the shapes of the pages they show.
public struct CompiledTemplates: Sendable {
  /// The instructions of every page, by the template's name.
  var programs: [String: Program] = [:]
  /// The names of the files that every page is made from, by its template's name, which is one of them.
  public internal(set) var parts: [String: Set<String>] = [:]
  /// The names of the files that no page, and nothing a page includes, has used, in order.
  public internal(set) var unused: [String] = []

  /// Fills the template of that name (`release` for `release.html`) and appends the page.
  ///
  /// The record must have the shape that the template was compiled for; anything else is a bug of ours
  /// and traps.
  public func fill(_ name: String, _ record: TemplateRecord, into sink: inout ByteSink) {
    fill(name, WrittenRecord(record), into: &sink)
  }

  /// The same with a record that was written for the page.
  public func fill(_ name: String, _ record: WrittenRecord, into sink: inout ByteSink) {
    guard let program = programs[name] else {
      preconditionFailure("no page is made from a template named '\(name)'")
    }
    program.fill(record, into: &sink)
  }
}

/// Compiles templates; an unknown variable, section or partial is a located diagnostic, and so is anything
/// else outside the syntax.
///
/// The syntax is Mustache's (mustache/spec 1.4: variables, sections, inverted sections, comments, partials,
/// inheritance, standalone lines), read strictly. Files that no page uses are not looked at. Pages with
/// errors are compiled as far as they are sound, so that all errors come out in one run.
///
/// - Parameters:
///   - sources: every `.html` file of the theme, a site's own before the default's: of two files with one
///     path the first counts.
///   - pages: the templates that pages are made from, each with the shape of its record.
public func compileTemplates(
  _ sources: [TemplateSource], pages: [(name: String, shape: RecordShape)],
  diagnostics: inout [Diagnostic]
) -> CompiledTemplates {
  var compilation = Compilation(library: TemplateLibrary(sources))
  var compiled = CompiledTemplates()
  for page in pages {
    compiled.programs[page.name] = compilation.compilePage(page.name, page.shape)
    compiled.parts[page.name] = compilation.library.takeAsked()
  }
  compiled.unused = compilation.library.unused
  diagnostics += compilation.findings.list
  return compiled
}
