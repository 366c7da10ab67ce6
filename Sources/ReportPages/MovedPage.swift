public import PageTemplates
import ReleaseModel

/// Fills what stands at an address that a page had once: the template `moved`.
///
/// - Parameters:
///   - alias: the old address, as its author wrote it.
///   - page: where the page is now.
///   - title: the page's title.
public func movedRecord(alias: String, page: String, title: String, _ context: PageContext) -> TemplateRecord
{
  let address = aliasPageAddress(alias)
  return PageShapes.moved.record(
    values: frame(context, address: address, title: title, description: "", movedTo: page) + [
      .text(relativeAddress(from: address, to: page)),
      .text(title),
      .text(context.archive.site.baseURL + page),
    ])
}

/// The address of the page that stands at an old address: `/old/` for `/old`, `/old.html` as it is.
public func aliasPageAddress(_ alias: String) -> String {
  alias.hasSuffix("/") || alias.hasSuffix(".html") || alias.hasSuffix(".htm") ? alias : alias + "/"
}
