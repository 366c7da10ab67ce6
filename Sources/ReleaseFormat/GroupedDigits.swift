import Diagnostics
import ExactNumbers

/// A rule that digits break.
struct DigitsFlaw: Error {
  var code: DiagnosticCode
  var message: String
  var hints: [String] = []
}

/// Reads digits with commas between thousands and a full stop before the decimals: `1,234.5`, `.06`, `6980`.
///
/// `text` holds nothing but digits, commas and full stops.
func parseGrouped(_ text: String) -> Result<Amount, DigitsFlaw> {
  let halves = text.split(separator: ".", omittingEmptySubsequences: false)
  guard halves.count <= 2 else {
    let european = halves.dropFirst().allSatisfy { $0.utf8.count == 3 }
    return .failure(
      DigitsFlaw(
        code: .badGrouping,
        message: "'\(text)' has \(halves.count - 1) full stops; one separates the decimals",
        hints: european ? ["separate thousands with commas"] : []))
  }
  if halves.count == 2 {
    if halves[1].isEmpty {
      return .failure(DigitsFlaw(code: .badCell, message: "'\(text)' has no digits after its full stop"))
    }
    if halves[1].contains(",") {
      return .failure(
        DigitsFlaw(
          code: .badGrouping, message: "'\(text)' has a comma after its full stop",
          hints: ["separate thousands with commas and decimals with a full stop"]))
    }
  }
  let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
  if groups.count > 1 {
    guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
      return .failure(
        DigitsFlaw(
          code: .badGrouping,
          message: "'\(text)' is not grouped by thousands: commas stand before every third digit",
          hints: decimalComma(groups)))
    }
  }
  let digits = groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
  if let amount = Amount(plain: digits) { return .success(amount) }
  return .failure(
    DigitsFlaw(
      code: .tooManyDigits, message: "'\(text)' has more digits than the 18 a figure may have"))
}

/// `6,98` may have been meant as `6.98`.
private func decimalComma(_ groups: [Substring]) -> [String] {
  guard groups.count == 2, (1...2).contains(groups[1].utf8.count), !groups[0].isEmpty else { return [] }
  return ["decimals follow a full stop: \(groups[0]).\(groups[1])"]
}
