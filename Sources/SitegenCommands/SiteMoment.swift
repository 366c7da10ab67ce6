import CivilTime
import Glibc
import SiteBuilding

/// How much of the processors' time this thread and this process have used, in nanoseconds.
let processorClocks = ProcessorClocks(
  thread: { processorTime(CLOCK_THREAD_CPUTIME_ID) }, process: { processorTime(CLOCK_PROCESS_CPUTIME_ID) })

private func processorTime(_ clock: clockid_t) -> Int {
  var time = timespec()
  clock_gettime(clock, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The moment the clock shows; the only place that asks it.
func currentInstant() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(seconds: Int64(time.tv_sec))
}
