public import Diagnostics
public import SourceSyntax

/// Reads a file's text; what cannot be read or is no text is a finding.
///
/// - Parameter read: gives the file's bytes, as ``SiteSource/read`` does.
public func readText(
  _ path: String, _ read: (String) -> Result<[UInt8], SiteSource.ReadFailure>,
  _ diagnostics: inout [Diagnostic]
) -> SourceText? {
  switch read(path) {
  case .success(let bytes): return decodeSource(path: path, bytes: bytes, diagnostics: &diagnostics)
  case .failure(let failure):
    diagnostics.append(
      Diagnostic(.unreadableFile, "the file cannot be read: \(failure.reason)", at: Place(path)))
    return nil
  }
}
