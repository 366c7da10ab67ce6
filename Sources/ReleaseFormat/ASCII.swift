/// Space, tab and line ends.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

func isLetter(_ byte: UInt8) -> Bool { isUppercase(byte) || isLowercase(byte) }
func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether a name can stand in an address as it is: lower-case letters, digits and hyphens between them.
func isAddressName(_ name: some StringProtocol) -> Bool {
  let bytes = name.utf8
  guard let first = bytes.first, first != UInt8(ascii: "-"), name.last != "-" else { return false }
  return bytes.allSatisfy { isLowercase($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
}
