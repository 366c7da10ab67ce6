import Diagnostics
import Glibc
import ReleaseFormat

/// Lists a site's folders depth first, in the order of the paths' bytes.
struct SiteWalk {
  /// The site's folder: absolute, with links resolved.
  let root: String
  /// The places of files in the footprint.
  private var listed: [UInt32] = []
  /// Links to files of the site, each with the file it stands for.
  private(set) var targets: [String: String] = [:]
  var diagnostics: [Diagnostic] = []
  /// Of all it has listed, folders and files that are passed over too.
  var footprint = Footprint()
  /// The places of links in the footprint.
  private var links: [UInt32] = []
  /// Those that lead to files, each with the place of its file.
  private var stands: [UInt32: UInt32] = [:]

  /// A path longer than this, or a folder deeper than this, is an accident or an attack.
  private static let longestPath = 1024
  private static let deepestFolder = 32

  init(root: String) { self.root = root }

  /// Lists one of the folders in the site's own.
  mutating func enter(_ site: borrowing Descriptor, _ name: String, isRequired: Bool) {
    var status = stat()
    guard fstatat(site.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      footprint.add(name, nil)
      return
    }
    if !status.isFolder { footprint.add(name, status) }
    if status.isLink {
      report(.linkLeavesSite, "'\(name)' is a link; a site's own folders must be folders", at: name)
    } else if status.isFolder {
      descend(site, name, as: name, depth: 1)
    } else if isRequired {
      report(.specialFile, "'\(name)' is not a folder", at: name)
    }
  }

  /// Lists each link that leads to a listed file as that file, and reports the others.
  mutating func resolveLinks() {
    guard !links.isEmpty else { return }
    let files = files
    var found: [(place: UInt32, target: UInt32)] = []
    for place in links {
      let link = footprint.path(at: Int(place))
      let prefix = root == "/" ? "/" : root + "/"
      guard let target = resolvedPath(prefix + link) else {
        report(.linkLeavesSite, "'\(lastPart(link))' is a link that leads nowhere", at: link)
        continue
      }
      guard target.hasPrefix(prefix), let file = files.place(of: String(target.dropFirst(prefix.count)))
      else {
        report(
          .linkLeavesSite, "'\(lastPart(link))' is a link to something that is not a file of the site",
          at: link, hint: "put the file itself in its place")
        continue
      }
      found.append((place, listed[file]))
      targets[link] = files[file].path
    }
    for (place, target) in found { stands[place] = target }
    listed = (listed + found.map(\.place)).sorted()
  }

  /// The files, in the order of their paths' bytes.
  var files: FileList {
    FileList(
      paths: footprint.paths,
      listed.map { place in
        // The state of a link is that of the file it stands for; another file has another stamp.
        let state = Int(stands[place] ?? place)
        return FileList.Entry(
          path: Int(place), size: Int(footprint.sizes[state]),
          stamp: footprint.stamps[state].value)
      })
  }

  /// Whether listing a tree would come to its files and to nothing else.
  ///
  /// What is recorded was listed without a finding, so only links, which lead elsewhere, and files that have grown too
  /// large since are in doubt.
  func isKnown(_ tree: Footprint) -> Bool {
    (0..<tree.count).allSatisfy { place in
      switch tree.kinds[place] {
      case .file: tree.sizes[place] <= largestFile
      case .folder: true
      case .link: false
      // A folder that a site can do without, and does.
      case .special: tree.stamps[place] == .absent
      }
    }
  }

  /// Takes the files of a tree that is known, in the order in which they were listed.
  mutating func take(_ tree: Footprint) {
    footprint = tree
    listed = (0..<tree.count).filter { tree.kinds[$0] == .file }.map(UInt32.init)
  }

  private mutating func descend(_ parent: borrowing Descriptor, _ name: String, as path: String, depth: Int) {
    guard depth <= Self.deepestFolder else {
      report(.pathTooLong, "folders may lie \(Self.deepestFolder) deep at most", at: path)
      return
    }
    // The folder's state is from before it is listed: what comes after that changes it.
    guard let folder = Descriptor.folder(name, below: parent.number), let status = folder.status(),
      let entries = folderEntries(folder, sizes: true)
    else {
      report(.unreadable, "cannot read the folder '\(lastPart(path))': \(systemReason(errno))", at: path)
      return
    }
    footprint.add(path, status)
    reportCollisions(entries, in: path)
    for entry in entries where entry.name.first != UInt8(ascii: ".") {
      visit(entry, in: folder, path, depth)
    }
  }

  /// Reports names of one folder that many systems take for one.
  private mutating func reportCollisions(_ entries: [FolderEntry], in path: String) {
    // Nearly no folder has a capital letter in a name.
    guard entries.contains(where: { $0.name.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 } }) else {
      return
    }
    var first: [String: String] = [:]
    for entry in entries {
      guard let name = entry.text, entry.name.first != UInt8(ascii: ".") else { continue }
      if let other = first.updateValue(name, forKey: name.lowercased()) {
        report(
          .namesDifferByCase, "'\(name)' and '\(other)' differ only in capital letters",
          at: path + "/" + name,
          hint: "rename one of them")
      }
    }
  }

  private mutating func visit(
    _ entry: FolderEntry, in folder: borrowing Descriptor, _ parent: String, _ depth: Int
  ) {
    guard let name = entry.text, !hasControlCharacter(entry.name) else {
      let shown = printable(entry.name)
      report(
        .unusableName, "the name '\(shown)' is not plain UTF-8 text", at: parent + "/" + shown,
        hint: "rename it; an address is made from it")
      return
    }
    let path = parent + "/" + name
    guard path.utf8.count <= Self.longestPath else {
      report(.pathTooLong, "a path may have \(Self.longestPath) bytes at most", at: path)
      return
    }
    if entry.kind != .folder { footprint.add(path, entry.status) }
    switch entry.kind {
    case .folder: descend(folder, name, as: path, depth: depth + 1)
    case .link: links.append(UInt32(footprint.count - 1))
    case .special: report(.specialFile, "'\(name)' is neither a file nor a folder", at: path)
    case .file where entry.size > largestFile:
      report(.fileTooLarge, "'\(name)' has \(entry.size) bytes; \(largestFile) are allowed", at: path)
    case .file: listed.append(UInt32(footprint.count - 1))
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, at path: String, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: Place(path), hints: hint.map { [$0] } ?? []))
  }
}

private func lastPart(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

/// A name for a message: what is no UTF-8 or no printable character becomes U+FFFD.
private func printable(_ name: [UInt8]) -> String {
  let text = String(decoding: name, as: UTF8.self)
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
}
