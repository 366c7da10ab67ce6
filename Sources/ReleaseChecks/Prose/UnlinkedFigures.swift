/// Amounts of money and percentages that stand in the text without a link.
///
/// A number is one only with a currency or a percent sign or their words; years, telephone and section
/// numbers, dates, times, shares and versions have neither.
func unlinkedFigures(_ tokens: [ProseToken], _ bytes: [UInt8], in text: Int) -> [UnlinkedFigure] {
  var found: [UnlinkedFigure] = []
  for index in tokens.indices where tokens[index].kind == .number {
    // A few neighbours are all that can matter; a slice of its own keeps long texts linear.
    let start = max(0, index - 6)
    let near = Array(tokens[start..<min(tokens.count, index + 7)])
    let at = index - start
    guard let figure = printedFigure(near, at: at), isStated(figure, near, at) else { continue }
    let extent = extent(of: at, in: near)
    let range = near[extent.lowerBound].range.lowerBound..<near[extent.upperBound - 1].range.upperBound
    if let last = found.last, last.range.overlaps(range) { continue }
    found.append(UnlinkedFigure(text: text, range: range, words: spelling(bytes[range])))
  }
  return found
}

private func isStated(_ figure: PrintedFigure, _ tokens: [ProseToken], _ at: Int) -> Bool {
  let after = tokens[extent(of: at, in: tokens).upperBound...]
  switch figure.unit {
  case .number: return false
  // "Points" alone are also those of an index.
  case .points:
    return after.first?.isWord("basis") ?? false
      || tokens.contains { $0.isWord("percentage") || $0.isWord("basis") }
  case .money:
    // The par value of a share is its name, not a figure of the report.
    return !(after.first?.isWord("par") ?? false) && !(after.first?.isWord("stated") ?? false)
  case .percent:
    // "A 100%-owned subsidiary" says whose it is.
    let next = after.first { !$0.isMark("-") }
    return !(next?.isWord("owned") ?? false)
  }
}

/// The author's own spelling on one line.
private func spelling(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
