import ReleaseModel

/// What a table's figures are in, without a word on an audit: `Thousands of US dollars and of shares, except per share.`
///
/// - Parameters:
///   - kinds: those of the table's concepts.
///   - minor: in what figures per share are shown; `nil` where they are in the currency.
///   - scale: `thousands`, where amounts and shares are shown in thousands; `nil` where they are shown in full.
func unitNote(_ kinds: Set<Concept.Kind>, currency: String, minor: MinorUnit?, scale: String?) -> String {
  let currency = currencyWords(currency)
  let counts = kinds.contains(.shares) ? ["shares"] : []
  let plain = (kinds.contains(.ratio) ? ["percentages"] : []) + (kinds.contains(.count) ? ["counts"] : [])
  let inMinor = minor.map { "\($0.name) per share" }
  let perShare = kinds.contains(.perShare)
  guard kinds.contains(.money) || kinds.isEmpty else {
    let shares = counts.map { name in scale.map { "\($0) of \(name)" } ?? name }
    let all = shares + (perShare ? ["\(minor?.name ?? currency) per share"] : []) + plain
    return all.joined(separator: "; ").asBeginning + "."
  }
  let amounts: String
  let exceptions: [String]
  if let scale {
    amounts = inSeries(["\(scale) of \(currency)"] + counts.map { "of \($0)" })
    exceptions = (perShare ? [inMinor ?? "per share"] : []) + plain
  } else {
    // An amount per share is in the currency as well.
    amounts = currency
    exceptions = (perShare ? [inMinor].compactMap(\.self) : []) + counts + plain
  }
  return amounts.asBeginning + (exceptions.isEmpty ? "" : ", except \(inSeries(exceptions))") + "."
}

/// Names in a sentence: `a`, `a and b`, `a, b and c`.
func inSeries(_ names: [String]) -> String {
  guard names.count > 1, let last = names.last else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}
