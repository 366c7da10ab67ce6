import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads one of `events`: a call, webcast, meeting or presentation.
func decodeEvent(_ node: Node, zones: ZoneDatabase, _ findings: inout Findings) -> Event? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "events"), what: "an event",
      keys: [
        "kind", "title", "starts", "ends", "speakers", "dial_in", "dial_in_note", "replay", "webcasts",
        "place",
      ], &findings)
  else { return nil }
  let kind: Event.Kind? = mapping.required("kind", &findings)?.choice(.key("kind"), &findings)
  let starts = mapping.required("starts", &findings).flatMap {
    decodeMoment($0, .key("starts"), zones: zones, &findings)
  }
  let title = mapping.text("title", &findings)
  let ends = mapping["ends"].flatMap { decodeMoment($0, .key("ends"), zones: zones, &findings) }
  if let starts, let ends, ends.isBefore(starts) {
    findings.report(
      .backwards, "the event ends before it starts", at: mapping["ends"]?.range)
  }
  let speakers = mapping.entries("speakers", &findings).compactMap { decodeSpeaker($0, &findings) }
  let dialIn = mapping.text("dial_in", &findings)
  let dialInNote = mapping.text("dial_in_note", &findings)
  let replay = mapping["replay"].flatMap { decodeReplay($0, of: starts, zones, &findings) }
  let webcasts = mapping.entries("webcasts", &findings).compactMap { decodeWebcast($0, &findings) }
  let place = mapping.text("place", &findings)
  guard let kind, let starts else { return nil }
  var event = Event(kind: kind, starts: starts)
  event.title = title
  event.ends = ends
  event.speakers = speakers
  event.dialIn = dialIn
  event.dialInNote = dialInNote
  event.replay = replay
  event.webcasts = webcasts
  event.place = place
  return event
}

/// A name, or a mapping with `name` and `title`.
private func decodeSpeaker(_ node: Node, _ findings: inout Findings) -> Event.Speaker? {
  if case .scalar = node.value {
    return node.text(.entry(of: "speakers"), &findings).map { Event.Speaker(name: $0) }
  }
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "speakers"), what: "a speaker", keys: ["name", "title"], &findings)
  else { return nil }
  let title = mapping.text("title", &findings)
  return mapping.requiredText("name", &findings).map { Event.Speaker(name: $0, title: title) }
}

/// A web address, or a mapping with `url` and `note`.
private func decodeWebcast(_ node: Node, _ findings: inout Findings) -> Event.Webcast? {
  if case .scalar = node.value {
    return decodeURL(node, .entry(of: "webcasts"), &findings).map { Event.Webcast(url: $0) }
  }
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "webcasts"), what: "a webcast", keys: ["url", "note"], &findings)
  else { return nil }
  let note = mapping.text("note", &findings)
  return mapping.required("url", &findings).flatMap { decodeURL($0, .key("url"), &findings) }
    .map { Event.Webcast(url: $0, note: note) }
}

private func decodeReplay(
  _ node: Node, of call: Moment?, _ zones: ZoneDatabase, _ findings: inout Findings
) -> Event.Replay? {
  guard
    let mapping = YAMLMapping(
      node, .key("replay"), what: "a replay", keys: ["from", "until", "number", "id"], &findings)
  else { return nil }
  let from = mapping.required("from", &findings).flatMap { decodeReplayStart($0, zones, &findings) }
  let until = mapping.required("until", &findings).flatMap {
    decodeMoment($0, .key("until"), zones: zones, &findings)
  }
  let number = mapping.text("number", &findings)
  let id = mapping.text("id", &findings)
  guard let from, let until else { return nil }
  let begin: Moment? = if case .moment(let moment) = from { moment } else { call }
  if let begin, until.isBefore(begin) {
    findings.report(.backwards, "the replay ends before it begins", at: mapping["until"]?.range)
  }
  return Event.Replay(from: from, until: until, number: number, id: id)
}

/// A moment, or a time after the call: `2 hours after`, `90 minutes after`, `1 day after`.
private func decodeReplayStart(
  _ node: Node, _ zones: ZoneDatabase, _ findings: inout Findings
) -> Event.Replay.Start? {
  guard let text = node.text(.key("from"), &findings) else { return nil }
  let words = text.split(separator: " ")
  if words.last != "after" {
    return decodeMoment(node, .key("from"), zones: zones, &findings).map { .moment($0) }
  }
  let units = [
    "minute": 1, "minutes": 1, "hour": 60, "hours": 60, "day": 1440, "days": 1440,
  ]
  if words.count == 3, let count = Int(words[0]), (0...1000).contains(count),
    let unit = units[String(words[1])]
  {
    return .after(minutes: count * unit)
  }
  findings.report(
    .badMoment, "'from' is a moment or a time after the call, not '\(text)'", at: node.range,
    hints: ["write 2 hours after"])
  return nil
}

extension Moment {
  /// Whether this is earlier for certain: days are compared where either has no time.
  func isBefore(_ other: Moment) -> Bool {
    if let time, let otherTime = other.time { return time.instant < otherTime.instant }
    return day < other.day
  }
}
