import CivilTime
import ReleaseModel

/// A name of the time that a zone has in winter or in summer.
private struct ZoneTime {
  var zone: String
  var isDaylight: Bool

  static func standard(_ zone: String) -> ZoneTime { ZoneTime(zone: zone, isDaylight: false) }
  static func daylight(_ zone: String) -> ZoneTime { ZoneTime(zone: zone, isDaylight: true) }
}

/// The abbreviations that are read.
///
/// GMT, AEST and NZST are right all year: the first counts hours everywhere, and parts of Australia never change.
private let abbreviations: WordTable<ZoneTime> = [
  "est": .standard("America/New_York"), "edt": .daylight("America/New_York"),
  "cst": .standard("America/Chicago"), "cdt": .daylight("America/Chicago"),
  "mst": .standard("America/Denver"), "mdt": .daylight("America/Denver"),
  "pst": .standard("America/Los_Angeles"), "pdt": .daylight("America/Los_Angeles"),
  "akst": .standard("America/Anchorage"), "akdt": .daylight("America/Anchorage"),
  "wet": .standard("Europe/Lisbon"), "west": .daylight("Europe/Lisbon"), "bst": .daylight("Europe/London"),
  "cet": .standard("Europe/Berlin"), "cest": .daylight("Europe/Berlin"),
  "eet": .standard("Europe/Helsinki"), "eest": .daylight("Europe/Helsinki"),
  "aedt": .daylight("Australia/Sydney"), "nzdt": .daylight("Pacific/Auckland"),
]

/// What stands before "Standard Time" or "Summer Time" in the names of the same zones.
private let longNames: WordTable<String> = [
  "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
  "pacific": "America/Los_Angeles", "alaska": "America/Anchorage",
]

/// The same before the word "European".
private let europeanNames: WordTable<String> = [
  "western": "Europe/Lisbon", "central": "Europe/Berlin", "eastern": "Europe/Helsinki",
]

/// The zones that checking a text can need.
public let zonesInProse = [
  "America/Anchorage", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/New_York",
  "Australia/Sydney", "Europe/Berlin", "Europe/Helsinki", "Europe/Lisbon", "Europe/London",
  "Pacific/Auckland",
]

/// Times whose zone is named as on another side of the year: `EST` on a day in July.
///
/// Only abbreviations in capitals and names such as "Eastern Standard Time" count, and only where a date
/// stands near them.
func zoneFindings(
  _ tokens: [ProseToken], _ dates: [DateInProse], _ bytes: [UInt8], in text: Int, _ context: ProseContext
) -> [ProseFinding] {
  var found: [ProseFinding] = []
  var next = 0
  for date in dates {
    // Beyond these no date is near.
    let first = max(next, date.tokens.lowerBound - mostAfter - 1)
    next = max(first, min(tokens.count, date.tokens.upperBound + mostBefore + 1))
    for index in first..<next where tokens[index].kind == .word {
      guard let named = namedZone(tokens, index, bytes), let zone = context.zones[named.zone],
        let date = nearestDate(to: index, dates, tokens)
      else { continue }
      guard !context.isOwnTime(named.range, bytes, on: date.day) else { continue }
      if let finding = finding(named, zone, date, bytes, in: text) { found.append(finding) }
    }
  }
  return found
}

/// The most tokens that part a zone from the date before it, and from the one after it.
private let (mostBefore, mostAfter) = (14, 6)

private func finding(
  _ named: NamedZone, _ zone: Zone, _ date: DateInProse, _ bytes: [UInt8], in text: Int
) -> ProseFinding? {
  let actual = zone.offset(onDay: date.day)
  guard actual.isDaylight != named.isDaylight else { return nil }
  let printed = String(decoding: bytes[named.range], as: UTF8.self)
  return ProseFinding(
    .wrongZoneName,
    "'\(printed)' is not in force on \(EnglishCalendar.long(date.day)): \(named.zone) has \(actual.abbreviation)",
    in: text, at: named.range, label: "expected \(actual.abbreviation)")
}

extension Zone {
  /// What is in force at noon: clocks change at night, and noon is on the right side of that.
  fileprivate func offset(onDay day: Day) -> Offset {
    let noon = LocalTime(day: day, second: 43_200).instant(offset: 0)
    return offset(at: noon.adding(seconds: Int64(-offset(at: noon).seconds)))
  }
}

extension ProseContext {
  /// Whether the zone of the release's company calls its time so on a day: CET is Tunis's time all year.
  fileprivate func isOwnTime(_ range: Range<Int>, _ bytes: [UInt8], on day: Day) -> Bool {
    guard let release, let company = archive.company(archive.releases[release].company),
      let zone = zones[company.zone]
    else { return false }
    return zone.offset(onDay: day).abbreviation.utf8.elementsEqual(bytes[range])
  }
}

private struct NamedZone {
  var zone: String
  var isDaylight: Bool
  var range: Range<Int>
}

/// Abbreviations that are words, too.
private let words: WordSet = ["west", "wet"]

/// Whether a time of day stands right before a place: `9:00`, `9 a.m.`, `noon`.
private func followsTime(_ tokens: [ProseToken], _ index: Int) -> Bool {
  guard index > 0 else { return false }
  let before = tokens[index - 1]
  switch before.kind {
  case .number: return true
  case .word: return ["am", "pm", "noon", "midnight", "h", "hours", "hrs"].contains(before.word)
  case .mark: return before.isMark(".") && index > 1 && tokens[index - 2].isWord("m")
  case .claim, .end: return false
  }
}

private func namedZone(_ tokens: [ProseToken], _ index: Int, _ bytes: [UInt8]) -> NamedZone? {
  let token = tokens[index]
  if (3...4).contains(token.word.count), token.word[token.word.count - 1] == UInt8(ascii: "t"),
    let time = abbreviations[token.word]
  {
    let isCapital = bytes[token.range].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    // "WEST PALM BEACH, January 14" is a place.
    guard !words.contains(token.word) || followsTime(tokens, index) else { return nil }
    return isCapital ? NamedZone(zone: time.zone, isDaylight: time.isDaylight, range: token.range) : nil
  }
  let isEuropean = index + 1 < tokens.count && tokens[index + 1].isWord("european")
  let season = index + (isEuropean ? 2 : 1)
  guard season + 1 < tokens.count, tokens[season + 1].isWord("time"),
    let zone = (isEuropean ? europeanNames : longNames)[token.word]
      ?? (token.isWord("british") ? "Europe/London" : nil)
  else { return nil }
  let isDaylight = ["daylight", "summer"].contains(tokens[season].word)
  guard isDaylight || tokens[season].isWord("standard") else { return nil }
  return NamedZone(
    zone: zone, isDaylight: isDaylight, range: token.range.lowerBound..<tokens[season + 1].range.upperBound)
}

/// The date before the time, or the one right after it.
private func nearestDate(to index: Int, _ dates: [DateInProse], _ tokens: [ProseToken]) -> DateInProse? {
  let before = dates.last { $0.tokens.upperBound <= index }
  let after = dates.first { $0.tokens.lowerBound > index }
  func isNear(_ range: Range<Int>, _ limit: Int) -> Bool {
    range.count <= limit && !tokens[range].contains { $0.kind == .end }
  }
  let afterGap = after.map { (index + 1)..<$0.tokens.lowerBound }
  let beforeGap = before.map { $0.tokens.upperBound..<index }
  if let after, let gap = afterGap, isNear(gap, 3), beforeGap.map({ $0.count > 8 }) ?? true { return after }
  if let before, let gap = beforeGap, isNear(gap, mostBefore) { return before }
  if let after, let gap = afterGap, isNear(gap, mostAfter) { return after }
  return nil
}
