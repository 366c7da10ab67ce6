import ReleaseModel
import Testing

private func parsed(_ text: String) throws -> FigureReference {
  try #require(FigureReference.parse(text)).get()
}

@Test func factsNameTheirParts() throws {
  let fact = try parsed("fact:acme/Revenues@2002-07-01/2002-09-30").leading
  #expect(fact.company == .init("acme", offset: 5))
  #expect(fact.concept == .init("Revenues", offset: 10))
  #expect(fact.period == .init("2002-07-01/2002-09-30", offset: 19))
  let short = try parsed("fact:Revenues").leading
  #expect(short.company == nil && short.period == nil && short.concept.text == "Revenues")
}

@Test func calculationsNameTheirArguments() throws {
  guard case .calculation(let growth) = try parsed("calc:growth(Revenues,2002-Q3)") else {
    Issue.record("no calculation")
    return
  }
  #expect(growth.name == .growth)
  #expect(growth.first.concept == .init("Revenues", offset: 12))
  #expect(growth.others == [.period(.init("2002-Q3", offset: 21))])
  guard case .calculation(let sum) = try parsed("calc:sum(A,globex/B,C@2003-FY)") else {
    Issue.record("no calculation")
    return
  }
  #expect(sum.others.count == 2)
}

@Test(arguments: [
  ("fact:", "a concept is missing", 5, 1),
  ("fact:/Revenues", "a company is missing before '/'", 5, 1),
  ("fact:Revenues@", "a period is missing after '@'", 14, 1),
  ("fact:Reve$nues", "'Reve$nues' is no name of a concept", 9, 1),
  ("fact:Revenues @2002", "a reference has no spaces", 13, 1),
  ("calc:grow(Revenues)", "'grow' is no calculation", 5, 4),
  ("calc:growth", "the arguments of 'growth' stand in parentheses", 5, 6),
  ("calc:share(Revenues)", "'share' takes two arguments, not 1", 11, 8),
  ("calc:growth(A,B,C)", "'growth' takes one or two arguments, not 3", 12, 5),
  ("calc:sum(A)", "'sum' takes at least two arguments, not 1", 9, 1),
  ("calc:share(A,2003-Q3)", "'share' takes figures, not a period", 13, 7),
  ("calc:growth(,2003-Q3)", "a concept is missing", 12, 1),
])
func failuresSayWhere(text: String, reason: String, offset: Int, length: Int) {
  guard case .failure(let failure) = FigureReference.parse(text) else {
    Issue.record("\(text) was read")
    return
  }
  #expect(failure.reason == reason)
  #expect(failure.offset == offset)
  #expect(failure.length == length)
}

@Test func otherDestinationsAreNoReferences() {
  #expect(FigureReference.parse("https://example.com") == nil)
  #expect(FigureReference.parse("facts:Revenues") == nil)
}
