import CivilTime
import Markup
import ReleaseModel

/// Appends the JSON-LD element of a release's page: schema.org's NewsArticle of a Corporation, its events, and the way to
/// it as BreadcrumbList.
func appendStructuredData(
  of view: ReleaseView, yearAddress: String, _ context: PageContext, to sink: inout ByteSink
) {
  let release = view.release
  let site = context.archive.site
  appendStructuredData(to: &sink) { json in
    json.beginObject()
    json.member("@type", "NewsArticle")
    json.member("@id", site.baseURL, view.address, "#release")
    json.member("headline", release.headline)
    if let summary = release.summary { json.member("description", summary) }
    json.member("datePublished", isoText(release.released))
    json.member("dateModified", isoText(release.updated))
    json.member("inLanguage", site.language)
    json.member("isAccessibleForFree", true)
    json.member("url", site.baseURL, view.address)
    json.member("mainEntityOfPage", site.baseURL, view.address)
    json.member("author")
    let start = json.count
    json.corporation(view.company, on: release.released.day, ticker: release.ticker, site)
    let publisher = start..<json.count
    json.member("publisher")
    json.repeatBytes(publisher)
    if let dateline = release.dateline { json.member("dateline", dateline) }
    json.endObject()
    for index in release.events.indices {
      json.event(EventItem(release: view.number, event: index), context)
    }
    if let dataset = releaseDataset(view, context) { json.value(dataset) }
    json.breadcrumb(
      [
        ("Releases", "/releases/"), (String(release.released.day.year), yearAddress),
        (view.shortTitle, view.address),
      ], site)
  }
}

/// The JSON-LD element of a page of events.
func eventsStructuredData(
  _ items: [EventItem], company: Int?, year: Int?, title: String, _ context: PageContext
) -> [UInt8] {
  let archive = context.archive
  let all = eventsAddress(company: company, year: nil, archive)
  var steps = [("Home", "/"), (year == nil ? title : "Events", all)]
  if let year { steps.append(("\(year)", eventsAddress(company: company, year: year, archive))) }
  // Search engines ask for events to come; the past ones are told on their releases' pages.
  let told = items.filter { eventStatus(context.event($0), now: context.now) != .past }
  return structuredData { json in
    for item in told { json.event(item, context) }
    json.breadcrumb(steps, archive.site)
  }
}

/// Appends the JSON-LD element of the home page or a company's: WebSite and Corporation.
func appendHomeStructuredData(company: Int?, _ context: PageContext, to sink: inout ByteSink) {
  let archive = context.archive
  let site = archive.site
  // A company that has published nothing has no page: its first release may still be held.
  let companies =
    company.map { [$0] }
    ?? archive.companies.indices.filter {
      !context.releasesOf[$0].isEmpty || archive.companies[$0].id == site.company
    }
  appendStructuredData(to: &sink) { json in
    if company == nil {
      json.beginObject()
      json.member("@type", "WebSite")
      json.member("@id", site.baseURL, "/#site")
      json.member("name", site.title)
      if let description = site.description { json.member("description", description) }
      json.member("url", site.baseURL, "/")
      json.member("inLanguage", site.language)
      json.endObject()
    }
    for index in companies {
      let newest = context.releasesOf[index].last.map { archive.releases[$0].released.day }
      json.corporation(archive.companies[index], on: newest ?? context.now.utc.day, ticker: nil, site)
    }
  }
}

/// The JSON-LD element of a company's history of figures: schema.org's Dataset with the files it can be had as.
func financialsStructuredData(company: Int, _ context: PageContext) -> [UInt8] {
  let archive = context.archive
  let own = archive.companies[company]
  let path = financialsAddress(company: own, site: archive.site)
  let address = archive.site.baseURL + path
  let days = context.releasesOf[company].map { archive.releases[$0].released.day }
  let name = own.currentName(context)
  let downloads = financialDownloads(archive.site)
  return structuredData { json in
    json.beginObject()
    json.member("@type", "Dataset")
    json.member("@id", address, "#dataset")
    json.member("name", "Financial history of ", name)
    json.member(
      "description",
      "The figures that \(name) published in its releases, quarter by quarter, with the release that states "
        + "each and what later releases changed: exact decimals, with their periods and units.")
    json.member("url", address)
    for role: StaticString in ["creator", "publisher"] {
      json.member(role)
      json.corporation(own, on: days.last ?? context.now.utc.day, ticker: nil, archive.site)
    }
    json.member("isAccessibleForFree", true)
    json.member("inLanguage", archive.site.language)
    if let license = archive.site.license { json.member("license", license) }
    if let first = days.first, let last = days.last {
      json.member("temporalCoverage", "\(first)/\(last)")
      json.member("dateModified", last.description)
    }
    if !downloads.isEmpty {
      json.member("distribution")
      json.beginArray()
      for file in downloads {
        json.beginObject()
        json.member("@type", "DataDownload")
        json.member("encodingFormat", file.format.plainType)
        json.member("contentUrl", address, file.href)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.breadcrumb([("Home", "/"), ("Financial history", path)], archive.site)
  }
}

/// The JSON-LD element of a page that is one step from the home page.
func pageStructuredData(_ title: String, at address: String, _ site: SiteSettings) -> [UInt8] {
  var sink = ByteSink(capacity: 1_024)
  appendPageStructuredData(title, at: address, site, to: &sink)
  return sink.bytes()
}

/// Appends the JSON-LD element of a page that is one step from the home page.
func appendPageStructuredData(
  _ title: String, at address: String, _ site: SiteSettings, to sink: inout ByteSink
) {
  appendStructuredData(to: &sink) { $0.breadcrumb([("Home", "/"), (title, address)], site) }
}

extension ByteSink {
  /// Appends a company as it was on a day: with the symbol that a release prints, or else with its own of that day.
  fileprivate mutating func corporation(
    _ company: Company, on day: Day, ticker: String?, _ site: SiteSettings
  ) {
    let prefix = companyPrefix(company.id, site)
    beginObject()
    member("@type", "Corporation")
    member("@id", site.baseURL, prefix, "/#" + company.id)
    member("name", company.name(on: day))
    member("url", site.baseURL, prefix, "/")
    if let ticker = ticker ?? company.tickers.value(on: day) { member("tickerSymbol", ticker) }
    endObject()
  }

  /// Appends an event as schema.org's Event: where it is held, or the page where it can be heard.
  fileprivate mutating func event(_ item: EventItem, _ context: PageContext) {
    let site = context.archive.site
    let release = context.archive.releases[item.release]
    let event = context.event(item)
    let company = context.company(release.company)
    let words = EventWords(event, release, company?.fiscal ?? .calendarYear, now: context.now)
    let address = site.baseURL + releaseAddress(release, site: site) + "#" + eventAnchor(item.event)
    let name = company?.name(on: release.released.day) ?? release.company
    beginObject()
    member("@type", "Event")
    member("@id", address)
    member("name", name, ": ", words.title)
    member("startDate", isoText(event.starts))
    if let end = event.ends {
      member("endDate", isoText(end))
    } else if let end = event.endInstant {
      member("endDate", end.description)
    }
    member("eventStatus", "https://schema.org/EventScheduled")
    member("eventAttendanceMode", "https://schema.org/", attendanceMode(event))
    member("location")
    locations(of: event, address: address)
    member("organizer")
    if let company {
      corporation(company, on: release.released.day, ticker: release.ticker, site)
    } else {
      beginObject()
      member("@type", "Corporation")
      member("name", name)
      endObject()
    }
    member("description", release.headline)
    member("url", address)
    if !event.speakers.isEmpty {
      member("performer")
      beginArray()
      for speaker in event.speakers {
        beginObject()
        member("@type", "Person")
        member("name", speaker.name)
        endObject()
      }
      endArray()
    }
    endObject()
  }

  /// Appends where an event takes place: one place by itself, several as a list.
  private mutating func locations(of event: Event, address: String) {
    let webcasts = event.webcasts.map { withScheme($0.url) }
    let count = webcasts.count + (event.place == nil ? 0 : 1)
    if count > 1 { beginArray() }
    if let place = event.place {
      beginObject()
      member("@type", "Place")
      member("name", place)
      member("address", place)
      endObject()
    }
    for url in count == 0 ? [address] : webcasts {
      beginObject()
      member("@type", "VirtualLocation")
      member("url", url)
      endObject()
    }
    if count > 1 { endArray() }
  }

  /// Appends the way to a page, from the first step to the page itself.
  fileprivate mutating func breadcrumb(_ steps: [(name: String, path: String)], _ site: SiteSettings) {
    beginObject()
    member("@type", "BreadcrumbList")
    member("itemListElement")
    beginArray()
    for (index, step) in steps.enumerated() {
      beginObject()
      member("@type", "ListItem")
      member("position", index + 1)
      member("name", step.name)
      member("item", site.baseURL, step.path)
      endObject()
    }
    endArray()
    endObject()
  }
}

private func attendanceMode(_ event: Event) -> String {
  if event.place == nil { return "OnlineEventAttendanceMode" }
  return event.webcasts.isEmpty && event.dialIn == nil
    ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode"
}

/// The element with everything that `write` appends to its graph.
private func structuredData(_ write: (inout ByteSink) -> Void) -> [UInt8] {
  var sink = ByteSink(capacity: 2_048)
  appendStructuredData(to: &sink, write)
  return sink.bytes()
}

private func appendStructuredData(to sink: inout ByteSink, _ write: (inout ByteSink) -> Void) {
  sink.markup("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[")
  write(&sink)
  sink.markup("]}</script>")
}
