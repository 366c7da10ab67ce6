import Diagnostics

/// A channel as it is written.
struct WrittenChannel {
  var name: String
  var field: String
  var fieldRange: SourceRange
  var isQuantitative: Bool
  var title: String?
  var order: Order

  enum Order { case ascending, descending, asGiven }
}

/// Which channel plays which part.
struct Roles {
  var category: WrittenChannel
  var value: WrittenChannel
  var offset: WrittenChannel?
  var color: WrittenChannel?
}

extension SpecReader {
  mutating func roles(
    of channels: [String: WrittenChannel], mark: ViewSpec.Mark, at range: SourceRange
  ) -> Roles? {
    guard let x = channels["x"], let y = channels["y"] else { return nil }
    func refuse(_ message: String, _ channel: WrittenChannel, _ hint: String) -> Roles? {
      report(.unsupportedChartCombination, message, at: channel.fieldRange, hints: [hint])
      return nil
    }
    if x.isQuantitative, y.isQuantitative {
      return refuse("x and y are both quantitative", x, "give one of them the type nominal or ordinal")
    }
    let liesDown = x.isQuantitative
    if liesDown, mark != .bar {
      return refuse("a \(mark.rawValue) needs its categories on x", x, "let y be the quantitative channel")
    }
    if let wrong = channels[liesDown ? "xOffset" : "yOffset"] {
      return refuse(
        "'\(wrong.name)' moves marks along the axis of values", wrong,
        "use '\(liesDown ? "yOffset" : "xOffset")'")
    }
    let roles = Roles(
      category: liesDown ? y : x, value: liesDown ? x : y,
      offset: channels[liesDown ? "yOffset" : "xOffset"], color: channels["color"])
    if let offset = roles.offset, mark != .bar {
      return refuse("'\(offset.name)' is for bars", offset, "remove it")
    }
    if let color = roles.color, mark == .area {
      return refuse("areas with 'color' would be stacked", color, "use the mark line")
    }
    switch (roles.offset, roles.color) {
    case (let offset?, let color?) where offset.field != color.field:
      return refuse("'color' and '\(offset.name)' show different fields", color, "give both the same field")
    case (nil, let color?) where mark == .bar && color.field != roles.category.field:
      return refuse(
        "bars with 'color' alone would be stacked", color,
        "add '\(liesDown ? "yOffset" : "xOffset")' with the same field")
    default: return roles
    }
  }
}
