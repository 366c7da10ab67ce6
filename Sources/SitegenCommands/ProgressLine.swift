import Glibc
import Synchronization

/// One line on a terminal that counts pages while a build takes longer than a moment.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let watch = Stopwatch()
  private let lastShown = Mutex(0.0)

  init(isShown: Bool) { self.isShown = isShown }

  /// Shows the count, from any thread: not in the first 300 ms, and every 100 ms at most.
  func show(_ done: Int, of total: Int) {
    guard isShown else { return }
    let now = watch.seconds
    guard now > 0.3 else { return }
    lastShown.withLock { last in
      guard now - last > 0.1 else { return }
      last = now
      write("\r\u{1B}[K\(grouped(done)) of \(grouped(total)) pages", to: .error)
    }
  }

  /// Takes the line away again.
  func clear() {
    lastShown.withLock { last in
      if last > 0 { write("\r\u{1B}[K", to: .error) }
      last = 0
    }
  }
}

/// Time that passes from its making, by a clock that is never set.
struct Stopwatch {
  private let start = monotonicSeconds()

  var seconds: Double { monotonicSeconds() - start }
}

private func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
