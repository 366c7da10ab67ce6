import CivilTime
import ExactNumbers
import Markup
public import ReleaseModel
import Workbooks

/// Makes the downloads of all of a company's figures, beside its page of financials.
public func writeFinancialDownloads(company: Int, _ context: PageContext, to sink: DownloadSink) {
  let site = context.archive.site
  if site.publishes(.csv) {
    let facts = factsCSV(company: company, context)
    sink.file("datapackage.json", dataPackage(company: company, factBytes: facts.count, context))
    sink.file("facts.csv", facts)
  }
  if site.publishes(.json) { sink.file("facts.json", factsJSON(company: company, context)) }
  if site.publishes(.xlsx) { sink.workbook("financials.xlsx", financialsWorkbook(company: company, context)) }
}

/// The names of the downloads of a company's figures with what they hold, beside its page of financials.
func financialDownloads(_ site: SiteSettings) -> [Download] {
  var downloads: [Download] = []
  if site.publishes(.csv) {
    downloads.append(Download(format: .csv, href: "facts.csv", subject: "every figure of every release"))
  }
  if site.publishes(.xlsx) {
    downloads.append(Download(format: .xlsx, href: "financials.xlsx", subject: "the tables and every figure"))
  }
  if site.publishes(.json) {
    downloads.append(Download(format: .json, href: "facts.json", subject: "every figure of every release"))
  }
  return downloads
}

/// The names of all files beside a page of financials.
public func financialDownloadNames(_ site: SiteSettings) -> [String] {
  financialDownloads(site).map(\.href) + (site.publishes(.csv) ? ["datapackage.json"] : [])
}

/// Appends the links to these downloads as a section of the page.
func writeFinancialDownloadsSection(site: SiteSettings, into sink: inout ByteSink) {
  let downloads = financialDownloads(site)
  guard !downloads.isEmpty else { return }
  sink.markup(
    "<section class=\"spread\" aria-labelledby=\"downloads\">\n<h2 id=\"downloads\">All figures</h2>\n")
  sink.markup(
    "<div class=\"body\">\n<p>Every figure that a release tells, with its period, its exactness and the ")
  sink.markup("release it comes from")
  if site.publishes(.csv) {
    sink.markup(
      "; <a href=\"datapackage.json\" type=\"application/json\">a data package</a> describes the table")
  }
  sink.markup(".</p>\n")
  writeDownloads(downloads, label: "all figures", into: &sink)
  sink.markup("</div>\n</section>\n")
}

/// Every telling of a company's facts as CSV, in the columns of ``factFields``.
func factsCSV(company: Int, _ context: PageContext) -> ByteSink {
  let archive = context.archive
  let id = archive.companies[company].id
  let fiscal = archive.companies[company].fiscal
  let releases = addresses(company, context)
  var sink = ByteSink(capacity: 262_144)
  sink.raw(factFields.map(\.name).joined(separator: ","))
  sink.markup("\r\n")
  forEachFact(company: company, context) { fact in
    sink.raw(id)
    sink.markup(",")
    sink.raw(fact.concept.name)
    sink.markup(",")
    sink.csv(elementName(fact.concept) ?? "")
    sink.markup(",")
    sink.csv(fact.label)
    sink.markup(",")
    sink.raw(fact.unit)
    sink.markup(",")
    sink.raw(fiscal.spelling(of: fact.period))
    sink.markup(",")
    if let start = fact.period.start { sink.raw(start.description) }
    sink.markup(",")
    sink.raw(fact.period.end.description)
    sink.markup(",")
    sink.raw(fact.value.description)
    sink.markup(",")
    sink.decimal(fact.decimals)
    sink.markup(",")
    sink.raw(archive.releases[fact.release].released.day.description)
    sink.markup(",")
    sink.csv(fact.table)
    sink.markup(fact.isCurrent ? ",true" : ",false")
    sink.markup(fact.isRevised ? ",true," : ",false,")
    sink.csv(releases[fact.release] ?? "")
    sink.markup("\r\n")
  }
  return sink
}

/// The same as JSON: what the company is, and a list of facts, one a line.
func factsJSON(company: Int, _ context: PageContext) -> ByteSink {
  let archive = context.archive
  let site = archive.site
  let fiscal = archive.companies[company].fiscal
  let releases = addresses(company, context)
  var sink = ByteSink(capacity: 262_144)
  sink.markup("{\"company\":")
  JSONValue.object([
    ("id", .string(archive.companies[company].id)), ("name", .string(currentName(company, context))),
  ]).write(into: &sink)
  sink.markup(",\"url\":")
  JSONValue.string(site.baseURL + financialsAddress(company: archive.companies[company], site: site))
    .write(into: &sink)
  sink.markup(",\"facts\":[")
  var isFirst = true
  forEachFact(company: company, context) { fact in
    sink.markup(isFirst ? "\n" : ",\n")
    isFirst = false
    JSONValue.object([
      ("concept", .string(fact.concept.name)), ("element", .optional(elementName(fact.concept))),
      ("label", .string(fact.label)), ("unit", .string(fact.unit)),
      ("period", periodJSON(fact.period, fiscal)), ("value", .string(fact.value.description)),
      ("decimals", .number(fact.decimals)),
      ("released", .string(archive.releases[fact.release].released.day.description)),
      ("table", .string(fact.table)), ("current", .boolean(fact.isCurrent)),
      ("revised", .boolean(fact.isRevised)), ("release", .optional(releases[fact.release])),
    ]).write(into: &sink)
  }
  sink.markup("\n]}\n")
  return sink
}

/// The columns of `facts.csv` with their types in Frictionless's Table Schema and what they hold.
let factFields: [(name: String, type: String, about: String)] = [
  ("company", "string", "The company's name in addresses."),
  ("concept", "string", "What is told, named in US-GAAP's style."),
  ("element", "string", "The element of a public taxonomy, where the concept has one."),
  ("label", "string", "The label as the release prints it."),
  ("unit", "string", "A currency (ISO 4217), that and /shares, shares, or pure."),
  ("period", "string", "The period in the company's fiscal year, such as 2003-Q3; a day for balances."),
  ("start", "date", "The period's first day; blank for balances."),
  ("end", "date", "The period's last day."),
  ("value", "number", "The exact amount in full units; a ratio of 12% is 0.12."),
  ("decimals", "integer", "How exactly it is known: XBRL's decimals, -5 for hundred thousands."),
  ("released", "date", "The day of the release that tells it."),
  ("table", "string", "The statement of the release, or figures."),
  (
    "current", "boolean",
    "Whether the archive shows this telling: the last, or an earlier more exact one that agrees with it."
  ),
  ("revised", "boolean", "Whether a later telling differs from the first."),
  ("release", "string", "The address of the release."),
]

/// What `facts.csv` is, as a Tabular Data Package (Frictionless Data, version 1).
func dataPackage(company: Int, factBytes: Int, _ context: PageContext) -> ByteSink {
  let archive = context.archive
  let site = archive.site
  let address = site.baseURL + financialsAddress(company: archive.companies[company], site: site)
  let name = currentName(company, context)
  let newest = context.releasesOf[company].last.map { context.updated(archive.releases[$0]) }
  let fields = factFields.map { field -> JSONValue in
    var members: [(String, JSONValue)] = [
      ("name", .string(field.name)), ("type", .string(field.type)), ("description", .string(field.about)),
    ]
    if field.type == "string" || field.type == "number" || field.type == "integer" {
      members.append(("format", .string("default")))
    }
    if !["element", "start"].contains(field.name) {
      members.append(("constraints", .object([("required", .boolean(true))])))
    }
    return .object(members)
  }
  let resource = JSONValue.object([
    ("name", .string("facts")), ("title", .string("Every figure of every release")),
    ("path", .string("facts.csv")), ("profile", .string("tabular-data-resource")),
    ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
    ("bytes", .number(factBytes)),
    (
      "dialect",
      .object([
        ("delimiter", .string(",")), ("lineTerminator", .string("\r\n")), ("quoteChar", .string("\"")),
        ("doubleQuote", .boolean(true)), ("header", .boolean(true)),
      ])
    ),
    (
      "schema",
      .object([
        ("fields", .array(fields)), ("missingValues", .array([.string("")])),
        (
          "primaryKey",
          .array(["concept", "period", "release", "table"].map(JSONValue.string))
        ),
      ])
    ),
  ])
  var members: [(String, JSONValue)] = [
    ("profile", .string("tabular-data-package")),
    ("name", .string("\(archive.companies[company].id)-financials")),
    ("title", .string("\(name): figures of all releases")),
    ("description", .string("Every figure that the releases of \(name) tell, each with its release.")),
    ("homepage", .string(address)),
  ]
  if let license = site.license {
    members.append(("licenses", .array([.object([("path", .string(license))])])))
  }
  if let newest { members.append(("created", .string(newest.description))) }
  members += [
    ("sources", .array([.object([("title", .string(site.title)), ("path", .string(site.baseURL + "/"))])])),
    ("resources", .array([resource])),
  ]
  var sink = ByteSink(capacity: 4_096)
  JSONValue.object(members).write(into: &sink)
  sink.markup("\n")
  return sink
}

/// The permanent address of each release of a company, by its place in the archive.
private func addresses(_ company: Int, _ context: PageContext) -> [Int: String] {
  let site = context.archive.site
  var addresses: [Int: String] = [:]
  for number in context.releasesOf[company] {
    addresses[number] = site.baseURL + releaseAddress(context.archive.releases[number], site: site)
  }
  return addresses
}

/// The company's name on the day of its newest release.
func currentName(_ company: Int, _ context: PageContext) -> String {
  let archive = context.archive
  guard let newest = context.releasesOf[company].last else { return archive.companies[company].shortName }
  return archive.companies[company].name(on: archive.releases[newest].released.day)
}
