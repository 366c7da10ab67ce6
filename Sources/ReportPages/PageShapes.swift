public import PageTemplates

/// The shapes of the records that page templates are filled with.
///
/// Every page begins with the fields of ``frame``; a template file has the name of its shape in
/// ``templates``. Addresses that begin with `root` in a template are relative to the site's root, all
/// others come ready from the page.
public enum PageShapes {
  /// Every template that is filled, with its shape: pages first, then blocks of pages.
  public static let templates: [(name: String, shape: RecordShape)] = [
    ("release", release),
    ("home", home),
    ("releases", releasesIndex),
    ("financials", financials),
    ("page", page),
    ("not-found", notFound),
    ("key-figures", keyFigures),
    ("event", event),
    ("attachments", attachments),
  ]

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

  /// An entry of the site's navigation.
  public static let navigationItem = RecordShape([
    .init("title", .text),
    // Relative to the page.
    .init("href", .text),
    // Whether the page is this one or below it.
    .init("current", .flag),
  ])

  /// A release.
  public static let release = RecordShape(
    frame + [
      // In words: `Quarterly results`, `Announcement`.
      .init("kind", .text),
      // The kind as a class: `earnings`, `announcement`, `event`, `filing`.
      .init("kindClass", .text),
      // `2003-11-14`, or with time and offset where the release has a time.
      .init("dateISO", .text),
      // `November 14, 2003`.
      .init("date", .text),
      // `Third quarter 2003`; empty where the release reports on none.
      .init("period", .text),
      // Whether the release is so old that it says so.
      .init("archived", .flag),
      .init("headline", .text),
      // One sentence under the headline; may be empty.
      .init("standfirst", .text),
      // The company's name on the day of the release.
      .init("company", .text),
      // The exchange and symbol as the release prints them; may be empty.
      .init("ticker", .text),
      .init("contacts", .list(contact)),
      .init("hasContacts", .flag),
      // Everything between the head and the sources: key figures, sections with words, charts and tables.
      .init("article", .html),
      // The permanent address with scheme and host, as text for print.
      .init("permalink", .text),
      // To the year's list on the page of all releases.
      .init("yearHref", .text),
      .init("year", .text),
      // The last step of the breadcrumb: `Third quarter results`.
      .init("shortTitle", .text),
      // To the same page as Markdown; empty where the site publishes none.
      .init("markdownHref", .text),
      // The neighbors in time of the same company.
      .init("previous", .record(neighbor)),
      .init("next", .record(neighbor)),
      .init("hasNeighbors", .flag),
      // Where the figures were taken from.
      .init("sources", .list(source)),
      .init("hasSources", .flag),
      // In a preview, why the release is not published yet: `Draft`; empty elsewhere.
      .init("badge", .text),
    ])

  /// The release before or after another.
  public static let neighbor = RecordShape([
    .init("href", .text),
    .init("headline", .text),
    .init("dateISO", .text),
    .init("date", .text),
  ])

  /// The home page.
  public static let home = RecordShape(
    frame + [
      // The site in one sentence; may be empty.
      .init("standfirst", .text),
      // The newest release; missing while there is none.
      .init("latest", .record(newestEntry)),
      // The block `key-figures` of the newest results; may be empty.
      .init("keyFigures", .html),
      // The section with the trend chart; may be empty.
      .init("trend", .html),
      // Upcoming events, those of the newest release first, or else the last of the past ones.
      .init("events", .list(event)),
      .init("hasEvents", .flag),
      // The releases before the newest, newest first.
      .init("recent", .list(entry)),
      .init("hasRecent", .flag),
      // `All 19 releases`.
      .init("count", .text),
      // Newest first.
      .init("years", .list(yearLink)),
    ])

  /// The newest release on the home page.
  public static let newestEntry = RecordShape(entry.fields + [.init("standfirst", .text)])

  /// A year that leads to its releases.
  public static let yearLink = RecordShape([
    .init("year", .text),
    .init("href", .text),
    // `5 releases`.
    .init("count", .text),
  ])

  /// The page of all releases, of one year's or of one company's.
  public static let releasesIndex = RecordShape(
    frame + [
      // `Releases`, or `Releases of 2003`.
      .init("headline", .text),
      // `19 releases since 2002`.
      .init("standfirst", .text),
      // All years of the archive, newest first: to their place on this page, or to their own page.
      .init(
        "allYears",
        .list(
          RecordShape([
            .init("year", .text),
            .init("href", .text),
            // Whether this page is the year's own.
            .init("current", .flag),
          ]))),
      // Newest first, and so are the entries.
      .init("years", .list(yearSection)),
      // The same releases by kind, kinds in the order of the alphabet.
      .init("kinds", .list(kindSection)),
    ])

  /// The releases of a year.
  public static let yearSection = RecordShape([
    .init("year", .text),
    // The section's `id`: `y2003`.
    .init("anchor", .text),
    .init("entries", .list(entry)),
  ])

  /// The releases of a kind.
  public static let kindSection = RecordShape([
    .init("title", .text),
    .init("anchor", .text),
    // `13 releases`.
    .init("count", .text),
    .init("entries", .list(entry)),
  ])

  /// The history of the figures across releases.
  public static let financials = RecordShape(
    frame + [
      .init("standfirst", .text),
      // The tables, ready, each in its section.
      .init("sections", .html),
      // The marks of the tables, explained.
      .init("key", .list(tableMark)),
      .init("hasKey", .flag),
    ])

  /// A mark of the tables and what it means.
  public static let tableMark = RecordShape([
    .init("mark", .text),
    .init("anchor", .text),
    .init("meaning", .text),
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
