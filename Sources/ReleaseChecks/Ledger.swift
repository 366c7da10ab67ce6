import Diagnostics
import ReleaseModel

/// Takes in the relations that rules state, and keeps what they come to.
struct Ledger {
  /// What failed, in the order in which it was stated.
  private(set) var violations: [Relation] = []
  /// How many relations that bind a figure's value hold for it; of watched figures only.
  private(set) var holding: [Subject: Int] = [:]
  /// The figures of one release for which such a relation holds.
  private(set) var confirmed: Set<Subject> = []
  private let purpose: Purpose
  private var watched: Set<Subject> = []
  private var held = HeldTally()
  private var undecided: [ReleaseRecord.Undecided] = []

  private enum Purpose {
    /// Counts what holds and keeps what fails.
    case judging
    /// Counts what holds for the watched figures.
    case watching
    /// Keeps the figures of a release that something holds for.
    case confirming(release: Int32)
  }

  /// A ledger that counts what holds and keeps what fails.
  init() { purpose = .judging }

  /// A ledger that counts what holds for the figures of failed relations.
  init(watching relations: [Relation]) {
    purpose = .watching
    for relation in relations { watched.formUnion(relation.terms.lazy.map(\.telling.subject)) }
  }

  /// A ledger that keeps the figures of a release that something confirms.
  init(confirming release: Int) { purpose = .confirming(release: Int32(release)) }

  /// Counts a rule that held and states no relation.
  ///
  /// - Parameter rule: the code's place in ``archiveCheckCodes``.
  mutating func count(_ rule: Int) {
    if case .judging = purpose { held.add(rule) }
  }

  /// Counts a relation that is seen to hold.
  mutating func count(_ kind: Relation.Kind) { count(kind.position) }

  /// Takes in a relation of a few figures.
  mutating func test<let count: Int>(_ kind: Relation.Kind, _ terms: InlineArray<count, Relation.Term>) {
    test(kind, terms.span)
  }

  /// Takes in a relation of any number of figures.
  mutating func test(_ kind: Relation.Kind, all terms: [Relation.Term]) { test(kind, terms.span) }

  private mutating func test(_ kind: Relation.Kind, _ terms: Span<Relation.Term>) {
    switch purpose {
    case .judging:
      switch kind.outcome(of: terms) {
      case .holds: held.add(kind.position)
      case .fails: violations.append(Relation(kind: kind, terms: terms.indices.map { terms[$0] }))
      case .undecided: undecided.append(.init(code: kind.code, subject: terms[0].telling.subject))
      }
    case .watching:
      guard kind.bindsValues else { return }
      let subjects = terms.indices.map { terms[$0].telling.subject }.filter(watched.contains)
      guard !subjects.isEmpty, kind.outcome(of: terms) == .holds else { return }
      for subject in subjects { holding[subject, default: 0] += 1 }
    case .confirming(let release):
      guard kind.bindsValues, kind.outcome(of: terms) == .holds else { return }
      for index in terms.indices where terms[index].telling.release == release {
        confirmed.insert(terms[index].telling.subject)
      }
    }
  }

  /// What was counted.
  var record: ReleaseRecord { ReleaseRecord(counts: HeldCounts(held.counts), undecided: undecided) }
}

extension Relation.Kind {
  /// The place of its code in ``archiveCheckCodes``.
  var position: Int { kindPositions[Int(rawValue)] }

  /// The code its findings carry.
  var code: DiagnosticCode {
    switch self {
    case .notNegative: .negativeFigure
    case .size: .scaleSlip
    case .precision: .digitsBelowPrecision
    case .footing: .totalDoesNotFoot
    case .incomeLessTax: .incomeDoesNotFollow
    case .balance: .sheetDoesNotBalance
    case .earningsPerShare: .earningsPerShareDoNotFollow
    case .lossUndiluted, .dilutedEarnings: .dilutionContradicts
    case .dilutedShares: .fewerDilutedShares
    case .perShareSign: .perShareSignDiffers
    case .grossProfitWithin: .grossProfitTooLarge
    case .toldTwice: .toldTwice
    case .impliedShares: .impliedSharesJump
    case .roundness: .oddDigits
    case .periodsAddUp: .periodsDoNotAddUp
    case .retold: .silentRestatement
    case .partWithinWhole: .partExceedsWhole
    case .measureDifference, .measureQuotient: .measureDoesNotFollow
    }
  }

  /// How grave a broken relation is: what may have an honest reason is a warning.
  var severity: Diagnostic.Severity {
    self == .impliedShares || self == .roundness ? .warning : .error
  }
}

private let kindPositions: [Int] = Relation.Kind.allCases.map { kind in
  archiveCheckCodes.firstIndex(of: kind.code) ?? 0
}
