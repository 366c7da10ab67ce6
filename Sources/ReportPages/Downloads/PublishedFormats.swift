import Markup
import ReleaseModel

/// A format in which figures are published.
enum PublishedFormat: Hashable, Sendable {
  case csv
  case xlsx
  case json

  /// The ending of its files.
  var ending: String {
    switch self {
    case .csv: "csv"
    case .xlsx: "xlsx"
    case .json: "json"
    }
  }

  /// What readers call it.
  var name: String { ending.uppercased() }

  /// The media type, with the parameters that say how a table is read (RFC 4180, 3; RFC 7111).
  var type: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .json: "application/json"
    }
  }

  /// The media type alone.
  var plainType: String { self == .csv ? "text/csv" : type }
}

extension SiteSettings {
  /// Whether the site publishes a format.
  func publishes(_ format: PublishedFormat) -> Bool {
    switch format {
    case .csv: outputs.contains(.csv)
    case .xlsx: outputs.contains(.xlsx)
    case .json: outputs.contains(.json)
    }
  }
}

/// The formats of single tables that the site publishes.
func tableFormats(_ site: SiteSettings) -> [PublishedFormat] {
  [.csv, .xlsx].filter { site.publishes($0) }
}

/// A file that a page offers.
struct Download: Hashable, Sendable {
  var format: PublishedFormat
  /// Relative to the page.
  var href: String
  /// What it holds, for those who hear the link alone: `Condensed consolidated balance sheet`.
  var subject: String
}

/// Appends links to downloads as a list; nothing where there are none.
func writeDownloads(_ downloads: [Download], label: String, into sink: inout ByteSink) {
  guard !downloads.isEmpty else { return }
  sink.markup("<ul class=\"downloads\" aria-label=\"Download: ")
  sink.text(label)
  sink.markup("\">")
  for download in downloads {
    sink.markup("<li><a href=\"")
    sink.address(download.href)
    sink.markup("\" type=\"")
    sink.text(download.format.type)
    sink.markup("\" download>")
    sink.text(download.format.name)
    sink.markup("<span class=\"visually-hidden\">: ")
    sink.text(download.subject)
    sink.markup("</span></a></li>")
  }
  sink.markup("</ul>\n")
}

/// Appends the links to the downloads of one table of a release.
func writeTableDownloads(_ name: String, subject: String, _ site: SiteSettings, into sink: inout ByteSink) {
  let downloads = tableFormats(site).map {
    Download(format: $0, href: "\(name).\($0.ending)", subject: subject)
  }
  writeDownloads(downloads, label: subject, into: &sink)
}
