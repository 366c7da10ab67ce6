import Glibc
import Markup
public import SiteBuilding
import Synchronization
import Workbooks

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
      copy: { source, path in self.copied.withLock { $0[path] = source } },
      workbook: { path, workbook in
        let bytes = Self.bytes(of: workbook)
        self.written.withLock { $0[path] = bytes }
        return bytes.count
      })
  }

  /// The workbook's file; empty where the machine has no place for it, which fails every comparison.
  private static func bytes(of workbook: Workbook) -> [UInt8] {
    var template = Array("/tmp/sitegen-test-XXXXXX".utf8CString)
    guard
      let folder = template.withUnsafeMutableBufferPointer({ buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }
      })
    else { return [] }
    defer { rmdir(folder) }
    return (try? workbookBytes(workbook, temporaryFolder: String(cString: folder)).get()) ?? []
  }

  /// Path below the output folder and content.
  public var files: [String: [UInt8]] { written.withLock { $0 } }
  /// Path below the output folder and the source it is copied from.
  public var copies: [String: String] { copied.withLock { $0 } }
}
