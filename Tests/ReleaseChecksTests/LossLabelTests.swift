import Diagnostics
import ReleaseChecks
import Testing

/// V216: labels that say a loss over figures that say a profit.
@Suite struct LossLabelTests {
  private static func found(_ row: String) -> [Finding] {
    let statement = "concept,label,negated,2003-FY,2002-FY\n\(row)\n"
    return sampleSite([SampleRelease("2004-02-14", period: "2003-FY", statement: statement)]).report
      .findings.filter { $0.code.id == "V216" }
  }

  @Test(arguments: [
    "NetIncomeLoss,Net loss,,5,4", "NetIncomeLoss,Loss for the year,,5,4",
    "NetIncomeLoss,Loss for the year,,5,",
    "IncomeLossBeforeIncomeTaxes,Loss before tax,,5,4",
    "IncomeLossBeforeIncomeTaxes,Loss before income taxes,,5,4", "OperatingIncomeLoss,Operating loss,,5,4",
    "EarningsPerShareBasic,Loss per share,,0.05,0.04", "IncomeTaxExpenseBenefit,Tax credit,,5,4",
    "IncomeTaxExpenseBenefit,Income tax benefit,,5,4",
    // What stands in parentheses in a negated row is the other sign.
    "NetIncomeLoss,Net loss,true,(5),(4)",
  ])
  func aLossIsBelowZero(_ row: String) {
    #expect(Self.found(row).map { "\($0.severity) at \($0.subject)" } == ["error at \(cell(0, 0))"])
  }

  @Test(arguments: [
    "NetIncomeLoss,Net loss,,(5),(4)", "NetIncomeLoss,Net loss,,(5),4", "NetIncomeLoss,Net loss,,5,(4)",
    "NetIncomeLoss,Net loss,true,5,4", "NetIncomeLoss,Net income (loss),,5,4",
    "NetIncomeLoss,Profit/(loss) for the year,,5,4", "NetIncomeLoss,Net (loss) income,,5,4",
    "NetIncomeLoss,Profit or loss,,5,4", "NetIncomeLoss,Net income,,5,4",
    "IncomeTaxExpenseBenefit,Provision for income taxes,,5,4",
    "IncomeTaxExpenseBenefit,Income tax expense (benefit),,5,4",
    "IncomeTaxExpenseBenefit,Tax credit,,(5),(4)",
    "OtherOperatingExpense,Impairment loss,,5,4", "Gadgets,Loss on sale,,5,4",
  ])
  func whatALabelLeavesOpenHolds(_ row: String) { #expect(Self.found(row).isEmpty) }
}
