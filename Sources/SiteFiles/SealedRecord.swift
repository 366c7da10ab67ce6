import CXXHash

/// A record as a file: the words that begin every record of its format, the XXH3 of what follows, and that.
func sealedRecord(_ magic: String, _ write: (_ body: inout [UInt8]) -> Void) -> [UInt8] {
  var bytes = Array(magic.utf8)
  let place = bytes.count
  Int64(0).write(to: &bytes)
  let start = bytes.count
  write(&bytes)
  // Put in afterwards, for records are large and need not lie here twice.
  let sum = checksum(bytes[start...])
  bytes.withUnsafeMutableBytes { $0.storeBytes(of: sum, toByteOffset: place, as: Int64.self) }
  return bytes
}

/// What a sealed record holds; `nil` where it is of another format, cut short or damaged.
func unsealedRecord(_ magic: String, _ bytes: [UInt8]) -> ArraySlice<UInt8>? {
  guard bytes.starts(with: magic.utf8) else { return nil }
  var rest = bytes[magic.utf8.count...]
  guard let sum = Int64(from: &rest), sum == checksum(rest) else { return nil }
  return rest
}

private func checksum(_ bytes: ArraySlice<UInt8>) -> Int64 {
  Int64(bitPattern: bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) })
}
