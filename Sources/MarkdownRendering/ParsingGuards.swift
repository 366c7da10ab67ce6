import Diagnostics
import Markup

/// Why a text is not given to the parser, and where.
struct ParsingProblem: Error {
  var code: DiagnosticCode
  var message: String
  var range: SourceRange
}

/// Limits that no written text reaches; each with the code that reports it.
enum ParsingLimit {
  static let bytes = 1_000_000
  static let depth = 100
  static let columns = 200
  static let cells = 20_000
  /// Marks times bytes, summed over paragraphs: a bound of the parser's steps.
  static let steps = 400_000_000
  /// Pieces the parser makes nodes of: lines, marks and cells. Each takes some 200 bytes of memory.
  static let pieces = 150_000
  /// What references may copy, in bytes.
  static let references = 24_000_000
}

/// Looks for what would take cmark-gfm more than moments, in time linear in the text.
///
/// Debian's cmark-gfm has, among others, CVE-2023-22483, 22484, 24824, 26485 and 37463: unmatched
/// brackets, emphasis marks, backticks and tags in one paragraph, nested containers, and short rows of
/// wide tables all cost time or memory that grows with the square of the text. A paragraph never reaches
/// past an empty line, so marks are counted between empty lines and list items, and what the squares add
/// up to is limited rather than each of them.
func parsingProblem(in source: SourceText) -> ParsingProblem? {
  let bytes = source.bytes
  if bytes.count > ParsingLimit.bytes {
    // The line with which the text becomes too long, which is the author's and not one put before the text.
    let crossing =
      (1...source.lineCount).last { source.start(ofLine: $0) <= ParsingLimit.bytes } ?? source.lineCount
    return ParsingProblem(
      code: .tooLarge, message: "the text has \(bytes.count) bytes; at most \(ParsingLimit.bytes) are read",
      range: source.range(ofLines: crossing...crossing))
  }
  if isHarmless(source) { return nil }
  var guards = Guards(source: source)
  for line in 1...source.lineCount {
    if let problem = guards.read(line) { return problem }
  }
  return guards.endPassage()
}

/// Whether a text has so few marks in all that no passage of it can reach a limit: nearly every text.
///
/// With `m` marks that may tangle, `b` bars and colons and `n` bytes, a passage takes no more than
/// `(m + b * b) * n` steps, a table has no more than `b + 1` columns and as many rows as there are lines, no
/// more than `m` brackets copy `n` bytes each, and no byte makes more than four pieces.
private func isHarmless(_ source: SourceText) -> Bool {
  let bytes = source.bytes
  guard bytes.count * 4 + source.lineCount * 2 <= ParsingLimit.pieces else { return false }
  let bars = bytes.count(of: UInt8(ascii: "|")) + bytes.count(of: UInt8(ascii: ":"))
  // Brackets, `_`, a backslash and a backtick follow each other; that `^` is among them does no harm.
  let marks = bytes.count(marked: {
    ($0 &- UInt8(ascii: "[") < 6 ? 1 : 0) | ($0 == UInt8(ascii: "<") ? 1 : 0)
      | ($0 == UInt8(ascii: "*") ? 1 : 0) | ($0 == UInt8(ascii: "~") ? 1 : 0)
      | ($0 == UInt8(ascii: "@") ? 1 : 0)
  })
  guard bars <= ParsingLimit.columns, (bars + 1) * source.lineCount <= ParsingLimit.cells,
    (marks + bars * bars) * bytes.count <= ParsingLimit.steps,
    marks * bytes.count <= ParsingLimit.references
  else { return false }
  for start in source.lineStarts {
    var at = start
    let limit = at + ParsingLimit.depth
    while at < bytes.count, isMargin(bytes[at]) {
      at += 1
      if at == limit { return false }
    }
    // Footnotes nest as well, each behind its own label.
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "["), bytes[at + 1] == UInt8(ascii: "^") {
      return false
    }
  }
  return true
}

/// The counts of the passage being read: lines that can belong to one paragraph or one table.
private struct Guards {
  let source: SourceText
  private var firstLine = 1
  private var passageBytes = 0
  private var marks = 0
  private var bars = 0
  private var tableLines = 0
  private var rules = 0
  /// Pieces in the whole text.
  private var pieces = 0
  private var steps = 0
  /// Brackets in the whole text and the longest passage that defines a reference.
  private var brackets = 0
  private var longestDefinition = 0
  private var definesReference = false
  /// Whether code fences at the margin can be trusted: no line opens an HTML block.
  private let skipsFences: Bool
  private var fence: (byte: UInt8, length: Int)?
  private let weights: [MarkWeight]

  init(source: SourceText) {
    self.source = source
    // Only where a text may hold a bare address is each `w` a mark to the parser.
    weights = mayHoldShared(source.bytes) ? markWeights : markWeightsWithoutAddresses
    var skips = true
    for line in 1...source.lineCount where skips {
      var at = source.start(ofLine: line)
      let end = source.end(ofLine: line)
      while at < end, isMargin(source.bytes[at]) { at += 1 }
      if at < end, source.bytes[at] == UInt8(ascii: "<") { skips = false }
    }
    skipsFences = skips
  }

  mutating func read(_ line: Int) -> ParsingProblem? {
    let (start, end) = (source.start(ofLine: line), source.end(ofLine: line))
    if skipsFences, readFence(start, end) { return endPassage(before: line + 1) }
    let (depth, text, startsItem) = containers(start, end)
    if depth > ParsingLimit.depth {
      return ParsingProblem(
        code: .tooDeep,
        message: "this line nests \(depth) levels deep; at most \(ParsingLimit.depth) are read",
        range: source.range(of: start..<min(end, start + 80)))
    }
    if text == end || startsItem {
      if let problem = endPassage(before: line) { return problem }
      if text == end { firstLine = line + 1 }
    }
    return count(line, start, end)
  }

  /// Adds a line to the passage.
  private mutating func count(_ line: Int, _ start: Int, _ end: Int) -> ParsingProblem? {
    let bytes = source.bytes
    var bars = 0
    var linePieces = 0
    var hasBarOrColon = false
    var isRule = end > start
    for at in start..<end {
      let weight = weights[Int(bytes[at])]
      if weight.isWord {
        isRule = false
        continue
      }
      linePieces += Int(weight.pieces)
      if weight.isTangling { marks += 1 }
      if !weight.mayRule { isRule = false }
      switch bytes[at] {
      case UInt8(ascii: "|"):
        bars += 1
        hasBarOrColon = true
      case UInt8(ascii: ":"): hasBarOrColon = true
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        brackets += 1
        if at + 1 < end, bytes[at + 1] == UInt8(ascii: ":") { definesReference = true }
      default: break
      }
    }
    // A line such as `|-|` makes the parser read the whole paragraph before it as a table's head.
    if isRule, hasBarOrColon { rules += 1 }
    pieces += linePieces + 2
    if pieces > ParsingLimit.pieces {
      return ParsingProblem(
        code: .tooTangled,
        message:
          "up to this line the text has more than \(ParsingLimit.pieces) lines, marks and beginnings of addresses",
        range: source.range(ofLines: line...line))
    }
    passageBytes += end - start + 1
    self.bars = max(self.bars, bars)
    tableLines += 1
    if bars > ParsingLimit.columns {
      return ParsingProblem(
        code: .tableTooLarge,
        message: "this line has \(bars) '|'; a table has at most \(ParsingLimit.columns) columns",
        range: source.range(ofLines: line...line))
    }
    return nil
  }

  /// Sums up the passage that ends before a line.
  mutating func endPassage(before line: Int? = nil) -> ParsingProblem? {
    let lines = firstLine...max(firstLine, (line ?? source.lineCount + 1) - 1)
    defer {
      firstLine = line ?? firstLine
      (passageBytes, marks, bars, tableLines, rules, definesReference) = (0, 0, 0, 0, 0, false)
    }
    if bars > 1, (bars + 1) * tableLines > ParsingLimit.cells {
      return ParsingProblem(
        code: .tableTooLarge,
        message:
          "a table of \(tableLines) lines and \(bars) '|' a line; at most \(ParsingLimit.cells) cells are read",
        range: source.range(ofLines: lines))
    }
    steps += (marks + rules * rules) * passageBytes
    if steps > ParsingLimit.steps {
      return ParsingProblem(
        code: .tooTangled,
        message:
          "this paragraph has \(marks) brackets, emphasis marks and backticks in \(passageBytes) bytes",
        range: source.range(ofLines: lines))
    }
    if definesReference { longestDefinition = max(longestDefinition, passageBytes) }
    if brackets * longestDefinition > ParsingLimit.references {
      return ParsingProblem(
        code: .tooTangled,
        message: "\(brackets) brackets could repeat a definition of \(longestDefinition) bytes",
        range: source.range(ofLines: lines))
    }
    return nil
  }

  /// Whether a line is a fence at the margin or stands in such a fenced block.
  private mutating func readFence(_ start: Int, _ end: Int) -> Bool {
    let bytes = source.bytes
    var at = start
    if let open = fence {
      while at < end, at - start < 3, bytes[at] == 32 { at += 1 }
      let from = at
      while at < end, bytes[at] == open.byte { at += 1 }
      let length = at - from
      while at < end, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
      if at == end, length >= open.length { fence = nil }
      return true
    }
    guard at < end, bytes[at] == UInt8(ascii: "`") || bytes[at] == UInt8(ascii: "~") else { return false }
    let byte = bytes[at]
    while at < end, bytes[at] == byte { at += 1 }
    guard at - start >= 3 else { return false }
    if byte == UInt8(ascii: "`"), bytes[at..<end].contains(byte) { return false }
    fence = (byte, at - start)
    return true
  }

  /// How many quotations, lists and footnotes a line opens or stands in, where its text begins, and
  /// whether it begins a list item or a heading that no paragraph goes on into.
  private func containers(_ start: Int, _ end: Int) -> (depth: Int, text: Int, startsItem: Bool) {
    let bytes = source.bytes
    var (depth, at, columns) = (0, start, 0)
    var startsItem = false
    while at < end {
      switch bytes[at] {
      case 32, 9:
        columns += bytes[at] == 9 ? 4 : 1
        at += 1
        continue
      case UInt8(ascii: ">"):
        at += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard at + 1 == end || bytes[at + 1] == 32 || bytes[at + 1] == 9 else { return done() }
        at += 1
        if depth == 0, columns < 4, at + 1 < end, bytes[at + 1] != 32, bytes[at + 1] != 9 {
          startsItem = true
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var after = at
        while after < end, after - at < 10, (48...57).contains(bytes[after]) { after += 1 }
        guard after < end, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")"),
          after + 1 == end || bytes[after + 1] == 32 || bytes[after + 1] == 9
        else { return done() }
        at = after + 1
      case UInt8(ascii: "["):
        guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "^"),
          let close = bytes[at..<min(end, at + 200)].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
          bytes[close + 1] == UInt8(ascii: ":")
        else { return done() }
        at = close + 2
      case UInt8(ascii: "#"):
        if at == start { startsItem = true }
        return done()
      default: return done()
      }
      depth += 1
    }
    return done()

    // An item of a list is indented by two columns at least for each level round it.
    func done() -> (Int, Int, Bool) { (depth + (depth > 0 ? columns / 4 : 0), at, startsItem) }
  }
}

/// What a byte may cost the parser.
private struct MarkWeight {
  /// Whether it is none of the marks that Markdown knows.
  var isWord = false
  /// How many nodes it may make.
  var pieces: UInt8
  /// Whether it may be compared with every other mark of its paragraph.
  var isTangling: Bool
  /// Whether it may stand in the line between a table's head and its rows.
  var mayRule: Bool

  static let word = MarkWeight(isWord: true, pieces: 0, isTangling: false, mayRule: false)
}

private let markWeights: [MarkWeight] = {
  var weights = [MarkWeight](repeating: .word, count: 256)
  for byte in "[]<*_~`@\\".utf8 {
    weights[Int(byte)] = MarkWeight(pieces: 1, isTangling: true, mayRule: false)
  }
  for byte in "&!w\"'".utf8 { weights[Int(byte)] = MarkWeight(pieces: 1, isTangling: false, mayRule: false) }
  for byte in "- \t>".utf8 { weights[Int(byte)] = MarkWeight(pieces: 0, isTangling: false, mayRule: true) }
  weights[Int(UInt8(ascii: "|"))] = MarkWeight(pieces: 2, isTangling: false, mayRule: true)
  // An address in running text is several nodes and a copy of itself.
  weights[Int(UInt8(ascii: ":"))] = MarkWeight(pieces: 4, isTangling: false, mayRule: true)
  return weights
}()

/// The same for a text without bare addresses.
private let markWeightsWithoutAddresses: [MarkWeight] = {
  var weights = markWeights
  weights[Int(UInt8(ascii: "w"))] = .word
  return weights
}()

private func isMargin(_ byte: UInt8) -> Bool {
  switch byte {
  case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
    true
  default: false
  }
}
