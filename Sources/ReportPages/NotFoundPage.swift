public import PageTemplates

/// Fills the page that servers show for unknown addresses: the template `not-found`.
///
/// It can be shown at any depth, so its links begin with the base path instead of a relative prefix.
public func notFoundRecord(_ context: PageContext) -> TemplateRecord {
  PageShapes.notFound.record(
    values: frame(context, address: nil, title: "Page not found", description: ""))
}
