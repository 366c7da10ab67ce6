import CivilTime
import Markup
import ReleaseModel

extension Release {
  /// Whether a statement prints a dash for a concept and a period: nothing, and says so.
  ///
  /// - Parameter currency: in which the statement is, an ISO 4217 code; any where there is none.
  func printsDash(_ concept: ConceptID, _ period: Period, in currency: String? = nil) -> Bool {
    self.statements.contains { statement in
      guard let column = statement.columns.firstIndex(of: period),
        currency == nil || currency == statement.currency
      else { return false }
      return statement.rows.contains {
        $0.concept == concept && $0.cells.indices.contains(column) && $0.cells[column] == .dash
      }
    }
  }
}

extension ReleaseArchive {
  /// Whether one of some releases prints a dash for a concept and a period.
  ///
  /// - Parameters:
  ///   - currency: of the statement, an ISO 4217 code; any where there is none.
  ///   - releases: their places in the archive, in order of time.
  ///   - last: the place of the last of them that counts.
  func printsDash(
    _ concept: ConceptID, _ period: Period, in currency: String?, among releases: [Int], upTo last: Int = .max
  ) -> Bool {
    // A statement tells its own period and those of a year or two before, so few releases need to be asked.
    let (first, end) = (period.end.adding(days: -31), period.end.adding(days: 900))
    var (low, high) = (0, releases.count)
    while low < high {
      let middle = (low + high) / 2
      if self.releases[releases[middle]].released.day < first { low = middle + 1 } else { high = middle }
    }
    return releases[low...].lazy.prefix { $0 <= last && self.releases[$0].released.day <= end }
      .contains { self.releases[$0].printsDash(concept, period, in: currency) }
  }
}

/// Appends the rest of a cell that shows a printed dash, after what its tag begins with.
func appendNil(to sink: inout ByteSink) {
  sink.markup(" class=\"dash\"><span aria-hidden=\"true\">—</span>")
  sink.markup("<span class=\"visually-hidden\">nil</span></td>")
}
