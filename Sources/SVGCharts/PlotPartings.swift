/// Where figures of a written chart begin to have another basis, along its dimension.
struct PlotPartings: Sendable {
  /// Each the first place on the new basis, what its series are called, and what stands over its rule; no names for all
  /// of them.
  private var partings: [(place: Datum, names: Set<Datum>, word: String)] = []
  private let dimension: ChannelName
  /// The order of categories in time; none on a continuous axis.
  private var ranks: [Datum: Int] = [:]

  init(_ breaks: [ChartBreak], _ view: PlotView) {
    dimension = view.dimension
    guard !breaks.isEmpty, let channel = view.layer[dimension], channel.field != nil else { return }
    let tellsSeries = view.layer.channels.contains { $0?.field == "label" || $0?.field == "concept" }
    for found in breaks {
      let rows = view.layer.rows.filter { $0.fields["period"] == .text(found.category) }
      guard let first = rows.first else { continue }
      let place = value(of: channel, in: first)
      if place.isMissing { continue }
      var names: Set<Datum> = []
      if tellsSeries {
        for row in rows {
          guard let label = row.fields["label"], found.series.contains(label.words) else { continue }
          names.insert(label)
          if let concept = row.fields["concept"] { names.insert(concept) }
        }
        // What it concerns is not drawn.
        if names.isEmpty, !found.series.isEmpty { continue }
      }
      partings.append((place, names, found.word))
    }
    guard !partings.isEmpty, channel.isDiscrete else { return }
    // Facts are in order of time, whatever the order of the axis.
    for row in view.layer.rows {
      let datum = value(of: channel, in: row)
      if ranks[datum] == nil { ranks[datum] = ranks.count }
    }
  }

  var isEmpty: Bool { partings.isEmpty }

  /// Where rules part the items of a view, as parts of its axis, each with the word that stands over it.
  ///
  /// A rule stands halfway between the last item on the old basis and the first one on the new; on an axis that is not
  /// in order of time, where no rule has all of the old ones on one side, there is none.
  func rules(among items: [PlotItem], on scale: PlotScale) -> [(part: Double, word: String)] {
    partings.compactMap { parting in
      guard let from = time(parting.place) else { return nil }
      var (old, new): ([Double], [Double]) = ([], [])
      for item in items
      where parting.names.isEmpty || item.values.contains(where: parting.names.contains) {
        guard let time = time(item[dimension]), let part = scale.position(item[dimension]) else { continue }
        if time < from { old.append(part) } else { new.append(part) }
      }
      guard let oldest = old.min(), let newest = new.max(), let last = old.max(), let first = new.min() else {
        return nil
      }
      if last < first { return ((last + first) / 2, parting.word) }
      return newest < oldest ? ((newest + oldest) / 2, parting.word) : nil
    }
  }

  /// The place of a datum in time.
  private func time(_ datum: Datum) -> Double? {
    ranks.isEmpty ? datum.number : ranks[datum].map(Double.init)
  }

  /// Whether a change from one item to another would lead from one basis to the next.
  func part(_ one: PlotItem, _ other: PlotItem) -> Bool {
    partings.contains { parting in
      guard parting.names.isEmpty || one.values.contains(where: parting.names.contains) else { return false }
      if let place = ranks[parting.place], let a = ranks[one[dimension]], let b = ranks[other[dimension]] {
        return min(a, b) < place && place <= max(a, b)
      }
      guard let place = parting.place.number, let a = one[dimension].number, let b = other[dimension].number
      else { return false }
      return min(a, b) < place && place <= max(a, b)
    }
  }
}
