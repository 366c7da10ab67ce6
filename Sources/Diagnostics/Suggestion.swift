/// The candidate a misspelled name most likely means, or `nil` when none is near.
///
/// Distance is optimal string alignment (Damerau 1964 with adjacent transpositions, each byte edited
/// once); a candidate qualifies within a third of the longer length, or with one edit when it keeps a byte.
/// Case costs nothing, only the first 64 bytes count, and of equally near candidates the first wins.
public func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = FoldedName(name)
  var distances = EditDistances(of: wanted)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let folded = FoldedName(candidate)
    let length = max(folded.bytes.count, wanted.bytes.count)
    let limit = min(max(min(1, length - 1), length / 3), (best?.distance ?? .max) - 1)
    // Many names are compared with many others, and most are nowhere near.
    guard wanted.leastDistance(to: folded) <= limit, let distance = distances.to(folded, limit: limit) else {
      continue
    }
    best = (candidate, distance)
    if distance == 0 { break }
  }
  return best?.candidate
}

/// `did you mean 'headline'?`, or nothing when no candidate is near.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> [String] {
  suggestion(for: name, among: candidates).map { ["did you mean '\($0)'?"] } ?? []
}

/// The beginning of a name without regard to case.
private struct FoldedName {
  /// In lower case, 64 at most.
  var bytes: [UInt8] = []
  /// Which bytes it has, by their last six bits.
  var letters: UInt64 = 0

  init(_ name: String) {
    var name = name
    let isASCII = name.withUTF8 { text in text.allSatisfy { $0 < 0x80 } }
    if !isASCII { name = name.lowercased() }
    bytes.reserveCapacity(64)
    name.withUTF8 { text in
      for byte in text.prefix(64) {
        let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        bytes.append(folded)
        letters |= 1 << UInt64(folded & 63)
      }
    }
  }

  /// What two names differ by at least: their lengths, and each byte that only one of them has.
  func leastDistance(to other: FoldedName) -> Int {
    let missing = max(
      (letters & ~other.letters).nonzeroBitCount, (other.letters & ~letters).nonzeroBitCount)
    return max(abs(bytes.count - other.bytes.count), missing)
  }
}

/// The distances of one name from others, with room that serves them all.
private struct EditDistances {
  private let name: FoldedName
  private var beforeLast = [Int](repeating: 0, count: 65)
  private var last = [Int](repeating: 0, count: 65)
  private var row = [Int](repeating: 0, count: 65)

  init(of name: FoldedName) { self.name = name }

  /// The distance to another name; `nil` where it is beyond the limit.
  mutating func to(_ other: FoldedName, limit: Int) -> Int? {
    let (a, b) = (name.bytes, other.bytes)
    for j in 0...b.count { last[j] = j }
    for i in a.indices {
      row[0] = i + 1
      var least = row[0]
      for j in b.indices {
        var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row[j + 1] = distance
        least = min(least, distance)
      }
      // The best of the row before was at most one better, and what reaches back to it costs one.
      if least > limit { return nil }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
