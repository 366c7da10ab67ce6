import CNettle

/// A SHA-256 digest (FIPS 180-4).
public struct SHA256Digest: Hashable, Sendable {
  /// The 32 bytes, as four words in memory order.
  private var words: SIMD4<UInt64> = .zero

  static let size = 32

  /// Bytes to be filled.
  init() {}

  /// The digest of the bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    var digesting = SHA256Digesting()
    digesting.add(bytes)
    self = digesting.finish()
  }

  fileprivate init(_ context: inout sha256_ctx) {
    withUnsafeMutableBytes(of: &words) { result in
      nettle_sha256_digest(&context, result.count, result.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// The digest that 64 hexadecimal digits in lower case spell, or `nil`.
  public init?(hexadecimal: some Collection<UInt8>) {
    guard hexadecimal.count == 64 else { return nil }
    // A manifest of many files has as many digests, so digits are taken as they lie, where they do.
    let digits = hexadecimal.withContiguousStorageIfAvailable { set(UnsafeRawBufferPointer($0)) }
    guard digits ?? Array(hexadecimal).withUnsafeBytes({ set($0) }) else { return nil }
  }

  /// Takes what 64 digits spell; false, and part of it taken, where one is no digit.
  private mutating func set(_ digits: UnsafeRawBufferPointer) -> Bool {
    withUnsafeMutableBytes(of: &words) { result in
      for index in 0..<32 {
        guard let high = digitValue(digits[2 * index]), let low = digitValue(digits[2 * index + 1]) else {
          return false
        }
        result[index] = high << 4 | low
      }
      return true
    }
  }

  /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
  public var hexadecimal: String {
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

/// A digest of bytes that come a piece at a time.
public struct SHA256Digesting {
  private var context = sha256_ctx()

  public init() { nettle_sha256_init(&context) }

  /// Takes the bytes that follow those taken before.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of everything that was taken; begins anew.
  public mutating func finish() -> SHA256Digest { SHA256Digest(&context) }
}

extension SHA256Digest {
  /// The digest in Base64 (RFC 4648, section 4), as a Content-Security-Policy names what it allows.
  public var base64: String {
    withUnsafeBytes(of: words) { bytes in
      String(unsafeUninitializedCapacity: 44) { text in
        text.withMemoryRebound(to: CChar.self) { text in
          nettle_base64_encode_raw(
            text.baseAddress, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        }
        return 44
      }
    }
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

private func digitValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}
