import ReleaseModel

extension Release {
  /// Whether a statement prints a dash for a concept and a period: nothing, and says so.
  func printsDash(_ concept: ConceptID, _ period: Period) -> Bool {
    self.statements.contains { statement in
      guard let column = statement.columns.firstIndex(of: period) else { return false }
      return statement.rows.contains {
        $0.concept == concept && $0.cells.indices.contains(column) && $0.cells[column] == .dash
      }
    }
  }
}
