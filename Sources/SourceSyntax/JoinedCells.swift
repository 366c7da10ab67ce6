/// One cell of a row as it was meant.
struct JoinedCell: Equatable {
  var text: String
  /// Whether it has been put together of several, for want of quotation marks round it.
  var isJoined = false
}

/// The cells of a row with too many as they were meant, where only one reading is possible; else `nil`.
///
/// Figures are what thousands with a comma fall apart into: `1` and `234`, or `(1` and `234)`; from the end of the row
/// three digits may belong to what is before them. Where that leaves too many cells, or nothing is a figure, a comma in
/// the label, the second cell, is the other cause: then what follows the comma begins with a space.
func joinedCells(_ cells: [String], columns: Int) -> [JoinedCell]? {
  guard columns > 1, cells.count > columns, cells.count <= 4 * columns else { return nil }
  var readings: [[JoinedCell]] = []
  if let figures = withJoinedFigures(cells, columns: columns) { readings.append(figures) }
  if let label = withJoinedLabel(cells, columns: columns) { readings.append(label) }
  return readings.count == 1 ? readings[0] : nil
}

/// The row with every part of a figure joined to what is before it; `nil` where that does not come to the columns.
private func withJoinedFigures(_ cells: [String], columns: Int) -> [JoinedCell]? {
  // Words among the figures are the rest of a label, but for those that a column of its own has.
  guard cells.dropFirst(2).allSatisfy({ optionWords.contains($0) || !isWord($0) }) else { return nil }
  var joined: [JoinedCell] = []
  for (place, cell) in cells.enumerated() {
    if place > 2, isGroup(cell), let last = joined.last, beginsFigure(last.text) {
      joined[joined.count - 1] = JoinedCell(text: last.text + "," + cell, isJoined: true)
    } else {
      joined.append(JoinedCell(text: cell))
    }
  }
  return joined.count == columns ? joined : nil
}

/// The row with the second cell and those after it joined that are more than there are columns, where they are words.
private func withJoinedLabel(_ cells: [String], columns: Int) -> [JoinedCell]? {
  let parts = cells[1...(1 + cells.count - columns)]
  guard parts.allSatisfy({ part in part.unicodeScalars.contains { $0.properties.isAlphabetic } }),
    !cells[(parts.endIndex)...].contains(where: isGroup) || parts.count > 1
  else { return nil }
  return [JoinedCell(text: cells[0]), JoinedCell(text: parts.joined(separator: ", "), isJoined: true)]
    + cells[parts.endIndex...].map { JoinedCell(text: $0) }
}

private let optionWords: Set = ["item", "subtotal", "total", "true", "false", "TRUE", "FALSE"]

/// Whether a text has letters and no digits.
private func isWord(_ text: String) -> Bool {
  text.unicodeScalars.contains { $0.properties.isAlphabetic } && !text.utf8.contains(where: isDigit)
}

/// Three digits, and perhaps decimals or what closes a figure: `234`, `234)`, `234.5`.
private func isGroup(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.count >= 3, bytes[..<3].allSatisfy(isDigit) else { return false }
  return bytes.count == 3 || (!isDigit(bytes[3]) && bytes[3] != UInt8(ascii: ","))
}

/// What a figure with more groups begins with: one to three digits after its signs, and groups: `1`, `$ (12`, `1,234`.
private func beginsFigure(_ text: String) -> Bool {
  let digits = text.utf8.drop { !isDigit($0) }
  guard !text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return false }
  let groups = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
    return false
  }
  return groups.allSatisfy { $0.allSatisfy(isDigit) }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
