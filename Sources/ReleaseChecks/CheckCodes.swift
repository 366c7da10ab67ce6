public import Diagnostics

/// The codes of all rules.
public let releaseCheckCodes: [DiagnosticCode] =
  archiveCheckCodes + textCheckCodes + [.waiverWithoutReason, .unknownWaiver, .idleWaiver]

/// The codes that ``checkArchive(_:_:)`` decides: they need nothing but the model.
public let archiveCheckCodes: [DiagnosticCode] = [
  // Within a release.
  .negativeFigure,
  .scaleSlip,
  .digitsBelowPrecision,
  .totalDoesNotFoot,
  .incomeDoesNotFollow,
  .sheetDoesNotBalance,
  .earningsPerShareDoNotFollow,
  .dilutionContradicts,
  .fewerDilutedShares,
  .perShareSignDiffers,
  .grossProfitTooLarge,
  .toldTwice,
  .impliedSharesJump,
  .oddDigits,
  .measureDoesNotFollow,
  .labelSaysLoss,
  // Across releases.
  .periodsDoNotAddUp,
  .silentRestatement,
  .idleRestatement,
  .partExceedsWhole,
  .columnContradictsArchive,
  // Texts.
  .leftoverPageMark,
  .unbalancedText,
  .noEmailAddress,
  .stalePeriodInHeadline,
  .incompleteAddress,
  .figureInHeadline,
  .emptyRelease,
  // Dates.
  .releaseBeforePeriodEnds,
  .statementWithoutPeriod,
  .notComparative,
  .mixedOrder,
  .copiedColumn,
  .releaseLongAfterPeriod,
  .callBeforeRelease,
  .callFarFromRelease,
  .replayBeforeCall,
  .copiedRelease,
]

/// The codes that ``checkTexts(_:body:boilerplate:)`` decides, with the narrative at hand.
public let textCheckCodes: [DiagnosticCode] = [
  .pageMarkInBody,
  .measureWithoutReconciliation,
  .outlookWithoutNotice,
]
