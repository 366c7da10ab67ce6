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
        counted.add(folder + name, bytes.count)
      },
      workbook: { name, workbook in counted.add(folder + name, output.workbook(folder + name, workbook)) }))
  made.files += Int32(counted.paths.count)
  made.paths += counted.paths
  made.bytes += counted.bytes
}

/// How much was handed out.
private final class Counted {
  var paths: [String] = []
  var bytes = 0

  func add(_ path: String, _ count: Int) {
    paths.append(path)
    bytes += count
  }
}
