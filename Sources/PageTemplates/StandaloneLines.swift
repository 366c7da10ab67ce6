/// A token after the rule for standalone lines.
enum Piece {
  case text(Range<Int>)
  case lineStart
  case tag(TagKind, Tag, indentation: Range<Int>)
}

/// Removes lines on which tags stand alone, with their blanks and line end (Mustache spec, "sections":
/// standalone lines), and keeps their blanks as the indentation of a partial or layout.
///
/// A line counts as standalone when it holds blanks and structural tags only; a partial must be its only
/// tag, and a block that opens and closes on the line makes it an ordinary one, so that what fills the
/// block keeps the line's end.
func dropStandaloneLines(_ tokens: [Token], in bytes: [UInt8]) -> [Piece] {
  var pieces: [Piece] = []
  var line: [Token] = []
  for token in tokens {
    guard case .text(var range) = token else {
      line.append(token)
      continue
    }
    while let newline = bytes[range].firstIndex(of: 10) {
      line.append(.text(range.lowerBound..<newline + 1))
      appendLine(line, bytes, &pieces)
      line.removeAll(keepingCapacity: true)
      range = newline + 1..<range.upperBound
    }
    if !range.isEmpty { line.append(.text(range)) }
  }
  appendLine(line, bytes, &pieces)
  return pieces
}

private func appendLine(_ line: [Token], _ bytes: [UInt8], _ pieces: inout [Piece]) {
  let isAlone = isStandalone(line, bytes)
  let isBlankLine = line.allSatisfy { isBlankText($0, bytes) }
  if !isAlone, !isBlankLine { pieces.append(.lineStart) }
  var indentation = 0..<0
  for token in line {
    switch token {
    case .text(let range):
      if isAlone { indentation = range } else { pieces.append(.text(range)) }
    case .tag(let kind, let tag):
      pieces.append(.tag(kind, tag, indentation: isAlone ? indentation : 0..<0))
      indentation = 0..<0
    }
  }
}

private func isStandalone(_ line: [Token], _ bytes: [UInt8]) -> Bool {
  var tags = 0
  var hasPartial = false
  var openBlocks: [String] = []
  for token in line {
    switch token {
    case .text: guard isBlankText(token, bytes) else { return false }
    case .tag(let kind, let tag):
      guard kind.isStructural else { return false }
      tags += 1
      switch kind {
      case .partial: hasPartial = true
      case .block: openBlocks.append(tag.name)
      case .close where openBlocks.last == tag.name: return false
      default: break
      }
    }
  }
  return tags > 0 && (!hasPartial || tags == 1)
}

private func isBlankText(_ token: Token, _ bytes: [UInt8]) -> Bool {
  guard case .text(let range) = token else { return false }
  return bytes[range].allSatisfy { isBlank($0) || $0 == 10 }
}
