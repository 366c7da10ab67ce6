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
  if isImpossibleDay(text) {
    findings.reportImpossibleDay(text, at: node.range)
    return nil
  }
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
      hints: ["write the zone in which it holds after it, such as \(text) America/New_York"])
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
    guard let moment = resolve(local, offset, in: zone, text, node, &findings) else { return nil }
    let isStandard =
      offset == nil && findings.reportStandardTime(moment, in: zone, zones, node.range)
    return isStandard ? nil : moment
  }
}

/// Reads a day alone, without a time.
func decodeDay(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> Day? {
  guard let text = node.text(subject, &findings) else { return nil }
  if let day = Day(iso: text) { return day }
  if isImpossibleDay(text) {
    findings.reportImpossibleDay(text, at: node.range)
    return nil
  }
  findings.report(
    .badMoment, "\(subject.text) is a day such as 2003-11-14, not '\(text)'", at: node.range)
  return nil
}

/// Whether a text is spelled like a day, `2003-02-29`, and the calendar has none such.
func isImpossibleDay(_ text: some StringProtocol) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.count == 10, Day(iso: text) == nil else { return false }
  return bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == UInt8(ascii: "-") : isDigit(bytes[$0]) }
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
  case .skipped(let change): findings.reportSkipped(local, in: zone, at: change, node.range)
  case .ambiguous(let first, let second):
    findings.reportAmbiguous(local, in: zone, [first, second].map { zone.offset(at: $0) }, node.range)
  }
  return nil
}

extension Findings {
  fileprivate mutating func reportImpossibleDay(_ text: String, at range: SourceRange) {
    report(
      .badMoment, "the calendar has no day '\(text)'", at: range,
      hints: lastDay(ofMonthOf: text).map { [$0] } ?? [])
  }

  fileprivate mutating func reportSkipped(
    _ local: LocalTime, in zone: Zone, at change: Instant, _ range: SourceRange
  ) {
    let before = zone.offset(at: change.adding(seconds: -1))
    let after = zone.offset(at: change)
    let from = "\(change.local(offset: before.seconds).isoClock) \(before.abbreviation)"
    let to = "\(change.local(offset: after.seconds).isoClock) \(after.abbreviation)"
    let exact = local.isoMinutes + offsetText(before.seconds)
    report(
      .skippedTime, "no clock in \(zone.name) shows \(local.isoClock) on \(local.day)", at: range,
      notes: ["the clocks go from \(from) to \(to)"],
      hints: ["write the time that was meant, or an offset: \(exact)"])
  }

  fileprivate mutating func reportAmbiguous(
    _ local: LocalTime, in zone: Zone, _ offsets: [Zone.Offset], _ range: SourceRange
  ) {
    let names = offsets.map { "as \($0.abbreviation) (\(offsetText($0.seconds)))" }
    report(
      .ambiguousTime, "the clocks in \(zone.name) show \(local.isoClock) twice on \(local.day)", at: range,
      notes: ["first \(names.joined(separator: ", then "))"],
      hints: offsets.map { offset in
        "for \(offset.abbreviation) write \(local.isoMinutes)\(offsetText(offset.seconds)) \(zone.name)"
      })
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

/// `the last day of that month is 2003-02-28`
private func lastDay(ofMonthOf text: String) -> String? {
  guard let first = Day(iso: text.prefix(8) + "01") else { return nil }
  let (year, month, _) = first.parts
  return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)).map {
    "the last day of that month is \($0)"
  }
}

private func faultOfClock(_ clock: String) -> String {
  Day(iso: clock.prefix(10)) == nil
    ? "the calendar has no such day" : "hours go from 00:00 to 24:00, minutes and seconds to 59"
}
