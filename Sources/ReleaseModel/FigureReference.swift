/// What a link in the text refers to: `fact:Revenues@2002-Q3` or `calc:growth(Revenues,2002-Q3)`.
///
/// The grammar, without spaces anywhere:
///
///     reference = "fact:" fact | "calc:" name "(" argument *("," argument) ")"
///     argument  = fact | period
///     fact      = [company "/"] concept ["@" period]
///
/// An argument that begins with a digit is a period. Names are not looked up here; every part keeps its
/// place, so that whoever looks it up can say where the unknown one stands.
public enum FigureReference: Hashable, Sendable {
  case fact(FactReference)
  case calculation(Calculation)

  /// The fact a reader is led to: the reference's own, or the first argument's.
  public var leading: FactReference {
    switch self {
    case .fact(let fact): fact
    case .calculation(let calculation): calculation.first
    }
  }

  /// A part of a reference and the UTF-8 offset at which it begins.
  public struct Part: Hashable, Sendable {
    public var text: String
    public var offset: Int

    public init(_ text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  /// Why a text is no reference, and which part of it is at fault.
  public struct Failure: Error, Hashable, Sendable {
    /// What the rule demands, quoting the author: `'grow' is no calculation`.
    public var reason: String
    /// In UTF-8 bytes from the start of the whole reference.
    public var offset: Int
    public var length: Int
    /// The names one of which could stand there.
    public var candidates: [String]

    public init(_ reason: String, offset: Int, length: Int, candidates: [String] = []) {
      self.reason = reason
      self.offset = offset
      self.length = length
      self.candidates = candidates
    }
  }

  /// Whether a link's destination claims to be a reference.
  public static func claims(_ destination: String) -> Bool {
    destination.utf8.starts(with: "fact:".utf8) || destination.utf8.starts(with: "calc:".utf8)
  }

  /// Reads a whole reference; `nil` for a destination that does not claim to be one.
  public static func parse(_ destination: String) -> Result<FigureReference, Failure>? {
    guard claims(destination) else { return nil }
    do throws(Failure) {
      let rest = Part(String(destination.dropFirst(5)), offset: 5)
      try refuseSpaces(rest)
      if destination.utf8.starts(with: "fact:".utf8) { return .success(.fact(try FactReference(rest))) }
      return .success(.calculation(try Calculation(rest)))
    } catch {
      return .failure(error)
    }
  }

  private static func refuseSpaces(_ part: Part) throws(Failure) {
    for (index, byte) in part.text.utf8.enumerated() where byte <= 32 {
      throw Failure("a reference has no spaces", offset: part.offset + index, length: 1)
    }
  }
}

/// A figure: of which company, which concept, for which period.
public struct FactReference: Hashable, Sendable {
  /// `nil` for the company of the page.
  public var company: FigureReference.Part?
  public var concept: FigureReference.Part
  /// `nil` for the period of the release.
  public var period: FigureReference.Part?

  init(_ part: FigureReference.Part) throws(FigureReference.Failure) {
    let (name, period) = part.split(at: UInt8(ascii: "@"))
    // Only before the period: explicit periods have a slash of their own.
    let (first, second) = name.split(at: UInt8(ascii: "/"))
    concept = try (second ?? first).nonempty("a concept is missing")
    company = second == nil ? nil : try first.nonempty("a company is missing before '/'")
    self.period = try period?.nonempty("a period is missing after '@'")
    if let stray = concept.text.utf8.firstIndex(where: { !$0.isNameByte }) {
      let offset = concept.text.utf8.distance(from: concept.text.startIndex, to: stray)
      throw FigureReference.Failure(
        "'\(concept.text)' is no name of a concept", offset: concept.offset + offset, length: 1)
    }
  }
}

/// A value worked out from figures: `growth(Revenues,2002-Q3)`.
public struct Calculation: Hashable, Sendable {
  public var name: Name
  public var first: FactReference
  /// The arguments after the first.
  public var others: [Argument]

  public enum Argument: Hashable, Sendable {
    case fact(FactReference)
    case period(FigureReference.Part)
  }

  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// The relative change in percent since a period, or against a fact; since the year before where none
    /// is named.
    case growth
    /// The difference in units, otherwise as ``growth``.
    case change
    /// The first as a part of the second, in percent.
    case share
    /// The first divided by the second.
    case ratio
    /// All arguments added.
    case sum
    /// The first in percent of the second, which is `Revenues` where none is named.
    case margin

    /// How many arguments it takes.
    public var arguments: ClosedRange<Int> {
      switch self {
      case .growth, .change, .margin: 1...2
      case .share, .ratio: 2...2
      case .sum: 2...16
      }
    }

    /// Whether a bare period can stand for the second argument.
    public var takesPeriod: Bool { self == .growth || self == .change }
  }

  init(_ part: FigureReference.Part) throws(FigureReference.Failure) {
    let (head, tail) = part.split(at: UInt8(ascii: "("))
    guard let name = Name(rawValue: head.text) else {
      throw FigureReference.Failure(
        "'\(head.text)' is no calculation", offset: head.offset, length: max(1, head.text.utf8.count),
        candidates: Name.allCases.map(\.rawValue))
    }
    guard var list = tail, list.text.utf8.last == UInt8(ascii: ")") else {
      throw FigureReference.Failure(
        "the arguments of '\(name.rawValue)' stand in parentheses", offset: head.offset,
        length: part.text.utf8.count)
    }
    list.text.removeLast()
    let arguments = list.pieces(at: UInt8(ascii: ","))
    guard name.arguments.contains(arguments.count) else {
      throw FigureReference.Failure(
        "'\(name.rawValue)' takes \(Self.count(name.arguments)), not \(arguments.count)",
        offset: list.offset, length: max(1, list.text.utf8.count))
    }
    self.name = name
    first = try FactReference(arguments[0])
    others = []
    for argument in arguments.dropFirst() {
      guard let byte = argument.text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      else {
        others.append(.fact(try FactReference(argument)))
        continue
      }
      guard name.takesPeriod else {
        throw FigureReference.Failure(
          "'\(name.rawValue)' takes figures, not a period", offset: argument.offset,
          length: argument.text.utf8.count)
      }
      others.append(.period(argument))
    }
  }

  private static func count(_ range: ClosedRange<Int>) -> String {
    let words = ["no", "one", "two"]
    guard range.upperBound < words.count else { return "at least \(words[range.lowerBound]) arguments" }
    let upper = "\(words[range.upperBound]) argument\(range.upperBound == 1 ? "" : "s")"
    return range.count == 1 ? upper : "\(words[range.lowerBound]) or \(upper)"
  }
}

extension FigureReference.Part {
  /// What stands before and after the first such byte.
  fileprivate func split(at byte: UInt8) -> (FigureReference.Part, FigureReference.Part?) {
    guard let index = text.utf8.firstIndex(of: byte) else { return (self, nil) }
    let after = text.utf8.index(after: index)
    let head = String(text[..<index])
    return (
      Self(head, offset: offset), Self(String(text[after...]), offset: offset + head.utf8.count + 1)
    )
  }

  fileprivate func pieces(at byte: UInt8) -> [FigureReference.Part] {
    var pieces: [FigureReference.Part] = []
    var rest: FigureReference.Part? = self
    while let part = rest {
      let (piece, more) = part.split(at: byte)
      pieces.append(piece)
      rest = more
    }
    return pieces
  }

  fileprivate func nonempty(_ reason: String) throws(FigureReference.Failure) -> FigureReference.Part {
    guard text.isEmpty else { return self }
    throw FigureReference.Failure(reason, offset: offset, length: 1)
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
