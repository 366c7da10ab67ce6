/// What a company's amounts are counted in: one of the currencies that its releases name.
///
/// An amount in another currency is another measure. It is never the same fact told again, and no change, sum or
/// ratio joins the two; so tellings are asked for in a denomination. A concept that counts no money, such as a number
/// of shares, is told in every one of them alike.
public struct Denomination: Hashable, Sendable {
  /// The currency's place among those of the company, see ``FactHistory/currencies(company:)``.
  public var number: UInt8

  public init(number: Int) { self.number = UInt8(clamping: number) }

  /// That of the company's newest statement, and of every figure where there is no other.
  public static var newest: Denomination { Denomination(number: 0) }
}

extension Concept.Kind {
  /// Whether the figures have a currency.
  public var isDenominated: Bool { self == .money || self == .perShare }
}

/// What figures are counted in where no statement of their company says.
let usualCurrency = "USD"

extension Release {
  /// The currency of a fact: its statement's, or that of single figures.
  public func currency(of fact: Fact) -> String {
    if case .statement(let index, _, _) = fact.place { return self.statements[index].currency }
    return figureCurrency
  }

  /// The currency of its first statement; `nil` for a release of single figures, or of none.
  public var ownCurrency: String? { parts.value.ownCurrency }

  /// The currency of its single figures: that of its first statement, or the one in which its company reports.
  public var figureCurrency: String { ownCurrency ?? parts.value.inheritedCurrency }
}

extension ReleaseArchive {
  /// Tells what single figures are counted in that stand in a release without statements: the currency of the
  /// company's statements before, or else of the next ones; US dollars where it has none.
  public mutating func settleCurrencies() {
    var last: [String: String] = [:]
    var open: [String: [Int]] = [:]
    for index in releases.indices {
      let company = releases[index].company
      if let own = releases[index].ownCurrency {
        for earlier in open.removeValue(forKey: company) ?? [] { inherit(own, earlier) }
        last[company] = own
      } else if let known = last[company] {
        inherit(known, index)
      } else {
        open[company, default: []].append(index)
      }
    }
    for index in open.values.joined() { inherit(usualCurrency, index) }
  }

  private mutating func inherit(_ currency: String, _ index: Int) {
    if releases[index].figureCurrency != currency { releases[index].inheritedCurrency = currency }
  }
}

/// In what currency each figure of a company is told.
struct CurrencyTable: Sendable {
  /// The newest statement's first; never empty.
  let currencies: [String]
  /// Where there are several: which concepts have one.
  private let isDenominated: [Bool]
  /// Where there are several: of each release the numbers of its statements' currencies, and last that of its single
  /// figures.
  private let numbers: [Int32: [UInt8]]

  /// Where nothing is told.
  init() { (currencies, isDenominated, numbers) = ([usualCurrency], [], [:]) }

  /// - Parameters:
  ///   - releases: the company's, by their places in the archive.
  ///   - all: the archive's.
  init(_ releases: [Int32], of all: [Release], _ catalog: ConceptCatalog) {
    var found: [String] = []
    for number in releases.reversed() {
      for statement in all[Int(number)].statements where found.first != statement.currency {
        if !found.contains(statement.currency) { found.append(statement.currency) }
      }
    }
    currencies = found.isEmpty ? [usualCurrency] : found
    guard found.count > 1 else {
      (isDenominated, numbers) = ([], [:])
      return
    }
    isDenominated = catalog.concepts.map(\.kind.isDenominated)
    var numbers: [Int32: [UInt8]] = [:]
    for number in releases {
      let release = all[Int(number)]
      numbers[number] = (release.statements.map { $0.currency } + [release.figureCurrency]).map { currency in
        UInt8(clamping: found.firstIndex(of: currency) ?? 0)
      }
    }
    self.numbers = numbers
  }

  /// The denomination of a fact; the newest one for a concept without a currency.
  func denomination(of fact: Fact, release: Int32) -> Denomination {
    guard currencies.count > 1, has(fact.concept), let own = numbers[release] else { return .newest }
    if case .statement(let index, _, _) = fact.place, own.indices.contains(index) {
      return Denomination(number: Int(own[index]))
    }
    return Denomination(number: Int(own.last ?? 0))
  }

  /// Whether figures of a concept may be told in different denominations.
  func has(_ concept: ConceptID) -> Bool {
    let place = Int(concept.number)
    return currencies.count > 1 && isDenominated.indices.contains(place) && isDenominated[place]
  }
}
