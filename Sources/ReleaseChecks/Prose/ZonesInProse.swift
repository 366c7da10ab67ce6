import CivilTime

/// The abbreviations that Americans give the time of a zone, in winter and in summer.
private let abbreviations: WordTable<String> = [
  "est": "America/New_York", "edt": "America/New_York", "cst": "America/Chicago", "cdt": "America/Chicago",
  "mst": "America/Denver", "mdt": "America/Denver", "pst": "America/Los_Angeles",
  "pdt": "America/Los_Angeles",
]

/// What stands before "Standard Time" in the names of the same zones.
private let longNames: WordTable<String> = [
  "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
  "pacific": "America/Los_Angeles",
]

/// The zones that checking a text can need.
public let zonesInProse = ["America/Chicago", "America/Denver", "America/Los_Angeles", "America/New_York"]

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
  // Clocks change at night; noon is on the right side of it everywhere.
  let noon = LocalTime(day: date.day, second: 43_200).instant(offset: -6 * 3600)
  let actual = zone.offset(at: noon)
  guard actual.isDaylight != named.isDaylight else { return nil }
  let printed = String(decoding: bytes[named.range], as: UTF8.self)
  return ProseFinding(
    .wrongZoneName,
    "'\(printed)' is not in force on \(EnglishCalendar.long(date.day)): \(named.zone) has \(actual.abbreviation)",
    in: text, at: named.range, label: "expected \(actual.abbreviation)")
}

private struct NamedZone {
  var zone: String
  var isDaylight: Bool
  var range: Range<Int>
}

private func namedZone(_ tokens: [ProseToken], _ index: Int, _ bytes: [UInt8]) -> NamedZone? {
  let token = tokens[index]
  if token.word.count == 3, token.word[2] == UInt8(ascii: "t"), let zone = abbreviations[token.word] {
    let isCapital = bytes[token.range].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isCapital
      ? NamedZone(zone: zone, isDaylight: token.word[1] == UInt8(ascii: "d"), range: token.range) : nil
  }
  guard index + 2 < tokens.count, tokens[index + 2].isWord("time"), let zone = longNames[token.word] else {
    return nil
  }
  let isDaylight = ["daylight", "summer"].contains(tokens[index + 1].word)
  guard isDaylight || tokens[index + 1].isWord("standard") else { return nil }
  return NamedZone(
    zone: zone, isDaylight: isDaylight, range: token.range.lowerBound..<tokens[index + 2].range.upperBound)
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
