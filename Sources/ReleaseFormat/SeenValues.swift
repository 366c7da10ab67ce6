/// The values of a list that were seen, in their order; a table only when there are many.
struct SeenValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  private static var few: Int { 32 }

  /// The place of a value among those seen.
  func place(of value: Value) -> Int? {
    values.count < Self.few ? values.firstIndex(of: value) : places[value]
  }

  /// Notes a value; false for one that was seen before.
  mutating func add(_ value: Value) -> Bool {
    if place(of: value) != nil { return false }
    values.append(value)
    if values.count == Self.few {
      places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    } else if values.count > Self.few {
      places[value] = values.count - 1
    }
    return true
  }
}
