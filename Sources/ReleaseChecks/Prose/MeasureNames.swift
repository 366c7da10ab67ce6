import ReleaseModel

/// The names by which texts call what releases tell: labels of concepts, and what else they are usually called.
///
/// Names are kept in words of one form, "net result" for a net income, a net profit and a net loss, and found by their
/// last word.
struct MeasureNames: Sendable {
  /// One name of one concept.
  struct Name: Hashable, Sendable {
    var words: [ProseWord]
    var concept: ConceptID
    /// Whether nothing else can be meant: "profit" is one of several results.
    var isExact = true
  }

  private var names: WordTable<[Name]>

  init(_ catalog: ConceptCatalog) {
    var found: [ProseWord: [Name]] = [:]
    func add(_ words: [ProseWord], _ concept: ConceptID, isExact: Bool = true) {
      guard let last = words.last else { return }
      let name = Name(words: words, concept: concept, isExact: isExact)
      if !(found[last] ?? []).contains(name) { found[last, default: []].append(name) }
    }
    for id in catalog.allIDs {
      let concept = catalog[id]
      for label in [concept.label, concept.negativeLabel, concept.positiveLabel].compactMap({ $0 }) {
        let words = nameWords(label)
        add(words, id)
        if words.contains("result"), !words.contains(where: otherResults.contains) || words.contains("before")
        {
          add(["result"], id, isExact: false)
        }
      }
    }
    for (concept, others) in otherNames {
      guard let id = catalog.id(concept) else { continue }
      for other in others { add(nameWords(other), id) }
    }
    names = WordTable(found.map { ($0.key, $0.value) })
  }

  /// The longest names that end with the word at a place, and where they begin.
  func ending(at last: Int, _ tokens: [ProseToken]) -> (start: Int, names: [Name])? {
    guard isNameWord(tokens[last]), let candidates = names[oneForm(tokens[last].word)] else { return nil }
    var longest: [Name] = []
    for name in candidates where name.words.count >= longest.first?.words.count ?? 1 {
      let start = last - name.words.count + 1
      guard start >= 0,
        zip(tokens[start...last], name.words).allSatisfy({ isNameWord($0) && oneForm($0.word) == $1 })
      else { continue }
      if name.words.count > longest.first?.words.count ?? 0 { longest = [] }
      longest.append(name)
    }
    return longest.first.map { (last - $0.words.count + 1, longest) }
  }

  /// The longest names that begin with the word at a place, and where they end.
  func beginning(at first: Int, _ tokens: [ProseToken]) -> (end: Int, names: [Name])? {
    for last in (first..<min(first + 5, tokens.count)).reversed() {
      if let (start, names) = ending(at: last, tokens), start == first { return (last + 1, names) }
    }
    return nil
  }
}

/// The words of a label that name what it labels: without "total", parentheses and a quality after a comma.
func nameWords(_ label: String) -> [ProseWord] {
  var words: [ProseWord] = []
  var isOpen = false
  let tokens = proseTokens(label)
  for (index, token) in tokens.enumerated() {
    if token.isMark("(") { isOpen = true }
    if token.isMark(","), index + 1 < tokens.count, qualities.contains(tokens[index + 1].word) { break }
    if !isOpen, isNameWord(token), !words.isEmpty || !token.isWord("total") {
      words.append(oneForm(token.word))
    }
    if token.isMark(")") { isOpen = false }
  }
  return words
}

/// Stand after the name in a label: "Accounts receivable, net".
private let qualities: WordSet = ["net", "basic", "diluted", "current"]

/// Make an income none of the results of a company: interest income, deferred income taxes, retained earnings.
private let otherResults: WordSet = [
  "tax", "interest", "other", "deferred", "retained", "comprehensive", "unearned", "accumulated",
]

private func isNameWord(_ token: ProseToken) -> Bool { token.kind == .word || token.isMark("&") }

/// A word in the singular, and of several with one meaning the same one.
func oneForm(_ word: ProseWord) -> ProseWord {
  if let form = forms[word] { return form }
  let count = word.count
  guard count > 3, count <= ProseWord.capacity, word[count - 1] == UInt8(ascii: "s"),
    word[count - 2] != UInt8(ascii: "s")
  else { return word }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count - 1) { bytes in
    for index in 0..<(count - 1) { bytes.initializeElement(at: index, to: word[index]) }
    return ProseWord(UnsafeBufferPointer(bytes))
  }
}

private let forms: WordTable<ProseWord> = [
  "revenue": "revenue", "revenues": "revenue", "sales": "revenue", "turnover": "revenue",
  "income": "result", "profit": "result", "profits": "result", "earnings": "result", "loss": "result",
  "losses": "result", "result": "result", "results": "result",
  "pre-tax": "pretax", "tax": "tax", "taxes": "tax", "stockholders": "shareholder",
  "inventories": "inventory", "losing": "losing", "gross": "gross",
]

/// What concepts are called besides their labels.
private let otherNames: [(concept: String, names: [String])] = [
  ("Revenues", ["Revenue", "Net revenue"]),
  ("GrossProfit", ["Gross margin"]),
  ("OperatingIncomeLoss", ["Income from operations", "Operating margin", "Operating profit margin"]),
  ("NetIncomeLoss", ["Net margin", "Net profit margin"]),
  (
    "IncomeLossBeforeIncomeTaxes",
    ["Pretax income", "Income before taxes", "Income before tax", "Pretax margin"]
  ),
  (
    "EarningsPerShareBasic",
    [
      "EPS", "Earnings per share", "Net income per share", "Basic EPS", "Basic earnings per share",
      "Basic net income per share", "Earnings per basic share", "Net income per basic share",
    ]
  ),
  (
    "EarningsPerShareDiluted",
    [
      "EPS", "Earnings per share", "Net income per share", "Diluted EPS", "Diluted earnings per share",
      "Diluted net income per share", "Earnings per diluted share", "Net income per diluted share",
    ]
  ),
  (
    "EarningsPerShareBasicAndDiluted",
    [
      "EPS", "Earnings per share", "Net income per share", "Basic EPS", "Diluted EPS",
      "Basic earnings per share", "Diluted earnings per share", "Basic net income per share",
      "Diluted net income per share", "Earnings per basic share", "Earnings per diluted share",
      "Net income per basic share", "Net income per diluted share",
    ]
  ),
  ("Cash", ["Cash"]), ("CashAndMarketableSecurities", ["Cash", "Cash and investments"]),
  ("InventoryNet", ["Inventory"]), ("AccountsReceivableNetCurrent", ["Receivables"]),
  (
    "CashFromOperatingActivities",
    [
      "Operating cash flow", "Cash flow from operations", "Cash from operations",
      "Cash from operating activities",
      "Cash flow from operating activities", "Net cash from operating activities",
      "Cash provided by operating activities", "Cash used in operating activities",
    ]
  ),
  ("CapitalExpenditures", ["Capital expenditures", "Capex"]),
  (
    "ResearchAndDevelopmentExpense",
    [
      "R&D", "R&D spending", "R&D expense", "Research and development expense",
      "Research and development spending",
    ]
  ),
  ("SellingGeneralAndAdministrativeExpense", ["SG&A", "SG&A expense"]),
  ("EBITDA", ["EBITDA margin"]), ("AdjustedEBITDA", ["Adjusted EBITDA margin"]),
  ("EffectiveTaxRate", ["Tax rate"]),
]
