public import PageTemplates

/// The shapes of the home page and of lists of releases.
extension PageShapes {
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
}
