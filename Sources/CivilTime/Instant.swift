/// A moment on the time line, in whole seconds since 1970-01-01T00:00:00Z (leap seconds not counted).
public struct Instant: Hashable, Comparable, Sendable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The moment so many seconds later, or earlier for a negative count; stops at the ends of `Int64`.
  public func adding(seconds more: Int64) -> Instant { Instant(seconds: seconds.addingSaturating(more)) }

  /// What a clock that is `offset` seconds ahead of UTC shows.
  public func local(offset: Int) -> LocalTime {
    let shifted = seconds.addingSaturating(Int64(offset))
    let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: 86_400)
    let day = remainder < 0 ? quotient - 1 : quotient
    let second = remainder < 0 ? remainder + 86_400 : remainder
    return LocalTime(day: Day(number: Int32(clamping: day)), second: Int(second))
  }

  /// What a clock in UTC shows.
  public var utc: LocalTime { local(offset: 0) }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC: `2003-11-14T21:30:00Z`.
  public var description: String { utc.isoSeconds + "Z" }

  /// Reads RFC 3339: `2003-11-14T16:30:00-05:00`, `2003-11-14T21:30Z`; seconds may be left out.
  public init?(rfc3339 text: some StringProtocol) {
    var bytes = Array(text.utf8)
    var offset = 0
    if bytes.last == UInt8(ascii: "Z") {
      bytes.removeLast()
    } else {
      guard bytes.count > 6, bytes[bytes.count - 3] == UInt8(ascii: ":"),
        let hours = digits(bytes[(bytes.count - 5)..<(bytes.count - 3)]),
        let minutes = digits(bytes[(bytes.count - 2)...]), hours < 24, minutes < 60
      else { return nil }
      switch bytes[bytes.count - 6] {
      case UInt8(ascii: "+"): offset = hours * 3600 + minutes * 60
      case UInt8(ascii: "-"): offset = -(hours * 3600 + minutes * 60)
      default: return nil
      }
      bytes.removeLast(6)
    }
    guard let local = LocalTime(iso: String(decoding: bytes, as: UTF8.self)) else { return nil }
    self = local.instant(offset: offset)
  }
}

/// What a wall clock shows, without saying where the wall stands.
public struct LocalTime: Hashable, Comparable, Sendable {
  public var day: Day
  /// Seconds since midnight, `0...86_400`; 86,400 is the midnight that ends the day (`24:00`).
  public var second: Int

  public init(day: Day, second: Int) {
    self.day = day
    self.second = second
  }

  public var hour: Int { second / 3600 }
  public var minute: Int { second / 60 % 60 }

  public static func < (a: LocalTime, b: LocalTime) -> Bool { (a.day, a.second) < (b.day, b.second) }

  /// The moment this clock shows when it is `offset` seconds ahead of UTC.
  public func instant(offset: Int) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400 + Int64(second) - Int64(offset))
  }

  /// `2003-11-14T16:30:00`.
  public var isoSeconds: String { isoMinutes + ":" + padded(second % 60, 2) }

  /// `2003-11-14T16:30`.
  public var isoMinutes: String { "\(day)T\(isoClock)" }

  /// `16:30`.
  public var isoClock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

  /// Reads `2003-11-14T16:30` or `2003-11-14T16:30:15`; `24:00` is the end of the day.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = digits(bytes[11..<13]), let minute = digits(bytes[14..<16]), minute < 60
    else { return nil }
    var second = 0
    if bytes.count == 19 {
      guard bytes[16] == UInt8(ascii: ":"), let seconds = digits(bytes[17..<19]), seconds < 60
      else { return nil }
      second = seconds
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return nil }
    self.init(day: day, second: hour * 3600 + minute * 60 + second)
  }

  /// `4:30 p.m.`, `noon` and `midnight` spelled out.
  public var english: String {
    if second == 0 || second == 86_400 { return "midnight" }
    if second == 43_200 { return "noon" }
    let shown = hour % 12 == 0 ? 12 : hour % 12
    return "\(shown):\(padded(minute, 2)) \(hour < 12 ? "a.m." : "p.m.")"
  }
}

/// An offset from UTC as RFC 3339 writes it: `-05:00` for -18,000 seconds.
public func offsetText(_ seconds: Int) -> String {
  let minutes = abs(seconds) / 60
  return "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
}

extension Int64 {
  /// The sum, or the nearest end of the range where it does not fit.
  fileprivate func addingSaturating(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other < 0 ? .min : .max
  }
}
