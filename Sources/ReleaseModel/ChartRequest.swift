/// A chart that `release.yaml` or a fenced block asks for.
public struct ChartRequest: Hashable, Sendable {
  /// What is drawn; `nil` for a chart written out in the grammar, which is read where its page is made.
  public var preset: Preset?
  /// The company whose figures are shown; `nil` for the page's own.
  public var company: String?
  public var concepts: [ConceptID]
  public var periods: Periods
  /// The finding, in the author's words.
  public var title: String?
  public var note: String?
  /// What its files are called, `revenues` for `revenues.svg`; `nil` for a name by its place.
  public var name: String?

  public enum Preset: String, Hashable, Sendable, CaseIterable {
    /// This period against the year before.
    case comparison
    /// Concepts over the quarters the archive knows up to the release.
    case trend
    /// From one figure to another by the steps between, or from one period's result to the next one's.
    case bridge
    /// Figures as parts of another over the quarters the archive knows.
    case margin
    /// The balance sheet as two equal columns.
    case composition
    /// A row for each concept with a bar for each quarter.
    case sparkline
  }

  /// For which periods figures are shown.
  public enum Periods: Hashable, Sendable {
    /// The ones that suit the preset.
    case usual
    /// The last so many quarters or years that are known.
    case last(Int, FiscalCalendar.Step)
    case listed([Period])

    /// The periods that are named; none for the other cases.
    public var named: [Period] {
      if case .listed(let periods) = self { return periods }
      return []
    }
  }

  public init(
    preset: Preset?, concepts: [ConceptID] = [], periods: Periods = .usual, title: String? = nil,
    note: String? = nil
  ) {
    self.preset = preset
    self.concepts = concepts
    self.periods = periods
    self.title = title
    self.note = note
  }
}
