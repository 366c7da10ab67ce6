import Dispatch
import Synchronization

/// Does `count` pieces of work on up to `jobs` threads and returns their results in order.
///
/// Pieces are handed out one chunk at a time, so a slow one holds up nobody; which thread does which piece
/// never shows in the results.
public func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, chunk: Int = 32, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard jobs > 1, count > 1 else { return (0..<count).map(work) }
  return inParallel(count, jobs: jobs, chunk: chunk, in: nil, work)
}

/// Does a piece of work for each element of `groups`, those of a group one after another, and returns the results
/// in the order of the elements.
///
/// - Parameters:
///   - groups: which group each piece belongs to; none is negative.
///   - finished: told, from any thread and once, that all pieces of a group are done.
public func inParallel<Result: Sendable>(
  groups: [Int32], jobs: Int, chunk: Int = 32, finished: @Sendable (_ group: Int32) -> Void,
  work: @Sendable (Int) -> Result
) -> [Result] {
  let order = GroupOrder(groups)
  let left = Mutex(order.sizes)
  return inParallel(groups.count, jobs: jobs, chunk: chunk, in: order.pieces) { piece in
    let result = work(piece)
    let group = groups[piece]
    let isLast = left.withLock { left in
      left[Int(group)] -= 1
      return left[Int(group)] == 0
    }
    if isLast { finished(group) }
    return result
  }
}

/// Does pieces of work in their own order, or in another where that is given.
private func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, chunk: Int, in order: [Int32]?, _ work: @Sendable (Int) -> Result
) -> [Result] {
  let next = Atomic(0)
  let jobs = max(1, min(jobs, count))
  let size = max(1, min(chunk, count / jobs))
  return [Result](unsafeUninitializedCapacity: count) { room, finished in
    // Results can be large, so each goes where it belongs at once.
    nonisolated(unsafe) let room = room
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
        guard start < count else { return }
        for place in start..<min(start + size, count) {
          let piece = order.map { Int($0[place]) } ?? place
          room.initializeElement(at: piece, to: work(piece))
        }
      }
    }
    finished = count
  }
}

/// Pieces of work by their groups, and within a group in their own order.
private struct GroupOrder: Sendable {
  let pieces: [Int32]
  /// How many pieces each group has.
  let sizes: [Int32]

  init(_ groups: [Int32]) {
    var sizes = [Int32](repeating: 0, count: Int((groups.max() ?? -1) + 1))
    for group in groups { sizes[Int(group)] += 1 }
    var next: [Int32] = []
    next.reserveCapacity(sizes.count)
    for size in sizes { next.append((next.last ?? 0) + size) }
    for group in next.indices { next[group] -= sizes[group] }
    var pieces = [Int32](repeating: 0, count: groups.count)
    for (piece, group) in groups.enumerated() {
      pieces[Int(next[Int(group)])] = Int32(piece)
      next[Int(group)] += 1
    }
    self.pieces = pieces
    self.sizes = sizes
  }
}
