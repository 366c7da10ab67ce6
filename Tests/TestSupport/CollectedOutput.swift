import Markup
public import SiteBuilding
import Synchronization

/// Takes a build's files into memory.
public final class CollectedOutput: Sendable {
  private let written = Mutex<[String: [UInt8]]>([:])
  private let copied = Mutex<[String: String]>([:])

  public init() {}

  public var output: SiteOutput {
    SiteOutput(
      write: { path, sink in
        let bytes = sink.bytes()
        self.written.withLock { $0[path] = bytes }
      },
      copy: { source, path in self.copied.withLock { $0[path] = source } })
  }

  /// Path below the output folder and content.
  public var files: [String: [UInt8]] { written.withLock { $0 } }
  /// Path below the output folder and the source it is copied from.
  public var copies: [String: String] { copied.withLock { $0 } }
}
