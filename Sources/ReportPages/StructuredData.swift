import CivilTime
import Markup
import ReleaseModel

/// The JSON-LD element of a release's page: schema.org's NewsArticle of a Corporation, its events, and the way to
/// it as BreadcrumbList.
func releaseStructuredData(
  _ view: ReleaseView, yearAddress: String, _ context: PageContext
) -> [UInt8] {
  let release = view.release
  let site = context.archive.site
  let address = site.baseURL + view.address
  let publisher = corporation(view.company, on: release.released.day, ticker: release.ticker, context)
  var article: [(String, JSONValue)] = [
    ("@type", .string("NewsArticle")), ("@id", .string(address + "#release")),
    ("headline", .string(release.headline)),
  ]
  if let summary = release.summary { article.append(("description", .string(summary))) }
  article += [
    ("datePublished", .string(isoText(release.released))),
    ("dateModified", .string(isoText(release.updated))), ("inLanguage", .string(site.language)),
    ("isAccessibleForFree", .boolean(true)), ("url", .string(address)),
    ("mainEntityOfPage", .string(address)), ("author", publisher), ("publisher", publisher),
  ]
  if let dateline = release.dateline { article.append(("dateline", .string(dateline))) }
  let steps = [
    ("Releases", "/releases/"), ("\(release.released.day.year)", yearAddress),
    (shortTitle(release), view.address),
  ]
  let events = release.events.indices.map { index in
    eventValue(EventItem(release: view.number, event: index), context)
  }
  let data = [releaseDataset(view, context)].compactMap { $0 }
  return structuredData([.object(article)] + events + data + [breadcrumb(steps, site)])
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
  return structuredData(told.map { eventValue($0, context) } + [breadcrumb(steps, archive.site)])
}

/// The JSON-LD element of the home page or a company's: WebSite and Corporation.
func homeStructuredData(company: Int?, _ context: PageContext) -> [UInt8] {
  let archive = context.archive
  let site = archive.site
  let companies = company.map { [$0] } ?? Array(archive.companies.indices)
  let values = companies.map { index in
    let newest = context.releasesOf[index].last.map { archive.releases[$0] }
    return corporation(
      archive.companies[index], on: newest?.released.day ?? context.now.utc.day, ticker: nil, context)
  }
  guard company == nil else { return structuredData(values) }
  var website: [(String, JSONValue)] = [
    ("@type", .string("WebSite")), ("@id", .string(site.baseURL + "/#site")), ("name", .string(site.title)),
  ]
  if let description = site.description { website.append(("description", .string(description))) }
  website += [("url", .string(site.baseURL + "/")), ("inLanguage", .string(site.language))]
  return structuredData([.object(website)] + values)
}

/// The JSON-LD element of a company's history of figures: schema.org's Dataset with the files it can be had as.
func financialsStructuredData(company: Int, _ context: PageContext) -> [UInt8] {
  let archive = context.archive
  let own = archive.companies[company]
  let path = financialsAddress(company: own, site: archive.site)
  let address = archive.site.baseURL + path
  let days = context.releasesOf[company].map { archive.releases[$0].released.day }
  let name = own.currentName(context)
  let creator = corporation(own, on: days.last ?? context.now.utc.day, ticker: nil, context)
  var dataset: [(String, JSONValue)] = [
    ("@type", .string("Dataset")), ("@id", .string(address + "#dataset")),
    ("name", .string("Financial history of \(name)")),
    (
      "description",
      .string(
        "The figures that \(name) published in its releases, quarter by quarter, with the release that states "
          + "each and what later releases changed: exact decimals, with their periods and units.")
    ),
    ("url", .string(address)), ("creator", creator), ("publisher", creator),
    ("isAccessibleForFree", .boolean(true)), ("inLanguage", .string(archive.site.language)),
  ]
  if let license = archive.site.license { dataset.append(("license", .string(license))) }
  if let first = days.first, let last = days.last {
    dataset += [
      ("temporalCoverage", .string("\(first)/\(last)")), ("dateModified", .string(last.description)),
    ]
  }
  let downloads = financialDownloads(archive.site)
  if !downloads.isEmpty {
    let distribution = downloads.map { file in
      JSONValue.object([
        ("@type", .string("DataDownload")), ("encodingFormat", .string(file.format.plainType)),
        ("contentUrl", .string(address + file.href)),
      ])
    }
    dataset.append(("distribution", .array(distribution)))
  }
  return structuredData([
    .object(dataset), breadcrumb([("Home", "/"), ("Financial history", path)], archive.site),
  ])
}

/// The JSON-LD element of a page that is one step from the home page.
func pageStructuredData(_ title: String, at address: String, _ site: SiteSettings) -> [UInt8] {
  structuredData([breadcrumb([("Home", "/"), (title, address)], site)])
}

/// A company as it was on a day: with the symbol that a release prints, or else with its own of that day.
private func corporation(
  _ company: Company, on day: Day, ticker: String?, _ context: PageContext
) -> JSONValue {
  let archive = context.archive
  let path = companyPrefix(company.id, archive.site) + "/"
  var members: [(String, JSONValue)] = [
    ("@type", .string("Corporation")), ("@id", .string("\(archive.site.baseURL)\(path)#\(company.id)")),
    ("name", .string(company.name(on: day))), ("url", .string(archive.site.baseURL + path)),
  ]
  if let ticker = ticker ?? company.tickers.value(on: day) {
    members.append(("tickerSymbol", .string(ticker)))
  }
  return .object(members)
}

/// An event as schema.org's Event: where it is held, or the page where it can be heard.
private func eventValue(_ item: EventItem, _ context: PageContext) -> JSONValue {
  let site = context.archive.site
  let release = context.archive.releases[item.release]
  let event = context.event(item)
  let company = context.company(release.company)
  let words = EventWords(event, release, company?.fiscal ?? .calendarYear, now: context.now)
  let address = site.baseURL + releaseAddress(release, site: site) + "#" + eventAnchor(item.event)
  let name = company?.name(on: release.released.day) ?? release.company
  var places = event.webcasts.map { webcast in
    JSONValue.object([("@type", .string("VirtualLocation")), ("url", .string(withScheme(webcast.url)))])
  }
  if let place = event.place {
    places.insert(
      .object([("@type", .string("Place")), ("name", .string(place)), ("address", .string(place))]), at: 0)
  }
  if places.isEmpty {
    places = [.object([("@type", .string("VirtualLocation")), ("url", .string(address))])]
  }
  let mode =
    event.place == nil
    ? "OnlineEventAttendanceMode"
    : event.webcasts.isEmpty && event.dialIn == nil
      ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode"
  var members: [(String, JSONValue)] = [
    ("@type", .string("Event")), ("@id", .string(address)), ("name", .string("\(name): \(words.title)")),
    ("startDate", .string(isoText(event.starts))),
  ]
  if let end = event.ends {
    members.append(("endDate", .string(isoText(end))))
  } else if let end = event.endInstant {
    members.append(("endDate", .string(end.description)))
  }
  members += [
    ("eventStatus", .string("https://schema.org/EventScheduled")),
    ("eventAttendanceMode", .string("https://schema.org/" + mode)),
    ("location", places.count == 1 ? places[0] : .array(places)),
    (
      "organizer",
      company.map { corporation($0, on: release.released.day, ticker: release.ticker, context) }
        ?? .object([("@type", .string("Corporation")), ("name", .string(name))])
    ),
    ("description", .string(release.headline)), ("url", .string(address)),
  ]
  let performers = event.speakers.map { speaker in
    JSONValue.object([("@type", .string("Person")), ("name", .string(speaker.name))])
  }
  if !performers.isEmpty { members.append(("performer", .array(performers))) }
  return .object(members)
}

/// The way to a page, from the first step to the page itself.
private func breadcrumb(_ steps: [(name: String, path: String)], _ site: SiteSettings) -> JSONValue {
  .object([
    ("@type", .string("BreadcrumbList")),
    (
      "itemListElement",
      .array(
        steps.enumerated().map { index, step in
          .object([
            ("@type", .string("ListItem")), ("position", .number(index + 1)), ("name", .string(step.name)),
            ("item", .string(site.baseURL + step.path)),
          ])
        })
    ),
  ])
}

private func structuredData(_ graph: [JSONValue]) -> [UInt8] {
  let document = JSONValue.object([
    ("@context", .string("https://schema.org")), ("@graph", .array(graph)),
  ])
  var sink = ByteSink(capacity: 2_048)
  sink.markup("<script type=\"application/ld+json\">")
  document.write(into: &sink)
  sink.markup("</script>")
  return sink.bytes()
}
