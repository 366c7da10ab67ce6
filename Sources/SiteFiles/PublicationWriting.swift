import Checksums
import Glibc
import Markup
import Synchronization

// How the files of a publication come into its staging folder.
extension Publication {
  /// Stages a file, unless the output folder holds its bytes already.
  func write(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    do {
      guard try claim(path) else { return }
      let stamp = output.stamp(of: path, holding: bytes)
      if stamp == nil { try stage(path, bytes) }
      let full = progress.withLock {
        if let stamp { $0.compared[path] = stamp } else { $0.staged.append(path) }
        return $0.undigested.add(path, bytes)
      }
      if let full { addEntries(of: full) }
    } catch {
      fail(error)
    }
  }

  /// Notes for the manifest files that were waiting for their digests.
  private func addEntries(of files: UndigestedFiles) {
    let entries = files.entries()
    progress.withLock { $0.entries += entries }
  }

  /// Notes the last of them.
  func addLastEntries() { addEntries(of: progress.withLock { $0.undigested.take() }) }

  /// Writes a file that is as long as the site has files, a piece at a time.
  ///
  /// - Parameter digesting: takes each piece as well.
  private func writeList(
    _ path: String, _ digesting: inout SHA256Digesting?,
    _ body: (inout ByteSink, _ settled: (inout ByteSink) -> Void) -> Void
  ) {
    do throws(FileFailure) {
      guard try claim(path) else { return }
      let file = try create(path)
      var isWritten = true
      func take(_ sink: inout ByteSink) {
        sink.withBytes {
          digesting?.add($0)
          if isWritten { isWritten = file.write($0) }
        }
        sink.truncate(to: 0)
      }
      var sink = ByteSink(capacity: 1 << 17)
      body(&sink) { if $0.count >= 1 << 16 { take(&$0) } }
      take(&sink)
      guard isWritten, !options.isDurable || fsync(file.number) == 0 else {
        throw FileFailure.cannotWrite(path)
      }
      let stamp = output.stamp(of: path, likeFileIn: staging.folder.number)
      if stamp != nil, unlinkat(staging.folder.number, path, 0) != 0 { throw FileFailure.cannotWrite(path) }
      progress.withLock { if let stamp { $0.compared[path] = stamp } else { $0.staged.append(path) } }
    } catch {
      fail(error)
    }
  }

  /// Takes files for the new site as they lie in the output folder, all of them or none.
  ///
  /// - Parameter altered: files there that are not as the last build left them.
  func keep(_ paths: [String], besides altered: Set<String>) -> Bool {
    var places: [Int] = []
    for path in paths {
      guard !altered.contains(path), let place = output.written.place(of: path) else { return false }
      places.append(place)
    }
    do throws(FileFailure) {
      for path in paths {
        guard try claim(path) else { return true }
      }
      let twice = progress.withLock { progress -> Int? in
        if progress.kept.isEmpty {
          progress.kept = Array(repeating: false, count: output.written.entries.count)
        }
        for place in places {
          if progress.kept[place] { return place }
          progress.kept[place] = true
        }
        return nil
      }
      if let twice { throw writtenTwice(output.written.entries[twice].path) }
    } catch {
      fail(error)
    }
    return true
  }

  /// Writes what lists the files, and returns the site's digest.
  ///
  /// - Parameter entries: in the order of their paths' bytes.
  func writeManifest(_ entries: [Manifest.Entry]) -> SHA256Digest {
    let manifest = Manifest(
      generator: options.generator, isPreview: options.reservation == .preview, entries: entries)
    var digesting: SHA256Digesting? = SHA256Digesting()
    writeList(Manifest.sumsPath, &digesting) { manifest.sums(into: &$0, settled: $1) }
    let site = digesting?.finish() ?? manifest.siteDigest
    // Nothing tells the manifest's own digest.
    digesting = nil
    writeList(Manifest.path, &digesting) { manifest.json(site: site, into: &$0, settled: $1) }
    return site
  }

  /// Makes sure that a path can be that of a published file; false once the publication has failed or is over.
  private func claim(_ path: String) throws(FileFailure) -> Bool {
    guard isSafeRelativePath(path), !hasHiddenPart(path), path != "CNAME" else {
      throw FileFailure(.bug, .impossibleOutput, "'\(path)' is not a path of a published file")
    }
    return progress.withLock { $0.failure == nil && !$0.isOver }
  }

  private func stage(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    let file = try create(path)
    guard file.write(bytes), !options.isDurable || fsync(file.number) == 0 else { throw .cannotWrite(path) }
  }

  /// Makes a file in the staging folder, and the folders above it where they are missing.
  private func create(_ path: String) throws(FileFailure) -> Descriptor {
    if options.isDurable { progress.withLock { $0.folders.formUnion(foldersAbove(path)) } }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    if let file = Descriptor(openat(staging.folder.number, path, flags, 0o666)) { return file }
    if errno == EEXIST { throw writtenTwice(path) }
    guard errno == ENOENT else { throw .cannotWrite(path) }
    try makeFolders(foldersAbove(path)[...])
    guard let file = Descriptor(openat(staging.folder.number, path, flags, 0o666)) else {
      throw .cannotWrite(path)
    }
    return file
  }

  /// Makes the last of some folders, outermost first, and those above it that are missing.
  ///
  /// Which folders there are is asked of the system, because to remember them all would cost memory with every page.
  private func makeFolders(_ folders: ArraySlice<String>) throws(FileFailure) {
    guard let folder = folders.last else { return }
    func make() -> Bool { mkdirat(staging.folder.number, folder, 0o777) == 0 || errno == EEXIST }
    // Most often only the page's own folder is missing.
    if make() { return }
    guard errno == ENOENT else { throw .cannotWrite(folder) }
    try makeFolders(folders.dropLast())
    guard make() else { throw .cannotWrite(folder) }
  }

  /// Notes why the site cannot be published; the first reason counts.
  func fail(_ failure: FileFailure) {
    progress.withLock { if $0.failure == nil { $0.failure = failure } }
  }
}

/// The failure of a build that hands over one file twice.
func writtenTwice(_ path: String) -> FileFailure {
  FileFailure(.bug, .impossibleOutput, "'\(path)' was written twice")
}
