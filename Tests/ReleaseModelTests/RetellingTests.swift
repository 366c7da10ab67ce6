import CivilTime
import ExactNumbers
import ReleaseModel
import Testing

/// Which of several tellings of one figure stands, and whether it was ever another one.
struct RetellingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// Each as its value and its decimals, in the order in which they were told.
    var told: [(value: Int64, decimals: Int8)]
    var current: Int32
    var isRevised: Bool

    var testDescription: String { told.map { "\($0.value) (\($0.decimals))" }.joined(separator: ", ") }
  }

  @Test(arguments: [
    Case(told: [(1_240_000, -3)], current: 0, isRevised: false),
    Case(told: [(1_240_000, -3), (1_200_000, -5)], current: 0, isRevised: false),
    Case(told: [(1_200_000, -5), (1_240_000, -3)], current: 1, isRevised: false),
    Case(told: [(1_240_000, -3), (1_100_000, -3)], current: 1, isRevised: true),
    // A more exact value that was contradicted since tells nothing of a later one.
    Case(told: [(1_240_000, -3), (1_100_000, -3), (1_200_000, -5)], current: 2, isRevised: true),
    // A first rounded value agrees with both that follow.
    Case(told: [(1_200_000, -5), (1_240_000, -3), (1_160_000, -3)], current: 2, isRevised: true),
    Case(told: [(1_240_000, -3), (1_200_000, -5), (1_160_000, -3)], current: 2, isRevised: true),
  ])
  func standsAsItWasToldLast(_ told: Case) throws {
    let period = Period(instant: Day(number: 20_000))
    let tellings = told.told.enumerated().map { release, figure in
      FactHistory.Telling(
        company: 0, release: Int32(release),
        fact: Fact(
          concept: ConceptID(number: 0), period: period, value: Amount(figure.value),
          decimals: figure.decimals, place: .figure(index: 0)))
    }
    let retelling = try #require(Retelling(tellings))
    #expect(retelling.first.release == 0)
    #expect(retelling.current.release == told.current)
    #expect(retelling.isRevised == told.isRevised)
  }
}
