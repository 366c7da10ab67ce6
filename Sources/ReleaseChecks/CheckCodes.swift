public import Diagnostics

/// The codes of all rules.
public let releaseCheckCodes: [DiagnosticCode] = [
  .releaseBeforePeriodEnds
]
