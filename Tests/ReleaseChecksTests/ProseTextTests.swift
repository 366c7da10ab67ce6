import Diagnostics
import Testing

@testable import ReleaseChecks

@Suite struct ProseTextTests {
  @Test(arguments: [
    ("We paid $5 million for it.", ["$5 million"]), ("It cost $.06 a share.", ["$.06"]),
    ("Sales rose 12%.", ["12%"]), ("Sales rose 12 percent.", ["12 percent"]),
    ("Sales rose 12 per cent.", ["12 per cent"]),
    ("About 60 cents a share.", ["60 cents"]), ("It cost 5 million dollars.", ["5 million dollars"]),
    ("It cost €3.2 billion.", ["€3.2 billion"]), ("It cost EUR 3,000.", ["EUR 3,000"]),
    ("A loss of $(4.7) million.", ["$(4.7) million"]),
    ("From $5 to $6 million, or 3% to 4%.", ["$5", "$6 million", "3%", "4%"]),
    ("Margins rose 2.5 percentage points.", ["2.5 percentage points"]),
    ("US$5 and (4.3%).", ["US$5", "(4.3%)"]),
    ("A [page about $5 million](/about/).", ["$5 million"]), ("- In a list: $7\n- and 8%", ["$7", "8%"]),
    ("> A quotation of $9.", ["$9"]), ("| Cost | $10 |\n|---|---|\n| Share | 11% |", ["$10", "11%"]),
  ])
  func listsFiguresWithoutALink(_ body: String, _ expected: [String]) {
    let report = ProseSite(body: body).report()
    #expect(report.unlinked.map(\.words) == expected)
    // All of a text are one finding.
    #expect(report.findings.map(\.code.id) == ["V412"])
    #expect(report.findings.flatMap(\.others).map(\.words) == Array(expected.dropFirst()))
    #expect(report.findings.allSatisfy { $0.severity == .warning })
    #expect(report.counts.unlinked == expected.count)
  }

  @Test(arguments: [
    "It was founded in 1978.", "The Act of 1933 and Section 27A, Rule 10b-5 and Form 10-Q.",
    "Call 800-309-8563, ID 3901827.",
    "Call (800) 309-8563 or +1 877 310 0717.", "On November 14, 2003, at 4:30 p.m. EST.",
    "At 16:30 on 2003-11-14.",
    "Version 1.2.3 of exhibit 99.1.", "There were 7,754,000 shares and 250 employees.",
    "The first 3 of 10 centers.",
    "Common stock, $.01 par value.", "A 100%-owned subsidiary and a 51% owned one.",
    "In code: `$5 million` and `12%`.",
    "```\n$5 million\n```", "    $5 million, indented\n", "<span data-x=\"$5\">Words 5.</span>",
    "See <https://x.example/?q=5%25&p=$5>.",
    "See [this](https://x.example/12%25).", "Room 12, 5th floor, 90210.", "A ratio of 3 to 1 and 2-for-1.",
    "Revenue of [$6,980,000](fact:Revenues).", "Accession 0000801748-03-000025.",
    "The S&P 500 fell 20 points.",
    "Eleven percent in words, and half a million.", "Costs in $ and in %.", "Nothing at all.",
    "$ and % alone, 5.",
    "The shell's $HOME and $x1.",
  ])
  func leavesOtherNumbersAlone(_ body: String) {
    #expect(ProseSite(body: body).report().unlinked == [])
  }

  @Test(arguments: [
    ("On Friday, November 14, 2003, we speak.", []), ("On Thursday, November 14, 2003, we speak.", ["V421"]),
    ("On Fri., Nov. 14, 2003.", []), ("On Sat, Nov. 14, 2003.", ["V421"]),
    ("On Friday, 14 November 2003.", []),
    ("On Monday, 14 November 2003.", ["V421"]), ("On Friday, November 14th.", []),
    ("On Tuesday, November 14.", ["V421"]),
    ("On Friday. November 14, 2003, came.", []), ("On Friday, February 30, 2003.", []),
    ("Friday and Monday.", []),
    ("On **Monday**, November 14, 2003.", ["V421"]), ("On Monday,\nNovember 14, 2003.", ["V421"]),
    ("We may meet on Friday, May 2, 2003.", []), ("Sunday, March 5 papers.", ["V421"]),
  ])
  func weekdaysMatchTheirDates(_ body: String, _ expected: [String]) { #expect(codes(body) == expected) }

  @Test(arguments: [
    ("On November 14, 2003, at 4:30 p.m. EST.", []), ("On November 14, 2003, at 4:30 p.m. EDT.", ["V422"]),
    ("At 4:30 p.m. EDT on November 14, 2003.", ["V422"]), ("On July 14, 2003, at 4:30 p.m. EST.", ["V422"]),
    ("On July 14, 2003, at 4:30 p.m. Eastern Daylight Time.", []),
    ("On July 14, 2003, at 4:30 p.m. Eastern Standard Time.", ["V422"]),
    ("On July 14, 2003, at 4:30 p.m. Eastern Time.", []), ("On July 14, 2003, at 1:30 p.m. PST.", ["V422"]),
    ("On July 14, 2003, at 1:30 p.m. PDT (4:30 p.m. EDT).", []), ("At 4:30 p.m. EDT.", []),
    ("L'heure est au 14 July 2003.", []), ("On July 14, 2003.\n\nAt 4:30 p.m. EST.", []),
    ("On July 14, 2003, at 9:00 a.m. CET.", ["V422"]), ("On July 14, 2003, at 9:00 a.m. CEST.", []),
    ("On November 14, 2003, at 9:00 CEST.", ["V422"]), ("On November 14, 2003, at 9:00 CET.", []),
    ("On July 14, 2003, at 9:00 GMT (10:00 BST).", []), ("On November 14, 2003, at 9:00 BST.", ["V422"]),
    ("On July 14, 2003, at 9:00 WET.", ["V422"]), ("On July 14, 2003, at 9:00 EET.", ["V422"]),
    ("On July 14, 2003, at 9:00 EEST, 8:00 CEST and 7:00 WEST.", []), ("On July 14, 2003, we went west.", []),
    ("WEST PALM BEACH, January 14, 2004.", []), ("On July 14, 2003, at 8 a.m. WET.", ["V422"]),
    ("On July 14, 2003, WET ground.", []),
    ("On November 14, 2003, at 9:00 AEST.", []), ("On July 14, 2003, at 9:00 AEDT.", ["V422"]),
    ("On October 4, 2003, at 9:00 NZDT.", ["V422"]), ("On October 5, 2003, at 9:00 NZDT.", []),
    ("On July 14, 2003, at 9:00 Central European Standard Time.", ["V422"]),
    ("On July 14, 2003, at 9:00 Central European Summer Time.", []),
    ("On November 14, 2003, at 9:00 British Summer Time.", ["V422"]),
    ("On October 26, 2003, at 9 a.m. EST.", []), ("On October 25, 2003, at 9 a.m. EST.", ["V422"]),
  ])
  func zonesAreNamedAsOnTheDay(_ body: String, _ expected: [String]) { #expect(codes(body) == expected) }

  @Test(arguments: [
    ("This (is good.", ["'('"]), ("This is) good.", ["')'"]), ("He said \"this is good.", ["'\"'"]),
    ("»gut.", ["'»'"]), ("He said “this is good.", ["'“'"]), ("Er sagte „gut.", ["'„'"]),
    ("This [is good.", ["'['"]), ("One (open.\n\nAnother (open.", ["'('", "'('"]),
    ("A quotation: \"One.\n\nTwo.\n\nThree.", ["'\"'"]),
  ])
  func marksThatStayOpenAreReported(_ body: String, _ marks: [String]) {
    let found = ProseSite(body: body).report().findings
    #expect(found.map(\.message) == marks.map { "\($0) has no counterpart in its paragraph" })
    #expect(found.allSatisfy { $0.code.id == "V423" && $0.severity == .warning })
  }

  @Test(arguments: [
    "This (is) good.", "He said \"this is good.\"", "»gut« and «bon» and »bra»", "„gut“, „bien” and “good”",
    "”bra”, sade han.", "a) one, b) two and iv) three", "(a) one and 12) two", "A 5\" display",
    "Fine :-) and ;(", "Net:(5) and a)",
    "In code: `f(x` and `\"`.", "```\nf(x\n```", "    f(x\n", "A [link](https://x.example/a_(b)).",
    "An escaped \\( and \\\".", "Half open, [0, 1).", "It's the holders' rock 'n' roll.",
    "\"One.\n\n\"Two.\n\n\"Three.\"", "“One.\n\n“Two.”", "He said: \"One.\n\nTwo.\"", "> “One.\n>\n> “Two.”",
    "<a title=\"(\">x</a>", "Across (two\nlines) it closes.", "See <https://x.example/(>.",
    "| A (b) | \"c\" |\n|---|---|\n| (5) | 6 |", "", "[x](https://x.example \"A title\")",
    "An [aside](https://x.example) (with [one](/a/)).",
  ])
  func marksThatCloseOrMeanNothingPass(_ body: String) {
    #expect(ProseSite(body: body).report().findings.filter { $0.code.id == "V423" } == [])
  }

  @Test func waiversTurnFindingsIntoNotes() throws {
    let body = "An operating loss of [$176,000](fact:GrossProfit)."
    let report = ProseSite(body: body, allow: "V411: as printed").report()
    let finding = try #require(report.findings.first)
    #expect(finding.severity == .note)
    #expect(finding.notes == ["waived: as printed"])
    #expect(report.waived.map(\.reason) == ["as printed"])
    #expect(report.waiverFindings == [])
  }

  @Test func aWaiverThatSetsNothingAsideIsAnError() throws {
    let report = ProseSite(body: "Words.", allow: "V411: as printed").report()
    let idle = try #require(report.waiverFindings.first)
    #expect(idle.code.id == "V903")
    #expect(idle.subject == .key(release: 0, path: "allow.0.V411"))
    let unknown = ProseSite(body: "Words.", allow: "V499: as printed").report().waiverFindings
    #expect(unknown.map(\.code.id) == ["V902"])
    #expect(ProseSite(body: "Words.", allow: "V204: as printed").report().waiverFindings == [])
  }

  @Test func hostileTextsAreReadInTheirLength() {
    for unit in [
      "`", "<", "&", "(", "$", "5", "5,", "$5 ", "[", "EST ", "May 5, ", "\u{2013}", "\u{FFFD}", "`5", "of ",
    ] {
      let body = String(repeating: unit, count: 20_000)
      let text = ProseText(bytes: Array(body.utf8))
      #expect(proseTokens(text).count <= body.utf8.count + 1)
      _ = ProseSite(body: String(body.prefix(3000))).report()
    }
  }
}
