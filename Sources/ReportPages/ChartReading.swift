public import Diagnostics
public import ReleaseModel
public import SourceSyntax

/// How charts in texts reach what is not in the text.
public struct ChartReading: Sendable {
  /// Reads a mapping with `preset` on a page of a company; `nil` where an error leaves nothing to draw.
  public var preset:
    @Sendable (_ node: Node, _ path: String, _ company: String, _ diagnostics: inout [Diagnostic]) ->
      ChartRequest?
  /// The bytes of a file of `content/`, by its path.
  public var file: @Sendable (_ path: String) -> [UInt8]?
  /// The charts of a release as its `release.yaml` writes them out, in their order; none where all are presets.
  public var written: @Sendable (_ release: Release) -> [Node]

  public init(
    preset: @escaping @Sendable (Node, String, String, inout [Diagnostic]) -> ChartRequest? = {
      _, _, _, _ in nil
    },
    file: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
    written: @escaping @Sendable (Release) -> [Node] = { _ in [] }
  ) {
    self.preset = preset
    self.file = file
    self.written = written
  }
}
