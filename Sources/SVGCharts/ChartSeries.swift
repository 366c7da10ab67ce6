public import ExactNumbers

/// A measure drawn over the categories of a chart.
public struct ChartSeries: Hashable, Sendable {
  public var name: String
  public var style: Style
  /// One for each category; `nil` where there is no value.
  public var values: [Value?]
  /// The categories for which its source prints a dash instead of a value, by their places: nil, which is something
  /// else than nothing told.
  public var nils: Set<Int>

  /// Which color and pattern a measure keeps in every chart.
  public enum Style: Int, Hashable, Sendable, CaseIterable {
    /// Solid, the first color: revenues.
    case primary = 1
    /// Hatched, the second color: results.
    case result = 2
    /// Dotted, the third color: steps and others.
    case other = 3
  }

  public struct Value: Hashable, Sendable {
    public var amount: Amount
    /// Rounded in its source; drawn hollow.
    public var isApproximate: Bool
    /// Told otherwise before; drawn hollow.
    public var isRevised: Bool
    /// Calculated from longer periods, told by nobody; drawn hollow.
    public var isDerived: Bool

    public init(
      _ amount: Amount, isApproximate: Bool = false, isRevised: Bool = false, isDerived: Bool = false
    ) {
      self.amount = amount
      self.isApproximate = isApproximate
      self.isRevised = isRevised
      self.isDerived = isDerived
    }
  }

  public init(name: String, style: Style, values: [Value?], nils: Set<Int> = []) {
    self.name = name
    self.style = style
    self.values = values
    self.nils = nils
  }
}

/// One place on the axis of categories.
public struct ChartCategory: Hashable, Sendable {
  /// Under its bars: `2003`.
  public var label: String
  /// The same for narrow drawings: `’03`.
  public var shortLabel: String?
  /// In tables and descriptions, where nothing stands round it: `Third quarter 2003`.
  public var fullLabel: String
  /// What a run of neighbours has in common: `Third quarter`, or the year of a quarter.
  public var group: String?
  /// A second line under the group: `to September 30`.
  public var groupNote: String?
  /// The time it stands for; where it is not given, what the full label says.
  public var time: ChartTime?

  public init(
    label: String, shortLabel: String? = nil, fullLabel: String, group: String? = nil,
    groupNote: String? = nil, time: ChartTime? = nil
  ) {
    self.label = label
    self.shortLabel = shortLabel
    self.fullLabel = fullLabel
    self.group = group
    self.groupNote = groupNote
    self.time = time
  }
}
