/// Space, tab and line ends.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

func isLetter(_ byte: UInt8) -> Bool { isUppercase(byte) || isLowercase(byte) }
func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether a name can stand in an address as it is: lower-case letters, digits and hyphens between them.
func isAddressName(_ name: some StringProtocol) -> Bool { isAddressName(name.utf8) }

/// The same for bytes.
func isAddressName(_ name: some Collection<UInt8>) -> Bool {
  let hyphen = UInt8(ascii: "-")
  guard let first = name.first, first != hyphen else { return false }
  var last = first
  for byte in name {
    guard isLowercase(byte) || isDigit(byte) || byte == hyphen else { return false }
    last = byte
  }
  return last != hyphen
}
