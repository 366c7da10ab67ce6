/// Something a company reports, named in US-GAAP's style: `Revenues`, `NetIncomeLoss`.
public struct Concept: Hashable, Sendable {
  /// The short name used in CSV, YAML and links.
  public var name: String
  /// The US-GAAP element it stands for, where it has one.
  public var element: String?
  /// What readers see where a statement prints no label of its own: `Net income (loss)`.
  public var label: String
  /// The label when the value is negative, or when it is not; `nil` where the label fits both.
  public var negativeLabel: String?
  public var positiveLabel: String?
  public var kind: Kind
  public var balance: Balance
  /// Whether a negative value can be right.
  public var sign: Sign

  /// The kind of unit; scale words such as "in thousands" cover money and shares only.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case money
    case perShare = "per-share"
    case shares
    /// A pure number or a percentage, stored as printed with `%` meaning hundredths: 12% is 0.12.
    case ratio
    /// A number of things.
    case count
  }

  /// Whether quarters add up (a flow) or the value holds at an instant (a stock).
  public enum Balance: String, Hashable, Sendable, CaseIterable {
    case flow
    case stock
    /// Belongs to a span but does not add up: averages, per-share figures, rates.
    case average
  }

  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case any
    /// Shares, total assets, revenues: a negative value is a slip.
    case nonNegative = "non-negative"
  }

  public init(
    _ name: String, element: String? = nil, label: String, negative: String? = nil,
    positive: String? = nil, kind: Kind = .money, balance: Balance = .flow, sign: Sign = .any
  ) {
    self.name = name
    self.element = element
    self.label = label
    negativeLabel = negative
    positiveLabel = positive
    self.kind = kind
    self.balance = balance
    self.sign = sign
  }

  /// The label that fits a value: "Net loss" for a negative one.
  public func label(negative: Bool) -> String {
    (negative ? negativeLabel : positiveLabel) ?? label
  }
}

/// A concept's place in a ``ConceptCatalog``.
public struct ConceptID: Hashable, Comparable, Sendable {
  public var number: UInt16
  public init(number: UInt16) { self.number = number }
  public static func < (a: ConceptID, b: ConceptID) -> Bool { a.number < b.number }
}

/// All concepts a site knows: the built-in ones and its own, in the order in which pages list them.
public struct ConceptCatalog: Sendable {
  public private(set) var concepts: [Concept]
  /// The kind of each concept, asked for with every figure.
  private var kinds: [Concept.Kind] = []
  private var balances: [Concept.Balance] = []
  private var ids: [String: ConceptID]
  private var declaredLabels: Set<String> = []

  public init(_ concepts: [Concept] = []) {
    self.concepts = []
    ids = [:]
    for concept in concepts { add(concept) }
  }

  /// Adds a concept; `nil`, and nothing added, when the name is taken or the catalog is full (65,536).
  ///
  /// - Parameter isDeclared: whether the site or a company declares it.
  @discardableResult
  public mutating func add(_ concept: Concept, isDeclared: Bool = false) -> ConceptID? {
    guard ids[concept.name] == nil, let number = UInt16(exactly: concepts.count) else { return nil }
    let id = ConceptID(number: number)
    concepts.append(concept)
    kinds.append(concept.kind)
    balances.append(concept.balance)
    ids[concept.name] = id
    if isDeclared {
      declaredLabels.formUnion(
        [concept.label, concept.negativeLabel, concept.positiveLabel].compactMap(\.self))
    }
    return id
  }

  @inlinable
  public subscript(id: ConceptID) -> Concept {
    _read { yield concepts[Int(id.number)] }
  }

  /// What kind of figure a concept's is.
  public func kind(of id: ConceptID) -> Concept.Kind { kinds[Int(id.number)] }

  /// What its figures are told for.
  public func balance(of id: ConceptID) -> Concept.Balance { balances[Int(id.number)] }

  /// The concept of that name.
  public func id(_ name: some StringProtocol) -> ConceptID? { ids[String(name)] }

  /// Whether a label is one that the site declares: its capitals are the author's, and can be those of a name or of a
  /// German noun.
  public func isDeclared(label: String) -> Bool { declaredLabels.contains(label) }

  public var allIDs: [ConceptID] { concepts.indices.map { ConceptID(number: UInt16($0)) } }
}
