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
      // The company's name on the day of the release; empty where it is the site's own.
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
      // What was changed after publication, oldest first.
      .init("corrections", .list(correction)),
      // The page shows the release as it stood until a correction; missing on all others.
      .init("oldVersion", .record(oldVersion)),
      // The lists of the topics it is about.
      .init("topics", .list(listLink)),
      .init("hasTopics", .flag),
      // To the release as JSON; empty where the site publishes none.
      .init("jsonHref", .text),
      // Whether the page has one of the two.
      .init("hasOtherForms", .flag),
      // How far the figures of the text are verified; missing where none is linked, and on old versions.
      .init("verification", .record(verification)),
      // Whether anything stands beside the headline.
      .init("hasNote", .flag),
    ])

  /// How far the linked figures of a release's text are verified.
  public static let verification = RecordShape([
    // `10 figures are`, `1 figure is`; empty where there is none.
    .init("verified", .text),
    // `7 figures are`, `7 are` after others, `1 is`; empty where there is none.
    .init("unverified", .text),
    // To the section that says more.
    .init("href", .text),
  ])

  /// A change to a release after its publication.
  public static let correction = RecordShape([
    // The `id` of its label: `correction-1`.
    .init("anchor", .text),
    .init("dateISO", .text),
    // `December 1, 2003`.
    .init("date", .text),
    .init("what", .text),
    // May be empty.
    .init("why", .text),
    // To the release as it stood until then; empty where that is not kept.
    .init("versionHref", .text),
  ])

  /// What ended an old version of a release.
  public static let oldVersion = RecordShape([
    .init("dateISO", .text),
    .init("date", .text),
    .init("what", .text),
    // May be empty.
    .init("why", .text),
    // To the release as it stands now.
    .init("currentHref", .text),
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
      // Upcoming events, soonest first, or else the last of the past ones.
      .init("events", .list(event)),
      .init("hasEvents", .flag),
      // The next releases, soonest first.
      .init("expected", .list(expectedRelease)),
      .init("hasExpected", .flag),
      // To the page of the events; empty where the site has none.
      .init("eventsHref", .text),
      // To the page of all releases.
      .init("releasesHref", .text),
      // The companies of an archive of several, in order of their names in addresses, on the home page.
      .init("companies", .list(companyLink)),
      .init("hasCompanies", .flag),
      // The company whose page it is; empty on the home page.
      .init("company", .text),
      // To that company's history of figures; empty on the home page, and where the site has none.
      .init("financialsHref", .text),
      // The releases before the newest, newest first.
      .init("recent", .list(entry)),
      .init("hasRecent", .flag),
      // `All 19 releases`.
      .init("count", .text),
      // Newest first.
      .init("years", .list(yearLink)),
    ])

  /// A company that leads to its page.
  public static let companyLink = RecordShape([
    .init("name", .text),
    .init("href", .text),
    // `5 releases`.
    .init("count", .text),
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
      .init("allYears", .list(listLink)),
      // Newest first, and so are the entries.
      .init("years", .list(yearSection)),
      // The same releases by kind, kinds in the order of the alphabet; on lists of one page only.
      .init("kinds", .list(kindSection)),
      // To the lists of each kind and of each topic.
      .init("kindLinks", .list(listLink)),
      .init("topicLinks", .list(listLink)),
      .init("hasTopics", .flag),
      // The feeds of what is listed, or of everything: each called by its format.
      .init("listFeeds", .list(feedLink)),
      // Where the list has several pages.
      .init("pager", .record(pager)),
    ])

  /// A link to another list of releases.
  public static let listLink = RecordShape([
    .init("title", .text),
    .init("href", .text),
    // Whether the page belongs to that list.
    .init("current", .flag),
  ])

  /// The pages before and after one of a list.
  public static let pager = RecordShape([
    // `Page 2 of 3`.
    .init("words", .text),
    // To newer releases; empty on the first page.
    .init("newer", .text),
    // To older ones; empty on the last.
    .init("older", .text),
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
      // Whose figures they are, in an archive of several companies; else empty.
      .init("company", .text),
      // The sections, for the list beside the title.
      .init("parts", .list(headingLink)),
      .init("hasParts", .flag),
      // The histories of the other companies.
      .init("others", .list(headingLink)),
      .init("hasOthers", .flag),
    ])

  /// The events, of all years or of one.
  public static let events = RecordShape(
    frame + [
      // `Events`, or `Events of 2003`.
      .init("headline", .text),
      // `1 upcoming, 14 past.`
      .init("standfirst", .text),
      // All years with events, latest first: to their own pages.
      .init(
        "allYears",
        .list(
          RecordShape([
            .init("year", .text),
            .init("href", .text),
            // Whether this page is the year's own.
            .init("current", .flag),
          ]))),
      .init("hasYears", .flag),
      // The next releases, soonest first.
      .init("expected", .list(expectedRelease)),
      .init("hasExpected", .flag),
      // What is to come, what can be heard, what is over.
      .init("groups", .list(eventGroup)),
      .init("isEmpty", .flag),
      // To the calendar of all events; empty where there is none.
      .init("calendarHref", .text),
    ])

  /// Events of one status.
  public static let eventGroup = RecordShape([
    // `Upcoming`, `Replay available`, `Past`.
    .init("title", .text),
    // As an `id`: `upcoming`, `replay`, `past`.
    .init("anchor", .text),
    // Whether who speaks, where to call and the like are told too.
    .init("inFull", .flag),
    .init("events", .list(event)),
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
