/// A place between two categories where figures begin to have another basis, so that nothing leads across.
public struct ChartBreak: Hashable, Sendable {
  /// The label in full of the first category on the new basis: `Q3 2006`.
  public var category: String
  /// The names of the series concerned; none for all.
  public var series: [String]
  /// What stands over the rule: `new basis`, `restated`.
  public var word: String
  /// Why, as a sentence: `New basis from Q3 2006: Coral Blood Services is consolidated.`
  public var note: String

  public init(category: String, series: [String] = [], word: String = "new basis", note: String) {
    self.category = category
    self.series = series
    self.word = word
    self.note = note
  }
}
