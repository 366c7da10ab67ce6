import Diagnostics
import Foundation
import SourceSyntax
import Testing

@testable import SVGCharts

/// Compares drawings with Vega-Lite's own of the same specs.
///
/// `VEGA_LITE_EXAMPLES` names a folder with `specs/*.vl.json` and `compiled/*.svg`, the examples of the
/// repository vega/vega-lite. Compared are the numbers and the places of bars, points, lines, areas, rules
/// and ticks, relative to the plot, within one percent of it; continuous axes get the peer's domain, as
/// its rules for ticks are others.
@Suite struct PeerExamplesTests {
  @Test func drawingsAgreeWithThePeers() throws {
    guard let folder = ProcessInfo.processInfo.environment["VEGA_LITE_EXAMPLES"] else {
      print("VEGA_LITE_EXAMPLES is not set; the comparison with Vega-Lite's examples is passed over")
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/specs")
      .filter { $0.hasSuffix(".vl.json") }.map { String($0.dropLast(8)) }.sorted()
    var agreeing: [String] = []
    for name in names {
      guard let spec = FileManager.default.contents(atPath: "\(folder)/specs/\(name).vl.json"),
        let svg = FileManager.default.contents(atPath: "\(folder)/compiled/\(name).svg"),
        let plot = plot(Array(spec)), plot.facets == [nil]
      else { continue }
      let peer = PeerDrawing(String(decoding: svg, as: UTF8.self))
      let differences = differences(plot, peer)
      if differences.isEmpty { agreeing.append(name) }
      #expect(differences.isEmpty, "\(name): \(differences.joined(separator: "; "))")
    }
    print("agree with Vega-Lite (\(agreeing.count)): \(agreeing.joined(separator: ", "))")
    #expect(agreeing.count >= 25)
  }

  private func plot(_ bytes: [UInt8]) -> Plot? {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(path: "spec", bytes: bytes)
    guard let node = parseYAML(source, diagnostics: &diagnostics), !diagnostics.hasErrors else { return nil }
    var reader = SpecReader(path: "spec")
    let spec = reader.plot(node) { _ in .failure(ChartDataProblem("not inline")) }
    return reader.diagnostics.hasErrors ? nil : spec.map { Plot($0) }
  }

  private func differences(_ plot: Plot, _ peer: PeerDrawing) -> [String] {
    guard peer.width > 0, peer.height > 0 else { return ["the peer's plot was not found"] }
    var differences: [String] = []
    var spec = plot.spec
    for name in [ChannelName.x, .y] {
      let standing = plot.views.first { $0.mark == .bar && $0.dimension == name }
      let titled = standing?.layer[name].flatMap { $0.isQuantitative ? $0.field : nil }
      let aggregated = plot.views.first {
        $0.measure == name && !$0.isStacked && $0.layer[name]?.aggregate != nil
      }
      let summed = aggregated.flatMap { view in view.layer[name].map { channelTitle($0, in: view) } }
      guard
        let domain = titled.flatMap({ peer.domain($0, along: name) })
          ?? summed.flatMap({ peer.measuredDomain($0, along: name) }) ?? peer.domains[name]
      else { continue }
      for view in plot.views where view.layer[name]?.isQuantitative == true {
        for value in extent(name, of: view)
        where value < domain.low - 1e-6 * domain.low.magnitude
          || value > domain.high + 1e-6 * domain.high.magnitude
        {
          if view.layer[name]?.scale.domain == nil {
            differences.append("\(name) has \(value) outside of \(domain)")
          }
        }
      }
      for index in spec.layers.indices where spec.layers[index][name]?.isQuantitative == true {
        spec.layers[index][name]?.scale.domain = [.number(domain.low), .number(domain.high)]
      }
    }
    let views = Plot(spec).views
    let scales = PlotScales(views)
    var own: [String: [[Double]]] = [:]
    for index in views.indices {
      let marks = placedMarks(views, view: index, scales: scales, width: peer.width, height: peer.height)
      for mark in marks { add(mark.form, views[index], to: &own) }
    }
    for kind in ["bar", "point", "rule", "line", "area"] {
      let ours = (own[kind] ?? []).map { relative($0, peer) }
      let theirs = (peer.marks[kind] ?? []).map { relative($0, peer) }
      guard ours.count == theirs.count else {
        differences.append("\(kind): \(ours.count) instead of \(theirs.count)")
        continue
      }
      var free = ours
      for wanted in theirs {
        guard let place = free.firstIndex(where: { distance($0, wanted) <= 0.01 }) else {
          differences.append("\(kind): nothing at \(wanted), free \(free.prefix(2))")
          break
        }
        free.remove(at: place)
      }
    }
    return differences
  }

  private func add(_ form: PlacedMark.Form, _ view: PlotView, to own: inout [String: [[Double]]]) {
    switch form {
    case .rule(let x, let y, let x2, let y2) where view.mark == .tick:
      // The peer draws a tick as a bar one pixel thick.
      let (dx, dy) = (x == x2 ? 0.5 : 0, y == y2 ? 0.5 : 0)
      own["bar", default: []].append([min(x, x2) - dx, min(y, y2) - dy, max(x, x2) + dx, max(y, y2) + dy])
    case .bar(let x, let y, let x2, let y2):
      own["bar", default: []].append([min(x, x2), min(y, y2), max(x, x2), max(y, y2)])
    case .point(let x, let y, _): own["point", default: []].append([x, y])
    case .rule(let x, let y, let x2, let y2):
      own["rule", default: []].append([min(x, x2), min(y, y2), max(x, x2), max(y, y2)])
    case .text: break
    case .line(let runs):
      let places = runs.flatMap { $0 }.map { [$0.x, $0.y] }
      own["line", default: []] += places
      if view.layer.options.hasPoints { own["point", default: []] += places }
    case .area(let runs):
      if view.layer.options.hasLine {
        own["line", default: []] += runs.flatMap { $0 }.map { [$0.value.x, $0.value.y] }
      }
      own["area", default: []] += runs.flatMap { $0 }.flatMap {
        [[$0.value.x, $0.value.y], [$0.base.x, $0.base.y]]
      }
    }
  }

  private func relative(_ numbers: [Double], _ peer: PeerDrawing) -> [Double] {
    numbers.enumerated().map { $0 % 2 == 0 ? $1 / peer.width : $1 / peer.height }
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { ($0 - $1).magnitude }.max() ?? 0
  }
}

/// The marks and domains read from a drawing that Vega made.
private struct PeerDrawing {
  var width = 0.0
  var height = 0.0
  var domains: [ChannelName: (low: Double, high: Double)] = [:]
  var marks: [String: [[Double]]] = [:]
  /// What bars are labelled with, and their middles.
  var bars: [(label: String, x: Double, y: Double)] = []

  /// Bars by their ends and points by their places, with what they are labelled with.
  var ends: [(label: String, x: Double, y: Double)] = []

  /// The domain by the middles of two bars: the peer rounds the domain that it names.
  func domain(_ field: String, along axis: ChannelName) -> (low: Double, high: Double)? {
    domain(field, along: axis, of: bars)
  }

  /// The same by the ends of two bars, or by two points.
  func measuredDomain(_ title: String, along axis: ChannelName) -> (low: Double, high: Double)? {
    domain(title, along: axis, of: ends)
  }

  private func domain(
    _ field: String, along axis: ChannelName, of marks: [(label: String, x: Double, y: Double)]
  )
    -> (low: Double, high: Double)?
  {
    let places = marks.compactMap { bar -> (value: Double, place: Double)? in
      for part in bar.label.components(separatedBy: "; ") where part.hasPrefix(field + ": ") {
        guard let value = Double(part.dropFirst(field.count + 2).replacingOccurrences(of: "−", with: "-"))
        else {
          return nil
        }
        return (value, axis == .x ? bar.x / width : 1 - bar.y / height)
      }
      return nil
    }.sorted { $0.value < $1.value }
    guard let first = places.first, let last = places.last, first.value < last.value else { return nil }
    let unit = (last.value - first.value) / (last.place - first.place)
    return (first.value - first.place * unit, first.value + (1 - first.place) * unit)
  }

  init(_ svg: String) {
    var groups: [String] = []
    for part in svg.split(separator: "<") {
      let tag = part.prefix { $0 != ">" }
      if tag.hasPrefix("/g") {
        _ = groups.popLast()
        continue
      }
      let text = String(tag)
      if text.hasPrefix("g") { groups.append(attribute("class", text) ?? "") }
      if let label = attribute("aria-label", text), text.hasPrefix("g") { readDomain(label) }
      if text.hasPrefix("path"), attribute("class", text) == "background", width == 0 {
        let numbers = numbers(attribute("d", text) ?? "")
        if numbers.count >= 4 { (width, height) = (numbers[2].magnitude, numbers[3].magnitude) }
      }
      guard let group = groups.last, group.contains("role-mark") else { continue }
      read(text, group)
    }
  }

  private mutating func readDomain(_ label: String) {
    let name: ChannelName = label.hasPrefix("X") ? .x : .y
    guard let range = label.range(of: "scale with values from "), !label.contains("time scale") else {
      return
    }
    let ends = label[range.upperBound...].components(separatedBy: " to ").map { text in
      Double(
        text.replacingOccurrences(of: ",", with: "").replacingOccurrences(of: "−", with: "-")
          .replacingOccurrences(of: "%", with: "e-2"))
    }
    if ends.count == 2, let low = ends[0], let high = ends[1] { domains[name] = (low, high) }
  }

  private mutating func read(_ text: String, _ group: String) {
    let shift = numbers(attribute("transform", text) ?? "")
    let path = attribute("d", text) ?? ""
    if group.contains("mark-rect") {
      let n = numbers(path)
      guard text.hasPrefix("path"), n.count >= 4 else { return }
      let (x, y) = (n[0] + (shift.first ?? 0), n[1] + (shift.count > 1 ? shift[1] : 0))
      bars.append((attribute("aria-label", text) ?? "", x + n[2] / 2, y + n[3] / 2))
      // Of what is above zero: the upper end of upright bars, the right end of others.
      ends.append((attribute("aria-label", text) ?? "", x + n[2], y))
      marks["bar", default: []].append([
        min(x, x + n[2]), min(y, y + n[3]), max(x, x + n[2]), max(y, y + n[3]),
      ])
    } else if group.contains("mark-symbol"), shift.count >= 2 {
      ends.append((attribute("aria-label", text) ?? "", shift[0], shift[1]))
      marks["point", default: []].append([shift[0], shift[1]])
    } else if group.contains("mark-rule"), text.hasPrefix("line"), shift.count >= 2 {
      let x2 = shift[0] + (Double(attribute("x2", text) ?? "0") ?? 0)
      let y2 = shift[1] + (Double(attribute("y2", text) ?? "0") ?? 0)
      marks["rule", default: []].append([
        min(shift[0], x2), min(shift[1], y2), max(shift[0], x2), max(shift[1], y2),
      ])
    } else if group.contains("mark-line") || group.contains("mark-area"), text.hasPrefix("path") {
      let kind = group.contains("mark-line") ? "line" : "area"
      marks[kind, default: []] += points(path)
    }
  }

  /// The corners of a path of moves and lines.
  private func points(_ path: String) -> [[Double]] {
    path.split(whereSeparator: { "MLZ".contains($0) }).map { numbers(String($0)) }.filter { $0.count == 2 }
  }

  private func attribute(_ name: String, _ tag: String) -> String? {
    guard let range = tag.range(of: " \(name)=\"") else { return nil }
    return String(tag[range.upperBound...].prefix { $0 != "\"" })
  }

  private func numbers(_ text: String) -> [Double] {
    text.split { !($0.isNumber || $0 == "." || $0 == "-" || $0 == "e") }.compactMap { Double($0) }
  }
}
