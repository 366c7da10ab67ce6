/// Words to look up, each with what it means.
///
/// Nearly every word that is looked up is in no list. A table of open addressing (Knuth, "The Art of Computer
/// Programming", 6.4) says so at the first empty slot, without hashing text.
struct WordTable<Meaning: Sendable>: Sendable {
  /// The words by their slots; an empty word where nothing stands. Their number is a power of two.
  private var words: [ProseWord]
  private var meanings: [Meaning?]

  /// Takes each word once; of one that is named again the last meaning counts.
  init(_ entries: [(ProseWord, Meaning)]) {
    var count = 8
    while count < entries.count * 4 { count *= 2 }
    words = Array(repeating: ProseWord(), count: count)
    meanings = Array(repeating: nil, count: count)
    for (word, meaning) in entries {
      let slot = slot(of: word)
      words[slot] = word
      meanings[slot] = meaning
    }
  }

  subscript(word: ProseWord) -> Meaning? { meanings[slot(of: word)] }

  func contains(_ word: ProseWord) -> Bool { words[slot(of: word)].count > 0 }

  /// Where the word stands, or where it would.
  private func slot(of word: ProseWord) -> Int {
    words.withUnsafeBufferPointer { words in
      var slot = word.spread & (words.count - 1)
      while words[slot].count > 0, words[slot] != word { slot = (slot + 1) & (words.count - 1) }
      return slot
    }
  }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral entries: (ProseWord, Meaning)...) { self.init(entries) }
}

/// Words of which only matters whether one is among them.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var table: WordTable<Bool>

  init(_ words: some Sequence<ProseWord>) { table = WordTable(words.map { ($0, true) }) }

  init(arrayLiteral words: ProseWord...) { self.init(words) }

  func contains(_ word: ProseWord) -> Bool { table.contains(word) }
}
