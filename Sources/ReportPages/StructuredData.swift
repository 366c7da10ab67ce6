import CivilTime
import Markup
import ReleaseModel

/// The JSON-LD element of a release's page: schema.org's NewsArticle and the way to it as BreadcrumbList.
func releaseStructuredData(
  _ view: ReleaseView, yearAddress: String, _ context: PageContext
) -> [UInt8] {
  let release = view.release
  let site = context.archive.site
  let address = site.baseURL + view.address
  let publisher = JSONValue.object([
    ("@type", .string("Organization")), ("name", .string(view.company.name(on: release.released.day))),
  ])
  var article: [(String, JSONValue)] = [
    ("@type", .string("NewsArticle")), ("@id", .string(address + "#release")),
    ("headline", .string(release.headline)),
  ]
  if let summary = release.summary { article.append(("description", .string(summary))) }
  article += [
    ("datePublished", .string(isoText(release.released))),
    ("dateModified", .string(isoText(release.released))), ("inLanguage", .string(site.language)),
    ("isAccessibleForFree", .boolean(true)), ("url", .string(address)),
    ("mainEntityOfPage", .string(address)), ("author", publisher), ("publisher", publisher),
  ]
  if let dateline = release.dateline { article.append(("dateline", .string(dateline))) }
  let steps = [
    ("Releases", site.baseURL + "/releases/"), ("\(release.released.day.year)", site.baseURL + yearAddress),
    (shortTitle(release), address),
  ]
  let breadcrumb: [(String, JSONValue)] = [
    ("@type", .string("BreadcrumbList")),
    (
      "itemListElement",
      .array(
        steps.enumerated().map { index, step in
          .object([
            ("@type", .string("ListItem")), ("position", .number(index + 1)), ("name", .string(step.0)),
            ("item", .string(step.1)),
          ])
        })
    ),
  ]
  let document = JSONValue.object([
    ("@context", .string("https://schema.org")), ("@graph", .array([.object(article), .object(breadcrumb)])),
  ])
  var sink = ByteSink(capacity: 2_048)
  sink.markup("<script type=\"application/ld+json\">")
  document.write(into: &sink)
  sink.markup("</script>")
  return sink.bytes()
}

/// A JSON text with its members in the order given.
indirect enum JSONValue {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Appends the value without any space.
  func write(into sink: inout ByteSink) {
    switch self {
    case .string(let text):
      sink.markup("\"")
      sink.json(text)
      sink.markup("\"")
    case .number(let number): sink.decimal(number)
    case .boolean(let flag): sink.raw(flag ? "true" : "false")
    case .array(let values):
      sink.markup("[")
      for (index, value) in values.enumerated() {
        if index > 0 { sink.markup(",") }
        value.write(into: &sink)
      }
      sink.markup("]")
    case .object(let members):
      sink.markup("{")
      for (index, (name, value)) in members.enumerated() {
        if index > 0 { sink.markup(",") }
        sink.markup("\"")
        sink.json(name)
        sink.markup("\":")
        value.write(into: &sink)
      }
      sink.markup("}")
    }
  }
}
