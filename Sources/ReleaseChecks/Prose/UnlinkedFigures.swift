import Diagnostics

/// Amounts of money and percentages that stand in the text without a link.
///
/// A number is one only with a currency or a percent sign or their words; years, telephone and section
/// numbers, dates, times, shares and versions have neither.
///
/// - Parameter numbers: the places of the numbers among the tokens.
func unlinkedFigures(
  _ tokens: [ProseToken], at numbers: [Int], _ bytes: [UInt8], in text: Int
) -> [UnlinkedFigure] {
  var found: [UnlinkedFigure] = []
  for index in numbers where mayHaveUnit(tokens, index) {
    guard let parts = FigureParts(tokens, at: index) else { continue }
    let extent = parts.extent
    guard isStated(parts.unit, tokens, extent) else { continue }
    let range = tokens[extent.lowerBound].range.lowerBound..<tokens[extent.upperBound - 1].range.upperBound
    if let last = found.last, last.range.overlaps(range) { continue }
    found.append(UnlinkedFigure(text: text, range: range, words: spelling(bytes[range])))
  }
  return found
}

/// The one finding about all of a text's figures without a link, at the first of them.
func unlinkedFinding(_ figures: [UnlinkedFigure], in text: Int) -> ProseFinding? {
  guard let first = figures.first else { return nil }
  let others = figures.count - 1
  let message =
    others == 0
    ? "'\(first.words)' has no link to the figure it states"
    : "'\(first.words)' and \(others) more figure\(others == 1 ? "" : "s") of the text have no link to what they state"
  var finding = ProseFinding(
    .unlinkedFigure, message, in: text, at: first.range, severity: .warning,
    hints: [
      "link it: [\(first.words)](fact:Concept), and state the figure in figures.csv where no statement has it"
    ])
  finding.others = figures.dropFirst().map { ProseFinding.Other(range: $0.range, words: $0.words) }
  return finding
}

/// Whether a number's neighbours can give it a unit; most numbers of a text are dates and counts.
func mayHaveUnit(_ tokens: [ProseToken], _ index: Int) -> Bool {
  if index > 0 {
    let before = tokens[index - 1]
    if before.kind == .mark, !before.isMark(","), !before.isMark(".") { return true }
    if before.kind == .word,
      currencyCode(before.word) != nil || scaledCodes.contains(before.word) || isScaleBefore(before.word)
    {
      return true
    }
    if before.isMark("."), stoppedCurrency(tokens, before: index) != nil { return true }
  }
  guard index + 1 < tokens.count else { return false }
  let after = tokens[index + 1]
  switch after.kind {
  case .mark:
    return after.isMark("%") || after.isMark("¢") || currencySign(after) != nil
      || (after.isMark("-") && hasJoinedUnit(tokens, index))
  case .word: return beginsUnit(after.word) || beginsCurrency(after.word)
  default: return false
  }
}

func isStated(_ unit: PrintedFigure.Unit, _ tokens: [ProseToken], _ extent: Range<Int>) -> Bool {
  // A few neighbours are all that can matter, which keeps long texts linear.
  let after = extent.upperBound..<min(tokens.count, extent.upperBound + 6)
  let next = after.isEmpty ? nil : tokens[after.lowerBound]
  switch unit {
  case .number: return false
  // "Points" alone are also those of an index.
  case .points:
    let near = tokens[max(0, extent.lowerBound - 6)..<after.upperBound]
    return next?.isWord("basis") ?? false
      || near.contains { $0.kind == .word && pointWords.contains($0.word) }
  case .money:
    // The par value of a share is its name, not a figure of the report.
    return !(next?.isWord("par") ?? false) && !(next?.isWord("stated") ?? false)
  case .percent:
    // "A 100%-owned subsidiary" says whose it is.
    let word = after.first { !tokens[$0].isMark("-") }
    return !(word.map { tokens[$0].isWord("owned") } ?? false)
  }
}

/// What shows that points are parts of a percentage.
private let pointWords: WordSet = [
  "percentage", "basis", "percentage-point", "percentage-points", "basis-point", "basis-points", "bps", "bp",
  "pp",
  "ppt", "ppts",
]

/// The author's own spelling on one line.
private func spelling(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard bytes.contains(where: { $0 < 0x20 }) else { return text }
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
