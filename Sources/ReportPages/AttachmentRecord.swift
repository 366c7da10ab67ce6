import Markup
import PageTemplates
import ReleaseModel

/// The record of the template `attachments`.
func attachmentsRecord(_ release: Release) -> TemplateRecord {
  PageShapes.attachments.record(
    .list(
      release.attachments.map { attachment in
        let (type, isImage) = fileType(attachment.file)
        return PageShapes.attachment.record(
          .text(attachmentHref(attachment)), .text(attachment.title), .text(type),
          .text(sizeWords(attachment.size)), .flag(isImage), .text(attachment.alternative))
      }))
}

/// Appends the attachments as a Markdown list of links.
func appendAttachmentsMarkdown(_ release: Release, to sink: inout ByteSink) {
  for attachment in release.attachments {
    sink.markup("- [")
    sink.markdown(attachment.title)
    sink.markup("](")
    sink.raw(attachmentHref(attachment))
    sink.markup(") (")
    sink.markdown("\(fileType(attachment.file).name), \(sizeWords(attachment.size))")
    sink.markup(")\n")
  }
}

/// The attachment's address from the page of its release.
private func attachmentHref(_ attachment: Attachment) -> String { addressPath(attachment.file) }

/// What kind of file a name says it is, and whether browsers show it as a picture.
private func fileType(_ file: String) -> (name: String, isImage: Bool) {
  let ending = file.split(separator: ".").count > 1 ? file.split(separator: ".").last?.lowercased() ?? "" : ""
  return switch ending {
  case "jpg", "jpeg": ("JPEG image", true)
  case "png": ("PNG image", true)
  case "gif": ("GIF image", true)
  case "webp": ("WebP image", true)
  case "avif": ("AVIF image", true)
  case "svg": ("SVG drawing", true)
  case "pdf": ("PDF", false)
  case "csv": ("CSV table", false)
  case "txt": ("Text", false)
  case "mp3", "wav", "ogg", "m4a": ("Sound", false)
  case "mp4", "webm": ("Video", false)
  case "xls", "xlsx", "ods": ("Spreadsheet", false)
  case "ppt", "pptx", "odp": ("Presentation", false)
  case "doc", "docx", "odt", "rtf": ("Document", false)
  case "zip": ("ZIP archive", false)
  case "": ("File", false)
  default: ("\(ending.uppercased()) file", false)
  }
}

/// A size in bytes as people read it, in powers of 1,000: `240 kB`, `1.2 MB`.
func sizeWords(_ bytes: Int) -> String {
  if bytes < 1_000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
  let kilobytes = (bytes + 500) / 1_000
  if kilobytes < 1_000 { return "\(kilobytes) kB" }
  let tenths = (bytes + 50_000) / 100_000
  return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
}
