import Diagnostics
import ExactNumbers

/// A written chart: views laid over each other on common axes, in the words of a grammar of graphics.
struct PlotSpec: Sendable {
  var title: String?
  /// The size of the plot where the author gives one, in pixels.
  var width: Int?
  var height: Int?
  /// The size of each band where the author gives one, in pixels.
  var widthStep: Int?
  var heightStep: Int?
  var layers: [PlotLayer]
  /// Under the title, in the author's words.
  var subtitle: String?
  /// What the author says the chart shows, for who cannot see it.
  var description: String?
  /// What its files and anchor are called.
  var name: String?
  /// Who told its figures, and where their basis changes.
  var source: String?
  var breaks: [ChartBreak] = []
  /// Where the layers draw a waterfall, its steps.
  var bridge: BridgeData?
}

/// One mark and what its channels show of its rows.
struct PlotLayer: Sendable {
  var mark: PlotMark
  var options = MarkOptions()
  /// In the order of `ChannelName`; `nil` where the channel is not used.
  var channels: [PlotChannel?] = Array(repeating: nil, count: ChannelName.allCases.count)
  var rows: [PlotRow] = []

  subscript(_ name: ChannelName) -> PlotChannel? {
    get { channels[name.rawValue] }
    set { channels[name.rawValue] = newValue }
  }
}

enum PlotMark: String, Hashable, Sendable, CaseIterable {
  case bar, line, area, point, rule, tick, text
}

/// What a mark's own mapping says.
struct MarkOptions: Hashable, Sendable {
  /// Points on a line or an area.
  var hasPoints = false
  /// A line over an area.
  var hasLine = false
  var isFilled = true
  var liesDown: Bool?
  var marker: Look.Marker?
  var align: Label.Anchor?
  var baseline: Baseline?
  var dx = 0.0
  var dy = 0.0

  enum Baseline: String, Hashable, Sendable { case top, middle, bottom, alphabetic }
}

enum ChannelName: Int, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, xOffset, yOffset, color, opacity, size, shape, text, order, column

  var word: String { String(describing: self) }

  /// The properties the channel may have in a spec.
  var properties: [String] {
    let all = ["field", "type", "title", "aggregate", "value", "datum"]
    return switch self {
    case .x, .y: all + ["sort", "stack", "scale", "axis"]
    case .x2, .y2: all
    case .xOffset, .yOffset: all + ["sort", "scale"]
    case .color, .opacity, .size, .shape: all + ["sort", "scale", "legend"]
    case .text: all + ["format"]
    case .order: all + ["sort"]
    case .column: ["field", "type", "title", "sort", "header"]
    }
  }
}

/// What a channel shows and how.
struct PlotChannel: Sendable {
  var name: ChannelName
  var range: SourceRange
  /// The field it shows; `nil` for a count of rows and for constants.
  var field: String?
  /// A constant in the scale's own terms (`datum`).
  var constant: Datum?
  /// A constant that bypasses the scale (`value`).
  var literal: Datum?
  var type: FieldType
  var aggregate: Aggregate?
  var stack: Stacking?
  var order: DomainOrder = .ascending
  var scale = ScaleOptions()
  var title: Title = .usual
  var axis = AxisOptions()
  var hasLegend = true
  /// What its values count where they are facts of an archive, and the power of ten they are shown without.
  var unit: ChartMeasure?
  var power = 0

  enum Title: Hashable, Sendable {
    case usual, none
    case text(String)
  }

  /// Whether its positions are bands or points rather than a continuous scale.
  var isDiscrete: Bool {
    if let kind = scale.kind { return kind == .band || kind == .point }
    return type == .nominal || type == .ordinal
  }

  var isQuantitative: Bool { type == .quantitative && !isDiscrete }
}

enum FieldType: String, Hashable, Sendable, CaseIterable { case quantitative, ordinal, nominal, temporal }

/// `average` is another word for `mean`.
enum Aggregate: String, Hashable, Sendable, CaseIterable {
  case sum, mean, average, median, min, max, count, distinct
}

enum Stacking: String, Hashable, Sendable, CaseIterable { case zero, normalize, none }

/// How a discrete domain is ordered.
enum DomainOrder: Hashable, Sendable {
  case ascending, descending, asGiven, givenReversed
  case listed([Datum])
  case byChannel(ChannelName, descending: Bool)
  case byField(String, Aggregate, descending: Bool)
}

struct ScaleOptions: Hashable, Sendable {
  var kind: ScaleKind?
  var domain: [Datum]?
  var includesZero: Bool?
  var isNice: Bool?
}

enum ScaleKind: String, Hashable, Sendable, CaseIterable { case linear, log, sqrt, time, band, point }

struct AxisOptions: Hashable, Sendable {
  var isHidden = false
  var format: NumberFormat?
  var hasGrid: Bool?
}

/// The formats of the subset: `,` `.1f` `,.2f` `.0%` `s`-free by design.
struct NumberFormat: Hashable, Sendable {
  var decimals: Int?
  var isPercent = false
  var hasGrouping = true
  /// The power of ten that texts leave out, as the title of the axis says it.
  var power = 0
  /// Negatives in parentheses.
  var isAccounting = false
}

/// A row of the data after its transforms.
struct PlotRow: Sendable {
  var range: SourceRange
  var fields: [String: Datum]
  /// Where it stands in a file of its own, beyond the spec: `row 2 of 'revenues.csv'`.
  var origin: Origin?
  /// What is known of it where it is a fact of an archive.
  var fact: FactNote?

  struct Origin: Hashable, Sendable {
    var file: String
    /// Counted from 1, without the header.
    var row: Int
  }

  struct FactNote: Hashable, Sendable {
    var unit: ChartMeasure?
    var isRevised = false
    var isApproximate = false
  }
}

/// One value of a row.
enum Datum: Hashable, Sendable {
  case missing
  case number(Double)
  /// A number with more digits than a `Double` holds.
  case exact(Amount)
  case text(String)
  /// Seconds since 1970-01-01T00:00Z.
  case time(Double)

  var number: Double? {
    switch self {
    case .number(let value), .time(let value): value
    case .exact(let amount): amount.approximate
    default: nil
    }
  }

  /// A number as an amount, for texts and tables; `nil` for what is none or is too large.
  var amount: Amount? {
    switch self {
    case .number(let value): Amount(nearest: value)
    case .exact(let amount): amount
    default: nil
    }
  }

  var isMissing: Bool { self == .missing }

  var isText: Bool {
    if case .text = self { return true }
    return false
  }

  /// As a category is named.
  var words: String {
    switch self {
    case .missing: "null"
    case .text(let text): text
    case .number(let value): plainNumber(value)
    case .exact(let amount): amount.description
    case .time(let seconds): timeWords(seconds)
    }
  }

  /// Missing values, then numbers by size, then times, then words by their code units.
  static func precedes(_ a: Datum, _ b: Datum) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)), (.time(let a), .time(let b)): a < b
    case (.exact(let a), .exact(let b)): a < b
    case (.text(let a), .text(let b)): a.utf16.lexicographicallyPrecedes(b.utf16)
    default: a.rank == b.rank ? a.number ?? 0 < b.number ?? 0 : a.rank < b.rank
    }
  }

  private var rank: Int {
    switch self {
    case .missing: 0
    case .number, .exact: 1
    case .time: 2
    case .text: 3
    }
  }
}
