import ParallelWork
import Synchronization
import Testing

/// Work on any number of threads comes to the same as work on one.
struct InParallelTests {
  private static let jobs = [0, 1, 2, 3, 16]

  @Test(arguments: jobs, [0, 1, 2, 31, 32, 33, 1000]) func resultsStandInOrder(jobs: Int, count: Int) {
    #expect(inParallel(count, jobs: jobs) { "\($0)" } == (0..<count).map { "\($0)" })
  }

  @Test(arguments: jobs, [1, 2, 7, 5000]) func resultsOfGroupsStandInOrder(jobs: Int, groups: Int32) {
    let of = (0..<700).map { Int32($0 * 31) % groups }
    let done = Mutex<[Int32: Int]>([:])
    let finished = Mutex<[Int32]>([])
    let results = inParallel(
      groups: of, jobs: jobs, chunk: 5,
      finished: { group in
        // Nothing of the group is left by then.
        let count = done.withLock { $0[group] }
        #expect(count == of.count { $0 == group })
        finished.withLock { $0.append(group) }
      },
      work: { piece in
        done.withLock { $0[of[piece], default: 0] += 1 }
        return "\(piece)"
      })
    #expect(results == (0..<700).map { "\($0)" })
    #expect(finished.withLock { $0.sorted() } == Array(Set(of)).sorted())
  }

  @Test func piecesOfAGroupFollowEachOther() {
    let order = Mutex<[Int]>([])
    _ = inParallel(
      groups: [2, 0, 2, 1, 0, 2], jobs: 1, finished: { _ in },
      work: { piece in order.withLock { $0.append(piece) } })
    #expect(order.withLock { $0 } == [1, 4, 3, 0, 2, 5])
  }

  @Test func noPieceIsNoWork() {
    let results = inParallel(
      groups: [], jobs: 2, finished: { _ in Issue.record("there is no group") }, work: { $0 })
    #expect(results == [])
  }
}
