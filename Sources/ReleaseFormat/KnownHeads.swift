import ReleaseModel
import SourceSyntax
import Synchronization

/// The heads of statements by the bytes they were read from.
///
/// Files of one company differ from quarter to quarter in their periods and figures alone, most often. All else in
/// them is read once, and lies once in memory.
final class KnownHeads: Sendable {
  private let state = Mutex(State())

  private struct State {
    var heads: [Int: (bytes: [UInt8], head: Shared<Statement.Head>)] = [:]
    var labels: Set<String> = []
  }

  /// Archives whose statements never repeat need not remember them all.
  private static let limit = 4096

  /// What was read of the same bytes before.
  func head(_ key: HeadKey) -> Shared<Statement.Head>? {
    guard let known = state.withLock({ $0.heads[key.hash] }), key.entry.isOf(known.head.value) else {
      return nil
    }
    let isSame = known.bytes.withUnsafeBufferPointer { known in
      key.bytes.withUnsafeBufferPointer { $0.isEqual(to: known) }
    }
    return isSame ? known.head : nil
  }

  /// Remembers a head, and makes its labels one in memory with those of others.
  func kept(_ head: Statement.Head, _ key: HeadKey?) -> Shared<Statement.Head> {
    state.withLock { state in
      if state.heads.count + state.labels.count > Self.limit { state = State() }
      var head = head
      for row in head.rows.indices where head.rows[row].label.utf8.count > 15 {
        head.rows[row].label = state.labels.insert(head.rows[row].label).memberAfterInsert
      }
      let shared = Shared(head)
      if let key { state.heads[key.hash] = (key.bytes, shared) }
      return shared
    }
  }
}

/// What a statement's head is read from: its entry in `release.yaml`, and its file but for periods and figures.
struct HeadKey {
  let entry: StatementEntry
  /// The headings of the columns before the periods, and what stands in these.
  let bytes: [UInt8]
  let hash: Int

  /// `nil` for a file with columns that say more than the head holds, or in places where they should not be.
  init?(_ table: CSVTable, _ columns: StatementColumns, _ entry: StatementEntry) {
    guard columns.items == nil, columns.unit == nil, columns.decimals == nil,
      let first = columns.periods.first?.index, first + columns.periods.count == table.header.count
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * (table.rows.count + 1))
    for heading in table.header[..<first] {
      bytes += heading.text.utf8
      bytes.append(UInt8(ascii: ","))
    }
    for row in table.rows {
      bytes.append(UInt8(ascii: "\n"))
      row.withBytes(before: first) { bytes += $0 }
    }
    self.entry = entry
    self.bytes = bytes
    // Keys are compared whole; this only has to tell most of them apart.
    var hasher = Hasher()
    hasher.combine(entry.name)
    hasher.combine(entry.title)
    hasher.combine(entry.audited)
    hasher.combine(bytes.count)
    bytes.suffix(32).withUnsafeBytes { hasher.combine(bytes: $0) }
    hash = hasher.finalize()
  }
}

extension StatementEntry {
  /// Whether a head says what the entry does.
  fileprivate func isOf(_ head: Statement.Head) -> Bool {
    name == head.name && title == head.title && (currency ?? "") == head.currency && scale == head.scale
      && audited == head.audited && changes == head.changes && hasSparklines == head.hasSparklines
  }
}
