import Diagnostics
import ParallelWork
public import ReleaseModel

/// Stage 2: holds what the archive says against itself, rule by rule.
///
/// Rules about figures state relations; a release that breaks some gets one finding for each cause, with the
/// rest as notes. What `allow:` sets aside stays in the report as a note.
///
/// What is found in a company's releases depends on the archive's concepts and that company's releases alone.
///
/// - Parameters:
///   - jobs: how many releases are looked at side by side; the report is the same for any number.
///   - known: what checks come to for each release of a company of which it is known, and which sets none aside;
///     what is found in it is not reported again. Empty where nothing is known.
public func checkArchive(
  _ archive: ReleaseArchive, _ history: FactHistory, jobs: Int = 1, besides known: [ReleaseRecord?] = []
) -> CheckReport {
  let whole = CheckedArchive(archive, history)
  var report = CheckReport()
  var findings: [Finding] = []

  // 1. Every release by every rule.
  let strangers = archive.companies.count
  let companies = archive.releases.map { Int32(whole.company(of: $0) ?? strangers) }
  let outcomes = inParallel(
    groups: companies, jobs: jobs, finished: { history.leave(company: Int($0)) },
    work: { index in
      if !known.isEmpty, let record = known[index] { return RuleOutcome(record: record) }
      return applyRules(to: CheckedRelease(index, in: whole))
    })
  var violations: [Relation] = []
  report.releases.reserveCapacity(outcomes.count)
  // Most releases come to the counts of others, and then to one object with theirs.
  var counts: Set<HeldCounts> = []
  for outcome in outcomes {
    violations += outcome.violations
    findings += outcome.findings
    var record = outcome.record
    record.heldCounts = counts.insert(record.heldCounts).memberAfterInsert
    report.releases.append(record)
  }

  // 2. What failed, in the light of what held for the same figures.
  var ledger = Ledger(watching: violations)
  if !violations.isEmpty {
    let watched = Set(violations.lazy.flatMap(\.terms).map { Int($0.telling.company) })
    for (index, release) in archive.releases.enumerated() {
      // Relations join figures of one company only.
      guard whole.company(of: release).map(watched.contains) ?? true else { continue }
      let checked = CheckedRelease(index, in: whole)
      for rule in relationRules { rule(checked, &ledger) }
    }
  }

  // 3. What the author set aside is told apart before causes are looked for.
  var used: [Int: Set<String>] = [:]
  let waived = violations.filter { isWaived($0.kind.code.id, in: $0.owner, archive) }
  if !waived.isEmpty {
    violations.removeAll { isWaived($0.kind.code.id, in: $0.owner, archive) }
    for violation in waived { used[violation.owner, default: []].insert(violation.kind.code.id) }
  }
  absorb(&violations, into: &findings, archive)
  let words = RelationWords(archive)
  findings += columnCulprits(&violations, words)
  findings += scaleCulprits(&violations, words)
  findings += culprits(of: violations, ledger.holding, words)
  let setAside = culprits(of: waived, ledger.holding, words)

  // 4. The report, release by release.
  settle(findings, setAside, used, archive, &report)
  return report
}

/// What the rules say of one release by itself.
private struct RuleOutcome: Sendable {
  var findings: [Finding] = []
  var violations: [Relation] = []
  var record: ReleaseRecord
}

private func applyRules(to release: CheckedRelease) -> RuleOutcome {
  var ledger = Ledger()
  var findings: [Finding] = []
  for (number, rule) in rules {
    guard let found = rule(release) else { continue }
    if found.isEmpty { ledger.count(number) } else { findings += found }
  }
  for rule in relationRules { rule(release, &ledger) }
  return RuleOutcome(findings: findings, violations: ledger.violations, record: ledger.record)
}

/// Looks at one release and reports; `nil` when there is nothing for it to look at.
typealias Rule = @Sendable (_ checked: CheckedRelease) -> [Finding]?

/// States the relations that must hold for what one release tells; one that is seen to hold without being
/// worked out is only counted.
typealias RelationRule = @Sendable (_ checked: CheckedRelease, _ ledger: inout Ledger) -> Void

/// The rules that report by themselves, in the order in which they do, each with the place in
/// ``archiveCheckCodes`` of the code it counts under.
private let rules: [(number: Int, rule: Rule)] = codedRules.map { coded in
  (archiveCheckCodes.firstIndex(of: coded.code) ?? 0, coded.rule)
}

private let codedRules: [(code: DiagnosticCode, rule: Rule)] = [
  (.idleRestatement, checkRestatements),
  (.labelSaysLoss, checkLossLabels),
  (.leftoverPageMark, checkPageMarks),
  (.unbalancedText, checkBalancedText),
  (.noEmailAddress, checkEmailAddresses),
  (.incompleteAddress, checkWebAddresses),
  (.stalePeriodInHeadline, checkHeadlinePeriod),
  (.figureInHeadline, checkFiguresInHeadline),
  (.emptyRelease, checkEmptyRelease),
  (.releaseBeforePeriodEnds, checkReleaseFollowsPeriod),
  (.notComparative, checkStatementPeriods),
  (.mixedOrder, checkColumnOrder),
  (.copiedColumn, checkCopiedColumns),
  (.callFarFromRelease, checkEventTimes),
  (.copiedRelease, checkCopiedRelease),
]

/// The rules that relate figures.
let relationRules: [RelationRule] = [
  relateSingleFigures,
  relateRoundness,
  relateSizes,
  relateTotals,
  relateIdentities,
  relatePerShareFigures,
  relateImpliedShares,
  relateMeasures,
  relatePeriods,
  relateRetellings,
]
