import ReleaseModel
import Testing

@testable import ReportPages

@Test func incomeStatementAsHTML() {
  let example = ExampleArchive()
  let html = text { appendStatement(0, of: example.view, example.context, to: &$0) }
  #expect(
    html == """
      <div class="body statement">
      <div class="scroller" role="region" aria-labelledby="statement-1-caption" tabindex="0">
      <table class="figures">
      <caption id="statement-1-caption"><span class="caption-title">Statements of operations</span> <span class="caption-note">US dollars, except shares. Unaudited.</span></caption>
      <colgroup><col class="col-label"></colgroup><colgroup span="2"></colgroup>
      <thead>
      <tr><td rowspan="2"></td><th scope="colgroup" colspan="2" class="span">Three months ended September 30</th></tr>
      <tr><th scope="col">2003</th><th scope="col">2002</th></tr>
      </thead>
      <tbody>
      <tr><th scope="row">Revenues</th><td id="Revenues-2003-Q3" data-currency="$">6,980,000</td><td id="Revenues-2002-Q3" data-currency="$">7,181,000</td></tr>
      <tr><th scope="row">Gross profit (loss)</th><td id="GrossProfit-2003-Q3" class="neg"><span class="visually-hidden">minus </span>(176,000)</td><td id="GrossProfit-2002-Q3">1,022,000</td></tr>
      <tr class="total"><th scope="row">Net loss</th><td id="NetIncomeLoss-2003-Q3" data-currency="$" class="neg"><span class="visually-hidden">minus </span>(4,679,000)</td><td id="NetIncomeLoss-2002-Q3" data-currency="$" class="neg"><span class="visually-hidden">minus </span>(462,000)</td></tr>
      <tr class="apart"><th scope="row">Per share</th><td id="EarningsPerShareBasicAndDiluted-2003-Q3" data-currency="$" class="neg"><span class="visually-hidden">minus </span>(0.60)</td><td id="EarningsPerShareBasicAndDiluted-2002-Q3" data-currency="$" class="neg"><span class="visually-hidden">minus </span>(0.06)</td></tr>
      <tr><th scope="row">Weighted average shares</th><td id="WeightedAverageShares-2003-Q3">7,754,000</td><td id="WeightedAverageShares-2002-Q3">7,738,000</td></tr>
      </tbody>
      </table>
      </div>
      <ul class="downloads" aria-label="Download: Statements of operations"><li><a href="income-statement.csv" type="text/csv; charset=utf-8; header=present" download>CSV<span class="visually-hidden">: Statements of operations</span></a></li><li><a href="income-statement.xlsx" type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" download>XLSX<span class="visually-hidden">: Statements of operations</span></a></li></ul>
      </div>

      """)
}

@Test func balanceSheetAsHTML() {
  let example = ExampleArchive()
  let html = text { appendStatement(1, of: example.view, example.context, to: &$0) }
  #expect(
    html == """
      <div class="body statement">
      <div class="scroller" role="region" aria-labelledby="statement-2-caption" tabindex="0">
      <table class="figures">
      <caption id="statement-2-caption"><span class="caption-title">Balance sheet</span> <span class="caption-note">Thousands of US dollars.</span></caption>
      <colgroup><col class="col-label"></colgroup><colgroup span="1"></colgroup><colgroup span="1"></colgroup>
      <thead>
      <tr><td></td><th scope="col">September 30, 2003</th><th scope="col">December 31, 2002</th></tr>
      </thead>
      <tbody>
      <tr class="heading"><th scope="rowgroup" colspan="3">Assets</th></tr>
      <tr class="indent-1"><th scope="row">Cash<sup class="mark"><a href="#statement-2-note-1">1</a></sup></th><td id="Cash-2003-09-30" data-currency="$">1,057</td><td id="Cash-2002-12-31" data-currency="$">1,048</td></tr>
      <tr class="total"><th scope="row">Total assets</th><td id="Assets-2003-09-30" data-currency="$">8,275</td><td id="Assets-2002-12-31" class="dash"><span aria-hidden="true">—</span><span class="visually-hidden">nil</span></td></tr>
      </tbody>
      </table>
      </div>
      <ol class="table-notes">
      <li id="statement-2-note-1">Includes securities.</li>
      </ol>
      <ul class="downloads" aria-label="Download: Balance sheet"><li><a href="balance-sheet.csv" type="text/csv; charset=utf-8; header=present" download>CSV<span class="visually-hidden">: Balance sheet</span></a></li><li><a href="balance-sheet.xlsx" type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" download>XLSX<span class="visually-hidden">: Balance sheet</span></a></li></ul>
      </div>

      """)
}

@Test func statementsAsMarkdown() {
  let (example, release) = (ExampleArchive(), thirdQuarter())
  #expect(
    text { appendStatementMarkdown(release.statements[0], of: example.view, example.context, to: &$0) } == """
      **Statements of operations**\u{20}\u{20}
      US dollars, except shares. Unaudited.

      |  | Three months ended September 30, 2003 | Three months ended September 30, 2002 |
      |:--|--:|--:|
      | Revenues | $6,980,000 | $7,181,000 |
      | Gross profit (loss) | (176,000) | 1,022,000 |
      | **Net loss** | $(4,679,000) | $(462,000) |
      | Per share | $(0.60) | $(0.06) |
      | Weighted average shares | 7,754,000 | 7,738,000 |

      """)
  #expect(
    text { appendStatementMarkdown(release.statements[1], of: example.view, example.context, to: &$0) } == """
      **Balance sheet**\u{20}\u{20}
      Thousands of US dollars.

      |  | September 30, 2003 | December 31, 2002 |
      |:--|--:|--:|
      | **Assets** |  |  |
      | Cash | $1,057 | $1,048 |
      | **Total assets** | $8,275 | — |

      Cash: Includes securities.

      """)
}

@Test func columnsShareSpans() {
  let columns = StatementColumns(["2003-Q3", "2002-Q3", "2003-9M", "2002-FY", "2003-09-30"].map(period))
  #expect(
    columns.spans.map(\.title) == [
      "Three months ended September 30", "Nine months ended September 30", "Year ended December 31", nil,
    ])
  #expect(
    columns.spans.map { $0.heads.map(\.text) } == [
      ["2003", "2002"], ["2003"], ["2002"], ["September 30, 2003"],
    ])
  #expect(columns.fullHeads[3] == "Year ended December 31, 2002")
}

@Test func figureToldTwiceHasOneAnchor() {
  var example = ExampleArchive()
  example.archive.releases[ExampleArchive.third].figures.append(
    StatedFigure(
      concept: concept("Revenues"), label: "Revenues", period: period("2003-Q3"), value: amount("6980000"),
      decimals: 0))
  let html = text { appendFigures(example.view, example.context, to: &$0) }
  #expect(html.contains("<th scope=\"row\">Revenues</th><td>$6,980,000</td>"))
}

@Test func singleFiguresAsTable() {
  let example = ExampleArchive()
  let html = text { appendFigures(example.view, example.context, to: &$0) }
  #expect(html.contains("<span class=\"caption-note\">Third quarter 2003.</span>"))
  #expect(
    html.contains(
      "<tr><th scope=\"row\">Growth of blood products</th><td id=\"BloodProductsGrowth-2003-Q3\">3.8%</td><td class=\"left\">About</td></tr>"
    ))
  #expect(
    text { appendFiguresMarkdown(example.view, exampleCatalog, to: &$0) } == """
      Third quarter 2003.

      |  | Figure | Note |
      |:--|--:|:--|
      | Revenue of the closed centers | $843,000 |  |
      | Growth of blood products | 3.8% | About |

      """)
}
