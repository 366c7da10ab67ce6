import Diagnostics
import ReleaseModel

/// Keeps the outcomes of relations.
struct Ledger {
  private(set) var violations: [Relation] = []
  /// How many relations that bind a figure's value hold for it; of watched figures only.
  private(set) var holding: [Subject: Int] = [:]
  private var watched: Set<Subject> = []
  private var held = HeldCounts()
  private var undecided: [ReleaseRecord.Undecided] = []

  /// Counts a rule that held and states no relation.
  ///
  /// - Parameter rule: the code's place in ``archiveCheckCodes``.
  mutating func count(_ rule: Int) { held.add(rule) }

  /// Counts a relation that is seen to hold.
  mutating func count(_ kind: Relation.Kind) { held.add(kind.position) }

  mutating func test(_ relation: Relation) {
    switch relation.outcome {
    case .holds: count(relation.kind)
    case .fails: violations.append(relation)
    case .undecided:
      undecided.append(.init(code: relation.kind.code, subject: relation.terms[0].telling.subject))
    }
  }

  /// What was counted.
  var record: ReleaseRecord { ReleaseRecord(counts: held, undecided: undecided) }

  /// Attends to the figures of failed relations from now on.
  mutating func watch(_ relations: [Relation]) {
    for relation in relations { watched.formUnion(relation.terms.lazy.map(\.telling.subject)) }
  }

  /// Counts a relation for the watched figures that take part in it.
  mutating func observe(_ relation: Relation) {
    guard relation.bindsValues else { return }
    let subjects = relation.terms.map(\.telling.subject).filter(watched.contains)
    guard !subjects.isEmpty, case .holds = relation.outcome else { return }
    for subject in subjects { holding[subject, default: 0] += 1 }
  }
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
