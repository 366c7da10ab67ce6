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
  let next = Atomic(0)
  let finished = Mutex<[(start: Int, results: [Result])]>([])
  let size = max(1, min(chunk, count / jobs))
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while true {
      let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
      guard start < count else { return }
      let results = (start..<min(start + size, count)).map(work)
      finished.withLock { $0.append((start, results)) }
    }
  }
  // Results can be large, so none lies here twice for long.
  var parts = finished.withLock { parts in
    defer { parts = [] }
    return parts.sorted { $0.start > $1.start }
  }
  var all: [Result] = []
  all.reserveCapacity(count)
  while let part = parts.popLast() { all += part.results }
  return all
}
