import Diagnostics
import ReleaseFormat
import ReleaseModel
import ReportPages

/// The folders of releases that were loaded with errors.
///
/// A figure that nobody tells, or a page that nobody has, is most likely theirs; their own errors are the
/// first causes, and what follows from them is not reported.
func foldersWithErrors(_ diagnostics: [Diagnostic]) -> Set<String> {
  let releases = "content/releases/"
  return Set(
    diagnostics.lazy.filter { $0.severity == .error }.compactMap { $0.place?.path }
      .filter { $0.hasPrefix(releases) }
      .compactMap { $0.dropFirst(releases.count).split(separator: "/").first.map(String.init) })
}

/// Findings of the checks without those that follow from what could not be read: which columns a statement has is not
/// known while one of its headings means nothing, nor what figures a release tells while anything of it is wrong.
func withoutFollowUps(_ findings: [Diagnostic], of loading: [Diagnostic]) -> [Diagnostic] {
  guard loading.hasErrors,
    findings.contains(where: { columnCodes.contains($0.code.id) || figureCodes.contains($0.code.id) })
  else { return findings }
  let errors = loading.filter { $0.severity == .error }
  let folders = foldersWithErrors(errors)
  let unreadHeadings = Set(
    errors.lazy.filter { $0.place?.range?.start.line == 1 || $0.code.id == "F069" }.compactMap {
      $0.place?.path
    })
  return findings.filter { finding in
    let isOfColumns = columnCodes.contains(finding.code.id)
    guard isOfColumns || figureCodes.contains(finding.code.id), let path = finding.place?.path else {
      return true
    }
    if isOfColumns, path.hasSuffix(".csv") { return !unreadHeadings.contains(path) }
    return !folders.contains { path.hasPrefix("content/releases/\($0)/") }
  }
}

/// Drops findings about blocks that are not there (L107) where the release they would be of, or the site, was not read
/// whole: the blocks may well be there.
func dropFollowUpsOfBlocks(_ diagnostics: inout [Diagnostic], of loading: [Diagnostic]) {
  guard loading.hasErrors, diagnostics.contains(where: { $0.code.id == "L107" }) else { return }
  let folders = foldersWithErrors(loading)
  let isSiteWhole = !loading.contains { finding in
    finding.severity == .error
      && (finding.place?.path).map { $0 == "content/site.yaml" || $0.hasPrefix("content/companies/") } ?? true
  }
  diagnostics.removeAll { finding in
    guard finding.code.id == "L107", let path = finding.place?.path else { return false }
    return !isSiteWhole || folders.contains { path.hasPrefix("content/releases/\($0)/") }
      || folders.contains { finding.message.contains("'\($0)'") }
  }
}

/// The checks of which columns stand side by side.
private let columnCodes: Set = ["V602", "V603", "V604"]

/// The checks of what `release.yaml` says of figures: what is declared restated, and what its texts name.
private let figureCodes: Set = ["V303", "V509"]

/// The addresses of hand-written pages that did not load: `/about/`.
func presumedAddresses(ofPagesIn diagnostics: [Diagnostic]) -> [String] {
  let pages = "content/pages/"
  return diagnostics.lazy.filter { $0.severity == .error }.compactMap { $0.place?.path }
    .filter { $0.hasPrefix(pages) && $0.hasSuffix(".md") }
    .map { "/\($0.dropFirst(pages.count).dropLast(".md".count))/" }
}

/// The companies whose files are there and could not be read.
func unreadCompanies(_ diagnostics: [Diagnostic], _ archive: ReleaseArchive) -> Set<String> {
  let companies = "content/companies/"
  let names = diagnostics.lazy.filter { $0.severity == .error }.compactMap { $0.place?.path }
    .filter { $0.hasPrefix(companies) && $0.hasSuffix(".yaml") }
    .map { String($0.dropFirst(companies.count).dropLast(".yaml".count)) }
  return Set(names).subtracting(archive.companies.map(\.id))
}

/// The addresses that releases which did not load would have: `/releases/2003/third-quarter-results/`.
func presumedAddresses(_ folders: Set<String>, _ archive: ReleaseArchive) -> [String] {
  let loaded = Set(archive.releases.map { $0.folder })
  return folders.subtracting(loaded).flatMap { possibleAddresses(of: $0, archive) }
}

/// Where a release is, by its folder, whichever company's it is; nothing for a folder of another name.
func possibleAddresses(of folder: String, _ archive: ReleaseArchive) -> [String] {
  guard folder.utf8.count > 11 else { return [] }
  let path = "/releases/\(folder.prefix(4))/\(folder.dropFirst(11))/"
  return [path] + archive.companies.map { "/\($0.id)\(path)" }
}
