import Diagnostics
import Testing

struct MachineRenderingTests {
  private static let ragged = DiagnosticCode(
    "S202", "ragged-row", rule: "every row is whole", explanation: "Look.")
  private static let key = DiagnosticCode("S103", "duplicate-key", rule: "once", explanation: "\"Why\"")

  private static let full = Diagnostic(
    ragged, "this row has 3 cells, the header has 2",
    at: Place("content/é, a.csv", SourceRange(line: 2, column: 5, length: 2)),
    label: "1 cell too many", related: [.init(place: Place("b.csv"), message: "the header")],
    notes: ["100% of \"it\""], hints: ["fix\nit"])
  private static let bare = Diagnostic(key, "no file: none, really\u{7}", at: nil, severity: .note)
  private static let long = Diagnostic(
    key, "m",
    at: Place("b.csv", SourceRange(start: .init(line: 1, column: 3), end: .init(line: 4, column: 2))),
    severity: .warning)

  @Test func writesJSON() {
    #expect(
      renderJSON([Self.full, Self.bare]) == """
        [
          {"code":"S202","slug":"ragged-row","severity":"error","message":"this row has 3 cells, the header has 2",\
        "file":"content/é, a.csv","range":{"start":{"line":2,"column":5},"end":{"line":2,"column":7}},\
        "label":"1 cell too many","related":[{"file":"b.csv","range":null,"message":"the header"}],\
        "notes":["100% of \\"it\\""],"hints":["fix\\nit"]},
          {"code":"S103","slug":"duplicate-key","severity":"note","message":"no file: none, really\\u0007",\
        "file":null,"range":null,"label":null,"related":[],"notes":[],"hints":[]}
        ]

        """)
    #expect(renderJSON([]) == "[]\n")
  }

  @Test func writesWorkflowCommands() {
    #expect(
      renderGitHub([Self.full, Self.bare, Self.long]) == """
        ::error file=content/é%2C a.csv,line=2,col=5,endColumn=6,title=S202 ragged-row::\
        this row has 3 cells, the header has 2%0A1 cell too many%0Anote: 100%25 of "it"%0Ahelp: fix%0Ait
        ::notice title=S103 duplicate-key::no file: none, really%07
        ::warning file=b.csv,line=1,endLine=4,title=S103 duplicate-key::m

        """)
    #expect(renderGitHub([]) == "")
  }

  @Test func writesSARIF() {
    let files = ["content/é, a.csv": "a,b\né,x,y\n"]
    let log = renderSARIF(
      [Self.full, Self.bare, Self.long], version: "1.2.3", source: { files[$0].map { Array($0.utf8) } })
    #expect(
      log == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":\
        {"name":"sitegen","version":"1.2.3","rules":[\
        {"id":"S103","name":"duplicate-key","shortDescription":{"text":"once"},"fullDescription":{"text":"\\"Why\\""}},\
        {"id":"S202","name":"ragged-row","shortDescription":{"text":"every row is whole"},\
        "fullDescription":{"text":"Look."}}]}},"columnKind":"unicodeCodePoints","results":[
        {"ruleId":"S202","ruleIndex":1,"level":"error","message":{"text":"this row has 3 cells, the header has 2\\n\
        1 cell too many\\nnote: 100% of \\"it\\"\\nhelp: fix\\nit"},"locations":[{"physicalLocation":\
        {"artifactLocation":{"uri":"content/%C3%A9%2C%20a.csv"},\
        "region":{"startLine":2,"startColumn":4,"endLine":2,"endColumn":6}}}],\
        "relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"b.csv"}},"message":{"text":"the header"}}]},
        {"ruleId":"S103","ruleIndex":0,"level":"note","message":{"text":"no file: none, really\\u0007"}},
        {"ruleId":"S103","ruleIndex":0,"level":"warning","message":{"text":"m"},"locations":[{"physicalLocation":\
        {"artifactLocation":{"uri":"b.csv"},"region":{"startLine":1,"endLine":4}}}]}
        ]}]}

        """)
  }
}
