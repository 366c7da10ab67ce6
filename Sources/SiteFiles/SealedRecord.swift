import CXXHash
import Glibc
import Records

/// A record on its way to its file: what has been put together is written a piece at a time, for records are as large
/// as the archive and need not lie in memory whole.
struct RecordWriter: ~Copyable {
  /// What has not been written yet.
  var bytes: [UInt8] = []
  /// `nil` for a record that stays in memory.
  private let file: Int32?
  /// The XXH3 of what has been written.
  private let state: OpaquePointer?
  private var error: Int32?

  fileprivate init(to file: Int32?) {
    self.file = file
    state = XXH3_createState()
    XXH3_64bits_reset(state)
  }

  deinit { XXH3_freeState(state) }

  /// Adds bytes that need not be copied on their way to the file.
  mutating func write(_ all: UnsafeRawBufferPointer) {
    guard let file else {
      bytes.append(contentsOf: all)
      return
    }
    flush()
    _ = XXH3_64bits_update(state, all.baseAddress, all.count)
    if error == nil, !Descriptor.write(all, to: file) { error = errno }
  }

  /// Adds elements as they lie in memory.
  mutating func write(bitsOf elements: [some BitwiseCopyable]) { elements.withUnsafeBytes { write($0) } }

  /// Writes what has been put together, where that is enough to be worth it.
  mutating func settle() {
    if file != nil, bytes.count >= 1 << 18 { flush() }
  }

  /// Writes the magic words and the checksum's place.
  fileprivate mutating func begin(_ magic: String) {
    bytes += magic.utf8
    Int64(0).write(to: &bytes)
    guard let file else { return }
    put(to: file)
  }

  /// Writes the rest and returns the checksum.
  fileprivate mutating func end(after start: Int) -> Int64 {
    if file != nil {
      flush()
    } else {
      bytes.withUnsafeBytes { _ = XXH3_64bits_update(state, $0.baseAddress! + start, $0.count - start) }
    }
    return Int64(bitPattern: XXH3_64bits_digest(state))
  }

  private mutating func flush() {
    guard let file, !bytes.isEmpty else { return }
    bytes.withUnsafeBytes { _ = XXH3_64bits_update(state, $0.baseAddress, $0.count) }
    put(to: file)
  }

  private mutating func put(to file: Int32) {
    if error == nil, !bytes.withUnsafeBytes({ Descriptor.write($0, to: file) }) { error = errno }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Whether everything reached the file; sets `errno` where it did not.
  fileprivate func isWhole() -> Bool {
    guard let error else { return true }
    errno = error
    return false
  }
}

/// Writes a record to an open file: the words that begin every record of its format, the XXH3 of what follows, and
/// that; false with `errno` set where it cannot be written.
func writeSealedRecord(
  _ magic: String, to file: borrowing Descriptor, _ write: (_ record: inout RecordWriter) -> Void
) -> Bool {
  var record = RecordWriter(to: file.number)
  record.begin(magic)
  write(&record)
  var sum = record.end(after: 0)
  guard record.isWhole() else { return false }
  return pwrite(file.number, &sum, MemoryLayout<Int64>.size, off_t(magic.utf8.count))
    == MemoryLayout<Int64>.size
}

/// The same record in memory.
func sealedRecord(_ magic: String, _ write: (_ record: inout RecordWriter) -> Void) -> [UInt8] {
  var record = RecordWriter(to: nil)
  record.begin(magic)
  let start = record.bytes.count
  write(&record)
  let sum = record.end(after: start)
  var bytes = record.bytes
  bytes.withUnsafeMutableBytes { $0.storeBytes(of: sum, toByteOffset: magic.utf8.count, as: Int64.self) }
  return bytes
}

/// What a sealed record holds; `nil` where it is of another format, cut short or damaged.
func unsealedRecord(_ magic: String, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
  guard bytes.starts(with: magic.utf8) else { return nil }
  var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[magic.utf8.count...]))
  guard let sum = reader.take(Int64.self),
    sum == Int64(bitPattern: XXH3_64bits(reader.rest.baseAddress, reader.rest.count))
  else { return nil }
  return reader.rest
}
