import Dispatch
import Synchronization

/// Work that is begun at once and goes on beside what its asker does until its result is asked for.
public final class Beside<Result: Sendable>: Sendable {
  private let isDone = DispatchGroup()
  private let found = Mutex<Result?>(nil)

  public init(_ work: @escaping @Sendable () -> Result) {
    DispatchQueue.global().async(group: isDone) {
      let result = work()
      self.found.withLock { $0 = result }
    }
  }

  /// What the work came to; waits until it is done.
  public var result: Result {
    isDone.wait()
    guard let result = found.withLock({ $0 }) else { preconditionFailure("the work ended without a result") }
    return result
  }
}
