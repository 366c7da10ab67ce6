import Checksums
public import Diagnostics
public import ReleaseChecks
import ReleaseFormat
import ReleaseModel

/// What the archive's checks came to in companies that set none of them aside.
///
/// What is found in a company depends on its own releases and on what all releases are read with, so it is the same
/// where these are.
public struct KnownChecks: Sendable {
  private let companies: [String: CheckedCompany]

  public init(_ companies: [CheckedCompany] = []) {
    self.companies = Dictionary(companies.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The companies whose releases have these states; see ``statesOfCompanies(_:_:)``.
  func companies(in states: [String: UInt64]) -> [String: CheckedCompany] {
    companies.filter { states[$0.key] == $0.value.state }
  }
}

/// A company whose releases set no check aside, with what the archive's checks found in them.
public struct CheckedCompany: Sendable {
  public var id: String
  /// One number for all its releases.
  public var state: UInt64
  /// For each of them in the archive's order how often each check held.
  public var counts: [HeldCounts]
  public var findings: [Diagnostic]

  public init(id: String, state: UInt64, counts: [HeldCounts], findings: [Diagnostic]) {
    self.id = id
    self.state = state
    self.counts = counts
    self.findings = findings
  }
}

/// One number for the releases of each company, by the company's id; none for one with a release whose own state is
/// unknown.
///
/// - Parameter states: of the archive's releases.
func statesOfCompanies(_ archive: ReleaseArchive, _ states: [ReleaseState?]) -> [String: UInt64] {
  var companies: [String: Fingerprint] = [:]
  var unknown: Set<String> = []
  for (release, state) in zip(archive.releases, states) {
    if let state {
      companies[release.company, default: Fingerprint()].add(state.whole)
    } else {
      unknown.insert(release.company)
    }
  }
  return companies.filter { !unknown.contains($0.key) }.mapValues(\.value)
}

/// For each release of the archive the record of its checks, where its company's are known; empty where none are.
func knownRecords(_ archive: ReleaseArchive, _ known: [String: CheckedCompany]) -> [ReleaseRecord?] {
  if known.isEmpty { return [] }
  var next: [String: Int] = [:]
  return archive.releases.map { release in
    guard let company = known[release.company] else { return nil }
    let number = next[release.company, default: 0]
    next[release.company] = number + 1
    return company.counts.indices.contains(number) ? ReleaseRecord(heldCounts: company.counts[number]) : nil
  }
}

/// The companies that the next build need not check where they are as they are now.
///
/// - Parameters:
///   - found: what the report's findings are in the author's files, one for each.
///   - known: those that this build did not check.
func checkedCompanies(
  _ archive: ReleaseArchive, _ report: CheckReport, _ found: [Diagnostic], _ states: [String: UInt64],
  besides known: [String: CheckedCompany]
) -> [CheckedCompany] {
  var settingAside: Set<String> = []
  var counts: [String: [HeldCounts]] = [:]
  for (release, record) in zip(archive.releases, report.releases) where known[release.company] == nil {
    if !record.waived.isEmpty || !record.undecided.isEmpty || !release.waivers.isEmpty {
      settingAside.insert(release.company)
    }
    counts[release.company, default: []].append(record.heldCounts)
  }
  var findings: [String: [Diagnostic]] = [:]
  for (finding, diagnostic) in zip(report.findings, found) {
    findings[archive.releases[finding.subject.release].company, default: []].append(diagnostic)
  }
  let checked = counts.compactMap { id, counts -> CheckedCompany? in
    guard !settingAside.contains(id), let state = states[id] else { return nil }
    return CheckedCompany(id: id, state: state, counts: counts, findings: findings[id] ?? [])
  }
  return (checked + known.values).sorted { $0.id < $1.id }
}
