import Diagnostics
import ExactNumbers
import MarkdownRendering
import Markup
import ReleaseChecks
import ReleaseModel

/// Where a page tells what the checks came to; no heading of an author begins with an underscore.
let qualityAnchor = "_quality"

/// Appends what the checks came to: how many figures of the text are verified, which are not, and what the
/// release sets aside.
func appendQuality(
  _ view: ReleaseView, _ links: LinkResolver, _ catalog: ConceptCatalog, to sink: inout ByteSink
) {
  guard let quality = view.quality else { return }
  sink.markup("<div class=\"body quality\" id=\"")
  sink.text(qualityAnchor)
  sink.markup("\">\n")
  for sentence in sentences(quality) {
    sink.markup("<p>")
    sink.text(sentence)
    sink.markup("</p>\n")
  }
  let open = openClaims(quality, view, links, catalog)
  if !open.isEmpty {
    beginScroller(labelledBy: "quality-caption", &sink)
    sink.markup("<table class=\"figures wordy\">\n<caption id=\"quality-caption\">")
    sink.markup(
      "<span class=\"caption-title\">Figures that nothing else confirms</span></caption>\n<thead><tr>")
    sink.markup("<td></td><th scope=\"col\">As printed</th><th scope=\"col\" class=\"left\">Period</th>")
    sink.markup("<th scope=\"col\" class=\"left\">Why</th></tr></thead>\n<tbody>\n")
    for claim in open {
      sink.markup("<tr><th scope=\"row\">")
      sink.text(claim.label)
      sink.markup("</th><td>")
      if let address = claim.address {
        sink.markup("<a href=\"")
        sink.address(address)
        sink.markup("\">")
      }
      sink.text(claim.literal)
      if claim.address != nil { sink.markup("</a>") }
      sink.markup("</td><td class=\"left\">")
      sink.text(claim.period)
      sink.markup("</td><td class=\"left\">")
      sink.text(claim.reason)
      sink.markup("</td></tr>\n")
    }
    sink.markup("</tbody>\n</table>\n</div>\n")
  }
  let waived = quality.allWaived
  if !waived.isEmpty {
    sink.markup("<p>Set aside by the author:</p>\n<ul>\n")
    for check in waived {
      sink.markup("<li>")
      sink.text("\(check.message) (\(check.code)). Reason: \(check.reason)")
      sink.markup("</li>\n")
    }
    sink.markup("</ul>\n")
  }
  sink.markup("</div>\n")
}

/// Appends the same as Markdown.
func appendQualityMarkdown(
  _ view: ReleaseView, _ links: LinkResolver, _ catalog: ConceptCatalog, to sink: inout ByteSink
) {
  guard let quality = view.quality else { return }
  for (index, sentence) in sentences(quality).enumerated() {
    if index > 0 { sink.append(10) }
    sink.markdown(sentence)
    sink.append(10)
  }
  let open = openClaims(quality, view, links, catalog)
  if !open.isEmpty { sink.markup("\nFigures that nothing else confirms:\n\n") }
  for claim in open {
    sink.markup("- ")
    if let address = claim.address {
      sink.markup("[")
      sink.markdown(claim.literal)
      sink.markup("](")
      sink.append(markdownDestination(address))
      sink.markup(")")
    } else {
      sink.markdown(claim.literal)
    }
    sink.markdown(", \(claim.label), \(claim.period): \(claim.reason)")
    sink.append(10)
  }
  let waived = quality.allWaived
  if !waived.isEmpty { sink.markup("\nSet aside by the author:\n\n") }
  for check in waived {
    sink.markup("- ")
    sink.markdown("\(check.message) (\(check.code)). Reason: \(check.reason)")
    sink.append(10)
  }
}

/// A claim that is not verified, in words.
private struct OpenClaim {
  var label: String
  var literal: String
  var period: String
  var reason: String
  /// To the cell of its figure.
  var address: String?
}

private func openClaims(
  _ quality: ReleaseQuality, _ view: ReleaseView, _ links: LinkResolver, _ catalog: ConceptCatalog
) -> [OpenClaim] {
  quality.prose.claims.compactMap { claim in
    guard case .notVerifiable(let reason) = claim.outcome else { return nil }
    let (outcome, _) = links.resolve(claim.destination, isImage: false) { _, _ in Place(view.address) }
    var address: String?
    if case .address(let resolved, _) = outcome { address = resolved }
    let fact = view.figures[claim.concept, claim.period]
    return OpenClaim(
      label: catalog[claim.concept].label(negative: fact?.value.isNegative ?? false), literal: claim.literal,
      period: view.fiscal.shortWords(claim.period), reason: reason.words, address: address)
  }
}

/// What was checked and what came of it.
private func sentences(_ quality: ReleaseQuality) -> [String] {
  let counts = quality.prose.counts
  let linked = counts.verified + counts.contradicted + counts.notVerifiable
  var sentences = [
    composed { words in
      if linked == 0 {
        words.markup("The text links no figures to the data.")
      } else {
        if linked == 1 {
          words.markup("The one figure in the text that is linked to data")
        } else {
          words.markup("Of ")
          words.decimal(linked)
          words.markup(" figures in the text that are linked to data, ")
        }
        var parts = 0
        for (count, one, several) in [
          (counts.verified, " agrees", " agree"),
          (counts.notVerifiable, " cannot be verified", " cannot be verified"),
          (counts.contradicted, " differs from the data", " differ from the data"),
        ] where count > 0 {
          if parts > 0 { words.markup(", ") }
          if linked > 1 { words.decimal(count) }
          words.raw(count == 1 ? one : several)
          if parts == 0, counts.verified > 0 {
            words.markup(" with statements, other releases or calculations")
          }
          parts += 1
        }
        words.markup(".")
      }
      guard counts.unlinked > 0 else { return }
      words.markup(" ")
      words.decimal(counts.unlinked)
      words.markup(
        counts.unlinked == 1 ? " more figure is not linked." : " more figures are not linked.")
    }
  ]
  let (held, undecided) = (quality.checks.heldCount, quality.checks.undecided.count)
  if held > 0 {
    sentences.append(
      held == 1
        ? "1 check of the release's data holds." : String(held) + " checks of the release's data hold.")
  }
  if undecided > 0 {
    sentences.append("\(undecided) could not be decided: the figures are too large to calculate with.")
  }
  return sentences
}

/// A finding that the release sets aside, in words.
private struct WaivedCheck {
  var code: String
  var message: String
  var reason: String
}

extension ReleaseQuality {
  /// What is set aside: by the archive's rules first, then in the text.
  fileprivate var allWaived: [WaivedCheck] {
    checks.waived.map {
      WaivedCheck(code: $0.finding.code.id, message: $0.finding.message, reason: $0.reason)
    }
      + prose.waived.map {
        WaivedCheck(code: $0.finding.code.id, message: $0.finding.message, reason: $0.reason)
      }
  }
}

extension ClaimOutcome.Reason {
  fileprivate var words: String {
    switch self {
    case .statedOnce: "told here only"
    case .noFigure: "words without a figure"
    case .untold: "not among the data"
    case .tooLarge: "too large to calculate with"
    }
  }
}
