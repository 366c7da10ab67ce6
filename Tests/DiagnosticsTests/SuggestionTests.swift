import Diagnostics
import Testing

struct SuggestionTests {
  @Test(
    arguments: [
      ("headlin", ["headline", "released"], "headline"),
      ("HEADLINE", ["headline"], "headline"),
      ("haedline", ["headline"], "headline"),
      ("relaesed", ["headline", "released"], "released"),
      ("NetIncmeLoss", ["NetIncomeLoss", "GrossProfit"], "NetIncomeLoss"),
      ("colour", ["color"], "color"),
      ("kind", ["kine", "kin"], "kine"),
      ("ab", ["ac"], "ac"),
      ("a", ["b"], nil),
      ("", ["b"], nil),
      ("", [], nil),
      ("", [""], ""),
      ("b", [""], nil),
      ("tagline", ["notice", "language"], nil),
      ("abcdef", ["abxyef"], "abxyef"),
      ("abcdef", ["axyzef"], nil),
      ("é", ["e"], nil),
    ] as [(String, [String], String?)])
  func findsTheNearestName(name: String, candidates: [String], nearest: String?) {
    #expect(suggestion(for: name, among: candidates) == nearest)
    #expect(didYouMean(name, among: candidates) == nearest.map { ["did you mean '\($0)'?"] } ?? [])
  }

  @Test func looksAtTheFirstBytesOfLongNames() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(suggestion(for: long, among: ["b", long + "c"]) == long + "c")
    #expect(suggestion(for: long, among: ["headline"]) == nil)
    #expect(suggestion(for: "x", among: (0..<10_000).map { "name\($0)" }) == nil)
  }
}
