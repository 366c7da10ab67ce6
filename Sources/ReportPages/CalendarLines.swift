import CivilTime
import Markup

extension ByteSink {
  /// Appends a content line of a calendar whose value is no text: a moment, an address, a word of the format.
  mutating func calendarLine(_ name: String, _ value: String) {
    folded(Array(name.utf8) + [UInt8(ascii: ":")] + value.utf8.filter { $0 >= 32 && $0 != 127 })
  }

  /// Appends a content line whose value is text (RFC 5545, section 3.3.11): `\`, `;`, `,` and line ends are
  /// escaped, other control characters become spaces.
  mutating func calendarText(_ name: String, _ text: String) {
    var line = Array(name.utf8)
    line.append(UInt8(ascii: ":"))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): line += [UInt8(ascii: "\\"), byte]
      case 10: line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 13: continue
      case 0..<32, 127: line.append(32)
      default: line.append(byte)
      }
    }
    folded(line)
  }

  /// Appends a line and its end, cut into lines of 75 bytes at most that each but the first begin with a
  /// space (section 3.1). No character of UTF-8 is cut.
  private mutating func folded(_ line: [UInt8]) {
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while line[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
      append(Array(line[start..<end]))
      markup("\r\n ")
      start = end
      room = 74
    }
    append(Array(line[start...]))
    markup("\r\n")
  }
}

/// A name as the value of a parameter (section 3.2), which has no escape for quotation marks.
func calendarParameter(_ text: String) -> String {
  let bytes = text.utf8.map { byte in
    byte == UInt8(ascii: "\"") ? UInt8(ascii: "'") : byte < 32 || byte == 127 ? 32 : byte
  }
  return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
}

/// `20031114`.
func calendarDay(_ day: Day) -> String {
  let (year, month, dayOfMonth) = day.parts
  return padded(year, 4) + padded(month, 2) + padded(dayOfMonth, 2)
}

/// `20031114T213000Z`.
func calendarInstant(_ instant: Instant) -> String {
  let utc = instant.utc
  return calendarDay(utc.day) + "T" + padded(utc.hour, 2) + padded(utc.minute, 2) + padded(utc.second % 60, 2)
    + "Z"
}
