import ReleaseModel

/// The order of a company's concepts in its history: statement by statement as the newest release with each
/// prints them, then what stands in none.
struct StatementOrder {
  private var titles: [String] = []
  private var places: [ConceptID: (group: Int, row: Int)] = [:]

  init(company: Int, _ archive: ReleaseArchive) {
    let id = archive.companies[company].id
    var groups: [String: Int] = [:]
    for release in archive.releases.reversed() where release.company == id {
      for statement in release.statements {
        let group = groups[statement.name] ?? titles.count
        if group == titles.count {
          groups[statement.name] = group
          titles.append(statement.title)
        }
        for (row, line) in statement.rows.enumerated() {
          // What only an older statement has comes after what the newer one has.
          guard let concept = line.concept, places[concept] == nil else { continue }
          places[concept] = (group, row)
        }
      }
    }
  }

  func precedes(_ a: ConceptID, _ b: ConceptID) -> Bool {
    let (x, y) = (places[a] ?? (titles.count, 0), places[b] ?? (titles.count, 0))
    return x.group != y.group ? x.group < y.group : x.row != y.row ? x.row < y.row : a < b
  }

  /// The statements of concepts in this order, each with the first of its rows; none where there is one.
  func groups(of concepts: [ConceptID]) -> [(title: String, first: Int)] {
    var groups: [(title: String, first: Int)] = []
    var last: Int?
    for (index, concept) in concepts.enumerated() {
      let group = places[concept]?.group ?? titles.count
      if group != last {
        groups.append((group < titles.count ? titles[group] : "Figures outside the statements", index))
      }
      last = group
    }
    return groups.count > 1 ? groups : []
  }
}
