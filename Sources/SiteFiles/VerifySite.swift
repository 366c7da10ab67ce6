import Checksums
import Glibc

/// What became of a published site: how a copy of it differs from its own manifest.
public struct SiteVerification: Hashable, Sendable {
  /// Files that the manifest lists and the folder lacks.
  public var missing: [String] = []
  /// Files whose bytes are not those that were published.
  public var altered: [String] = []
  /// Files that the manifest does not list; hidden names and a `CNAME` at the top are not counted.
  public var foreign: [String] = []
  /// How many files are as they were published.
  public var whole = 0
  /// The site's digest by its manifest: SHA-256 of the bytes of `SHA256SUMS`, in hexadecimal digits.
  public var site: String

  public var isWhole: Bool { missing.isEmpty && altered.isEmpty && foreign.isEmpty }
}

/// Holds every file of a deployed site against the site's `manifest.json`.
public func verifySite(_ path: String) throws(FileFailure) -> SiteVerification {
  let published = try PublishedFolder(path)
  let manifest = published.manifest
  guard let survey = OutputSurvey(published.folder) else { throw .cannotRead(path, systemReason(errno)) }
  var found = SiteVerification(site: manifest.siteDigest.hexadecimal)
  for entry in manifest.entries {
    guard survey.files.contains(entry.path) else {
      found.missing.append(entry.path)
      continue
    }
    let isSame = fileDigest(entry.path, size: entry.size, below: published.folder) == entry.digest
    if isSame { found.whole += 1 } else { found.altered.append(entry.path) }
  }
  // The sums are made from the manifest, so the manifest says what they are.
  if !survey.files.contains(Manifest.sumsPath) {
    found.missing.append(Manifest.sumsPath)
  } else if fileDigest(Manifest.sumsPath, size: manifest.sumsSize, below: published.folder)
    != manifest.siteDigest
  {
    found.altered.append(Manifest.sumsPath)
  } else {
    found.whole += 1
  }
  found.whole += 1
  let listed = WrittenFiles(manifest)
  found.foreign = survey.foreign(listed.contains)
  return found
}

/// The folder of a published site and its manifest.
struct PublishedFolder: ~Copyable {
  let folder: Descriptor
  let manifest: Manifest

  init(_ path: String) throws(FileFailure) {
    guard let resolved = resolvedPath(path), let folder = Descriptor.folder(resolved) else {
      throw FileFailure(
        .inputMissing, .noPublishedSite, "cannot open the folder '\(path)': \(systemReason(errno))")
    }
    guard let file = Descriptor.file(Manifest.path, below: folder.number) else {
      throw FileFailure(.inputMissing, .noPublishedSite, "there is no '\(Manifest.path)' in '\(path)'")
    }
    guard let bytes = file.bytes(limit: 1 << 30), let manifest = readManifest(bytes) else {
      throw FileFailure(
        .contents, .invalidManifest, "'\(path)/\(Manifest.path)' is not as sitegen wrote it",
        hints: ["compare its digest with the one that the build printed"])
    }
    self.folder = folder
    self.manifest = manifest
  }
}

/// The digest of a regular file of that size, or `nil` where it is none, has another size or cannot be read.
private func fileDigest(_ path: String, size: Int, below folder: borrowing Descriptor) -> SHA256Digest? {
  guard let file = Descriptor.file(path, below: folder.number), let status = file.status(), status.isRegular,
    Int(status.st_size) == size, let bytes = file.bytes(limit: size), bytes.count == size
  else { return nil }
  return bytes.withUnsafeBytes { SHA256Digest(of: $0) }
}
