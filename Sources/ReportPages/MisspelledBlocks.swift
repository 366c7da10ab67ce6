public import Diagnostics
import MarkdownRendering

/// Fenced blocks of a text whose first word is nearly one of ours: they would be published as code, and most often as an
/// empty box.
///
/// One with nothing between its fences shows nothing as code, so a word as near as any suggestion is one of ours that is
/// misspelled. Among those with lines, which may be code of any language, only one that reads like a chart is, and one
/// that differs from ours in capitals alone.
public func misspelledBlocks(_ text: AuthorText) -> [Diagnostic] {
  text.scan.blocks.compactMap { fence in
    let words = FenceWords(fence.info)
    guard !BlockInventory.claims(words), let meant = meantBlock(words.name, fence.literal) else { return nil }
    let line = text.firstLine + fence.lines.lowerBound - 1
    let end = text.normalized[fence.range.lowerBound...].firstIndex(of: 10) ?? text.normalized.endIndex
    return Diagnostic(
      .unknownBlock, "there is no block '\(words.name)'",
      at: Place(text.path, SourceRange(line: line, column: 1, length: end - fence.range.lowerBound)),
      hints: ["did you mean '\(meant)'?"])
  }
}

/// The block that an author most likely means; `nil` for a fence with code.
private func meantBlock(_ name: String, _ literal: String) -> String? {
  guard !name.isEmpty, let meant = suggestion(for: name, among: ReportBlock.ofAuthors) else { return nil }
  if literal.utf8.allSatisfy({ $0 <= 32 }) || name.lowercased() == meant { return meant }
  return meant == "chart" && readsLikeChart(literal) ? meant : nil
}

/// Whether lines begin with a key that only charts have, in YAML or JSON.
private func readsLikeChart(_ literal: String) -> Bool {
  literal.split(separator: "\n").contains { line in
    let key = line.drop { " \t{\"".contains($0) }
    return ["preset", "mark", "layer"].contains { word in
      key.hasPrefix(word) && key.dropFirst(word.count).first.map { ":\"".contains($0) } ?? false
    }
  }
}
