import ExactNumbers

/// A slip of the hand that turns one figure into another.
enum Slip: Hashable {
  case sign
  case swappedDigits
  case wrongDigit
  /// Three or six zeros too many or too few.
  case scale

  /// What to tell the author.
  var words: String {
    switch self {
    case .sign: "its sign is changed"
    case .swappedDigits: "two of its digits are swapped"
    case .wrongDigit: "one of its digits is changed"
    case .scale: "it is off by a factor of 1,000 or 1,000,000"
    }
  }
}

/// The slip that made `printed` of `meant`, if one did.
func slip(from meant: Amount, to printed: Amount) -> Slip? {
  if meant == printed { return nil }
  if meant.negated == printed { return .sign }
  guard meant.isNegative == printed.isNegative || meant.isZero || printed.isZero else { return nil }
  let scale = Int(max(meant.scale, printed.scale))
  guard var a = scaled(Int128(meant.mantissa), by: scale - Int(meant.scale)).map({ abs($0) }),
    var b = scaled(Int128(printed.mantissa), by: scale - Int(printed.scale)).map({ abs($0) })
  else { return nil }
  if [3, 6].contains(where: { scaled(a, by: $0) == b || scaled(b, by: $0) == a }) { return .scale }
  var different: [(meant: Int128, printed: Int128, position: Int)] = []
  var position = 0
  while a > 0 || b > 0 {
    if a % 10 != b % 10 { different.append((a % 10, b % 10, position)) }
    a /= 10
    b /= 10
    position += 1
  }
  switch different.count {
  case 1: return .wrongDigit
  case 2
  where different[0].position + 1 == different[1].position
    && different[0].meant == different[1].printed && different[0].printed == different[1].meant:
    return .swappedDigits
  default: return nil
  }
}
