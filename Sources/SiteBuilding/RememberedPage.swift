public import Diagnostics
import ReleaseChecks
public import ReportPages

/// What a build knows of a page it made, so that the next build can leave the page as it is.
public struct RememberedPage: Sendable {
  /// The page's file below `public/`, which names the page.
  public var file: String
  /// Of everything the page was made from, as far as its reach goes; see ``PageKeys``.
  public var key: UInt64
  public var reach: PageReach
  /// Every file that was published with it, its own among them.
  public var files: [String]
  public var counts: BuildCounts
  public var diagnostics: [Diagnostic]
  /// Its links to places on other pages.
  public var fragments: [FragmentUse]

  public init(
    file: String, key: UInt64, reach: PageReach, files: [String], counts: BuildCounts,
    diagnostics: [Diagnostic], fragments: [FragmentUse]
  ) {
    self.file = file
    self.key = key
    self.reach = reach
    self.files = files
    self.counts = counts
    self.diagnostics = diagnostics
    self.fragments = fragments
  }
}

/// The pages of a build, each with what the next one has to know of it so that it can leave the page as it is.
///
/// An object, because each of its entries leads back to it.
public final class RememberedPages: Sequence, Sendable {
  private let pages: [SitePlan.Page]
  private let made: [MadePage]
  private let keys: PageKeys?

  /// None.
  public init() { (pages, made, keys) = ([], [], nil) }

  init(_ pages: [SitePlan.Page], _ made: [MadePage], _ keys: PageKeys) {
    (self.pages, self.made, self.keys) = (pages, made, keys)
  }

  public func makeIterator() -> AnyIterator<Entry> {
    var rest = made.indices.makeIterator()
    return AnyIterator {
      rest.next().map { Entry(pages: self, index: $0) }
    }
  }

  public struct Entry: Sendable {
    fileprivate let pages: RememberedPages
    fileprivate let index: Int

    /// The page's file below `public/`.
    public var file: String { pages.pages[index].file }

    /// Whether the last build made it, and this one left it as it is, so that what is known of it has not changed.
    public var isKept: Bool { pages.made[index].key != nil }

    /// What is known of it, put together when it is asked for; `nil` for a page that is made anew each time.
    public var page: RememberedPage? {
      pages.keys.flatMap { RememberedPage(pages.pages[index], pages.made[index], $0) }
    }
  }
}

/// What the last build knows of its pages.
public struct KnownPages: Sendable {
  /// The page that was published as a file.
  let find: @Sendable (_ file: String) -> RememberedPage?

  public init(_ find: @escaping @Sendable (_ file: String) -> RememberedPage?) { self.find = find }

  /// None.
  public static let none = KnownPages { _ in nil }
}

extension RememberedPage {
  /// What making the page left behind; `nil` for a page that is not to be remembered.
  init?(_ page: SitePlan.Page, _ made: MadePage, _ keys: PageKeys) {
    // What is set aside in prose is rare, and has findings with places in the text.
    guard made.waivedProse.isEmpty, let key = made.key ?? keys.key(of: page, made.reach) else { return nil }
    var counts = BuildCounts(releases: 0, pages: 1)
    counts.add(made)
    let file = page.file
    self.init(
      file: file, key: key, reach: made.reach, files: made.paths.isEmpty ? [file] : made.paths,
      counts: counts, diagnostics: made.diagnostics, fragments: made.fragments)
  }
}

extension MadePage {
  /// What making a page left behind that need not be made again.
  init(_ page: RememberedPage) {
    diagnostics = page.diagnostics
    files = Int32(page.counts.files)
    bytes = page.counts.bytes
    charts = Int32(page.counts.charts)
    figures = Int32(page.counts.figures)
    prose.verified = page.counts.verified
    prose.contradicted = page.counts.contradicted
    prose.notVerifiable = page.counts.notVerifiable
    prose.unlinked = page.counts.unlinked
    fragments = page.fragments
    reach = page.reach
    paths = page.files == [page.file] ? [] : page.files
    key = page.key
  }
}
