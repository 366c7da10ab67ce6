import CivilTime
import Markup
public import PageTemplates
public import ReleaseModel

/// Fills the template `page` for an address whose page was withdrawn: it says so, since when and why, and search
/// engines leave it out.
public func withdrawnRecord(_ withdrawal: Withdrawal, _ context: PageContext) -> TemplateRecord {
  var article = ByteSink(capacity: 1024)
  article.markup(
    "<section class=\"spread\" aria-labelledby=\"_reason\">\n<h2 id=\"_reason\">Why</h2>\n<p class=\"body\">")
  article.text(withdrawal.reason)
  article.markup("</p>\n</section>\n")
  let title = "This page was withdrawn"
  let since =
    "What stood at this address until \(EnglishCalendar.long(withdrawal.day)) is no longer published."
  return PageShapes.page.record(
    values: frame(context, address: withdrawal.path, title: title, description: since, isHidden: true) + [
      .text(title), .text(since), .html(article.bytes()), .list([]), .flag(false),
    ])
}
