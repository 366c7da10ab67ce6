import ReleaseModel

/// What a built-in concept is made of, in each of the ways that the checks know: `Revenues - CostOfRevenue`.
///
/// Parts in brackets need not be told by a statement that is made so. None for what is counted itself.
public func makeup(ofConcept name: String) -> [String] {
  calculationTree.filter { $0.total == name }.map { sum($0.parts) }
    + measures.filter { $0.name == name }.map { measure in
      "\(measure.first) \(measure.operation.sign) \(measure.second)"
    }
}

private func sum(_ parts: String) -> String {
  var sum = ""
  for part in parts.split(separator: " ") {
    let name = partName(part)
    let sign = part.hasPrefix("-") || part.hasPrefix("~") ? "-" : "+"
    if !sum.isEmpty || sign == "-" { sum += sum.isEmpty ? sign : " \(sign) " }
    sum += part.contains("!") ? String(name) : "[\(name)]"
  }
  return sum
}

extension Measure.Operation {
  fileprivate var sign: String {
    switch self {
    case .difference, .outlay: "-"
    case .quotient, .rate: "/"
    }
  }
}
