import CivilTime
import Diagnostics
import ExactNumbers
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

/// Seeded slips in a clean archive: what an oracle can see must be caught, where it is or at its counterpart.
@Suite struct MutationTests {
  @Test func slipsInTheArchiveAreCaught() {
    expectCaught(in: hemaCare.archive, cases: 60, seed: 2003, name: "HemaCare")
  }

  /// Nothing is special to one company: other names, other figures, other years.
  @Test func slipsInAnotherArchiveAreCaught() {
    let other = disguised(hemaCare.archive)
    #expect(checkArchive(other, FactHistory(other)).findings.filter { $0.severity != .note } == [])
    expectCaught(in: other, cases: 20, seed: 7, name: "in disguise")
  }
}

private struct Tally {
  var tried = 0
  var detectable = 0
  var caught = 0
  var atTheFigure = 0
  var missed: [String] = []
}

private func expectCaught(in archive: ReleaseArchive, cases: Int, seed: UInt64, name: String) {
  #expect(BruteForceOracle.brokenRelations(archive) == 0)
  var random = SeededRandom(state: seed)
  var tallies: [Mutation.Kind: Tally] = [:]
  for kind in Mutation.Kind.allCases {
    var tally = Tally()
    for _ in 0..<400 where tally.tried < cases {
      guard let mutation = mutation(kind, of: archive, &random) else { continue }
      tally.tried += 1
      let findings = checkArchive(mutation.archive, FactHistory(mutation.archive)).findings
        .filter { $0.severity != .note }
      guard BruteForceOracle.brokenRelations(mutation.archive) > 0 else { continue }
      tally.detectable += 1
      let (hits, exact) = (findings.filter { $0.names(mutation) }, findings.filter { $0.isAt(mutation) })
      if !hits.isEmpty { tally.caught += 1 } else { tally.missed.append("\(mutation.subjects)") }
      if !exact.isEmpty { tally.atTheFigure += 1 }
    }
    tallies[kind] = tally
  }
  for kind in Mutation.Kind.allCases {
    guard let tally = tallies[kind] else { continue }
    print(
      "\(name): \(kind.rawValue): \(tally.tried) tried, \(tally.detectable) detectable, \(tally.caught) caught, \(tally.atTheFigure) at the figure"
    )
    for missed in tally.missed.prefix(3) { print("  missed at \(missed)") }
  }
  let detectable = tallies.values.reduce(0) { $0 + $1.detectable }
  let caught = tallies.values.reduce(0) { $0 + $1.caught }
  print("\(name): \(caught) of \(detectable) caught")
  #expect(tallies.values.reduce(0) { $0 + $1.tried } >= cases * 8)
  #expect(detectable >= cases * 3)
  #expect(caught * 100 >= detectable * 95)
}

extension Finding {
  /// Whether the finding is at what was changed: the figure, or the column and any of its figures.
  fileprivate func isAt(_ mutation: Mutation) -> Bool { mutation.covers(subject) }

  /// Whether the finding is at what was changed, or names it as one of those that take part.
  fileprivate func names(_ mutation: Mutation) -> Bool {
    isAt(mutation) || related.contains { mutation.covers($0.subject) }
  }
}

extension Mutation {
  fileprivate func covers(_ subject: Subject) -> Bool {
    if subjects.contains(subject) { return true }
    // All headings of a statement stand on one line.
    if case .column(let release, let statement, _) = subject {
      return subjects.contains {
        if case .column(release, statement, _) = $0 { true } else { false }
      }
    }
    guard case .cell(let release, let statement, _, let column) = subject else { return false }
    return subjects.contains(.column(release: release, statement: statement, column: column))
  }
}

/// The same archive of another company: four years later, every amount of money and number of shares doubled.
private func disguised(_ archive: ReleaseArchive) -> ReleaseArchive {
  var other = archive
  let later = { (period: Period) in
    period.start.map { Period(from: $0.fourYearsLater, through: period.end.fourYearsLater) }
      ?? Period(instant: period.end.fourYearsLater)
  }
  for index in other.releases.indices {
    var release = other.releases[index]
    release.headline = release.headline.inDisguise
    release.summary = release.summary?.inDisguise
    release.released = Moment(day: release.released.day.fourYearsLater)
    release.period = release.period.map(later)
    release.events = []
    for table in release.statements.indices {
      release.statements[table].columns = release.statements[table].columns.map(later)
      for row in release.statements[table].rows.indices {
        guard let concept = release.statements[table].rows[row].concept,
          archive.catalog[concept].kind.isScaled
        else { continue }
        release.statements[table].rows[row].cells = release.statements[table].rows[row].cells.map { cell in
          guard case .figure(let amount, let decimals) = cell else { return cell }
          return .figure(amount.doubled, decimals: decimals)
        }
      }
    }
    for figure in release.figures.indices {
      release.figures[figure].period = later(release.figures[figure].period)
      if archive.catalog[release.figures[figure].concept].kind.isScaled {
        release.figures[figure].value = release.figures[figure].value.doubled
      }
    }
    other.releases[index] = release
  }
  return other
}

extension Day {
  fileprivate var fourYearsLater: Day { adding(days: 1461) }
}

extension Amount {
  fileprivate var doubled: Amount { Amount(mantissa: mantissa * 2, scale: Int(scale)) ?? self }
}

extension String {
  fileprivate var inDisguise: String {
    var text = split(separator: "HemaCare", omittingEmptySubsequences: false).joined(separator: "Norvia")
    for year in (2001...2008).reversed() {
      text = text.split(separator: "\(year)", omittingEmptySubsequences: false).joined(
        separator: "\(year + 4)")
    }
    return text
  }
}
