import Glibc

/// Where Debian's `tzdata` keeps the zone database; the environment's `TZDIR` is not asked.
let zoneFolder = "/usr/share/zoneinfo"

/// The TZif bytes of a zone of the system's database, or `nil` when it has none of that name.
///
/// `localtime` and `posixrules` depend on the machine, and zones below `right/` count leap seconds: none of
/// them names a place, so none is found.
func zoneBytes(_ name: String) -> [UInt8]? {
  guard name.utf8.count <= 64, isSafeRelativePath(name), name.utf8.allSatisfy(isZoneNameByte) else {
    return nil
  }
  guard name != "localtime", name != "posixrules", !name.hasPrefix("right/"), !name.hasPrefix("posix/") else {
    return nil
  }
  // Links are how the database spells a zone's other names, so here they are followed.
  let file = Descriptor(open(zoneFolder + "/" + name, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
  guard let file, let bytes = file.bytes(limit: 1 << 20), bytes.starts(with: "TZif".utf8) else { return nil }
  return bytes
}

/// Makes sure that there is a zone database at all, so that its absence is not told as many unknown zones.
func requireZoneDatabase(_ folder: String = zoneFolder) throws(FileFailure) {
  guard isFolder(folder) else {
    throw FileFailure(
      .inputMissing, .noZoneDatabase, "the system has no zone database in '\(folder)'",
      hints: ["install the package tzdata"])
  }
}

private func isZoneNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"),
    UInt8(ascii: "/"):
    true
  default: false
  }
}
