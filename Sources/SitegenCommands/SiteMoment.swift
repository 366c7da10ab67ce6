import CivilTime
import Diagnostics
import Glibc
import ReleaseFormat
import SourceSyntax

/// The moment the clock shows; the only place that asks it.
func currentInstant() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(seconds: Int64(time.tv_sec))
}

/// Whether `content/site.yaml` pins the moment the site is built for, so that the clock is not asked.
func pinsMoment(_ source: SiteSource) -> Bool {
  // What is wrong with the file, the build itself reports.
  var ignored: [Diagnostic] = []
  let path = "content/site.yaml"
  guard case .success(let bytes) = source.read(path),
    let text = decodeSource(path: path, bytes: bytes, diagnostics: &ignored),
    case .mapping(let entries)? = parseYAML(text, diagnostics: &ignored)?.value
  else { return false }
  return entries.contains { $0.key == "as_of" }
}
