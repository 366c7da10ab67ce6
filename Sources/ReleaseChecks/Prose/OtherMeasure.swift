import Diagnostics
import ReleaseModel

extension ClaimCheck {
  /// The clause that leads to the figure.
  func leadingClause() -> ClaimClause? {
    let context = archive
    return words.leadingClause(context.vocabulary.names) { word in
      guard let release = context.release else { return false }
      let id = context.archive.releases[release].company
      return context.archive.companies.first { $0.id == id }?.names.contains {
        proseTokens($0.value).contains { $0.isWord(word) }
      } ?? false
    }
  }

  /// A figure that the text calls by another measure's name: "net income was [5](fact:Revenues)", where the archive tells
  /// a net income for the same period that is another number.
  ///
  /// A warning, for a name before a figure need not be its own: "gross profit rose on 25% higher sales". Silent where a
  /// label of the figure holds the name too, and where the figure is the company's own concept: how that may
  /// be called nobody knows.
  func measureFinding(
    _ figure: PrintedFigure, _ reference: FigureReference, _ reckoned: Reckoned, _ clause: ClaimClause?
  ) -> ProseFinding? {
    guard let measure = clause?.measure, measure.isSubject, let leading = reckoned.figures.first,
      let telling = leading.telling,
      isReplaceable(reference, reckoned, clause)
    else { return nil }
    let catalog = archive.archive.catalog
    let own = catalog[leading.concept]
    let label = archive.label(of: telling)
    let name = measure.names[0].words
    guard !catalog.isDeclared(label: own.label),
      measure.names.allSatisfy({ $0.concept != leading.concept && $0.isExact }),
      ![label, own.label].contains(where: { holds($0, name) })
    else { return nil }
    let meant = measure.names.filter { catalog[$0.concept].kind == own.kind }.compactMap { name in
      archive.reckon(reference) { figure in
        archive.figure(figure.company, name.concept, figure.period, like: figure)
      }
    }
    guard let other = meant.first, meant.allSatisfy({ agrees(figure, $0) == false }) else { return nil }
    let said = words.spelling(of: measure.tokens, in: bytes)
    let expected = printed(other.point.magnitude, like: figure, other.unit, known: other.decimals)
    return finding(
      .otherName, "'\(said)' is the text's name for a figure that the data call '\(label)'",
      [leading] + other.figures.prefix(1), severity: .warning,
      label: expected.map { "for '\(archive.label(of: other))' the data say \($0)" },
      hints: ["correct the words, or link the figure that they name"])
  }

  /// Whether a figure is a level, or the change of one, that another measure can stand for.
  private func isReplaceable(_ reference: FigureReference, _ reckoned: Reckoned, _ clause: ClaimClause?)
    -> Bool
  {
    guard case .calculation = reference else {
      return reckoned.signs != .change && clause?.isBy == false
    }
    return reckoned.signs == .change && reckoned.figures.count == 2
      && reckoned.figures[0].concept == reckoned.figures[1].concept
  }

  /// Whether a label has all the words of a name, and does not name what is of that: "cost of revenues".
  private func holds(_ label: String, _ name: [ProseWord]) -> Bool {
    let words = proseTokens(label).map { oneForm($0.word) }
    return name.allSatisfy(words.contains)
      && !words.indices.dropFirst().contains { words[$0 - 1] == "of" && name.contains(words[$0]) }
  }
}

extension ClaimContext {
  /// Whether a name that begins at a place is one of a list, so that each has a figure of its own: "revenue, operating
  /// income and net income were".
  func isListed(_ start: Int, _ names: MeasureNames) -> Bool {
    start > 1 && (tokens[start - 1].isMark(",") || tokens[start - 1].isWord("and"))
      && names.ending(at: start - 2, tokens) != nil
  }
}
