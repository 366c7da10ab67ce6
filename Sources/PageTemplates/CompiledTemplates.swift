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
  /// Fills the template of that name (`release` for `release.html`) and appends the page.
  public func fill(_ name: String, _ record: TemplateRecord, into sink: inout ByteSink) {
  }
}

/// Compiles templates; an unknown variable, section or partial is a located diagnostic, and so is anything
/// else outside the syntax.
///
/// - Parameters:
///   - sources: every `.html` file of the theme, a site's own before the default's.
///   - pages: the templates that pages are made from, each with the shape of its record.
public func compileTemplates(
  _ sources: [TemplateSource], pages: [(name: String, shape: RecordShape)],
  diagnostics: inout [Diagnostic]
) -> CompiledTemplates {
  CompiledTemplates()
}
