import CNettle

/// A SHA-256 digest (FIPS 180-4).
struct SHA256Digest: Hashable, Sendable {
  /// The 32 bytes, as four words in memory order.
  private var words: SIMD4<UInt64> = .zero

  /// The digest of the bytes.
  init(of bytes: UnsafeRawBufferPointer) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    withUnsafeMutableBytes(of: &words) { result in
      nettle_sha256_digest(&context, result.count, result.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
  var hexadecimal: String {
    String(unsafeUninitializedCapacity: 64) { text in
      withUnsafeBytes(of: words) { bytes in
        for (index, byte) in bytes.enumerated() {
          text[2 * index] = digit(byte >> 4)
          text[2 * index + 1] = digit(byte & 15)
        }
      }
      return 64
    }
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
