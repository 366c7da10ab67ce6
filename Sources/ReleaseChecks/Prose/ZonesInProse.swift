import CivilTime

/// The abbreviations that Americans give the time of a zone, in winter and in summer.
private let zoneNames: [ProseWord: (zone: String, words: ProseWord)] = [
  "est": ("America/New_York", "eastern"), "edt": ("America/New_York", "eastern"),
  "cst": ("America/Chicago", "central"), "cdt": ("America/Chicago", "central"),
  "mst": ("America/Denver", "mountain"), "mdt": ("America/Denver", "mountain"),
  "pst": ("America/Los_Angeles", "pacific"), "pdt": ("America/Los_Angeles", "pacific"),
]

/// The zones that checking a text can need.
public let zonesInProse = Set(zoneNames.values.map(\.zone)).sorted()

/// Times whose zone is named as on another side of the year: `EST` on a day in July.
///
/// Only abbreviations in capitals and names such as "Eastern Standard Time" count, and only where a date
/// stands near them.
func zoneFindings(
  _ tokens: [ProseToken], _ dates: [DateInProse], _ bytes: [UInt8], in text: Int, _ context: ProseContext
) -> [ProseFinding] {
  guard !dates.isEmpty else { return [] }
  var found: [ProseFinding] = []
  for index in tokens.indices where tokens[index].kind == .word {
    guard let named = namedZone(tokens, index, bytes), let zone = context.zones[named.zone],
      let date = nearestDate(to: index, dates, tokens)
    else { continue }
    // Clocks change at night; noon is on the right side of it everywhere.
    let noon = LocalTime(day: date.day, second: 43_200).instant(offset: -6 * 3600)
    let actual = zone.offset(at: noon)
    guard actual.isDaylight != named.isDaylight else { continue }
    let printed = String(decoding: bytes[named.range], as: UTF8.self)
    found.append(
      ProseFinding(
        .wrongZoneName,
        "'\(printed)' is not in force on \(EnglishCalendar.long(date.day)): \(named.zone) has \(actual.abbreviation)",
        in: text, at: named.range, label: "expected \(actual.abbreviation)"))
  }
  return found
}

private struct NamedZone {
  var zone: String
  var isDaylight: Bool
  var range: Range<Int>
}

private func namedZone(_ tokens: [ProseToken], _ index: Int, _ bytes: [UInt8]) -> NamedZone? {
  let token = tokens[index]
  if token.word.count == 3, token.word[2] == UInt8(ascii: "t"), let entry = zoneNames[token.word] {
    let isCapital = bytes[token.range].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isCapital
      ? NamedZone(zone: entry.zone, isDaylight: token.word[1] == UInt8(ascii: "d"), range: token.range) : nil
  }
  guard index + 2 < tokens.count, tokens[index + 2].word.count == 4, tokens[index + 2].isWord("time"),
    let entry = zoneNames.values.first(where: { $0.words == token.word })
  else { return nil }
  let isDaylight = ["daylight", "summer"].contains(tokens[index + 1].word)
  guard isDaylight || tokens[index + 1].isWord("standard") else { return nil }
  return NamedZone(
    zone: entry.zone, isDaylight: isDaylight,
    range: token.range.lowerBound..<tokens[index + 2].range.upperBound)
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
  if let before, let gap = beforeGap, isNear(gap, 14) { return before }
  if let after, let gap = afterGap, isNear(gap, 6) { return after }
  return nil
}
