import CivilTime
public import Diagnostics
import Markup
import PageTemplates
import ReleaseModel

/// The values of ``PageShapes/frame`` for a page.
///
/// - Parameters:
///   - address: `nil` for the page that servers show for unknown addresses: its links begin with the base
///     path, and search engines leave it out.
///   - title: the page's own name; `nil` on the home page.
///   - description: one sentence, or nothing.
///   - structuredData: a whole JSON-LD element.
///   - isListed: whether search engines may list it.
func frame(
  _ context: PageContext, address: String?, title: String?, description: String,
  structuredData: [UInt8] = [], isArticle: Bool = false, isListed: Bool = true
) -> [TemplateValue] {
  let site = context.archive.site
  let base = basePath(site.baseURL)
  return [
    .text(address.map(rootPrefix) ?? base),
    .text(base),
    .text(site.language),
    .text(title.map { "\($0) | \(site.title)" } ?? [site.title, site.tagline ?? ""].joinedWords),
    .text(description),
    .text(address.map { site.baseURL + $0 }),
    .text(context.stylesheet),
    .text(site.title),
    .text(site.tagline),
    .text(site.notice),
    .flag(address == nil || !isListed || context.preview.isOn),
    .flag(address == "/"),
    .flag(context.publishes(.quality)),
    .list(navigation(site, address: address, base: base)),
    .html(structuredData),
    .text(isArticle ? "article" : "website"),
    .text(context.preview.notice),
  ]
}

private func navigation(_ site: SiteSettings, address: String?, base: String) -> [TemplateRecord] {
  var items = site.navigation
  if items.isEmpty {
    items = [.init(title: "Releases", path: "/releases/")]
    if site.outputs.contains(.financials) { items.append(.init(title: "Financials", path: "/financials/")) }
  }
  return items.map { item in
    let href = address.map { relativeAddress(from: $0, to: item.path) } ?? base + item.path.dropFirst()
    let isCurrent = address.map { isPage($0, atOrBelow: item.path) } ?? false
    return PageShapes.navigationItem.record(.text(item.title), .text(href), .flag(isCurrent))
  }
}

/// Whether a page is the one that a path of the navigation leads to, or below it: `/about/` is at `/about`,
/// `/about-us/` is not. Nothing but the home page is at `/`.
func isPage(_ address: String, atOrBelow path: String) -> Bool {
  let page = path.prefix { $0 != "#" && $0 != "?" }
  if page == "/" { return address == "/" }
  return address == page || address.hasPrefix(page.hasSuffix("/") ? String(page) : page + "/")
}

/// Reports the entries of the site's navigation that lead nowhere.
///
/// - Parameter place: where the path of an entry stands, by the entry's place in the navigation.
public func navigationFindings(_ context: PageContext, place: (Int) -> Place) -> [Diagnostic] {
  let links = LinkResolver(page: "/", view: nil, context: context)
  return context.archive.site.navigation.enumerated().flatMap { index, item in
    links.resolve(item.path, isImage: false) { _, _ in place(index) }.1
  }
}

/// The path of a base URL with a slash at both ends: `/ir/`.
func basePath(_ baseURL: String) -> String {
  let rest = baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
  return rest.isEmpty ? "/" : "/" + rest.joined(separator: "/") + "/"
}

extension [String] {
  /// `HemaCare Corporation: investor relations archive`.
  fileprivate var joinedWords: String { filter { !$0.isEmpty }.joined(separator: ": ") }
}
