import CXXHash
import Diagnostics
import Markup
import PageTemplates
import ReleaseFormat

/// The theme a site is built with: its templates and the assets its pages load.
struct Theme {
  var templates: CompiledTemplates
  var assets: [Asset]
  /// Whether it was read and compiled without errors.
  var isSound: Bool

  /// A file that pages load, under a name that changes with its content so that caches may keep it for ever.
  struct Asset {
    /// `assets/site.css`, as the theme calls it.
    var name: String
    /// `assets/site.1f2e3d4c.css`, as the site publishes it.
    var published: String
    /// As they are published: style sheets without their comments.
    var bytes: [UInt8]
  }

  /// The published path of an asset.
  func asset(_ name: String) -> String { assets.first { $0.name == name }?.published ?? name }
}

/// Lays the site's own `Templates/` over the default theme, file by file, and compiles the result.
func loadTheme(
  default theme: [TemplateSource], _ source: SiteSource,
  pages: [(name: String, shape: RecordShape)], diagnostics: inout [Diagnostic]
) -> Theme {
  var found: [Diagnostic] = []
  var files: [String: TemplateSource] = [:]
  for file in theme { files[file.path] = file }
  let own = source.files.places(below: "Templates").map { source.files[$0] }
  for file in own {
    switch source.read(file.path) {
    case .success(let bytes): files[file.path] = TemplateSource(path: file.path, bytes: bytes)
    case .failure(let failure):
      found.append(
        Diagnostic(
          .unreadableTemplate, "'\(file.path)' cannot be read: \(failure.reason)", at: Place(file.path)))
    }
  }
  let ordered = files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  var assets: [Theme.Asset] = []
  for file in ordered where file.path.hasPrefix("Templates/assets/") {
    let name = String(file.path.dropFirst("Templates/".count))
    let bytes = name.hasSuffix(".css") ? compactStyleSheet(file.bytes) : file.bytes
    assets.append(Theme.Asset(name: name, published: fingerprinted(name, bytes), bytes: bytes))
  }
  let templates = compileTemplates(
    ordered.filter { $0.path.hasSuffix(".html") }, pages: pages, diagnostics: &found)
  let isSound = !found.hasErrors
  // What a template with errors includes is not known.
  let unused = Set(isSound ? templates.unused.map { "Templates/\($0).html" } : [])
  let names = files.keys.filter { $0.hasSuffix(".html") && !unused.contains($0) }.sorted()
  for file in own where !file.path.hasPrefix("Templates/assets/") {
    guard unused.contains(file.path) || !file.path.hasSuffix(".html") else { continue }
    found.append(
      Diagnostic(
        .unusedTemplate, "nothing uses '\(file.path)'", at: Place(file.path), severity: .warning,
        hints: didYouMean(file.path, among: names)))
  }
  diagnostics += found
  return Theme(templates: templates, assets: assets, isSound: isSound)
}

/// Puts eight hexadecimal digits of the content's XXH3 before the ending: `site.css` to `site.1f2e3d4c.css`.
func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
  let hash = bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  let digits = String(hash, radix: 16)
  let fingerprint = (String(repeating: "0", count: 16 - digits.count) + digits).prefix(8)
  guard let dot = name.lastIndex(of: "."), dot > (name.lastIndex(of: "/") ?? name.startIndex) else {
    return "\(name).\(fingerprint)"
  }
  return "\(name[..<dot]).\(fingerprint)\(name[dot...])"
}
