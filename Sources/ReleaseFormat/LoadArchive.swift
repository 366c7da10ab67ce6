import CivilTime
import Diagnostics
import ParallelWork
import ReleaseModel
import SourceSyntax

/// Stage 1: reads the structured part of `content/`.
///
/// Everything wrong is in the result's diagnostics; what could not be read is left out of the model.
///
/// - Parameters:
///   - jobs: how many folders of releases are read at once.
///   - read: releases that need not be read again.
public func loadArchive(
  _ source: SiteSource, jobs: Int = 1, besides read: KnownReleases = .none
) -> LoadedArchive {
  var diagnostics: [Diagnostic] = []
  let files = ContentFiles(source.files)
  let zones = ZoneDatabase(source: source.zone)

  // 1. The site, its companies and, from both, the concepts.
  let site = loadSite(files, source, zones, &diagnostics)
  var companies = loadCompanies(files, source, zones, &diagnostics)
  var catalog = ConceptCatalog(builtInConcepts)
  var places: [String: Place] = [:]
  addConcepts(site?.concepts ?? [], to: &catalog, places: &places, &diagnostics)
  for company in companies {
    addConcepts(company.concepts, to: &catalog, places: &places, &diagnostics)
  }
  let known = KnownConcepts(
    catalog: catalog, isComplete: site != nil && companies.allSatisfy(\.isRead))
  for index in companies.indices {
    guard let fiscal = companies[index].company?.fiscal else { continue }
    var findings = Findings(companies[index].path)
    let breaks = decodeBreaks(companies[index].breaks, fiscal, known, &findings)
    companies[index].company?.breaks = breaks
    diagnostics += findings.diagnostics
  }
  let settings = settings(site, companies, files, &diagnostics)

  // 2. The texts that stand by themselves.
  let boilerplate = files.boilerplate.compactMap { file in
    readText(file.path, source.read, &diagnostics).flatMap { decodeTextBlock($0, &diagnostics) }
  }
  let pages = files.pages.compactMap { file in
    readText(file.path, source.read, &diagnostics)
      .flatMap {
        decodePage($0, companies: Set(companies.map(\.id)).subtracting([settings.company]), &diagnostics)
      }
  }

  // 3. The releases, each by itself.
  let context = ReleaseContext(
    concepts: known,
    companies: Dictionary(companies.map { ($0.id, $0.company) }) { first, _ in first },
    defaultCompany: settings.company.isEmpty ? nil : settings.company,
    boilerplate: Set(files.boilerplate.map { stem(of: $0.path) }),
    topics: site.flatMap { $0.settings.topics.isEmpty ? nil : Set($0.settings.topics.map(\.name)) },
    zones: zones, read: source.read, beginning: source.beginning)
  var releases: [(release: Release, state: ReleaseState?)] = []
  var oldVersions: [OldVersion] = []
  var sources = SourceMap(files.releases, context)
  if let file = files.site { sources.site.path = file.path }
  sources.site.navigation = site?.navigationPaths ?? []
  sources.site.withdrawn = site?.withdrawnPaths ?? [:]
  for company in companies {
    sources.nextReleases[company.id] = company.nextRelease.map { Place(company.path, $0) }
  }
  releases.reserveCapacity(files.releases.count)
  let common = CommonParts()
  let contextState = stateOfContext(files)
  let folders = inParallel(files.releases.count, jobs: jobs) { number in
    let folder = files.releases[number]
    let state = contextState.flatMap { folder.state(with: $0) }
    if let state, let parts = read.find(state.whole), parts.folder == folder.name {
      return ReadFolder(state: state, release: Release(parts))
    }
    let loaded = loadRelease(folder, context)
    return ReadFolder(
      state: state, release: loaded.release.map(common.release), versions: loaded.versions,
      diagnostics: loaded.diagnostics)
  }
  var whole: [ReadRelease] = []
  whole.reserveCapacity(folders.count)
  for folder in folders {
    diagnostics += folder.diagnostics
    oldVersions += folder.versions
    guard let release = folder.release else { continue }
    releases.append((release, folder.state))
    // What is found in a folder has places in its files, and is found anew.
    guard let state = folder.state, folder.diagnostics.isEmpty, folder.versions.isEmpty else { continue }
    whole.append(ReadRelease(state: state.whole, release: release))
  }
  releases.sort { isEarlier($0.release, $1.release) }
  let ordered = releases.map { $0.release }
  reportSharedAddresses(ordered, defaultCompany: settings.company, &diagnostics)

  // 4. What nothing reads.
  // That one has another name than it should is said where it is missed.
  let missed = [
    files.site == nil ? files.misnamed(in: "content/site.") : nil,
    companies.isEmpty ? files.misnamed(in: "content/companies/") : nil,
  ]
  diagnostics += files.strays.filter { !missed.contains($0.path) }.map { file in
    Diagnostic(
      .unreadFile, "nothing reads the file '\(file.path)'", at: Place(file.path), severity: .warning,
      hints: [
        file.path.split(separator: "/").last.flatMap { lockFileHint(String($0)) }
          ?? files.misnamed(file).map { "did you mean '\($0)'?" }
          ?? "move it out of content/, or beside the release that names it"
      ])
  }
  var archive = ReleaseArchive(
    site: settings, catalog: catalog, companies: companies.compactMap(\.company), releases: ordered)
  archive.oldVersions = oldVersions
  archive.settleCurrencies()
  var loaded = LoadedArchive(
    archive: archive,
    boilerplate: Dictionary(boilerplate.map { (stem(of: $0.path), $0) }) { first, _ in first },
    pages: withoutSharedAddresses(pages, &diagnostics), sources: sources,
    diagnostics: diagnostics.sorted())
  loaded.states = releases.map { $0.state }
  loaded.read = whole
  loaded.conceptFiles = Set(companies.filter { !$0.concepts.isEmpty }.map(\.path))
  return loaded
}

/// What a folder of releases came to.
private struct ReadFolder: Sendable {
  var state: ReleaseState?
  var release: Release?
  var versions: [OldVersion] = []
  var diagnostics: [Diagnostic] = []
}

/// By day, then by time, a day alone first, then by the folder's bytes.
private func isEarlier(_ a: Release, _ b: Release) -> Bool {
  if a.released.day != b.released.day { return a.released.day < b.released.day }
  let (aTime, bTime) = (a.released.time?.instant.seconds ?? .min, b.released.time?.instant.seconds ?? .min)
  if aTime != bTime { return aTime < bTime }
  return a.folder.utf8.lexicographicallyPrecedes(b.folder.utf8)
}

/// Reports releases that would be published at one address: the same slug, year and company.
private func reportSharedAddresses(
  _ releases: [Release], defaultCompany: String, _ diagnostics: inout [Diagnostic]
) {
  var first: [ReleaseAddress: Release] = [:]
  first.reserveCapacity(releases.count)
  for release in releases where !release.isDraft {
    let place = { (release: Release) in
      Place("content/releases/\(release.folder)/release.yaml")
    }
    let (company, year) = (release.company, release.released.day.year)
    let key = ReleaseAddress(company: company, year: year, slug: release.slug)
    guard let other = first.updateValue(release, forKey: key) else { continue }
    first[key] = other
    let prefix = company == defaultCompany ? "" : "/\(company)"
    diagnostics.append(
      Diagnostic(
        .duplicateAddress,
        "'\(other.folder)' and '\(release.folder)' have the same address "
          + "'\(prefix)/releases/\(year)/\(release.slug)/'",
        at: place(release), related: [.init(place: place(other), message: "the other release")],
        hints: ["rename the folder of the one that is not published yet"]))
  }
}

/// What the address of a release is made of.
private struct ReleaseAddress: Hashable {
  var company: String
  var year: Int
  var slug: Substring
}
