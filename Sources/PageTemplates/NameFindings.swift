import Diagnostics

/// What can be wrong with the names in tags.
extension TemplateFindings {
  /// Reports a name that no record around it has; `part` is the unknown one of a dotted name.
  mutating func report(unknown tag: Tag, _ part: Int, among names: [String], _ template: TemplateText) {
    let (name, range) = nameParts(tag)[part]
    let rule =
      part == 0 ? "'\(name)' is not a name here" : "'\(nameParts(tag)[part - 1].name)' has no field '\(name)'"
    report(.unknownName, rule, template, range, hints: didYouMean(name, among: names))
  }

  /// Reports a dotted name that leads through something without fields.
  mutating func report(noRecord tag: Tag, _ part: Int, _ template: TemplateText) {
    let (name, range) = nameParts(tag)[part]
    report(
      .noRecord, "'\(name)' has no fields: only a record can be followed by a dot", template, range,
      hints: ["enter a list with '{{#\(name)}}' and use its fields inside"])
  }

  mutating func report(unknownTemplate tag: Tag, among names: [String], _ template: TemplateText) {
    report(
      .unknownTemplate, "the theme has no template '\(tag.name)'", template, tag.nameRange,
      hints: didYouMean(tag.name, among: names))
  }

  mutating func report(recursive tag: Tag, _ names: [String], _ template: TemplateText) {
    let way = (names.drop { $0 != tag.name } + [tag.name]).joined(separator: "' includes '")
    report(
      .recursiveTemplate, "a template cannot include itself: '\(way)'", template, tag.nameRange,
      hints: ["write what repeats as a list's section"])
  }

  mutating func report(
    unknownBlock tag: Tag, in parent: Tag, among names: [String], _ template: TemplateText
  ) {
    report(
      .unknownBlock, "'\(parent.name)' has no block '\(tag.name)'", template, tag.nameRange,
      hints: didYouMean(tag.name, among: names))
  }

  mutating func report(duplicateBlock tag: Tag, first: Tag, _ template: TemplateText) {
    report(
      .duplicateBlock, "the block '\(tag.name)' is filled twice", template, tag.nameRange,
      related: [Diagnostic.Related(place: template.place(first.nameRange), message: "filled here first")])
  }

  mutating func report(stray range: Range<Int>, in parent: Tag, _ template: TemplateText) {
    report(
      .strayInLayout, "only blocks stand in the layout '\(parent.name)'; this would be lost", template, range,
      hints: ["put it into a block: '{{$name}}...{{/name}}'"])
  }

  mutating func report(tooLarge template: TemplateText) {
    report(
      .pageTooLarge,
      "a page is put together from at most \(Compilation.stepLimit) parts, its partials' included", template,
      template.start..<template.start)
  }

  /// Whether a value of that kind can be written where the tag stands; reports why not.
  mutating func admit(
    _ tag: Tag, _ kind: RecordShape.Kind, isRaw: Bool, in state: HTMLContext.State, _ template: TemplateText
  ) -> Bool {
    let name = tag.name
    switch (kind, isRaw) {
    case (.text, false), (.html, true): break
    case (.html, false):
      report(
        .escapedMarkup, "'\(name)' is HTML and would be escaped", template, tag.nameRange,
        hints: ["write '{{{\(name)}}}'"])
      return false
    case (.text, true):
      report(
        .unescapedText, "'\(name)' is text and must be escaped", template, tag.nameRange,
        hints: ["write '{{\(name)}}'"])
      return false
    case (.flag, _), (.list, _), (.record, _):
      report(
        .notAValue, "'\(name)' is \(kind.article), which has no text of its own", template, tag.nameRange,
        hints: ["open a section: '{{#\(name)}}...{{/\(name)}}'"])
      return false
    }
    switch state {
    case .text, .comment: return true
    case .rawText:
      report(
        .valueInScript, "'\(name)' cannot stand in a script or style: escaping does not make it safe there",
        template, tag.nameRange, hints: ["put the value into an attribute"])
    case .doubleQuotedValue, .singleQuotedValue:
      guard isRaw else { return true }
      report(.markupInTag, "'\(name)' is HTML and cannot stand in an attribute", template, tag.nameRange)
    case .beforeValue, .unquotedValue:
      report(
        .unquotedValue, "'\(name)' stands in an attribute without quotation marks", template, tag.nameRange,
        hints: ["write '\"{{\(name)}}\"'"])
    case .tagOpen, .tagName, .tag, .markupDeclaration:
      report(
        .markupInTag, "'\(name)' stands inside a tag, outside any attribute's value", template, tag.nameRange)
    }
    return false
  }

  private func nameParts(_ tag: Tag) -> [(name: String, range: Range<Int>)] {
    var start = tag.nameRange.lowerBound
    return tag.name.split(separator: ".").map { part in
      defer { start += part.utf8.count + 1 }
      return (String(part), start..<start + part.utf8.count)
    }
  }
}

extension RecordShape.Kind {
  fileprivate var article: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
