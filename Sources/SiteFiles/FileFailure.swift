public import Diagnostics
import Glibc

/// Why a site could not be read or published: a finding about the disk, not about the author's words.
public struct FileFailure: Error, Hashable, Sendable {
  public var diagnostic: Diagnostic
  public var kind: Kind

  /// What failed.
  public enum Kind: Hashable, Sendable {
    /// A trap avoided: sitegen itself asked for something impossible.
    case bug
    /// No site to read.
    case inputMissing
    /// The output cannot be made: its folder is unsuitable, occupied or in use.
    case cannotCreate
    /// The disk failed while it was read or written.
    case inputOutput
    /// What was read is not what it should be.
    case contents
    /// Somebody told the build to stop.
    case stopped
  }

  init(_ kind: Kind, _ code: DiagnosticCode, _ message: String, notes: [String] = [], hints: [String] = []) {
    self.kind = kind
    diagnostic = Diagnostic(code, message, at: nil, notes: notes, hints: hints)
  }

  /// A system call that failed while the output was written, with the reason `errno` gives.
  static func cannotWrite(_ what: String, error: Int32 = errno) -> FileFailure {
    let kind: Kind =
      switch error {
      case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG: .cannotCreate
      default: .inputOutput
      }
    return FileFailure(kind, .cannotWrite, "cannot write '\(what)': \(systemReason(error))")
  }

  /// A file of the source that cannot be copied.
  static func cannotRead(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(.inputOutput, .unreadable, "cannot read '\(path)': \(reason)")
  }

  /// A workbook that the library could not write.
  static func cannotMake(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(.inputOutput, .cannotWrite, "cannot write '\(path)': \(reason)")
  }

  /// What stopped a publication after the first of its files had taken its place.
  var halfway: FileFailure {
    FileFailure(
      .inputOutput, .interrupted, "publishing stopped halfway: \(diagnostic.message)",
      hints: ["build again to finish"])
  }
}

/// The system's words for an `errno`.
func systemReason(_ error: Int32) -> String {
  switch error {
  case ENOSPC: "the disk is full"
  case EDQUOT: "the disk quota is used up"
  case EROFS: "the file system is read-only"
  case EACCES, EPERM: "permission denied"
  default: String(cString: strerror(error))
  }
}
