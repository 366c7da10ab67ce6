import Synchronization

/// Counts pages as threads finish them.
final class Progress: Sendable {
  private let done = Atomic(0)
  private let count: Int
  private let report: @Sendable (Int, Int) -> Void

  init(count: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.count = count
    self.report = report
  }

  func step() {
    report(done.wrappingAdd(1, ordering: .relaxed).newValue, count)
  }
}
