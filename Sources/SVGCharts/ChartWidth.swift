/// The room a drawing has.
public enum ChartWidth: Hashable, Sendable, CaseIterable {
  /// 320 px: phones.
  case narrow
  /// 640 px: a column of text.
  case column
  /// 960 px: over the column and the margin.
  case wide
}

extension ChartWidth {
  var pixels: Pixels {
    switch self {
    case .narrow: 320
    case .column: 640
    case .wide: 960
    }
  }

  /// The style of a drawing of this width, by which a page shows the one that fits.
  var style: StaticString {
    switch self {
    case .narrow: "chart-s"
    case .column: "chart-m"
    case .wide: "chart-l"
    }
  }
}
