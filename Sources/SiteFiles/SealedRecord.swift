import CXXHash
import Records

/// A record as a file: the words that begin every record of its format, the XXH3 of what follows, and that.
func sealedRecord(_ magic: String, _ write: (_ body: inout [UInt8]) -> Void) -> [UInt8] {
  var bytes = Array(magic.utf8)
  let place = bytes.count
  Int64(0).write(to: &bytes)
  let start = bytes.count
  write(&bytes)
  // Put in afterwards, for records are large and need not lie here twice.
  bytes.withUnsafeMutableBytes { bytes in
    let sum = checksum(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    bytes.storeBytes(of: sum, toByteOffset: place, as: Int64.self)
  }
  return bytes
}

/// What a sealed record holds; `nil` where it is of another format, cut short or damaged.
func unsealedRecord(_ magic: String, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
  guard bytes.starts(with: magic.utf8) else { return nil }
  var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[magic.utf8.count...]))
  guard let sum = reader.take(Int64.self), sum == checksum(reader.rest) else { return nil }
  return reader.rest
}

private func checksum(_ bytes: UnsafeRawBufferPointer) -> Int64 {
  Int64(bitPattern: XXH3_64bits(bytes.baseAddress, bytes.count))
}
