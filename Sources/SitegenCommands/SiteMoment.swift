import CivilTime
import Glibc

/// The moment the clock shows; the only place that asks it.
func currentInstant() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(seconds: Int64(time.tv_sec))
}
