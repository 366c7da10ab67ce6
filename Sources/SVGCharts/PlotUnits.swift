/// Gives the axes that show facts of one unit that unit, in the power of ten that suits their figures.
func withUnits(_ spec: PlotSpec) -> PlotSpec {
  var spec = spec
  for name in [ChannelName.x, .y, .text] {
    var most = 0.0
    var unit: ChartMeasure?
    for layer in spec.layers {
      guard let channel = layer[name], channel.showsFacts else { continue }
      for row in layer.rows {
        guard let own = row.fact?.unit, unit == nil || own == unit else { return spec }
        unit = own
        most = max(most, row.fields[channel.field ?? ""]?.number?.magnitude ?? 0)
      }
    }
    guard let unit else { continue }
    let power = unit.words == "percent" ? 0 : [12, 9, 6, 3].first { most >= 2 * SVGCharts.power($0) } ?? 0
    for index in spec.layers.indices
    where spec.layers[index][name].map({ $0.showsFacts || (name != .text && $0.standsBesideFacts) }) == true {
      spec.layers[index][name]?.unit = unit
      spec.layers[index][name]?.power = power
    }
  }
  return spec
}

/// What facts show where the author gives no title: `Revenues and net income (loss), Q1 2002 to Q4 2003`.
func factsTitle(_ spec: PlotSpec) -> String? {
  let rows = spec.layers.flatMap(\.rows).filter { $0.fact != nil }
  func distinct(_ field: String) -> [String] {
    var seen: Set<Datum> = []
    return rows.compactMap { row in
      row.fields[field].flatMap { seen.insert($0).inserted && !$0.isMissing ? $0.words : nil }
    }
  }
  let labels = distinct("label")
  let periods = distinct("period")
  guard let first = periods.first, let last = periods.last, !labels.isEmpty, labels.count <= 4 else {
    return nil
  }
  let names = labels.enumerated().map { $0 == 0 ? $1 : inSentence($1) }
  let subject =
    names.count == 1
    ? names[0] : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  return subject + ", " + (first == last ? first : "\(first) to \(last)")
}

/// A label in the middle of a sentence; what begins with two capitals is no word: `EBITDA`.
private func inSentence(_ label: String) -> String {
  if let second = label.dropFirst().first, second.isUppercase { return label }
  return label.prefix(1).lowercased() + label.dropFirst()
}

extension PlotChannel {
  /// Whether it shows another number along the axis of facts, such as the goal that a rule draws.
  fileprivate var standsBesideFacts: Bool {
    type == .quantitative && literal == nil && aggregate != .count && scale.domain == nil
  }

  /// Whether it shows the figures of facts.
  fileprivate var showsFacts: Bool {
    (field == "value" || field == "first") && type == .quantitative && aggregate != .count
      && stack != .normalize
      && scale.domain == nil
  }
}
