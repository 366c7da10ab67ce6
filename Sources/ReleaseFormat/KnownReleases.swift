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

/// What tells one state of a release's files from another.
public struct ReleaseState: Hashable, Sendable {
  /// Of all that the release is read from: not of what its narrative says, for pages read that.
  public var whole: UInt64
  /// Of the files of its folder but for the narrative.
  public var data: UInt64
  /// Of the narrative; 0 where there is none.
  public var narrative: UInt64
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
  /// The state of its files; `nil` where the states of files cannot be told apart.
  ///
  /// - Parameter context: of what the release is read with, see ``stateOfContext(_:)``.
  func state(with context: UInt64) -> ReleaseState? {
    var data = Fingerprint(path)
    var narrative: UInt64?
    for place in files.indices {
      guard let stamp = files.base.stamp(at: place) else { return nil }
      files.base.withPath(at: place) { bytes in
        let name = bytes.part(path.utf8.count..<bytes.count)
        if name.isEqual(to: "body.md") {
          narrative = stamp
        } else {
          data.add(UnsafeRawBufferPointer(name))
          data.add(stamp)
        }
      }
    }
    var whole = Fingerprint(context)
    whole.add(data.value)
    whole.add(narrative == nil ? 0 : 1)
    return ReleaseState(whole: whole.value, data: data.value, narrative: narrative ?? 0)
  }
}
