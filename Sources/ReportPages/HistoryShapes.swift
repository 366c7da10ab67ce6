public import PageTemplates

/// The shapes of the pages of figures and of events.
extension PageShapes {
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

  /// A mark of the tables and what it means.
  public static let tableMark = RecordShape([
    .init("mark", .text),
    .init("anchor", .text),
    .init("meaning", .text),
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
}
