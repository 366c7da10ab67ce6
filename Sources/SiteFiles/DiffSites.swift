import Checksums
import Glibc

/// What changed from one published site to another.
public struct SiteDifference: Hashable, Sendable {
  public var pages: [Page] = []
  /// Files other than pages and their Markdown, by path.
  public var addedFiles: [String] = []
  public var removedFiles: [String] = []
  public var changedFiles: [String] = []
  /// The digests of the two sites.
  public var old: String
  public var new: String

  public var isEmpty: Bool {
    pages.isEmpty && addedFiles.isEmpty && removedFiles.isEmpty && changedFiles.isEmpty
  }

  /// A page that one of the sites lacks, or that says something else.
  public struct Page: Hashable, Sendable {
    public var address: String
    public var title: String
    public var kind: Kind
    /// Figures that were added, removed or changed, by the anchor of their cell.
    public var figures: [Figure] = []
    /// Paragraphs, headings and captions that only the new page has, and only the old one.
    public var addedWords: [String] = []
    public var removedWords: [String] = []

    public enum Kind: String, Hashable, Sendable {
      case added
      case removed
      case changed
    }
  }

  /// A figure of a page; `nil` where the page does not tell it.
  public struct Figure: Hashable, Sendable {
    /// `Revenues-2003-Q3`.
    public var anchor: String
    public var old: String?
    public var new: String?
  }
}

/// Compares two published sites: by their manifests which files differ, and by the pages themselves what they
/// say otherwise.
public func diffSites(_ oldPath: String, _ newPath: String) throws(FileFailure) -> SiteDifference {
  let old = try PublishedFolder(oldPath)
  let new = try PublishedFolder(newPath)
  let before = Dictionary(old.manifest.entries.map { ($0.path, $0.digest) }) { first, _ in first }
  let after = Dictionary(new.manifest.entries.map { ($0.path, $0.digest) }) { first, _ in first }
  var difference = SiteDifference(
    old: old.manifest.siteDigest.hexadecimal, new: new.manifest.siteDigest.hexadecimal)
  for path in Set(before.keys).union(after.keys).sorted(by: pathPrecedes) where before[path] != after[path] {
    guard path.hasSuffix(".html") else {
      if before[path] == nil {
        difference.addedFiles.append(path)
      } else if after[path] == nil {
        difference.removedFiles.append(path)
      } else {
        difference.changedFiles.append(path)
      }
      continue
    }
    let oldPage = before[path] == nil ? nil : try page(path, old.folder, oldPath)
    let newPage = after[path] == nil ? nil : try page(path, new.folder, newPath)
    difference.pages.append(compare(path, oldPage, newPage))
  }
  return difference
}

private func page(
  _ path: String, _ folder: borrowing Descriptor, _ name: String
) throws(FileFailure) -> PageReading {
  guard let bytes = Descriptor.file(path, below: folder.number)?.bytes(limit: 1 << 30) else {
    throw .cannotRead(name + "/" + path, systemReason(errno))
  }
  return PageReading(bytes)
}

private func compare(_ path: String, _ old: PageReading?, _ new: PageReading?) -> SiteDifference.Page {
  var page = SiteDifference.Page(
    address: address(path), title: (new ?? old)?.title ?? "",
    kind: old == nil ? .added : new == nil ? .removed : .changed)
  guard let old, let new else { return page }
  let before = Dictionary(old.figures.map { ($0.anchor, $0.text) }) { first, _ in first }
  let after = Dictionary(new.figures.map { ($0.anchor, $0.text) }) { first, _ in first }
  for (anchor, text) in new.figures where before[anchor] != text {
    page.figures.append(.init(anchor: anchor, old: before[anchor], new: text))
  }
  for (anchor, text) in old.figures where after[anchor] == nil {
    page.figures.append(.init(anchor: anchor, old: text, new: nil))
  }
  // In their order, and each as often as it stands there.
  for change in new.words.difference(from: old.words) {
    switch change {
    case .insert(_, let text, _): page.addedWords.append(text)
    case .remove(_, let text, _): page.removedWords.append(text)
    }
  }
  // Removals are told from the last one on.
  page.removedWords.reverse()
  return page
}

/// `/releases/2003/x/` for `releases/2003/x/index.html`.
private func address(_ path: String) -> String {
  path.hasSuffix("index.html") ? "/" + path.dropLast("index.html".count) : "/" + path
}
