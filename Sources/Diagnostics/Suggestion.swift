/// The candidate a misspelled name most likely means, or `nil` when none is near.
///
/// Distance is optimal string alignment (Damerau 1964 with adjacent transpositions, each byte edited
/// once); a candidate qualifies within a third of the longer length, or with one edit when it keeps a byte.
/// Case costs nothing, only the first 64 bytes count, and of equally near candidates the first wins.
public func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(64))
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let bytes = Array(candidate.lowercased().utf8.prefix(64))
    let length = max(bytes.count, wanted.count)
    let limit = max(min(1, length - 1), length / 3)
    let distance = editDistance(wanted, bytes)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// `did you mean 'headline'?`, or nothing when no candidate is near.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> [String] {
  suggestion(for: name, among: candidates).map { ["did you mean '\($0)'?"] } ?? []
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  guard !a.isEmpty else { return b.count }
  guard !b.isEmpty else { return a.count }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let change = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
