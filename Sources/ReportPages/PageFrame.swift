import CivilTime
public import Diagnostics
import Markup
import PageTemplates
import ReleaseModel

extension RecordWriter {
  /// Adds the fields of ``PageShapes/frame``.
  ///
  /// - Parameters:
  ///   - address: `nil` for the page that servers show for unknown addresses: its links begin with the base
  ///     path, and search engines leave it out.
  ///   - title: the page's own name; `nil` on the home page.
  ///   - description: one sentence, or nothing.
  ///   - isHidden: whether search engines are asked to leave the page out.
  ///   - movedTo: for what stands at an old address, where the page is now.
  ///   - company: for pages of a company that is not the default one, its place in the archive.
  ///   - kind: for lists of the releases of one kind, which have feeds of their own.
  ///   - structuredData: appends a whole JSON-LD element.
  mutating func frame(
    _ context: PageContext, address: String?, title: String?, description: String, isArticle: Bool = false,
    isHidden: Bool = false, movedTo: String? = nil, company: Int? = nil, kind: Release.Kind? = nil,
    structuredData: (inout ByteSink) -> Void = { _ in }
  ) {
    let site = context.archive.site
    text(address.map(rootPrefix) ?? context.basePath)
    text(context.basePath)
    text(site.language)
    text { $0.documentTitle(title, company: company, context) }
    text(description)
    text {
      guard let address = movedTo ?? address else { return }
      $0.raw(site.baseURL)
      $0.raw(address)
    }
    text(context.stylesheet)
    text(context.icon)
    feedLinks(company: company, kind: kind, address: address, context)
    flag(context.publishes(.calendar))
    text(site.title)
    text(site.tagline)
    text(site.notice)
    flag(address == nil || isHidden || context.preview.isOn || movedTo != nil)
    flag(address == "/")
    flag(context.publishes(.quality))
    list(context.navigation, of: PageShapes.navigationItem) { item, entry in
      item.text(entry.title)
      item.text { $0.way(to: entry.path, from: address, context) }
      item.flag(address.map { isPage($0, atOrBelow: entry.path) } ?? false)
    }
    html(structuredData)
    text(isArticle ? "article" : "website")
    text(context.preview.notice)
  }

  /// Adds the feeds that the head of a page offers: those of everything, those of the page's company, and those of
  /// the kind that it lists.
  private mutating func feedLinks(
    company: Int?, kind: Release.Kind?, address: String?, _ context: PageContext
  ) {
    let archive = context.archive
    var scopes = [FeedScope()]
    if context.publishes(.feeds) {
      if company != nil { scopes.append(FeedScope(company: company)) }
      if kind != nil { scopes.append(FeedScope(company: company, kind: kind)) }
    }
    let feeds = scopes.flatMap { scope in context.feedFormats.map { (scope: scope, format: $0) } }
    list(feeds, of: PageShapes.feedLink) { link, feed in
      link.text(feed.format.mediaType)
      link.text {
        $0.raw(feed.scope.company.map { archive.companies[$0].shortName } ?? archive.site.title)
        if let kind = feed.scope.kind {
          $0.markup(": ")
          $0.raw(kind.plural)
        }
      }
      link.text { $0.way(to: feedAddress(feed.scope, feed.format, archive), from: address, context) }
    }
  }
}

/// The values of ``PageShapes/frame``, for records that are put together as values.
func frame(
  _ context: PageContext, address: String?, title: String?, description: String,
  structuredData: [UInt8] = [], isHidden: Bool = false, movedTo: String? = nil, company: Int? = nil
) -> [TemplateValue] {
  let shape = RecordShape(PageShapes.frame)
  var record = RecordWriter()
  record.frame(
    context, address: address, title: title, description: description, isHidden: isHidden, movedTo: movedTo,
    company: company
  ) { $0.append(structuredData) }
  return record.page(shape).values(shape).values
}

extension ByteSink {
  /// Appends all of a page's `title`: `Acme reports third quarter results, Acme | Archive of Releases`. Several
  /// companies have a page of releases, and no two pages have one title.
  fileprivate mutating func documentTitle(_ title: String?, company: Int?, _ context: PageContext) {
    let site = context.archive.site
    guard let title else {
      raw(site.title)
      if let tagline = site.tagline, !tagline.isEmpty {
        if !site.title.isEmpty { markup(": ") }
        raw(tagline)
      }
      return
    }
    raw(title)
    let owner = company.map { context.archive.companies[$0].shortName } ?? ""
    if !owner.isEmpty, !holds(title, owner) {
      markup(", ")
      raw(owner)
    }
    markup(" | ")
    raw(site.title)
  }

  /// Appends the way to a path of the site from a page, or from any depth where none is given.
  fileprivate mutating func way(to path: String, from page: String?, _ context: PageContext) {
    if let page { return relativeAddress(from: page, to: path) }
    raw(context.basePath)
    raw(String(path.dropFirst()))
  }
}

/// Whether a text holds some words; bytes tell it where both are ASCII.
func holds(_ text: String, _ words: String) -> Bool {
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
