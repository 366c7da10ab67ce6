import Dispatch
import Testing

@testable import ParallelWork

@Suite struct BesideTests {
  @Test func theResultIsWhatTheWorkCameToHoweverOftenItIsAskedFor() {
    let work = Beside { (1...100).reduce(0, +) }
    #expect(work.result == 5050)
    #expect(work.result == 5050)
  }

  @Test func theWorkGoesOnBeforeItsResultIsAskedFor() {
    let isMet = DispatchSemaphore(value: 0)
    let work = Beside {
      isMet.signal()
      return "done"
    }
    #expect(isMet.wait(timeout: .now() + 60) == .success)
    #expect(work.result == "done")
  }

  @Test func nothingFoundIsAResultToo() {
    let work = Beside<Int?> { nil }
    #expect(work.result == nil)
  }
}
