import FuzzTargets
import TestSupport
import Testing

/// Replays what fuzzing once stumbled over, and a few inputs of each kind.
@Suite(.serialized) struct CorpusTests {
  struct Input: Sendable, CustomTestStringConvertible {
    var target: FuzzTarget
    var name: String
    var testDescription: String { "\(target.rawValue)/\(name)" }
  }

  static let folder = testsFolder + "/Fuzzing/Corpus/"

  static let inputs = FuzzTarget.allCases.flatMap { target in
    ((try? filesBelow(folder + target.rawValue)) ?? [:]).keys.sorted().map { Input(target: target, name: $0) }
  }

  @Test(arguments: inputs) func endsInMoments(_ input: Input) throws {
    let files = try filesBelow(Self.folder + input.target.rawValue)
    let bytes = try #require(files[input.name])
    // A debug build is some times slower than what is delivered.
    #expect(processorSeconds { input.target.run(bytes) } < 3)
  }

  @Test(arguments: FuzzTarget.allCases) func everyTargetHasInputs(_ target: FuzzTarget) {
    #expect(Self.inputs.contains { $0.target == target })
  }
}
