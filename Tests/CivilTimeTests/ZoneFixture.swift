@testable import CivilTime

/// Writes a TZif file of version 2 (RFC 8536, section 3): an empty first block, then types, transitions and footer.
func zoneFile(
  types: [(seconds: Int, isDaylight: Bool, name: String)], transitions: [(at: Int64, type: UInt8)] = [],
  footer: String
) -> [UInt8] {
  var names: [UInt8] = []
  for type in types { names += Array(type.name.utf8) + [0] }
  var file = header(times: 0, types: 1, names: 1) + big(0, 4) + [0, 0] + [0]
  file += header(times: transitions.count, types: types.count, names: names.count)
  for transition in transitions { file += big(transition.at, 8) }
  file += transitions.map(\.type)
  var nameStart = 0
  for type in types {
    file += big(Int64(type.seconds), 4) + [type.isDaylight ? 1 : 0, UInt8(nameStart)]
    nameStart += type.name.utf8.count + 1
  }
  return file + names + [10] + Array(footer.utf8) + [10]
}

private func header(times: Int, types: Int, names: Int) -> [UInt8] {
  var header = Array("TZif2".utf8)
  header += [UInt8](repeating: 0, count: 15)
  for count in [0, 0, 0, times, types, names] { header += big(Int64(count), 4) }
  return header
}

private func big(_ value: Int64, _ size: Int) -> [UInt8] {
  (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

extension Zone {
  /// New York with the rule of 2007 from its footer, after the last days of the rule of 1987.
  static let newYork = Zone(
    name: "America/New_York",
    tzif: zoneFile(
      types: [(-17_762, false, "LMT"), (-18_000, false, "EST"), (-14_400, true, "EDT")],
      transitions: [
        (-2_717_650_800, 1), (1_049_612_400, 2), (1_067_148_000, 1), (1_143_961_200, 2), (1_162_101_600, 1),
      ],
      footer: "EST5EDT,M3.2.0,M11.1.0"))!

  /// Sydney, where daylight time spans the turn of the year.
  static let sydney = Zone(
    name: "Australia/Sydney",
    tzif: zoneFile(types: [(36_000, false, "AEST")], footer: "AEST-10AEDT,M10.1.0,M4.1.0/3"))!
}
