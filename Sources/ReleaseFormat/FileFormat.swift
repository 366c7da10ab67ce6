/// A kind of file that can be told by its first bytes.
enum FileFormat: CaseIterable {
  case png
  case jpeg
  case gif
  case pdf
  /// Also what office programs have written since 2007.
  case zip

  /// How far into a file one has to look: readers take a PDF whose mark stands within its first 1,024 bytes
  /// (ISO 32000-1, implementation note 13 of Adobe's).
  static let reach = 1024

  /// What a file's ending says it is; `nil` for endings that are not looked into.
  init?(promisedBy name: String) {
    switch name.split(separator: ".").last?.lowercased() {
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "gif": self = .gif
    case "pdf": self = .pdf
    case "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp": self = .zip
    default: return nil
    }
  }

  /// Whether a file that begins so can be one.
  func fits(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png: return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case .jpeg: return bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: return bytes.starts(with: "GIF8".utf8)
    case .pdf: return bytes.indices.contains { bytes[$0...].starts(with: "%PDF".utf8) }
    case .zip:
      // Programs encrypt their documents inside the container that they used before.
      return bytes.starts(with: "PK".utf8) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }
  }

  var words: String {
    switch self {
    case .png: "a PNG image"
    case .jpeg: "a JPEG image"
    case .gif: "a GIF image"
    case .pdf: "a PDF document"
    case .zip: "a ZIP archive or office document"
    }
  }
}

/// Whether browsers show a file as a picture, by its ending.
func isPicture(_ name: String) -> Bool {
  guard let ending = name.split(separator: ".").last?.lowercased() else { return false }
  return ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"].contains(ending)
}
