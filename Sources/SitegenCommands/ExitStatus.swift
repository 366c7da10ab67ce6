import Diagnostics
import SiteFiles

/// The codes of files and folders of a site that the system does not let anybody read.
private let unreadableCodes: Set = ["F003", "P106", "T001"]

/// What the process ends with (`sysexits.h` beyond 1).
enum ExitStatus: Int32 {
  case success = 0
  /// Errors in the content.
  case contentErrors = 1
  case inputMissing = 66
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Interrupted before anything was published.
  case stopped = 130

  /// The status for the findings of a run; strictly, a warning is an error.
  init(_ diagnostics: [Diagnostic], _ failure: FileFailure?, isStrict: Bool) {
    switch failure?.kind {
    case .inputMissing: self = .inputMissing
    case .bug: self = .bug
    case .cannotCreate: self = .cannotCreate
    case .inputOutput: self = .inputOutput
    case .contents: self = .contentErrors
    case .stopped: self = .stopped
    case nil where diagnostics.contains { $0.severity == .error && unreadableCodes.contains($0.code.id) }:
      self = .inputOutput
    case nil:
      let stops = diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
      self = stops ? .contentErrors : .success
    }
  }
}
