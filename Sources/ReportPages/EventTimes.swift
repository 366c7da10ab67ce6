import CivilTime
import ReleaseModel

extension Event {
  /// How long an event with a time is taken to last that tells no end: an hour.
  static let assumedSeconds: Int64 = 3_600

  /// When the event is over, where its start has a time.
  ///
  /// An end that is a day alone is that day's midnight on the clocks of the start.
  var endInstant: Instant? {
    guard let start = starts.time else { return nil }
    guard let ends else { return start.instant.adding(seconds: Self.assumedSeconds) }
    return ends.time?.instant
      ?? LocalTime(day: ends.day.adding(days: 1), second: 0).instant(offset: start.offset)
  }

  /// The last day of the event.
  var lastDay: Day { max(ends?.day ?? starts.day, starts.day) }
}

/// How an event stands to the moment the site is built for.
enum EventStatus: String, Hashable, Sendable {
  /// Not over yet.
  case upcoming
  /// Over, and a recording can be heard.
  case replay
  case past
}

/// How an event stands to a moment.
func eventStatus(_ event: Event, now: Instant) -> EventStatus {
  if !isOver(event, now) { return .upcoming }
  guard let replay = event.replay, !hasPassed(replay.until, now) else { return .past }
  return hasBegun(replay, of: event, now) ? .replay : .past
}

private func isOver(_ event: Event, _ now: Instant) -> Bool {
  guard let end = event.endInstant else { return event.lastDay < now.utc.day }
  return end <= now
}

/// Whether the recording can be heard: from its moment on, a day alone from its beginning in UTC, or so long
/// after the event's end.
private func hasBegun(_ replay: Event.Replay, of event: Event, _ now: Instant) -> Bool {
  switch replay.from {
  case .moment(let moment):
    guard let time = moment.time else { return moment.day <= now.utc.day }
    return time.instant <= now
  case .after(let minutes):
    guard let end = event.endInstant else { return true }
    return end.adding(seconds: Int64(minutes) * 60) <= now
  }
}

/// Whether a moment has passed; a day without a time has when it is over in UTC.
func hasPassed(_ moment: Moment, _ now: Instant) -> Bool {
  guard let time = moment.time else { return moment.day < now.utc.day }
  return time.instant <= now
}

extension Moment {
  /// Where the moment stands among others: a day alone before all times of that day in UTC.
  var order: Int64 { time?.instant.seconds ?? Int64(day.number) * 86_400 }
}
