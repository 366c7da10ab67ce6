import Markup
import ReportPages
import Workbooks

/// Hands the downloads that a function makes to `output`, in a folder below `public/`.
func handDownloads(
  in folder: String, _ output: SiteOutput, _ made: inout MadePage, _ make: (DownloadSink) -> Void
) {
  let counted = Counted()
  make(
    DownloadSink(
      file: { name, bytes in
        output.write(folder + name, bytes)
        counted.add(bytes.count)
      },
      workbook: { name, workbook in counted.add(output.workbook(folder + name, workbook)) }))
  made.files += counted.files
  made.bytes += counted.bytes
}

/// How much was handed out.
private final class Counted {
  var files = 0
  var bytes = 0

  func add(_ count: Int) {
    files += 1
    bytes += count
  }
}
