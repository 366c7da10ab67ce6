import CivilTime

/// A moment's spelling cut into its parts, whether or not they make sense.
struct WrittenMoment {
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
