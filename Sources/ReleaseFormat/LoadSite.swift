import Diagnostics
import ReleaseModel
import SourceSyntax

/// A file of `content/companies/` and what came of it.
struct LoadedCompany {
  var id: String
  /// `nil` where the file says too little to make a company of it.
  var company: Company?
  var concepts: [DeclaredConcept] = []
  /// The breaks in its figures, still to be read against the catalog.
  var breaks: [Node] = []
  /// Where it says when it expects to publish next.
  var nextRelease: SourceRange?
  /// The file's path.
  var path = ""
  /// Whether all it declares is known.
  var isRead = false
}

/// Reads `content/site.yaml`; `nil` where it is missing or cannot be read.
func loadSite(
  _ files: ContentFiles, _ source: SiteSource, _ zones: ZoneDatabase, _ diagnostics: inout [Diagnostic]
) -> DecodedSite? {
  guard !files.isEmpty else {
    diagnostics.append(
      Diagnostic(
        .noContent, "there is no content/ folder with a site in it", at: nil,
        hints: ["run sitegen in the folder that holds content/, or name it with --site"]))
    return nil
  }
  guard let file = files.site else {
    diagnostics.append(
      Diagnostic(
        .noSiteFile, "the site has no content/site.yaml", at: Place("content/site.yaml"),
        hints: [
          files.misnamed(in: "content/site.").map { "rename \($0)" }
            ?? "create it with a title and a base_url"
        ]))
    return nil
  }
  var findings = Findings(file.path)
  defer { diagnostics += findings.diagnostics }
  guard let node = readYAML(source.read, &findings) else { return nil }
  return decodeSite(node, zones: zones, &findings)
}

/// Reads all files of `content/companies/`, in order of their names.
func loadCompanies(
  _ files: ContentFiles, _ source: SiteSource, _ zones: ZoneDatabase, _ diagnostics: inout [Diagnostic]
) -> [LoadedCompany] {
  files.companies.map { file in
    var company = LoadedCompany(id: stem(of: file.path))
    company.path = file.path
    var findings = Findings(file.path)
    defer { diagnostics += findings.diagnostics }
    if !isAddressName(company.id) {
      findings.report(
        .badCompanyName,
        "a company's file is named by lower-case letters, digits and hyphens, not '\(company.id)'",
        at: nil, hints: ["it becomes part of addresses"])
    }
    guard let node = readYAML(source.read, &findings),
      let decoded = decodeCompany(node, id: company.id, zones: zones, &findings)
    else { return company }
    company.company = decoded.company
    company.concepts = decoded.concepts
    company.breaks = decoded.breaks
    company.nextRelease = decoded.nextRelease
    company.isRead = !findings.hasErrors
    return company
  }
}

/// The site's settings with its default company: the one it names, or the only one there is.
func settings(
  _ site: DecodedSite?, _ companies: [LoadedCompany], _ files: ContentFiles, _ diagnostics: inout [Diagnostic]
) -> SiteSettings {
  var settings = site?.settings ?? SiteSettings(title: "", baseURL: "", company: "")
  if let named = site?.company {
    if companies.contains(where: { $0.id == named.id }) {
      settings.company = named.id
    } else if !companies.isEmpty {
      let path = files.site?.path ?? "content/site.yaml"
      diagnostics.append(
        Diagnostic(
          .unknownCompany, "there is no company '\(named.id)'", at: Place(path, named.range),
          hints: companyHints(named.id, companies.map(\.id), Findings(path))))
    }
  } else if companies.count == 1 {
    settings.company = companies[0].id
  } else if companies.count > 1, let file = files.site, let place = site?.missingCompany {
    diagnostics.append(
      Diagnostic(
        .missingKey, "a site of several companies needs the key 'company'", at: Place(file.path, place),
        hints: [
          "name the default one, whose pages stand at the top: "
            + (companies.first { isAddressName($0.id) }.map { "'\($0.id)' or another" }
              ?? "its file's name without .yaml")
        ]))
  }
  if companies.isEmpty, let file = files.site {
    diagnostics.append(
      Diagnostic(
        .noCompany, "the site has no company", at: Place(file.path, site?.company?.range),
        hints: [
          files.misnamed(in: "content/companies/").map { "rename \($0) to \(stem(of: $0)).yaml" }
            ?? "describe it in content/companies/\(site?.company?.id ?? "name").yaml"
        ]))
  }
  return settings
}
