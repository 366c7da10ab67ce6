import ArgumentParser
import Diagnostics
import TestSupport
import Testing

@testable import SitegenCommands

@Suite struct CatalogueTests {
  @Test func codesAndNamesAreUnique() {
    #expect(Set(catalogue.map(\.id)).count == catalogue.count)
    #expect(Set(catalogue.map(\.slug)).count == catalogue.count)
  }

  @Test(arguments: catalogue.map(\.id)) func entriesAreComplete(_ id: String) throws {
    let code = try #require(catalogueEntry(id))
    #expect(code.id.count == 4)
    #expect("SFVCMTLP".contains(code.id.prefix(1)))
    #expect(code.id.dropFirst().allSatisfy { $0.isNumber })
    #expect(!code.slug.isEmpty)
    #expect(code.slug.allSatisfy { $0 == "-" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) })
    #expect(code.rule.count > 5)
    #expect(code.explanation.count > 20)
    #expect(catalogueEntry(code.id.lowercased()) == code)
    #expect(catalogueEntry(code.slug) == code)
    let text = explanation(of: code, width: 80)
    #expect(text.hasPrefix("\(code.id) \(code.slug)\n\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// Every code that some source file declares can be explained.
  @Test func noCodeIsLeftOut() {
    #expect(declaredCodes(in: testsFolder + "/../Sources") == catalogue.map(\.id))
  }

  @Test func anUnknownCodeIsAskedBack() throws {
    let error = #expect(throws: (any Error).self) {
      var command = try Sitegen.parseAsRoot(["explain", "foreign-fils"])
      try command.run()
    }
    #expect(error.map { Sitegen.exitCode(for: $0).rawValue } == 64)
    #expect(
      error.map { Sitegen.message(for: $0) }
        == "there is no code 'foreign-fils'; did you mean 'foreign-files'?")
  }

  @Test(arguments: [
    ("one two three", 80, "one two three"),
    ("one two three", 7, "one two\nthree"),
    ("indivisible words", 4, "indivisible\nwords"),
    ("a\n\n  - item one two\n- b", 12, "a\n\n  - item one\n  two\n- b"),
    ("", 10, ""),
  ])
  func wrapsBetweenWords(_ text: String, _ width: Int, _ result: String) {
    #expect(wrapped(text, width: width) == result)
  }
}

/// The codes that the sources in a folder, and in those below it, declare, ordered.
private func declaredCodes(in folder: String) -> [String] {
  names(in: folder).flatMap { name -> [String] in
    guard name.hasSuffix(".swift") else {
      return name.contains(".") ? [] : declaredCodes(in: folder + "/" + name)
    }
    return text(of: folder + "/" + name).split(separator: "DiagnosticCode(").dropFirst().compactMap { part in
      let literal = part.drop { $0.isWhitespace }
      return literal.hasPrefix("\"") ? String(literal.dropFirst().prefix { $0 != "\"" }) : nil
    }
  }.sorted()
}
