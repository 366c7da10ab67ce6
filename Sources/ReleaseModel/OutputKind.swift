/// A kind of files that a site publishes, as `outputs` of `site.yaml` names it.
public enum OutputKind: String, CaseIterable, Sendable {
  /// The pages of releases, their lists, hand-written pages and the home page, with `feed.xml`,
  /// `sitemap.xml` and `robots.txt`; never left out.
  case html
  /// Each release's page as Markdown beside it, `index.md`.
  case markdown
  /// The history of every figure at `/financials/`.
  case financials
  /// What the checks came to, at `/data-quality/`.
  case quality
  /// Statements and the archive's facts as CSV.
  case csv
  /// Statements and the archive's facts as workbooks.
  case xlsx
  /// Releases and the archive's facts as JSON.
  case json
  /// Each chart as an SVG file and as CSV.
  case charts
  /// Events: their page and their calendars.
  case calendar
  /// Feeds besides `feed.xml`: JSON Feed, RSS, and those of each kind.
  case feeds
  /// What servers and readers of a site's root look for: `_headers`, `_redirects`, `llms.txt`.
  case hosting
}
