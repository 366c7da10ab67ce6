/// How often each rule of ``archiveCheckCodes`` held, kept for every release: a byte for most rules.
///
/// Each number stands as in LEB128 (DWARF 5, 7.6), seven bits a byte with the lowest first; the zeros of the last rules
/// are left out.
public struct HeldCounts: Hashable, Sendable {
  /// As they are kept.
  public private(set) var bytes: [UInt8] = []

  /// - Parameter counts: for each rule; those left out at the end are zero.
  init(_ counts: [UInt32] = []) {
    bytes.reserveCapacity(counts.count)
    for count in counts[..<((counts.lastIndex { $0 > 0 } ?? -1) + 1)] {
      var rest = count
      while rest > 0x7F {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
  }

  /// The counts that were kept as `bytes`; `nil` where these end within a number, or tell of more rules than there are.
  public init?(bytes: [UInt8]) {
    guard bytes.last.map({ $0 < 0x80 }) ?? true,
      bytes.reduce(0, { $0 + ($1 < 0x80 ? 1 : 0) }) <= archiveCheckCodes.count,
      // A number of 32 bits takes five bytes at most.
      bytes.split(omittingEmptySubsequences: true, whereSeparator: { $0 < 0x80 }).allSatisfy({ $0.count < 5 })
    else { return nil }
    self.bytes = bytes
  }

  /// For each rule.
  var all: [UInt32] {
    var counts = [UInt32](repeating: 0, count: archiveCheckCodes.count)
    var (rule, shift) = (0, UInt32(0))
    for byte in bytes {
      counts[rule] |= UInt32(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { (rule, shift) = (rule + 1, 0) }
    }
    return counts
  }

  var sum: Int { all.reduce(0) { $0 + Int($1) } }
}

/// The same while rules are still counted.
struct HeldTally {
  private(set) var counts = [UInt32](repeating: 0, count: archiveCheckCodes.count)

  mutating func add(_ rule: Int, _ count: Int = 1) {
    counts[rule] = UInt32(clamping: Int(counts[rule]) + count)
  }
}
