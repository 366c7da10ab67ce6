public import CivilTime
public import Diagnostics
public import Markup
public import PageTemplates
public import ReleaseFormat

/// What a build is asked for.
public struct BuildOptions: Sendable {
  /// The moment the site is built for when `site.yaml` pins none.
  public var now: Instant
  /// `--now`: overrides both the clock and what `site.yaml` pins.
  public var explicitNow: Instant?
  /// Overrides `base_url`.
  public var baseURL: String?
  /// How many pages are made at once.
  public var jobs: Int
  /// The theme inside the binary; a site's own `Templates/` overrides it file by file.
  public var theme: [TemplateSource]

  public init(now: Instant, theme: [TemplateSource], jobs: Int = 1) {
    self.now = now
    self.theme = theme
    self.jobs = jobs
  }
}

/// Takes the files of the finished site; called from several threads at once, each path once.
public struct SiteOutput: Sendable {
  /// Takes one file, by its path below `public/`.
  public var write: @Sendable (_ path: String, _ bytes: borrowing ByteSink) -> Void
  /// Takes a file of the source as it is: an attachment.
  public var copy: @Sendable (_ source: String, _ path: String) -> Void

  public init(
    write: @escaping @Sendable (String, borrowing ByteSink) -> Void,
    copy: @escaping @Sendable (String, String) -> Void
  ) {
    self.write = write
    self.copy = copy
  }
}

/// What a build made.
public struct BuildResult: Sendable {
  /// In the order of ``Diagnostic``; any error means that the output must not be published.
  public var diagnostics: [Diagnostic]
  public var counts: BuildCounts

  public init(diagnostics: [Diagnostic], counts: BuildCounts) {
    self.diagnostics = diagnostics
    self.counts = counts
  }
}

/// How much a build made.
public struct BuildCounts: Hashable, Sendable {
  public var releases = 0
  public var pages = 0
  public var charts = 0
  public var figures = 0
  public var files = 0
  public var bytes = 0

  public init() {}
}

/// Builds a site: the numbered stages, in order.
///
/// - Parameter progress: told, from any thread, how many of how many pages are done.
public func buildSite(
  _ source: SiteSource, _ options: BuildOptions, output: SiteOutput,
  progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
) -> BuildResult {
  BuildResult(diagnostics: [], counts: BuildCounts())
}
