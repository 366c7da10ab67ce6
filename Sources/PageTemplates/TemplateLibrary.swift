/// The theme's files by the names that pages, partials and layouts are called by; each is parsed when it
/// is first used.
struct TemplateLibrary {
  private var sources: [String: TemplateSource] = [:]
  private var parsed: [String: ParsedTemplate] = [:]
  /// What was asked for since it was last looked at.
  private var asked: Set<String> = []
  /// All names, in order.
  private(set) var names: [String] = []

  init(_ files: [TemplateSource]) {
    for file in files {
      guard let name = templateName(file.path), sources[name] == nil else { continue }
      sources[name] = file
    }
    names = sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names of those that nothing has asked for.
  var unused: [String] { names.filter { parsed[$0] == nil } }

  /// The names that were asked for since the last call, whether the theme has them or not.
  mutating func takeAsked() -> Set<String> {
    defer { asked = [] }
    return asked
  }

  /// The template of that name, or `nil` when the theme has none.
  mutating func template(_ name: String, _ findings: inout TemplateFindings) -> ParsedTemplate? {
    asked.insert(name)
    if let template = parsed[name] { return template }
    guard let source = sources[name] else { return nil }
    let template = parseTemplate(source, &findings)
    parsed[name] = template
    return template
  }
}

/// `release` for `Templates/release.html`, `nil` for what is no template.
private func templateName(_ path: String) -> String? {
  guard path.hasSuffix(".html") else { return nil }
  let below = path.hasPrefix("Templates/") ? path.dropFirst("Templates/".count) : path[...]
  return String(below.dropLast(".html".count))
}
