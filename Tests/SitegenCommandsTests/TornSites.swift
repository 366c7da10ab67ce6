import Foundation
import TestSupport

/// A site large enough for a build of it to be met at work: announcements that lead to each other.
func largeSite(_ numbers: some Sequence<Int>, words: String, folder: String) throws {
  var files = [
    "content/site.yaml": "title: Group\nbase_url: https://group.example\nas_of: 2010-01-01T00:00:00Z\n",
    "content/companies/north.yaml": "name: North\nzone: UTC\n",
    "content/pages/about.md": "---\ntitle: About\n---\n\(words)\n",
  ]
  for number in numbers {
    let day = "200\(number % 8 + 1)-0\(number % 9 + 1)-\(10 + number % 18)"
    let release = "content/releases/\(day)-release-\(number)/"
    files[release + "release.yaml"] = "kind: announcement\nheadline: Release \(number)\nreleased: \(day)\n"
    files[release + "body.md"] = "\(words) \(number)\n"
  }
  for (path, text) in files { try record(Array(text.utf8), at: folder + "/" + path) }
}

/// What is wrong with a published folder that may hold an old site, a new one, or a mix: files that are neither,
/// and links on its pages that lead nowhere.
func faults(in folder: String, old: [String: [UInt8]], new: [String: [UInt8]]) throws -> [String] {
  let files = try filesBelow(folder).filter { !$0.key.hasPrefix(".") }
  var faults: [String] = []
  for (path, bytes) in files where bytes != old[path] && bytes != new[path] {
    faults.append("\(path) is neither the old file nor the new one")
  }
  for (path, bytes) in files where path.hasSuffix(".html") {
    // A new page to which nothing leads yet is allowed to lead on to others of its kind.
    if old[path] == nil, files["index.html"] == old["index.html"] { continue }
    // Likewise a page that is about to go, once nothing leads to it any more.
    if new[path] == nil, files["index.html"] == new["index.html"] { continue }
    for link in links(of: bytes, on: path) where files[link] == nil {
      faults.append("\(path) links to \(link), which is not there")
    }
  }
  return faults
}

/// The files of the site that a page's links and sources lead to.
func links(of bytes: [UInt8], on page: String) -> [String] {
  let text = String(decoding: bytes, as: UTF8.self)
  var links: [String] = []
  for attribute in ["href=\"", "src=\""] {
    for part in text.split(separator: attribute).dropFirst() {
      let address = part.prefix { $0 != "\"" && $0 != "#" && $0 != "?" }
      guard !address.isEmpty, !address.contains(":") else { continue }
      var parts = address.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
      for piece in address.split(separator: "/") {
        if piece == ".." { parts.removeLast() } else if piece != "." { parts.append(String(piece)) }
      }
      if address.hasSuffix("/") || address == "." || address == ".." { parts.append("index.html") }
      links.append(parts.joined(separator: "/"))
    }
  }
  return links
}
