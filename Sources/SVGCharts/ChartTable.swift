/// A chart's data as text, for the table beside it.
public struct ChartTable: Hashable, Sendable {
  public var caption: String
  /// The heads of the value columns.
  public var heads: [String]
  public var rows: [Row]

  public struct Row: Hashable, Sendable {
    public var head: String
    /// As accountants print them, ``nilText`` for a printed dash; `nil` where a value is missing, an empty text where
    /// there is none to be had.
    public var cells: [String?]
    /// The places of cells that hold what is calculated and told by nobody.
    public var derived: Set<Int> = []

    public init(head: String, cells: [String?]) {
      self.head = head
      self.cells = cells
    }
  }

  /// What stands for a dash that the source prints.
  public static let nilText = "—"

  public init(caption: String, heads: [String], rows: [Row]) {
    self.caption = caption
    self.heads = heads
    self.rows = rows
  }
}

/// The figures of a chart in its unit.
func dataTable(of chart: Composition) -> ChartTable {
  let digits = chart.precision.digits
  let hasOwnUnits = chart.panels.count > 1 && !chart.sharesScale
  var heads: [String] = []
  var columns: [[String?]] = []
  for panel in chart.panels {
    let decimals = exactDecimals(panel.quantities, digits: digits + panel.unit.power)
    var unit = panel.unit
    unit.decimals = max(decimals, unit.decimals)
    for series in panel.series {
      heads.append(
        hasOwnUnits ? series.name + ", " + unit.nameInSentence(of: chart.measure.words) : series.name)
      columns.append(
        series.points.enumerated().map { place, point in
          guard let point else { return series.nils.contains(place) ? ChartTable.nilText : nil }
          // A rounded figure does not gain digits it never had.
          var own = unit
          if point.isApproximate {
            own.decimals = min(unit.decimals, exactDecimals([point.quantity], digits: digits + unit.power))
          }
          return own.text(point.quantity, digits: digits)
        })
    }
  }
  var rows = chart.categories.indices.map { index in
    ChartTable.Row(head: chart.categories[index].fullLabel, cells: columns.map { $0[index] })
  }
  var place = 0
  for panel in chart.panels {
    for series in panel.series {
      for index in rows.indices where series.points[index]?.isDerived == true {
        rows[index].derived.insert(place)
      }
      place += 1
    }
  }
  return ChartTable(caption: spokenUnit(of: chart), heads: heads, rows: rows)
}

/// The unit of all panels, with its sign where it has one.
func unitNote(of chart: Composition) -> String { commonUnit(of: chart).short(chart.measure) }

/// The same in words: `Thousands of US dollars`.
func spokenUnit(of chart: Composition) -> String { commonUnit(of: chart).name(of: chart.measure.words) }

/// The unit of all panels; that of the measure itself where each has its own.
func commonUnit(of chart: Composition) -> ChartUnit {
  let plain = ChartUnit(power: 0, decimals: 0)
  guard let first = chart.panels.first?.unit else { return plain }
  return chart.panels.allSatisfy { $0.unit.power == first.power } ? first : plain
}
