extension Zone {
  /// Reads a TZif file (RFC 8536, section 3), version 2 or later.
  ///
  /// `nil` when the bytes are no such file. The footer's rule (section 3.3, POSIX TZ) is expanded to
  /// transitions up to the year 2100.
  public init?(name: String, tzif bytes: [UInt8]) {
    var reader = TZifReader(bytes: bytes)
    guard let first = reader.header(), first.version >= UInt8(ascii: "2"),
      reader.skip(first.bodyLength(timeSize: 4)),
      let header = reader.header()
    else { return nil }
    var times: [Int64] = []
    for _ in 0..<header.timeCount {
      // No zone changes its clocks 10^11 years from now; sums with such times could overflow.
      guard let time = reader.integer(8), abs(time / 4) < 1 << 60 else { return nil }
      times.append(time)
    }
    var indexes: [Int] = []
    for _ in 0..<header.timeCount {
      guard let index = reader.integer(1) else { return nil }
      indexes.append(Int(index))
    }
    var types: [(seconds: Int, daylight: Bool, name: Int)] = []
    for _ in 0..<header.typeCount {
      guard let seconds = reader.integer(4), let daylight = reader.integer(1),
        let name = reader.integer(1)
      else { return nil }
      types.append((Int(Int32(truncatingIfNeeded: seconds)), daylight != 0, Int(name)))
    }
    guard let names = reader.take(header.nameLength),
      reader.skip(header.leapCount * 12 + header.standardCount + header.universalCount)
    else { return nil }
    let offsets = types.map { type in
      Offset(
        seconds: type.seconds,
        abbreviation: String(
          decoding: names.dropFirst(type.name).prefix { $0 != 0 }, as: UTF8.self),
        isDaylight: type.daylight)
    }
    guard let beforeFirst = offsets.first, indexes.allSatisfy({ offsets.indices.contains($0) })
    else { return nil }
    self.name = name
    self.beforeFirst = beforeFirst
    transitions = zip(times, indexes).map { Transition(at: $0, to: offsets[$1]) }
    let footer = String(decoding: reader.rest.drop { $0 == 10 }.prefix { $0 != 10 }, as: UTF8.self)
    if let rule = PosixZoneRule(footer) {
      let last = transitions.last?.at ?? Int64.min
      if transitions.isEmpty { self.beforeFirst = rule.standard }
      let firstYear = transitions.isEmpty ? 1970 : max(1, Instant(seconds: last).utc.day.year)
      for transition in rule.transitions(years: firstYear...max(firstYear, 2100))
      where transition.at > last {
        transitions.append(transition)
      }
    }
  }
}

private struct TZifReader {
  var bytes: ArraySlice<UInt8>

  init(bytes: [UInt8]) { self.bytes = bytes[...] }

  struct Header {
    var version: UInt8
    var universalCount: Int
    var standardCount: Int
    var leapCount: Int
    var timeCount: Int
    var typeCount: Int
    var nameLength: Int

    func bodyLength(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameLength + leapCount * (timeSize + 4)
        + standardCount + universalCount
    }
  }

  var rest: ArraySlice<UInt8> { bytes }

  mutating func header() -> Header? {
    guard let magic = take(4), magic.elementsEqual("TZif".utf8), let version = take(1)?.first, skip(15)
    else { return nil }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = integer(4), (0...1_000_000).contains(count) else { return nil }
      counts.append(Int(count))
    }
    return Header(
      version: version, universalCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], nameLength: counts[5])
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard bytes.count >= count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  /// A big-endian integer of 1, 4 or 8 bytes; eight bytes keep their sign.
  mutating func integer(_ size: Int) -> Int64? {
    guard let part = take(size) else { return nil }
    return Int64(bitPattern: part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
