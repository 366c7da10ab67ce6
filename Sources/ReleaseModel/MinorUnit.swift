/// A hundredth of a currency, in which releases may print figures per share: `17.1p` for 0.171 pounds.
///
/// It is how a figure is written and shown, never another measure: a fact counts the currency itself, as in XBRL, where
/// `17.1p` is the value 0.171 in GBP per share with `decimals` 3 (Inline XBRL 1.1 writes it with a `scale` of -2). So
/// pence and pounds are compared, added and drawn as one.
public struct MinorUnit: Hashable, Sendable {
  /// The currency, ISO 4217: `GBP`.
  public var currency: String
  /// The code that exchanges quote prices in: `GBX`; `nil` where there is none in common use.
  public var code: String?
  /// What follows a figure: `p`.
  public var mark: String
  /// Its name in the plural: `pence`.
  public var name: String

  /// How many digits of the currency's figure stand before the point: 0.171 is 17.1.
  public static let power = 2

  /// That of a currency; `nil` where nobody prints figures in it.
  public static func of(_ currency: String) -> MinorUnit? { known[currency] }

  private static let known: [String: MinorUnit] = {
    var known: [String: MinorUnit] = [:]
    func add(_ currency: String, _ code: String?, _ mark: String, _ name: String) {
      known[currency] = MinorUnit(currency: currency, code: code, mark: mark, name: name)
    }
    add("GBP", "GBX", "p", "pence")
    add("ZAR", "ZAC", "c", "cents")
    add("USD", nil, "¢", "cents")
    for dollar in ["AUD", "CAD", "HKD", "NZD", "SGD"] { add(dollar, nil, "c", "cents") }
    add("EUR", nil, "c", "cents")
    return known
  }()
}

/// What a figure is printed in: a currency, or its minor unit.
public struct PrintedUnit: Hashable, Sendable {
  /// ISO 4217: `GBP`.
  public var currency: String
  /// Whether a figure per share is printed in pence rather than pounds.
  public var isMinor: Bool

  public init(_ currency: String, isMinor: Bool = false) {
    self.currency = currency
    self.isMinor = isMinor
  }

  /// The minor unit, where the figure is printed in it.
  public var minor: MinorUnit? { isMinor ? MinorUnit.of(currency) : nil }
}

extension Release {
  /// What one of the release's figures is printed in.
  public func unit(of fact: Fact) -> PrintedUnit {
    switch fact.place {
    case .statement(let index, let row, _):
      let statement = self.statements[index]
      return PrintedUnit(statement.currency, isMinor: statement.rows.isInMinorUnit(row))
    case .figure(let index):
      return PrintedUnit(figureCurrency, isMinor: self.figures[index].isInMinorUnit)
    }
  }
}

extension ReleaseArchive {
  /// What the release that tells a figure prints it in.
  public func unit(of telling: FactHistory.Telling) -> PrintedUnit {
    releases[Int(telling.release)].unit(of: telling.fact)
  }
}
