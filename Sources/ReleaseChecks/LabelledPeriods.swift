import ReleaseModel

/// Labels of statements that tell a time themselves: "Profit for the year".
extension CheckedRelease {
  /// The concept of the release's row whose label are the words that end at a place, and begin where a name may.
  func conceptLabelled(endingAt last: Int, _ tokens: [ProseToken]) -> ConceptID? {
    var found: Set<ConceptID> = []
    for statement in release.statements {
      for row in statement.rows.indices {
        guard let concept = statement.rows.concept(of: row) else { continue }
        let label = proseTokens(statement.rows.label(of: row)).prefix { $0.kind == .word }.map(\.word)
        let start = last - label.count + 1
        guard label.count > 1, start >= 0, tokens[start...last].map(\.word) == label,
          mayBeginName(tokens, at: start)
        else { continue }
        found.insert(concept)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
