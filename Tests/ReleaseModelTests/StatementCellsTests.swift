import ExactNumbers
import ReleaseModel
import Testing

/// Cells lie packed in memory and are read as they were written.
struct StatementCellsTests {
  static let mantissas: [Int64] = [
    0, 1, -1, 6_980_000, -176, (1 << 48) - 1, 1 << 48, -(1 << 48), -(1 << 48) - 1, .max, .min,
  ]

  @Test(arguments: mantissas)
  func figuresKeepEveryDigit(mantissa: Int64) throws {
    for scale in [0, 2, 18] {
      for decimals: Int8 in [-15, -3, 0, 2, 15, .min, .max] {
        let amount = try #require(Amount(mantissa: mantissa, scale: scale))
        let cells: Statement.Cells = [.dash, .figure(amount, decimals: decimals), .absent]
        guard case .figure(let found, decimals) = cells[1] else {
          Issue.record("\(amount) is read as \(cells[1])")
          continue
        }
        #expect(found.hasSameSpelling(as: amount))
        #expect(cells[0] == .dash)
        #expect(cells[2] == .absent)
      }
    }
  }

  @Test func changingACellChangesNoOther() {
    let before = statement
    var after = before
    after.rows[1].cells[0] = .figure(Amount(.max), decimals: 0)
    after.rows[2].cells[1] = .figure(Amount(.min), decimals: 0)
    after.title = "Other"
    #expect(before == statement)
    #expect(before.title == "Statement")
    #expect(after.rows.map { $0.cells.count } == [0, 2, 3])
    #expect(after.rows[1].cells[0] == .figure(Amount(.max), decimals: 0))
    #expect(after.rows[1].cells[1] == statement.rows[1].cells[1])
    #expect(after.rows[2].cells.map(\.amount) == [Amount(3), Amount(.min), nil])
    #expect(after != before)
  }

  @Test func rowsAreThoseThatWereGiven() {
    #expect(statement.rows.map(\.label) == ["Heading", "Short", "Long"])
    #expect(statement.rows[0].isHeading)
    #expect(statement.rows[0].cells.isEmpty)
    #expect(statement.rows[1].cells == [.figure(Amount(1), decimals: 0), .dash])
    #expect(statement.rows[1].items == [ConceptID(number: 2)])
    #expect(statement.rows[2].cells == [.figure(Amount(3), decimals: 0), .absent, .absent])
    #expect(statement.rows[1...].contains { $0.note == "Note" })
  }

  @Test func cellsAreChangedTogether() {
    let cells = statement.rows[1].cells.map { $0 == .dash ? .absent : $0 } as Statement.Cells
    #expect(cells == [.figure(Amount(1), decimals: 0), .absent])
  }

  private var statement: Statement {
    Statement(
      name: "statement", title: "Statement", currency: "USD", columns: [],
      rows: [
        Statement.Row(concept: nil, label: "Heading", cells: []),
        Statement.Row(
          concept: ConceptID(number: 1), label: "Short", items: [ConceptID(number: 2)], note: "Note",
          cells: [.figure(Amount(1), decimals: 0), .dash]),
        Statement.Row(
          concept: ConceptID(number: 2), label: "Long",
          cells: [.figure(Amount(3), decimals: 0), .absent, .absent]),
      ])
  }
}
