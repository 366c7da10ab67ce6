import Testing

/// Directions between two linked figures: "rose to ... from ...".
@Suite struct ComparedFiguresTests {
  private let now = "[$6,980,000](fact:Revenues)"
  private let then = "[$7,181,000](fact:Revenues@2002-Q3)"

  @Test func directionsThatHold() {
    #expect(codes("Revenue fell to \(now) from \(then).") == [])
    #expect(codes("Revenue declined slightly to \(now), from \(then) a year earlier.") == [])
    #expect(codes("Revenue decreased from \(then) to \(now).") == [])
    #expect(codes("Revenue fell from \(then) in the third quarter of 2002 to \(now).") == [])
    #expect(
      codes(
        "The net loss rose to [$4,679,000](fact:NetIncomeLoss) from [$462,000](fact:NetIncomeLoss@2002-Q3).")
        == [])
  }

  @Test func directionsThatDoNot() {
    #expect(codes("Revenue rose to \(now) from \(then).") == ["V402"])
    #expect(codes("Revenue increased slightly to \(now), from \(then) a year earlier.") == ["V402"])
    #expect(codes("Revenue grew from \(then) to \(now).") == ["V402"])
    #expect(
      codes(
        "The net loss fell to [$4,679,000](fact:NetIncomeLoss) from [$462,000](fact:NetIncomeLoss@2002-Q3).")
        == ["V402"])
  }

  @Test(arguments: [
    "Revenue rose to NOW, compared with THEN.", "Revenue rose to NOW, compared to THEN a year earlier.",
    "Revenue rose to NOW versus THEN in the third quarter of 2002.", "Revenue rose to NOW (2002: THEN).",
    "Revenue rose to NOW (third quarter of 2002: THEN).", "Revenue increased: NOW against THEN.",
    "Revenue increased: NOW compared with THEN.", "Revenue was NOW, up compared with THEN.",
  ])
  func figuresSideBySide(_ sentence: String) {
    let wrong = sentence.replacing("NOW", with: now).replacing("THEN", with: then)
    #expect(codes(wrong) == ["V402"])
    let right = wrong.replacing("rose", with: "fell").replacing("increased", with: "decreased")
      .replacing(", up", with: ", down")
    #expect(codes(right) == [])
  }

  /// What a figure is put beside need not be what it rose from.
  @Test(arguments: [
    "Revenue rose sequentially to NOW, versus THEN a year earlier.",
    "Prices rose: revenue was NOW compared with THEN.", "Revenue, as prices rose, was NOW against THEN.",
    "Revenue never rose to NOW, compared with THEN.",
    "Revenue rose year over year to NOW, compared with THEN.",
  ])
  func whatMayHaveRisenFromElsewhere(_ sentence: String) {
    #expect(codes(sentence.replacing("NOW", with: now).replacing("THEN", with: then)) == [])
  }

  @Test func threeFiguresMayBeComparedInAnyOrder() {
    let earlier = "Revenues,,2003-Q2,6000000,-3,\n"
    let sentence =
      "Revenue rose to \(now), compared with \(then) a year earlier and [$6,000,000](fact:Revenues@2003-Q2)."
    #expect(codes(sentence, earlier: earlier) == [])
  }

  @Test func unchangedIsNoChange() {
    let loss = "[$4,679,000](fact:NetIncomeLoss)"
    let lossThen = "[$462,000](fact:NetIncomeLoss@2002-Q3)"
    #expect(codes("The net loss was unchanged at \(loss) (2002: \(lossThen)).") == ["V402"])
    #expect(codes("The net loss remained unchanged at \(loss), compared with \(lossThen).") == ["V402"])
    #expect(codes("Revenue was broadly unchanged at \(now) (2002: \(then)).") == [])
    #expect(codes("The plan is unchanged; the net loss was \(loss) (2002: \(lossThen)).") == [])
  }

  @Test func sharesThatAreCalculatedHaveDirections() {
    let (now, then) = ("[-2.5%](calc:margin(GrossProfit))", "[14.2%](calc:margin(GrossProfit@2002-Q3))")
    #expect(codes("The gross margin was \(now), down from \(then).") == [])
    #expect(codes("The gross margin was \(now), up from \(then).") == ["V402"])
    #expect(codes("The gross margin was **\(now)**, *up* from \(then).") == ["V402"])
    #expect(codes("The gross margin rose to \(now) from \(then).") == ["V402"])
    #expect(
      codes("The gross margin rose to \(now) from [85.8%](calc:share(GrossProfit,Revenues)).") == ["V403"])
  }

  @Test func wordsForFactorsAreHeldAgainstBothFigures() {
    let figures = "Backlog,,2003-09-30,900000,-3,\nBacklog,,2003-06-30,300000,-3,\n"
    let (now, then) = ("[$900,000](fact:Backlog@2003-09-30)", "[$300,000](fact:Backlog@2003-06-30)")
    #expect(codes("Backlog rose threefold to \(now) from \(then).", figures: figures) == [])
    #expect(codes("Backlog rose three-fold to \(now) from \(then).", figures: figures) == [])
    #expect(codes("Backlog rose fourfold to \(now) from \(then).", figures: figures) == ["V402"])
    #expect(codes("Backlog rose tenfold to \(now) from \(then).", figures: figures) == ["V402"])
    #expect(codes("Backlog fell threefold to \(then) from \(now).", figures: figures) == [])
  }

  @Test func wordsThatSayNothing() {
    // Another concept, another sign, words between, a figure that is wrong by itself, a full stop.
    #expect(
      codes("Revenue rose to \(now) from [$1,022,000](fact:GrossProfit@2002-Q3) of gross profit.") == [])
    #expect(
      codes("The result rose to [$(176,000)](fact:GrossProfit) from [$1,022,000](fact:GrossProfit@2002-Q3).")
        == [])
    #expect(codes("Revenue came to \(now) from \(then).") == [])
    #expect(codes("Orders rose to a record. Revenue was \(now), after \(then).") == [])
    #expect(
      codes("Revenue rose to [$6,990,000](fact:Revenues) from \(then).") == ["V401"])
  }

  @Test func equalWithinTheirRoundingIsNoDirection() {
    let earlier = "Backlog,,2003-03-31,500000,-5,\nBacklog,,2003-06-30,500000,-5,\n"
    #expect(
      codes(
        "Backlog rose to [$0.5 million](fact:Backlog@2003-06-30) from [$0.5 million](fact:Backlog@2003-03-31).",
        earlier: earlier) == [])
  }
}
