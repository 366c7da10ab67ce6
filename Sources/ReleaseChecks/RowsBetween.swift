import ExactNumbers
import ReleaseModel

/// Whether a sum that fails without the rows between its parts may hold with them: each may be added, taken away or
/// left out, one may be a subtotal from which the sum goes on, and one or two parts that other statements do without
/// may be told beside the sum, as what is 'of which'.
///
/// - Parameter terms: the total and the parts, as they fail.
func mayHold(_ sum: AddedSum, _ terms: [Relation.Term], _ column: Int) -> Bool {
  let total = terms[0].telling.fact
  let facts = sum.between.compactMap { $0.fact(like: total, column) }
  // A blank row leaves the total open, as does what is too large to reckon with.
  guard facts.count == sum.between.count,
    let sizes = commonSizes(terms.map(\.telling.fact) + facts)
  else { return true }
  let parts = zip(sum.parts, zip(terms, sizes).dropFirst()).map { part, figure in
    Summand(
      row: part.row, size: figure.1, weight: Int128(figure.0.weight), isNegated: part.isNegated,
      isOptional: part.part.isOptional)
  }
  let between = zip(sum.between, sizes.dropFirst(terms.count)).map { row, size in
    Summand(row: row.row, size: size, isNegated: row.isNegated)
  }
  return Choices(
    total: Summand(row: sum.sum.row, size: sizes[0], isNegated: false), parts: parts,
    between: linesOfTheTotal(between, beside: parts),
    room: sizes.reduce(0) { $0 + $1.room }
  ).canHold(omission: sum.sum.omission)
}

/// A figure that is added or taken away.
private struct Summand {
  var row: Int
  var size: Size
  var weight: Int128 = 1
  var isNegated: Bool
  var isOptional = false

  /// What it adds to its total.
  var share: Int128 { weight * size.middle }
  /// The figure as it is printed.
  var printed: Int128 { isNegated ? -size.middle : size.middle }
}

/// Twice the middle of what a figure stands for, and the width of it, in units that others share.
private struct Size {
  var middle: Int128
  var room: Int128
}

/// `nil` where sums of them may not fit.
private func commonSizes(_ facts: [Fact]) -> [Size]? {
  let ranges = facts.compactMap { WideInterval($0) }
  guard ranges.count == facts.count, let scale = ranges.map(\.scale).max() else { return nil }
  let most = Int128.max >> 16
  let sizes = ranges.compactMap { range -> Size? in
    guard let range = range.at(scale: scale), max(range.low.magnitude, range.high.magnitude) < most.magnitude
    else { return nil }
    return Size(middle: range.low + range.high, room: range.high - range.low)
  }
  return sizes.count == facts.count ? sizes : nil
}

/// Of the rows between parts those that are something, and are not all together what the part below them is made of, as
/// outlays are of the cash used in investing.
private func linesOfTheTotal(_ between: [Summand], beside parts: [Summand]) -> [Summand] {
  let ends = parts.sorted { $0.row < $1.row }
  return between.filter { line in
    guard line.size.middle != 0 else { return false }
    guard let end = ends.first(where: { $0.row > line.row }) else { return true }
    let start = ends.last { $0.row < line.row }?.row ?? -1
    let lines = between.filter { $0.row > start && $0.row < end.row }
    let rest = lines.reduce(end.printed) { $0 - $1.printed }
    return lines.count < 2 || rest.magnitude > lines.reduce(end.size.room) { $0 + $1.size.room }.magnitude
  }
}

private struct Choices {
  var total: Summand
  var parts: [Summand]
  var between: [Summand]
  /// By how much rounding lets a sum differ from its total.
  var room: Int128

  /// With more rows than this nearly any amount is some sum of them.
  static let most = 6

  func canHold(omission: Int?) -> Bool {
    guard between.count <= Self.most else { return true }
    let rest = parts.reduce(total.share) { $0 - $1.share }
    if let omission {
      let largest = (parts + between).map(\.size.middle.magnitude).max() ?? 0
      if rest.magnitude <= largest / UInt128(omission) { return true }
    }
    // From the last row to the first, what the rows below can come to.
    var sums: [Int128] = [0]
    for start in between.indices.reversed() {
      if between[start].row < total.row, goesOn(from: between[start], sums) { return true }
      let share = between[start].size.middle
      sums = sums.flatMap { [$0, $0 + share, $0 - share] }
      sums.sort()
    }
    let optional = parts.filter(\.isOptional)
    return isAmong(rest, sums)
      || optional.indices.contains { one in
        isAmong(rest + optional[one].share, sums)
          || optional[..<one].contains { isAmong(rest + optional[one].share + $0.share, sums) }
      }
  }

  /// Whether the total is a subtotal, which stands for all above it, with what stands below.
  private func goesOn(from subtotal: Summand, _ sums: [Int128]) -> Bool {
    let below = parts.filter { $0.row > subtotal.row }
    let rest = below.reduce(total.share - subtotal.share) { $0 - $1.share }
    if isAmong(rest, sums) { return true }
    return parts.contains { part in
      part.isOptional
        && isAmong(part.row > subtotal.row ? rest + part.share : rest - part.share, sums)
    }
  }

  /// Whether one of some sorted sums is an amount, to its rounding.
  private func isAmong(_ amount: Int128, _ sums: [Int128]) -> Bool {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < amount - room { low = middle + 1 } else { high = middle }
    }
    return low < sums.count && sums[low] <= amount + room
  }
}
