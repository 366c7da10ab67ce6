import DefaultTheme
import Diagnostics
import PageTemplates
import ReportPages
import Testing

@Test func theDefaultThemeUsesOnlyNamesThatPagesHave() {
  var diagnostics: [Diagnostic] = []
  let sources = defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }
  _ = compileTemplates(sources, pages: PageShapes.templates, diagnostics: &diagnostics)
  #expect(diagnostics.map { "\($0.place?.path ?? "") \($0.message)" } == [])
}

@Test func theDefaultThemeHoldsItsFilesWhole() {
  #expect(defaultTheme.map(\.path) == defaultTheme.map(\.path).sorted())
  #expect(defaultTheme.contains { $0.path == "Templates/assets/site.css" })
  #expect(defaultTheme.allSatisfy { $0.text.hasSuffix("\n") && !$0.text.hasSuffix("\n\n") })
}
