import Diagnostics

/// Puts the findings of a run in their order, and keeps each once.
///
/// Two pages can come upon one mistake in a text they share; the author needs to read of it once.
///
/// Equal findings stand together once they are sorted, so none has to be hashed.
/// They are put in order and taken out where they lie: there can be more findings than pages, and a sort of its own
/// would keep half of them a second time.
func keepFirstCauses(_ diagnostics: inout [Diagnostic]) {
  sortInPlace(&diagnostics)
  var count = 0
  // Where the findings begin that differ from the last one in nothing that orders them.
  var start = 0
  for index in diagnostics.indices {
    if count > 0, diagnostics[count - 1] < diagnostics[index] { start = count }
    if (start..<count).contains(where: { diagnostics[$0] == diagnostics[index] }) { continue }
    if count < index { diagnostics.swapAt(count, index) }
    count += 1
  }
  diagnostics.removeLast(diagnostics.count - count)
}

/// Sorts by number, then moves each finding once, along the cycles of the permutation (Knuth 1998, 5.2, exercise 10).
private func sortInPlace(_ diagnostics: inout [Diagnostic]) {
  var order = (0..<UInt32(diagnostics.count)).map { $0 }
  diagnostics.withUnsafeBufferPointer { all in order.sort { all[Int($0)] < all[Int($1)] } }
  for start in order.indices {
    var place = start
    // What has its place already stands for itself in the order.
    while Int(order[place]) != start {
      let next = Int(order[place])
      diagnostics.swapAt(place, next)
      order[place] = UInt32(place)
      place = next
    }
    order[place] = UInt32(place)
  }
}
