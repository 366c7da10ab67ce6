import CivilTime
import Markup
import ReleaseModel

/// The figures of a release as schema.org's Dataset with its files; `nil` where it offers none.
func releaseDataset(_ view: ReleaseView, _ context: PageContext) -> JSONValue? {
  let site = context.archive.site
  let release = view.release
  let names = downloadNames(of: release, site)
  guard !release.statements.isEmpty || !release.figures.isEmpty, !names.isEmpty else { return nil }
  let address = site.baseURL + view.address
  let titles = release.statements.map { $0.title }.joined(separator: ", ")
  return dataset(
    id: address + "#data", name: "\(release.headline): figures",
    description: """
      The figures of this release of \(view.company.name(on: release.released.day)) in tables that programs and \
      spreadsheets read\(titles.isEmpty ? "" : ": \(titles)").
      """,
    url: address, creator: view.company.name(on: release.released.day),
    coverage: release.period.map(isoInterval), modified: isoText(release.updated),
    license: site.license, files: names.map { (formatOf($0), address + $0) })
}

private func dataset(
  id: String, name: String, description: String, url: String, creator: String, coverage: String?,
  modified: String, license: String?, files: [(format: PublishedFormat, address: String)]
) -> JSONValue {
  var members: [(String, JSONValue)] = [
    ("@type", .string("Dataset")), ("@id", .string(id)), ("name", .string(name)),
    ("description", .string(description)), ("url", .string(url)), ("dateModified", .string(modified)),
    ("isAccessibleForFree", .boolean(true)),
    ("creator", .object([("@type", .string("Organization")), ("name", .string(creator))])),
  ]
  if let license { members.append(("license", .string(license))) }
  if let coverage { members.append(("temporalCoverage", .string(coverage))) }
  members.append(
    (
      "distribution",
      .array(
        files.map { file in
          .object([
            ("@type", .string("DataDownload")), ("encodingFormat", .string(file.format.plainType)),
            ("contentUrl", .string(file.address)),
          ])
        })
    ))
  return .object(members)
}

private func formatOf(_ name: String) -> PublishedFormat {
  name.hasSuffix(".csv") ? .csv : name.hasSuffix(".xlsx") ? .xlsx : .json
}

/// A period as ISO 8601's interval, or its day.
private func isoInterval(_ period: Period) -> String {
  period.start.map { "\($0)/\(period.end)" } ?? period.end.description
}
