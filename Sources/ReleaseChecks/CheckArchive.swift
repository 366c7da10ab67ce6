public import Diagnostics
public import ReleaseModel

/// Stage 2: checks what the archive says against itself.
public func checkArchive(_ archive: ReleaseArchive) -> [Diagnostic] {
  []
}
