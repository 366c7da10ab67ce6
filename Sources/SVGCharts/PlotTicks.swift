/// Chooses ticks for a continuous scale and, where wanted, widens the domain to them.
///
/// A domain of one value is widened around it; of zero alone, to one.
func addTicks(to scale: inout PlotScale, target: Int, isNice: Bool, format: NumberFormat?, decimals: Int) {
  switch scale.kind {
  case .time: addTimeTicks(to: &scale, target: target)
  case .log: addPowers(to: &scale, isNice: isNice, format: format)
  default: addLinearTicks(to: &scale, target: target, isNice: isNice, format: format)
  }
}

private func addLinearTicks(to scale: inout PlotScale, target: Int, isNice: Bool, format: NumberFormat?) {
  let isReversed = scale.low > scale.high
  if isReversed { swap(&scale.low, &scale.high) }
  if scale.low == scale.high {
    if scale.low == 0 {
      scale.high = 1
    } else {
      let size = scale.low.magnitude / 10
      (scale.low, scale.high) = (scale.low - size, scale.high + size)
    }
  }
  let range = scale.high - scale.low
  // Quantities of at least ten thousand steps keep candidate ticks whole.
  var digits = 0
  while digits < 15, range * power(digits) < 10000 { digits += 1 }
  guard max(scale.low.magnitude, scale.high.magnitude) * power(digits) < 1e24 else { return }
  let (low, high) = (
    Int128((scale.low * power(digits)).rounded(.down)), Int128((scale.high * power(digits)).rounded(.up))
  )
  let found = wilkinsonTicks(low: low, high: high, target: target, withZero: low <= 0 && high >= 0)
  var values = found.values
  if isNice {
    while let first = values.first, first > low { values.insert(first - found.step, at: 0) }
    while let last = values.last, last < high { values.append(last + found.step) }
    scale.low = min(scale.low, Double(values[0]) / power(digits))
    scale.high = max(scale.high, Double(values[values.count - 1]) / power(digits))
  } else {
    let slack = max(1, (high - low) / 100_000)
    values = values.filter { $0 >= low - slack && $0 <= high + slack }
  }
  let needed = exactDecimals(values, digits: digits + (format?.power ?? 0))
  var spelling = format ?? NumberFormat()
  // Ticks that are rounded would stand at other places than they say.
  spelling.decimals = spelling.decimals.map { max($0, spelling.isPercent ? needed - 2 : needed) }
  scale.ticks = values.map { value in
    let number = Double(value) / power(digits)
    return PlotTick(value: number, text: spelling.text(number, decimals: needed))
  }
  if isReversed { swap(&scale.low, &scale.high) }
}

private func addPowers(to scale: inout PlotScale, isNice: Bool, format: NumberFormat?) {
  if scale.low == scale.high { (scale.low, scale.high) = (scale.low / 10, scale.high * 10) }
  var tick = 1.0
  var steps = 0
  while tick > scale.low, steps < 320 { (tick, steps) = (tick / 10, steps + 1) }
  while tick * 10 <= scale.low, steps < 640 { (tick, steps) = (tick * 10, steps + 1) }
  if isNice { scale.low = tick }
  var values: [Double] = []
  while tick < scale.high, steps < 960 {
    values.append(tick)
    (tick, steps) = (tick * 10, steps + 1)
  }
  values.append(tick)
  if isNice { scale.high = tick }
  if values.count < 4 { values = values.flatMap { [$0, 2 * $0, 5 * $0] } }
  let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
  scale.ticks = values.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }.map { value in
    PlotTick(value: value, text: (format ?? NumberFormat()).text(value, decimals: decimalsNeeded([value])))
  }
}

/// Ticks at the starts of years, quarters, months or days, whichever are about as many as wanted.
private func addTimeTicks(to scale: inout PlotScale, target: Int) {
  let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
  if low == high {
    (scale.low, scale.high) = (low - 43200, high + 43200)
    scale.ticks = [PlotTick(value: low, text: timeWords(low))]
    return
  }
  let days = (high - low) / 86400
  let months = max(1, Int((days / 30.44 / Double(max(1, target - 1))).rounded(.up)))
  if days / Double(max(1, target - 1)) < 20 {
    let step = [1, 2, 7, 14].first { days / Double($0) <= Double(target) } ?? 14
    var day = dayAndRest(low + 86399).day
    while Double(day) * 86400 <= high, scale.ticks.count < 60 {
      let civil = civilDay(day)
      let text = "\(monthNames[civil.month - 1]) \(civil.day)"
      scale.ticks.append(PlotTick(value: Double(day) * 86400, text: text))
      day += step
    }
    return
  }
  // One year more than wanted has room; two ticks for ten years would tell too little.
  let most = Double(target) + 0.5
  func hasRoom(_ step: Int) -> Bool {
    step >= months || (step >= 12 && days / 30.44 / Double(step) < most)
  }
  let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000].first(where: hasRoom) ?? 60000
  let start = civilDay(dayAndRest(low).day)
  var month = start.year * 12 + start.month - 1
  month = (month + step - 1) / step * step
  while scale.ticks.count < 60 {
    let (year, part) = (month / 12, month % 12)
    let value = Double(dayNumber(year, part + 1, 1)) * 86400
    if value > high { break }
    let isFirst = scale.ticks.isEmpty
    let text =
      step >= 12 ? "\(year)" : part == 0 || isFirst ? "\(monthNames[part]) \(year)" : monthNames[part]
    if value >= low { scale.ticks.append(PlotTick(value: value, text: text)) }
    month += step
  }
}
