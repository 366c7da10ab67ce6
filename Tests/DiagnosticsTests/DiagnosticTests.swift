import Diagnostics
import Testing

/// A finding tells each of its texts as it was given.
struct DiagnosticTests {
  private static let code = DiagnosticCode("S100", "a", rule: "", explanation: "")
  private static let range = SourceRange(line: 3, column: 4, length: 5)
  private static let lists = [[], [""], ["one"], ["one", "", "zwölf"]]

  @Test(arguments: [nil, Place(""), Place("content/é.md", range)], [nil, "", "expected 7"])
  func textsComeBack(place: Place?, label: String?) {
    for notes in Self.lists {
      for hints in Self.lists {
        let finding = Diagnostic(
          Self.code, "ünlinked", at: place, severity: .warning, label: label, notes: notes, hints: hints)
        #expect(finding.message == "ünlinked")
        #expect(finding.place == place)
        #expect(finding.label == label)
        #expect(finding.notes == notes)
        #expect(finding.hints == hints)
        #expect(
          finding
            == Diagnostic(
              Self.code, "ünlinked", at: place, severity: .warning, label: label, related: [],
              notes: TextList(notes), hints: hints))
      }
    }
  }

  @Test func oneTextCanBeChanged() {
    for notes in Self.lists {
      for hints in Self.lists {
        var finding = Diagnostic(Self.code, "a", at: Place("p"), label: "l", notes: notes, hints: hints)
        finding.notes.append("more")
        #expect(finding.notes == notes + ["more"])
        #expect(finding.hints == hints)
        finding.hints = ["b", "c"]
        finding.message = "other"
        #expect(
          finding
            == Diagnostic(
              Self.code, "other", at: Place("p"), label: "l", notes: notes + ["more"], hints: ["b", "c"]))
        finding.notes = []
        finding.hints = []
        #expect(finding == Diagnostic(Self.code, "other", at: Place("p"), label: "l"))
      }
    }
  }

  @Test func whatIsThereIsNotWhatIsEmpty() {
    #expect(Diagnostic(Self.code, "a", at: nil) != Diagnostic(Self.code, "a", at: Place("")))
    #expect(Diagnostic(Self.code, "a", at: nil) != Diagnostic(Self.code, "a", at: nil, label: ""))
    #expect(
      Diagnostic(Self.code, "a", at: nil, notes: ["x"]) != Diagnostic(Self.code, "a", at: nil, hints: ["x"]))
    #expect(Diagnostic(Self.code, "a", at: nil, notes: [""]) != Diagnostic(Self.code, "a", at: nil))
  }

  @Test func comesBackFromItsParts() throws {
    let finding = Diagnostic(
      Self.code, "a", at: Place("p", Self.range), severity: .note, label: "l",
      related: [.init(place: Place("q"), message: "there")], notes: ["n", "m"], hints: ["h"])
    func again(notes: UInt32, _ texts: TextList) -> Diagnostic? {
      Diagnostic(
        Self.code, severity: finding.severity, range: finding.range, parts: finding.parts, noteCount: notes,
        texts: texts, related: finding.related)
    }
    #expect(again(notes: finding.noteCount, finding.texts) == finding)
    #expect(try #require(again(notes: 3, finding.texts)).hints == [])
    #expect(again(notes: 4, finding.texts) == nil)
    #expect(again(notes: 0, TextList(["p", "a"])) == nil)
  }

  @Test func aListHoldsItsTexts() throws {
    for texts in Self.lists {
      let list = TextList(texts)
      #expect(list.texts == texts)
      #expect(list.count == texts.count)
      #expect(TextList(bytes: list.bytes) == list)
    }
    #expect(TextList(bytes: [0x61]) == nil)
  }
}
