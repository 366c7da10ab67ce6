import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads a day or a time with its zone.
///
/// `2003-11-14`, `2003-11-14T16:30 America/New_York`, `2003-11-14T16:30-05:00`, `2003-11-14T21:30Z`; an
/// offset before a zone's name says which of the two is meant when the clocks show a time twice. `24:00`
/// is the midnight that ends the day. Seconds may follow the minutes.
func decodeMoment(
  _ node: Node, _ subject: Subject, zones: ZoneDatabase, _ findings: inout Findings
) -> Moment? {
  guard let text = node.text(subject, &findings) else { return nil }
  if let day = Day(iso: text) { return Moment(day: day) }
  guard let written = WrittenMoment(text) else {
    findings.report(
      .badMoment, "\(subject.text) is no day or time: '\(text)'", at: node.range,
      hints: ["write 2003-11-14, or with a time 2003-11-14T16:30 America/New_York"])
    return nil
  }
  guard let local = written.local else {
    findings.report(
      .badMoment, "there is no time '\(written.clock)': \(faultOfClock(written.clock))", at: node.range)
    return nil
  }
  switch (written.zone, written.offset) {
  case (nil, nil):
    findings.report(
      .timeWithoutZone, "\(subject.text) gives a time without its zone: '\(text)'", at: node.range,
      hints: ["write the zone after it: \(text) America/New_York"])
    return nil
  case (nil, .some(let offset)):
    return moment(local, offset: offset)
  case (.some(let name), let offset):
    guard let zone = zones.zone(name) else {
      findings.report(
        .unknownZone, "the zone database has no zone '\(name)'", at: node.range(of: name),
        hints: findings.zoneHints(for: name))
      return nil
    }
    return resolve(local, offset, in: zone, text, node, &findings)
  }
}

/// Reads a day alone, without a time.
func decodeDay(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> Day? {
  guard let text = node.text(subject, &findings) else { return nil }
  if let day = Day(iso: text) { return day }
  findings.report(
    .badMoment, "\(subject.text) is a day such as 2003-11-14, not '\(text)'", at: node.range)
  return nil
}

/// The moment a zone's clocks mean, or a finding that says what they did that day.
private func resolve(
  _ local: LocalTime, _ offset: Int?, in zone: Zone, _ text: String, _ node: Node,
  _ findings: inout Findings
) -> Moment? {
  let resolution = zone.resolve(local)
  if let offset {
    let instant = local.instant(offset: offset)
    if zone.offset(at: instant).seconds == offset { return moment(instant, local, in: zone) }
    findings.report(
      .offsetNotInForce,
      "\(zone.name) is at \(offsetText(zone.offset(at: instant).seconds)) then, not \(offsetText(offset))",
      at: node.range)
    return nil
  }
  switch resolution {
  case .one(let instant): return moment(instant, local, in: zone)
  case .skipped(let change):
    let before = zone.offset(at: change.adding(seconds: -1))
    let after = zone.offset(at: change)
    let from = change.local(offset: before.seconds)
    let to = change.local(offset: after.seconds)
    findings.report(
      .skippedTime, "no clock in \(zone.name) shows \(clockText(local)) on \(local.day)", at: node.range,
      notes: [
        "the clocks go from \(clockText(from)) to \(clockText(to)), from \(before.abbreviation) to \(after.abbreviation)"
      ],
      hints: ["write the time that was meant, or an offset: \(local.isoMinutes)\(offsetText(before.seconds))"]
    )
    return nil
  case .ambiguous(let first, let second):
    let names = [first, second].map { zone.offset(at: $0) }
    findings.report(
      .ambiguousTime, "the clocks in \(zone.name) show \(clockText(local)) twice on \(local.day)",
      at: node.range,
      notes: [
        "first as \(names[0].abbreviation) (\(offsetText(names[0].seconds))), then as \(names[1].abbreviation) (\(offsetText(names[1].seconds)))"
      ],
      hints: names.map {
        "for \($0.abbreviation) write \(local.isoMinutes)\(offsetText($0.seconds)) \(zone.name)"
      })
    return nil
  }
}

private func moment(_ instant: Instant, _ local: LocalTime, in zone: Zone) -> Moment {
  let offset = zone.offset(at: instant)
  return Moment(
    day: local.day,
    time: Moment.Time(
      instant: instant, local: local, zone: zone.name, offset: offset.seconds,
      abbreviation: offset.abbreviation))
}

/// A moment given by its offset alone; `UTC-05:00` stands for the zone.
private func moment(_ local: LocalTime, offset: Int) -> Moment {
  let name = offset == 0 ? "UTC" : "UTC\(offsetText(offset))"
  return Moment(
    day: local.day,
    time: Moment.Time(
      instant: local.instant(offset: offset), local: local, zone: name, offset: offset,
      abbreviation: name))
}

/// A moment's spelling cut into its parts, whether or not they make sense.
private struct WrittenMoment {
  /// `2003-11-14T16:30`.
  var clock: String
  var local: LocalTime?
  /// Seconds ahead of UTC.
  var offset: Int?
  var zone: String?

  /// `nil` when the text does not have the shape of a day, a `T` and a time.
  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 1 || words.count == 2 else { return nil }
    zone = words.count == 2 ? String(words[1]) : nil
    let first = Array(words[0].utf8)
    guard first.count >= 16, first[10] == UInt8(ascii: "T"), first[13] == UInt8(ascii: ":") else {
      return nil
    }
    let clockLength = first.count >= 19 && first[16] == UInt8(ascii: ":") ? 19 : 16
    let rest = first[clockLength...]
    clock = String(decoding: first[..<clockLength], as: UTF8.self)
    local = LocalTime(iso: clock)
    if rest.isEmpty { return }
    guard let offset = parsedOffset(rest) else { return nil }
    self.offset = offset
  }
}

/// `-05:00` or `Z` in seconds.
private func parsedOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
  if bytes.elementsEqual("Z".utf8) { return 0 }
  let parts = Array(bytes)
  guard parts.count == 6, parts[3] == UInt8(ascii: ":"),
    parts[0] == UInt8(ascii: "+") || parts[0] == UInt8(ascii: "-"),
    let hours = Int(String(decoding: parts[1...2], as: UTF8.self)), (0...15).contains(hours),
    let minutes = Int(String(decoding: parts[4...5], as: UTF8.self)), (0...59).contains(minutes)
  else { return nil }
  let seconds = hours * 3600 + minutes * 60
  return parts[0] == UInt8(ascii: "-") ? -seconds : seconds
}

/// `-05:00`.
func offsetText(_ seconds: Int) -> String {
  let minutes = abs(seconds) / 60
  return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
}

/// `02:30`.
private func clockText(_ local: LocalTime) -> String {
  twoDigits(local.hour) + ":" + twoDigits(local.minute)
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

private func faultOfClock(_ clock: String) -> String {
  Day(iso: clock.prefix(10)) == nil
    ? "the calendar has no such day" : "hours go from 00:00 to 24:00, minutes and seconds to 59"
}

extension Findings {
  /// What a word that names no zone may have meant.
  func zoneHints(for name: String) -> [String] {
    if let meant = everydayZones[name.uppercased()] { return ["did you mean '\(meant)'?"] }
    let near = suggestions(for: name, among: commonZones)
    return near.isEmpty ? ["zones are named by place, such as America/New_York"] : near
  }
}

/// Everyday names of zones, which say too little: half of them stand for several zones.
private let everydayZones = [
  "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York",
  "EASTERN": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
  "CT": "America/Chicago", "CENTRAL": "America/Chicago", "MST": "America/Denver",
  "MDT": "America/Denver", "MT": "America/Denver", "MOUNTAIN": "America/Denver",
  "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
  "PACIFIC": "America/Los_Angeles", "GMT": "Europe/London", "BST": "Europe/London",
  "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "JST": "Asia/Tokyo",
]

extension Node {
  /// The part of a plain scalar on one line that holds `part` at its end; the whole value otherwise.
  fileprivate func range(of part: String) -> SourceRange {
    let length = Int32(clamping: part.utf8.count)
    guard case .scalar(let scalar) = value, scalar.isPlain, scalar.text.hasSuffix(part),
      range.start.line == range.end.line, range.end.column - range.start.column > length
    else { return range }
    return SourceRange(
      line: Int(range.end.line), column: Int(range.end.column - length), length: Int(length))
  }
}
