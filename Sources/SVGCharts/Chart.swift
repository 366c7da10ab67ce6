public import Markup

/// A chart ready to be drawn.
public struct Chart: Sendable {
  public init() {}

  /// What the axis counts: `Thousands of US dollars`.
  public var unit: String { "" }

  /// The data in words: range, trend, largest change, sign changes.
  public var description: String { "" }

  /// The data as a table: a column of categories, then one for each series, in the chart's unit.
  public var table: ChartTable { ChartTable(caption: "", heads: [], rows: []) }

  /// Appends the drawing as inline SVG.
  ///
  /// - Parameter id: what all ids in the drawing begin with; unique on its page.
  public func draw(id: String, width: ChartWidth, into sink: inout ByteSink) {}
}

/// The room a drawing has.
public enum ChartWidth: Hashable, Sendable, CaseIterable {
  /// 320 px: phones.
  case narrow
  /// 640 px: a column of text.
  case column
  /// 960 px: over the column and the margin.
  case wide
}

/// A chart's data as text, for the table beside it.
public struct ChartTable: Hashable, Sendable {
  public var caption: String
  /// The heads of the value columns.
  public var heads: [String]
  public var rows: [Row]

  public struct Row: Hashable, Sendable {
    public var head: String
    /// As accountants print them; `nil` where there is no value.
    public var cells: [String?]

    public init(head: String, cells: [String?]) {
      self.head = head
      self.cells = cells
    }
  }

  public init(caption: String, heads: [String], rows: [Row]) {
    self.caption = caption
    self.heads = heads
    self.rows = rows
  }
}
