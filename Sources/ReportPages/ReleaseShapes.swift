public import PageTemplates

/// The shapes of a release's page.
extension PageShapes {
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
}
