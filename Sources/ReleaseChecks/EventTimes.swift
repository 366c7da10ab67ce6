import CivilTime
import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let callBeforeRelease = DiagnosticCode(
    "V607", "call-before-release",
    rule: "The call on a release's results comes after the release.",
    explanation: "Results are published before they are discussed. Check the day, the time and the zone.")
  static let callFarFromRelease = DiagnosticCode(
    "V608", "call-far-from-release",
    rule: "The call on a release's results is held within 48 hours of the release.",
    explanation: "A call on another day is most often a slip in the date; waive the check where it is meant.")
  static let replayBeforeCall = DiagnosticCode(
    "V609", "replay-before-call",
    rule: "A replay begins after the call has begun, and ends after it has begun itself.",
    explanation: "Check the day and the zone of `replay`; `2 hours after` counts from the call.")
}

/// V607 to V609: calls and their replays come in order.
let checkEventTimes: Rule = { checked in
  guard !checked.release.events.isEmpty else { return nil }
  var findings: [Finding] = []
  let release = checked.release
  for (index, event) in release.events.enumerated() {
    let path = "events.\(index)"
    let starts = Subject.key(release: checked.index, path: path + ".starts")
    let isCall = event.kind == .conferenceCall || event.kind == .webcast
    if isCall, release.kind == .earnings {
      let released = Finding.Related(.key(release: checked.index, path: "released"), "the release")
      if event.starts.isSurelyBefore(release.released) {
        findings.append(
          Finding(
            .callBeforeRelease,
            "the call begins on \(event.starts.words), before the release on \(release.released.words)",
            at: starts, related: [released]))
      } else if event.starts.isMore(than: 48, hoursAfter: release.released) {
        findings.append(
          Finding(
            .callFarFromRelease,
            "the call begins on \(event.starts.words), more than 48 hours after the release on \(release.released.words)",
            at: starts, severity: .warning, related: [released],
            hints: ["correct the date, or waive the check with a reason"]))
      }
    }
    guard let replay = event.replay else { continue }
    let call = Finding.Related(starts, "the call")
    if case .moment(let from) = replay.from, from.isSurelyBefore(event.starts) {
      findings.append(
        Finding(
          .replayBeforeCall, "the replay begins on \(from.words), before the call on \(event.starts.words)",
          at: .key(release: checked.index, path: path + ".replay.from"), related: [call]))
    } else if replay.until.isSurelyBefore(event.starts, andMinutes: replay.minutesAfter) {
      findings.append(
        Finding(
          .replayBeforeCall, "the replay ends on \(replay.until.words), before it begins",
          at: .key(release: checked.index, path: path + ".replay.until"), related: [call]))
    }
  }
  return findings
}

extension Event.Replay {
  fileprivate var minutesAfter: Int {
    if case .after(let minutes) = from { minutes } else { 0 }
  }
}

extension Moment {
  /// Whether it is before another for certain; days are compared where either has no time.
  fileprivate func isSurelyBefore(_ other: Moment, andMinutes minutes: Int = 0) -> Bool {
    if let time, let otherTime = other.time {
      return time.instant < otherTime.instant.adding(seconds: Int64(minutes) * 60)
    }
    return day < other.day
  }

  /// Whether it is more than so many hours after another; whole days count where either has no time.
  fileprivate func isMore(than hours: Int, hoursAfter other: Moment) -> Bool {
    if let time, let otherTime = other.time {
      return time.instant > otherTime.instant.adding(seconds: Int64(hours) * 3600)
    }
    return day.days(since: other.day) > hours / 24
  }

  /// `2003-11-14T16:30 EST`, or the day alone.
  fileprivate var words: String {
    time.map { "\($0.local.isoMinutes) \($0.abbreviation)" } ?? day.description
  }
}
