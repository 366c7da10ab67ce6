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
///   - isHidden: whether search engines are asked to leave the page out.
///   - movedTo: for what stands at an old address, where the page is now.
///   - company: for pages of a company that is not the default one, its place in the archive.
///   - kind: for lists of the releases of one kind, which have feeds of their own.
func frame(
  _ context: PageContext, address: String?, title: String?, description: String,
  structuredData: [UInt8] = [], isArticle: Bool = false, isHidden: Bool = false, movedTo: String? = nil,
  company: Int? = nil, kind: Release.Kind? = nil
) -> [TemplateValue] {
  let site = context.archive.site
  let base = context.basePath
  let owner = company.map { context.archive.companies[$0].shortName } ?? ""
  return [
    .text(address.map(rootPrefix) ?? base),
    .text(base),
    .text(site.language),
    .text(
      title.map { documentTitle($0, owner: owner, site) } ?? [site.title, site.tagline ?? ""].joinedWords),
    .text(description),
    .text((movedTo ?? address).map { site.baseURL + $0 }),
    .text(context.stylesheet),
    .text(context.icon),
    .list(feedLinks(company: company, kind: kind, address: address, base: base, context)),
    .flag(context.publishes(.calendar)),
    .text(site.title),
    .text(site.tagline),
    .text(site.notice),
    .flag(address == nil || isHidden || context.preview.isOn || movedTo != nil),
    .flag(address == "/"),
    .flag(context.publishes(.quality)),
    .list(navigation(context, address: address, base: base)),
    .html(structuredData),
    .text(isArticle ? "article" : "website"),
    .text(context.preview.notice),
  ]
}

/// `Acme reports third quarter results, Acme | Archive of Releases`: several companies have a page of releases, and
/// no two pages have one title.
private func documentTitle(_ title: String, owner: String, _ site: SiteSettings) -> String {
  let tellsOwner = owner.isEmpty || holds(title, owner)
  return composed {
    $0.raw(title)
    if !tellsOwner {
      $0.markup(", ")
      $0.raw(owner)
    }
    $0.markup(" | ")
    $0.raw(site.title)
  }
}

/// Whether a text holds some words; bytes tell it where both are ASCII.
private func holds(_ text: String, _ words: String) -> Bool {
  var (text, words) = (text, words)
  let isFound = text.withUTF8 { text in
    words.withUTF8 { words -> Bool? in
      guard isPlain(text), isPlain(words) else { return nil }
      return UnsafeRawBufferPointer(text).holds(UnsafeRawBufferPointer(words))
    }
  }
  return isFound ?? text.contains(words)
}

/// Whether every byte is a character of its own.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.allSatisfy { $0 < 0x80 && $0 != 13 }
}

private func navigation(_ context: PageContext, address: String?, base: String) -> [TemplateRecord] {
  var items = context.archive.site.navigation
  if items.isEmpty {
    items = [.init(title: "Releases", path: "/releases/")]
    if context.publishes(.financials) { items.append(.init(title: "Financials", path: "/financials/")) }
    if context.publishes(.calendar), context.hasEvents {
      items.append(.init(title: "Events", path: "/events/"))
    }
  }
  return items.map { item in
    let href = address.map { relativeAddress(from: $0, to: item.path) } ?? base + item.path.dropFirst()
    let isCurrent = address.map { isPage($0, atOrBelow: item.path) } ?? false
    return PageShapes.navigationItem.record(.text(item.title), .text(href), .flag(isCurrent))
  }
}

/// The feeds that the head of a page offers: those of everything, those of the page's company, and those of the
/// kind that it lists.
private func feedLinks(
  company: Int?, kind: Release.Kind?, address: String?, base: String, _ context: PageContext
) -> [TemplateRecord] {
  let archive = context.archive
  let formats = context.feedFormats
  var scopes = [FeedScope()]
  if context.publishes(.feeds) {
    if company != nil { scopes.append(FeedScope(company: company)) }
    if kind != nil { scopes.append(FeedScope(company: company, kind: kind)) }
  }
  return scopes.flatMap { scope in
    formats.map { format in
      let target = feedAddress(scope, format, archive)
      let owner = scope.company.map { archive.companies[$0].shortName } ?? archive.site.title
      let title = [owner, scope.kind?.plural].compactMap { $0 }.joined(separator: ": ")
      return PageShapes.feedLink.record(
        .text(format.mediaType), .text(title),
        .text(address.map { relativeAddress(from: $0, to: target) } ?? base + target.dropFirst()))
    }
  }
}

/// Whether a page is the one that a path of the navigation leads to, or below it: `/about/` is at `/about`,
/// `/about-us/` is not. Nothing but the home page is at `/`.
func isPage(_ address: String, atOrBelow path: String) -> Bool {
  let page = path.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  let (address, slash) = (address.utf8, UInt8(ascii: "/"))
  if page.elementsEqual([slash]) { return address.elementsEqual([slash]) }
  guard address.starts(with: page) else { return false }
  let below = address.dropFirst(page.count)
  return below.isEmpty || page.last == slash || below.first == slash
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

/// The places on pages that the entries of the site's navigation name.
public func navigationFragments(_ context: PageContext, place: (Int) -> Place) -> [FragmentUse] {
  let links = LinkResolver(page: "/", view: nil, context: context)
  return context.archive.site.navigation.enumerated().compactMap { index, item in
    links.fragment(of: item.path).map { FragmentUse(address: $0, fragment: $1, place: place(index)) }
  }
}

/// The path of a base URL with a slash at both ends: `/ir/`.
public func basePath(_ baseURL: String) -> String {
  let rest = baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
  return rest.isEmpty ? "/" : "/" + rest.joined(separator: "/") + "/"
}

extension [String] {
  /// `HemaCare Corporation: investor relations archive`.
  fileprivate var joinedWords: String { filter { !$0.isEmpty }.joined(separator: ": ") }
}
