/// Equal bands for categories, left to right, with wider gaps where a group ends.
struct BandScale: Hashable, Sendable {
  /// Where each band begins.
  private(set) var starts: [Pixels] = []
  /// The width of every band.
  private(set) var width: Pixels = 0

  /// - Parameters:
  ///   - breaks: for each category, whether a group ends after it.
  ///   - gapPercent: the width of a gap after a group, in percent of a band.
  init(from left: Pixels, to right: Pixels, breaks: [Bool], gapPercent: Int) {
    let count = breaks.count
    guard count > 0 else { return }
    let gaps = breaks.dropLast().count { $0 }
    let total = (right - left).hundredths
    let parts = count * 100 + gaps * gapPercent
    width = Pixels(hundredths: total * 100 / parts)
    var passed = 0
    starts.reserveCapacity(count)
    for isBreak in breaks {
      starts.append(left + Pixels(hundredths: total * passed / parts))
      passed += 100 + (isBreak ? gapPercent : 0)
    }
  }

  func center(_ index: Int) -> Pixels { starts[index] + width / 2 }
  func end(_ index: Int) -> Pixels { starts[index] + width }
}
