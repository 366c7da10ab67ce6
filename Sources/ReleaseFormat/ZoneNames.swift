import Diagnostics

extension Findings {
  /// What a word that names no zone may have meant.
  ///
  /// Places are compared without their region, which all zones of a continent have in common.
  func zoneHints(for name: String) -> [String] {
    if let meant = everydayZones[name.uppercased()] { return ["did you mean '\(meant)'?"] }
    if let meant = suggestion(for: place(in: name), among: commonZones.lazy.map(place)),
      let zone = commonZones.first(where: { place(in: $0) == meant })
    {
      return ["did you mean '\(zone)'?"]
    }
    return [
      "a zone is named after its largest city: Europe/Berlin for all of Germany, America/New_York for the East of the United States",
      "the names are those of the system's zone database, /usr/share/zoneinfo",
    ]
  }
}

/// `New_York` of `America/New_York`.
private func place(in zone: String) -> String {
  zone.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(zone[zone.index(after: $0)...]) } ?? zone
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

/// Names that authors use, for suggestions when one is misspelled; the database itself is not listed.
private let commonZones = [
  "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
  "America/Anchorage", "America/Toronto", "America/Vancouver", "America/Mexico_City",
  "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Pacific/Honolulu", "Pacific/Auckland",
  "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Vienna",
  "Europe/Zurich", "Europe/Amsterdam", "Europe/Brussels", "Europe/Madrid", "Europe/Rome",
  "Europe/Stockholm", "Europe/Oslo", "Europe/Copenhagen", "Europe/Helsinki", "Europe/Warsaw",
  "Europe/Prague", "Europe/Athens", "Europe/Istanbul", "Asia/Jerusalem", "Asia/Dubai", "Asia/Kolkata",
  "Asia/Singapore", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Taipei", "Asia/Tokyo", "Asia/Seoul",
  "Australia/Sydney", "Australia/Melbourne", "Australia/Perth", "Africa/Johannesburg", "Africa/Cairo",
  "UTC",
]
