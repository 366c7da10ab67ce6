import Checksums
import Testing

@Suite struct SHA256Tests {
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// The examples of FIPS 180-4's appendix to SHA-256, and the empty text.
  @Test(arguments: [
    ("", empty),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func digestsOfKnownTexts(_ text: String, _ digest: String) {
    #expect(Array(text.utf8).withUnsafeBytes { SHA256Digest(of: $0).hexadecimal } == digest)
  }

  /// What `openssl dgst -sha256 -binary | base64` prints.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
  ])
  func digestsInBase64(_ text: String, _ digest: String) {
    #expect(Array(text.utf8).withUnsafeBytes { SHA256Digest(of: $0).base64 } == digest)
  }
}
