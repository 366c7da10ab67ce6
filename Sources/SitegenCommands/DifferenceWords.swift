import Diagnostics
import SiteFiles

/// What changed between two sites in words, as plain text or as Markdown.
func differenceText(_ difference: SiteDifference, isMarkdown: Bool) -> String {
  if difference.isEmpty { return "Nothing changed.\n" }
  let words = DifferenceWords(isMarkdown: isMarkdown)
  var lines: [String] = []
  for kind in [SiteDifference.Page.Kind.added, .removed, .changed] {
    let pages = difference.pages.filter { $0.kind == kind }
    guard !pages.isEmpty else { continue }
    lines += words.heading("\(counted(pages.count, "page")) \(kind.rawValue)")
    for page in pages { lines += words.page(page) }
    lines.append("")
  }
  for (paths, what) in [
    (difference.addedFiles, "added"), (difference.removedFiles, "removed"),
    (difference.changedFiles, "changed"),
  ] where !paths.isEmpty {
    lines += words.heading("\(counted(paths.count, "other file")) \(what)")
    lines += paths.map { "- " + words.code($0) } + [""]
  }
  return lines.dropLast().map { $0 + "\n" }.joined()
}

private struct DifferenceWords {
  var isMarkdown: Bool

  func heading(_ text: String) -> [String] { isMarkdown ? ["## " + text, ""] : [text] }

  func code(_ text: String) -> String { isMarkdown ? "`" + text + "`" : text }

  /// Author's words in Markdown: nothing in them is markup.
  func quoted(_ text: String) -> String {
    guard isMarkdown else { return text }
    return text.unicodeScalars.map { scalar in
      "\\`*_{}[]<>#|~&".unicodeScalars.contains(scalar) ? "\\" + String(scalar) : String(scalar)
    }.joined()
  }

  func page(_ page: SiteDifference.Page) -> [String] {
    var lines = ["- \(quoted(page.title)) (\(code(page.address)))"]
    guard page.kind == .changed else { return lines }
    for figure in page.figures {
      switch (figure.old, figure.new) {
      case (.some(let old), .some(let new)):
        lines.append("  - figure \(code(figure.anchor)): \(quoted(new)), was \(quoted(old))")
      case (nil, .some(let new)): lines.append("  - figure \(code(figure.anchor)) is new: \(quoted(new))")
      case (.some(let old), nil):
        lines.append("  - figure \(code(figure.anchor)) is gone: it was \(quoted(old))")
      case (nil, nil): break
      }
    }
    lines += excerpt(page.removedWords).map { "  - no longer says: \(quoted($0))" }
    lines += excerpt(page.addedWords).map { "  - now says: \(quoted($0))" }
    if page.figures.isEmpty, page.addedWords.isEmpty, page.removedWords.isEmpty {
      lines.append("  - neither figures nor words: its markup, a drawing or what is round the page")
    }
    return lines
  }

  /// The first few, each cut to a line.
  private func excerpt(_ texts: [String]) -> [String] {
    let shown = texts.prefix(8).map { $0.count > 200 ? $0.prefix(199) + "…" : $0 }
    return texts.count > 8 ? shown + ["(and \(texts.count - 8) more)"] : shown
  }
}

private func counted(_ count: Int, _ what: String) -> String {
  "\(grouped(count)) \(what)\(count == 1 ? "" : "s")"
}

/// What changed between two sites as one JSON object.
func differenceJSON(_ difference: SiteDifference) -> String {
  let list = { (texts: [String]) in jsonArray(texts.map { jsonString($0) }) }
  let optional = { (text: String?) in text.map { jsonString($0) } ?? "null" }
  let pages = difference.pages.map { page in
    jsonObject([
      (name: "address", value: jsonString(page.address)), (name: "title", value: jsonString(page.title)),
      (name: "kind", value: jsonString(page.kind.rawValue)),
      (
        name: "figures",
        value: jsonArray(
          page.figures.map { figure in
            jsonObject([
              (name: "anchor", value: jsonString(figure.anchor)), (name: "old", value: optional(figure.old)),
              (name: "new", value: optional(figure.new)),
            ])
          })
      ),
      (name: "addedWords", value: list(page.addedWords)),
      (name: "removedWords", value: list(page.removedWords)),
    ])
  }
  return jsonObject([
    (name: "old", value: jsonString(difference.old)), (name: "new", value: jsonString(difference.new)),
    (name: "pages", value: jsonArray(pages)), (name: "addedFiles", value: list(difference.addedFiles)),
    (name: "removedFiles", value: list(difference.removedFiles)),
    (name: "changedFiles", value: list(difference.changedFiles)),
  ])
}
