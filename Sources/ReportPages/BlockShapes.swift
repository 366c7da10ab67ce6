public import PageTemplates

extension PageShapes {
  /// The strip of large figures under a release's head: the template `key-figures`.
  public static let keyFigures = RecordShape([
    // The `id` of the block's title.
    .init("anchor", .text),
    // What period they are about: `Third quarter 2003`.
    .init("title", .text),
    // Units and audit: `US dollars, unaudited`, after the company's name where a page tells of several; may be
    // empty.
    .init("note", .text),
    .init("figures", .list(keyFigure)),
    // What `n/m` means, where a figure has it; may be empty.
    .init("meaninglessNote", .text),
    // Why figures are not comparable, where one is not; may be empty.
    .init("basisNote", .text),
  ])

  /// One large figure, in the parts that type sets apart: `$` `(` `4,679` `,000` `)`.
  public static let keyFigure = RecordShape([
    // `Net loss`.
    .init("label", .text),
    // To the cell it comes from.
    .init("href", .text),
    // Whether to announce "minus" to those who listen.
    .init("negative", .flag),
    // `$`; empty for shares and ratios.
    .init("sign", .text),
    // `(` before a negative figure.
    .init("open", .text),
    .init("digits", .text),
    // `,000` or `,000,000`, set back in gray; may be empty.
    .init("thousands", .text),
    // `million` after a figure that its source rounds; `%` never stands here but in `digits`.
    .init("scale", .text),
    // `)` after a negative figure.
    .init("close", .text),
    // `2.8% less`, `Unchanged`, `n/m`; empty where nothing compares.
    .init("change", .text),
    // Whether `change` is `n/m` and wants an explanation.
    .init("changeIsMeaningless", .flag),
    // `than $7,181,000 a year earlier`; empty where nothing compares.
    .init("versus", .text),
  ])

  /// A release in a list.
  public static let entry = RecordShape([
    // The entry's `id`: `r-2003-11-14-third-quarter-results`.
    .init("anchor", .text),
    .init("href", .text),
    .init("dateISO", .text),
    // `Nov 14, 2003` in lists; in full for the newest on the home page.
    .init("date", .text),
    .init("headline", .text),
    // `Quarterly results`.
    .init("kind", .text),
    // `Third quarter 2003`; may be empty.
    .init("period", .text),
    // `Net loss`; empty where there is no figure.
    .init("figureLabel", .text),
    // The figure with its parts marked up; may be empty.
    .init("figure", .html),
    // In a preview, why the release is not published yet; empty elsewhere.
    .init("badge", .text),
    // The company's name on the day of the release; empty while the site has one company, and on the pages of
    // one.
    .init("company", .text),
  ])

  /// Who answers questions.
  public static let contact = RecordShape([
    .init("name", .text),
    // May be empty, and so may all that follow.
    .init("title", .text),
    .init("phone", .text),
    // `tel:+18773100717`; empty where the number has too few digits to be called.
    .init("phoneHref", .text),
    .init("email", .text),
    // `mailto:ir@hemacare.com`; an old release may print a web address in this place, which leads there.
    .init("emailHref", .text),
    // As printed: `www.hemacare.com`.
    .init("web", .text),
    .init("webHref", .text),
  ])

  /// The files published beside a release: the template `attachments`.
  public static let attachments = RecordShape([
    .init("attachments", .list(attachment))
  ])

  /// A file published beside a release.
  public static let attachment = RecordShape([
    .init("href", .text),
    .init("title", .text),
    // `PDF`, `JPEG image`.
    .init("type", .text),
    // `240 kB`.
    .init("size", .text),
    .init("isImage", .flag),
    // What a picture shows; may be empty.
    .init("alternative", .text),
  ])

  /// Where figures were taken from.
  public static let source = RecordShape([
    .init("title", .text),
    // May be empty, and so may all that follow.
    .init("url", .text),
    .init("accession", .text),
    .init("note", .text),
  ])

  /// A call, webcast or meeting: the template `event`.
  public static let event = RecordShape([
    // The event's `id`: `event-1`.
    .init("anchor", .text),
    // `Third quarter 2003 conference call`.
    .init("title", .text),
    // `Conference call`.
    .init("kind", .text),
    // As a class: `upcoming`, `replay` (over, and the recording can be heard) or `past`.
    .init("status", .text),
    // `Upcoming`, `Replay available`, `Past`.
    .init("statusText", .text),
    // `replay from two hours after the end`, `until November 21, 2003` or `replay ended November 21, 2003`;
    // may be empty.
    .init("statusNote", .text),
    // For `time`: `2003-11-14T16:30-05:00`, or a day.
    .init("startISO", .text),
    // `Friday, November 14, 2003, 4:30 p.m.`
    .init("start", .text),
    // The same of the end; empty where none is told.
    .init("endISO", .text),
    // `5:30 p.m.`, or with the day where it is another one; may be empty.
    .init("end", .text),
    // `Eastern Standard Time, 21:30 UTC`; empty for a day without a time.
    .init("zone", .text),
    // `Judi Irving, President and Chief Executive Officer; Robert Chilton`; may be empty, and so may all
    // that follow.
    .init("speakers", .text),
    .init("dialIn", .text),
    .init("dialInNote", .text),
    // `From two hours after the end until midnight at the end of November 21, 2003`.
    .init("replay", .text),
    .init("replayNumber", .text),
    .init("replayID", .text),
    .init("webcasts", .list(webcast)),
    .init("hasWebcasts", .flag),
    .init("place", .text),
    // To the release that announces the event; empty on its own page.
    .init("releaseHref", .text),
    // To the event's calendar file; empty where the site publishes none.
    .init("calendarHref", .text),
    // `Add to calendar`, or `Calendar entry` for what is over.
    .init("calendarText", .text),
    // The company's name on the day of the release; empty while the site has one company, and on the
    // release's own page.
    .init("company", .text),
  ])

  /// A release that a company expects to publish.
  public static let expectedRelease = RecordShape([
    // `Third quarter 2003 results`.
    .init("title", .text),
    // The company's name; empty while the site has one company, and on the pages of one.
    .init("company", .text),
    // For `time`: `2003-11-14T05:30-08:00`, or a day.
    .init("startISO", .text),
    // `Friday, November 14, 2003, 5:30 a.m.`
    .init("start", .text),
    // `Pacific Standard Time, 13:30 UTC`; empty for a day without a time.
    .init("zone", .text),
  ])

  /// An address where an event is sent.
  public static let webcast = RecordShape([
    // The address as printed, without its scheme.
    .init("text", .text),
    .init("href", .text),
    // May be empty.
    .init("note", .text),
  ])
}
