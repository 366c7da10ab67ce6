import CivilTime
import ExactNumbers
import ReleaseModel
import Testing

/// Places are packed into few bytes and come out as they went in.
@Test(arguments: [
  Fact.Place.statement(index: 0, row: 0, column: 0), .statement(index: 65_534, row: 199_999, column: 63),
  .figure(index: 0), .figure(index: 199_999),
])
func factsKeepTheirPlace(place: Fact.Place) throws {
  let catalog = ConceptCatalog([Concept("Revenues", label: "Revenues")])
  let concept = try #require(catalog.id("Revenues"))
  let day = try #require(Day(iso: "2003-09-30"))
  var fact = Fact(concept: concept, period: Period(instant: day), value: Amount(1), decimals: 0, place: place)
  #expect(fact.place == place)
  fact.place = .figure(index: 7)
  #expect(fact.place == .figure(index: 7))
}
