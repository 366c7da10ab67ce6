import ArgumentParser
import Diagnostics
import Glibc
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
  @Test func noCodeIsLeftOut() throws {
    let declared = try declaredCodes()
    #expect(declared.count >= catalogue.count)
    #expect(declared.subtracting(catalogue.map(\.id)).sorted() == [])
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

/// The codes in the modules' `…Codes.swift` files, read from the sources.
private func declaredCodes() throws -> Set<String> {
  let sources = testsFolder + "/../Sources"
  var codes: Set<String> = []
  for module in names(in: sources) {
    for file in names(in: sources + "/" + module) where file.hasSuffix("Codes.swift") {
      let parts = text(of: "\(sources)/\(module)/\(file)").split(separator: "DiagnosticCode(").dropFirst()
      for part in parts {
        let literal = part.drop { $0.isWhitespace }
        if literal.hasPrefix("\"") { codes.insert(String(literal.dropFirst().prefix { $0 != "\"" })) }
      }
    }
  }
  return codes
}

private func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return names.sorted()
}

private func text(of path: String) -> String {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = read(file, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}
