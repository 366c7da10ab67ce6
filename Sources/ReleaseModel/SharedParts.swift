/// Makes parts that are equal from release to release one in memory, such as a company's contacts.
public struct SharedParts: Sendable {
  private var contacts: Set<[Contact]> = []
  private var concepts: Set<[ConceptID]> = []
  private var periods: Set<[Period]> = []
  private var names: Set<[String]> = []
  private var charts: Set<[ChartRequest]> = []
  private var texts: Set<String> = []

  public init() {}

  /// Puts what was seen before in the place of what equals it.
  public mutating func share(_ parts: inout Release.Parts) {
    parts.company = shared(parts.company)
    parts.dateline = parts.dateline.map { shared($0) }
    parts.ticker = parts.ticker.map { shared($0) }
    contacts.share(&parts.contacts)
    names.share(&parts.boilerplate)
    names.share(&parts.topics)
    concepts.share(&parts.keyFigures)
    for index in parts.statements.indices { periods.share(&parts.statements[index].columns) }
    for index in parts.charts.indices {
      concepts.share(&parts.charts[index].concepts)
      guard case .listed(var listed) = parts.charts[index].periods else { continue }
      periods.share(&listed)
      parts.charts[index].periods = .listed(listed)
    }
    charts.share(&parts.charts)
  }

  private mutating func shared(_ text: String) -> String {
    // A short text is no object of its own.
    text.utf8.count > 15 ? texts.insert(text).memberAfterInsert : text
  }
}

extension Set {
  fileprivate mutating func share<Item>(_ list: inout [Item]) where Element == [Item] {
    if !list.isEmpty { list = insert(list).memberAfterInsert }
  }
}
