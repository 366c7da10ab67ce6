import Checksums
public import ReleaseModel

/// Releases as an earlier build read them, each with the state that its folder and all it is read with had then.
public struct KnownReleases: Sendable {
  /// The release of a folder in a state; `nil` where that is another one.
  let find: @Sendable (_ state: UInt64) -> Release.Parts?

  public init(_ find: @escaping @Sendable (_ state: UInt64) -> Release.Parts?) { self.find = find }

  /// None.
  public static let none = KnownReleases { _ in nil }
}

/// A release that was read without a finding, with the state of all that it was read from.
public struct ReadRelease: Sendable {
  public var state: UInt64
  public var release: Release
}

/// One number for all that releases are read with besides their own folders; `nil` where the states of files cannot be
/// told apart.
///
/// Zones count for themselves: they are no files of the site.
func stateOfContext(_ files: ContentFiles) -> UInt64? {
  var state = Fingerprint()
  for file in [files.site].compactMap(\.self) + files.companies {
    guard let stamp = file.stamp else { return nil }
    state.add(file.path)
    state.add(stamp)
  }
  // Releases name reusable texts and say nothing about what these say.
  for file in files.boilerplate { state.add(file.path) }
  return state.value
}

extension ReleaseFolder {
  /// One number for what its release is read from; `nil` where the states of files cannot be told apart.
  ///
  /// What the narrative says is no part of it, for pages read that.
  func state(with context: UInt64) -> UInt64? {
    var state = Fingerprint(context)
    state.add(path)
    for place in files.indices {
      guard let stamp = files.base.stamp(at: place) else { return nil }
      let isNarrative = files.base.withPath(at: place) { bytes in
        let name = bytes.part(path.utf8.count..<bytes.count)
        state.add(UnsafeRawBufferPointer(name))
        return name.isEqual(to: "body.md")
      }
      if !isNarrative { state.add(stamp) }
    }
    return state.value
  }
}
