public import PageTemplates

/// The shapes of the records that page templates are filled with.
///
/// Every page begins with the fields of ``frame``; a template file has the name of its shape in
/// ``templates``. Addresses that begin with `root` in a template are relative to the site's root, all
/// others come ready from the page.
public enum PageShapes {
  /// Every template that is filled, with its shape.
  public static let templates: [(name: String, shape: RecordShape)] = pages + blocks

  private static let pages: [(name: String, shape: RecordShape)] = [
    ("release", release),
    ("home", home),
    ("releases", releasesIndex),
    ("financials", financials),
    ("events", events),
    ("moved", moved),
    ("page", page),
    ("not-found", notFound),
  ]

  /// Those that write blocks of pages.
  private static let blocks: [(name: String, shape: RecordShape)] = [
    ("key-figures", keyFigures),
    ("event", event),
    ("attachments", attachments),
  ]

  /// The names of the templates that write blocks of releases, on their own pages and on others.
  public static let blockTemplates = blocks.map(\.name)

  /// What every page begins with.
  public static let frame: [RecordShape.Field] = [
    // Leads from the page to the site's root: `./` on the home page, `../../../` on a release; put it
    // before every path of the site. The page that servers show for unknown addresses has `base` here.
    .init("root", .text),
    // The path under which the site is served, with a slash at both ends: `/` or `/ir/`.
    .init("base", .text),
    // BCP 47: `en-US`.
    .init("language", .text),
    // All of the `title` element: `HemaCare reports third quarter results | HemaCare Corporation`.
    .init("documentTitle", .text),
    // One sentence for search engines; may be empty.
    .init("description", .text),
    // The page's permanent address with scheme and host; empty where it has none.
    .init("canonical", .text),
    // The stylesheet's path below the root, with the hash in its name.
    .init("stylesheet", .text),
    // The icon's path below the root, with the hash in its name; empty where the theme has none.
    .init("icon", .text),
    // The feeds that the page's head offers.
    .init("feeds", .list(feedLink)),
    // Whether the site has the page of the events.
    .init("hasEventsPage", .flag),
    // The site's name, for the masthead.
    .init("siteTitle", .text),
    // The line beside it; may be empty.
    .init("tagline", .text),
    // The notice in the foot, in the author's words; may be empty.
    .init("notice", .text),
    // Whether search engines are asked to leave the page out.
    .init("noindex", .flag),
    .init("isHome", .flag),
    // Whether the site has the page on data quality.
    .init("hasDataQuality", .flag),
    // The site's navigation in order.
    .init("navigation", .list(navigationItem)),
    // The whole `script` element with JSON-LD, or empty.
    .init("structuredData", .html),
    // Open Graph's `og:type`: `article` or `website`.
    .init("ogType", .text),
    // What a preview says at the top of every page; empty on a site that is published.
    .init("preview", .text),
  ]

  /// A feed that programs find by the page's head.
  public static let feedLink = RecordShape([
    // `application/atom+xml`.
    .init("type", .text),
    .init("title", .text),
    // Relative to the page.
    .init("href", .text),
  ])

  /// An entry of the site's navigation.
  public static let navigationItem = RecordShape([
    .init("title", .text),
    // Relative to the page.
    .init("href", .text),
    // Whether the page is this one or below it.
    .init("current", .flag),
  ])

  /// What stands at an address that a page had once.
  public static let moved = RecordShape(
    frame + [
      // To the page, relative.
      .init("href", .text),
      // The page's title.
      .init("headline", .text),
      // The page's permanent address as text.
      .init("permalink", .text),
    ])

  /// A hand-written page.
  public static let page = RecordShape(
    frame + [
      .init("headline", .text),
      // May be empty.
      .init("standfirst", .text),
      // The sections of the page.
      .init("article", .html),
      // The second-level headings, for the list beside the text; filled where the page asks for it.
      .init("headings", .list(headingLink)),
      .init("hasHeadings", .flag),
    ])

  /// A heading of the page in the list beside its text.
  public static let headingLink = RecordShape([
    // `#corrections`.
    .init("href", .text),
    .init("title", .text),
  ])

  /// What servers show for unknown addresses.
  public static let notFound = RecordShape(frame)
}
