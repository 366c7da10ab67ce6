/// The values an axis is labelled with: `first`, and `count - 1` more at equal steps.
struct Ticks: Hashable, Sendable {
  var first: Int128
  var step: Int128
  var count: Int

  var last: Int128 { first + step * Int128(count - 1) }
  var values: [Int128] { (0..<count).map { first + step * Int128($0) } }
}

/// Labels for a domain by the extended Wilkinson algorithm.
///
/// Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes",
/// IEEE InfoVis 2010, with its weights and its list of nice steps; legibility is the same for all
/// candidates. Candidates are exact integers. Their scores use only the four operations that IEEE 754
/// defines to the last bit, so every machine chooses alike.
///
/// - Parameters:
///   - low: the least quantity, below `high` by at least 1,000, so that steps are whole.
///   - target: how many labels would suit the room, 2 or more.
///   - withZero: whether only labellings that hold zero are wanted; the domain then includes zero.
func wilkinsonTicks(low: Int128, high: Int128, target: Int, withZero: Bool) -> Ticks {
  // The ends of the domain in twelve digits decide no differently, and words of the machine are quicker.
  var dropped = 0
  while max(-low, high) / tenTo(dropped) >= 1_000_000_000_000 { dropped += 1 }
  let ticks = search(
    low: Int(truncatingIfNeeded: floorDivision(low, tenTo(dropped))),
    high: Int(truncatingIfNeeded: -floorDivision(-high, tenTo(dropped))), target: target, withZero: withZero)
  return Ticks(
    first: Int128(ticks.first) * tenTo(dropped), step: Int128(ticks.step) * tenTo(dropped), count: ticks.count
  )
}

/// A labelling in the digits that are searched.
private struct Candidate {
  var first: Int
  var step: Int
  var count: Int

  var last: Int { first + step * (count - 1) }
}

private func search(low: Int, high: Int, target: Int, withZero: Bool) -> Candidate {
  let range = Double(high - low)
  let wanted = Double(max(target, 2) - 1)
  var best: (ticks: Candidate, score: Double)?
  func misses(_ most: Double) -> Bool { best.map { most < $0.score } ?? false }

  // Ten multiples of a nice step are more than enough: simplicity falls by one with each.
  for multiple in 1...10 {
    for (rank, nice) in niceSteps.enumerated() {
      let simple = 1 - Double(rank) / Double(niceSteps.count - 1) - Double(multiple)
      if misses(0.25 * (simple + 1) + 0.2 + 0.5 + 0.05) { return best?.ticks ?? plain(low, high) }
      for count in 2...(target * 2 + 8) {
        let dense = count > target ? 2 - Double(count - 1) / wanted : 1
        if misses(0.25 * (simple + 1) + 0.2 + 0.5 * dense + 0.05) { break }
        var power = leastPower(of: nice * multiple * (count + 1), reaching: (high - low) * 10)
        while power < powers.count {
          let unit = nice * powers[power] / 10
          let step = unit * multiple
          let span = step * (count - 1)
          if misses(0.25 * (simple + 1) + 0.2 * mostCoverage(span, range) + 0.5 * dense + 0.05) { break }
          power += 1
          let firstStart = (floorDivision(high, step) - (count - 1)) * multiple
          let lastStart = -floorDivision(-low, step) * multiple
          guard firstStart <= lastStart else { continue }
          var start = firstStart
          while start <= lastStart {
            let candidate = Candidate(first: start * unit, step: step, count: count)
            start += 1
            let hasZero = candidate.first <= 0 && candidate.last >= 0 && candidate.first % step == 0
            if withZero && !hasZero { continue }
            let score =
              0.25 * (simple + (hasZero ? 1 : 0)) + 0.2 * coverage(candidate, low, high, range)
              + 0.5 * density(candidate, low, high, wanted) + 0.05
            if score > best?.score ?? -.infinity { best = (candidate, score) }
          }
        }
      }
    }
  }
  return best?.ticks ?? plain(low, high)
}

/// The nice steps of the paper, times ten, the nicest first.
private let niceSteps = [10, 50, 20, 25, 40, 30]

private let powers = (0...14).map { Int(tenTo($0)) }

private func plain(_ low: Int, _ high: Int) -> Candidate { Candidate(first: low, step: high - low, count: 2) }

/// The least power of ten, 1 or more, that brings `factor` times itself to `goal`.
private func leastPower(of factor: Int, reaching goal: Int) -> Int {
  var power = 1
  while power < powers.count, factor * powers[power] < goal { power += 1 }
  return power
}

private func coverage(_ ticks: Candidate, _ low: Int, _ high: Int, _ range: Double) -> Double {
  let above = Double(high - ticks.last)
  let below = Double(low - ticks.first)
  return 1 - 0.5 * (above * above + below * below) / (0.01 * range * range)
}

private func mostCoverage(_ span: Int, _ range: Double) -> Double {
  let excess = Double(span) - range
  guard excess > 0 else { return 1 }
  return 1 - 0.25 * excess * excess / (0.01 * range * range)
}

private func density(_ ticks: Candidate, _ low: Int, _ high: Int, _ wanted: Double) -> Double {
  let ours = Double(ticks.count - 1) / Double(ticks.last - ticks.first)
  let ideal = wanted / Double(max(ticks.last, high) - min(ticks.first, low))
  return 2 - max(ours / ideal, ideal / ours)
}

private func floorDivision<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Number {
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder < 0 ? quotient - 1 : quotient
}
