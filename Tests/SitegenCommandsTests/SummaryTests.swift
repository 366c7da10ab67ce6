import Diagnostics
import SiteBuilding
import SiteFiles
import Testing

@testable import SitegenCommands

@Suite struct SummaryTests {
  @Test func valuesEndInOneColumn() {
    #expect(
      summaryTable([("releases", "19"), ("pages", "1,024"), ("built for", "2003")]) == """
          releases      19
          pages      1,024
          built for   2003

        """)
    #expect(summaryTable([]) == "")
  }

  @Test func rowsSayWhatWasMade() {
    var counts = BuildCounts()
    counts.releases = 19
    counts.figures = 12_345
    counts.bytes = 1_250_000
    let rows = summaryRows(counts, nil)
    counts.verified = 1200
    counts.unlinked = 3
    let prose = summaryRows(counts, nil).filter { $0.label.hasPrefix("  ") || $0.label == "figures in prose" }
    #expect(
      prose.map(\.label) == [
        "figures in prose", "  verified", "  contradicted", "  not verifiable", "  unlinked",
      ])
    #expect(prose.map(\.value) == ["1,203", "1,200", "0", "0", "3"])
    let others = rows.filter { row in !prose.contains { $0.label == row.label } }
    #expect(others.map(\.label) == ["releases", "pages", "charts", "figures", "files", "size"])
    #expect(others.map(\.value) == ["19", "0", "0", "12,345", "0", "1.3 MB"])
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-4_679_000, "-4,679,000"),
  ])
  func groupsDigits(_ number: Int, _ text: String) { #expect(grouped(number) == text) }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"), (999_949, "999.9 kB"),
    (999_950, "1.0 MB"), (16_000_000, "16.0 MB"), (5_000_000_000, "5.0 GB"), (Int.max, "9.2 EB"),
  ])
  func roundsBytes(_ bytes: Int, _ text: String) { #expect(byteCount(bytes) == text) }

  @Test(
    arguments: [
      (0, "0 ms"), (0.0004, "0 ms"), (0.0421, "42 ms"), (0.9994, "999 ms"), (0.9996, "1.0 s"),
      (1.26, "1.3 s"),
      (3600, "3,600.0 s"),
    ] as [(Double, String)])
  func roundsTime(_ seconds: Double, _ text: String) { #expect(duration(seconds) == text) }

  private func finding(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(siteFilesCodes[0], "message", at: nil, severity: severity)
  }

  @Test func theStatusFollowsTheWorstFinding() {
    #expect(ExitStatus([], nil, isStrict: true) == .success)
    #expect(ExitStatus([finding(.note), finding(.warning)], nil, isStrict: false) == .success)
    #expect(ExitStatus([finding(.note), finding(.warning)], nil, isStrict: true) == .contentErrors)
    #expect(ExitStatus([finding(.note)], nil, isStrict: true) == .success)
    #expect(ExitStatus([finding(.warning), finding(.error)], nil, isStrict: false) == .contentErrors)
  }

  @Test func aMissingSiteIsMissingInput() {
    let failure = #expect(throws: FileFailure.self) { try openSite("/nonexistent/site") }
    #expect(ExitStatus([], failure, isStrict: false) == .inputMissing)
    #expect(ExitStatus.inputMissing.rawValue == 66)
  }

  @Test func anUnsuitableOutputCannotBeCreated() {
    let failure = #expect(throws: FileFailure.self) {
      try Publication(to: "/nonexistent/a/public", site: "/nonexistent", PublishOptions(generator: "x"))
    }
    #expect(ExitStatus([], failure, isStrict: false) == .cannotCreate)
    #expect(ExitStatus.cannotCreate.rawValue == 73)
  }
}
