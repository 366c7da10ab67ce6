import Diagnostics
import Foundation
import SourceSyntax
import Testing

@testable import SVGCharts

/// The JSON Schema for editors: it accepts what the parser accepts, and promises nothing that is not read.
@Suite struct SchemaTests {
  private let schema =
    (try? JSONSerialization.jsonObject(with: Data(chartSchema().utf8))) as? [String: Any] ?? [:]

  @Test(arguments: GalleryTests.names) func everySpecOfTheGalleryIsValid(_ name: String) throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: GalleryTests.folder + name + ".yaml")))
    var diagnostics: [Diagnostic] = []
    let node = try #require(parseYAML(SourceText(path: name, bytes: bytes), diagnostics: &diagnostics))
    #expect(problems(value(of: node), schema, "") == [])
  }

  @Test func schemaRefusesWhatTheParserRefuses() throws {
    #expect(!problems(["mark": "pie"], schema, "").isEmpty)
    #expect(!problems(["marc": "bar"], schema, "").isEmpty)
    #expect(!problems(["encoding": ["x": ["legend": NSNull()]]], schema, "").isEmpty)
    // A waterfall stands alone, and `totals` is its own.
    #expect(problems(["mark": ["type": "waterfall", "totals": ["End"]]], schema, "").isEmpty)
    #expect(!problems(["mark": ["type": "bar", "totals": ["End"]]], schema, "").isEmpty)
    #expect(!problems(["layer": [["mark": "waterfall"]]], schema, "").isEmpty)
    #expect(!problems(["layer": [["mark": ["type": "bar", "totals": ["End"]]]]], schema, "").isEmpty)
  }

  /// A property with nonsense for a value must change what is reported, else nothing reads it.
  @Test func everyPropertyIsRead() throws {
    let paths = properties(schema, [], isInLayer: false)
    #expect(paths.count > 150)
    for path in paths {
      let without = try reports(spec(path, nil))
      let with = try reports(spec(path, ["zzz": 1]))
      #expect(without != with, "nothing reads \(path.map { "\($0)" }.joined(separator: "."))")
    }
  }

  // MARK: Paths of a schema

  private func properties(_ schema: [String: Any], _ path: [String], isInLayer: Bool) -> [[String]] {
    var found: [[String]] = []
    for part in schema["anyOf"] as? [[String: Any]] ?? [] {
      found += properties(part, path, isInLayer: isInLayer)
    }
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let part = (self.schema["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      if name == "layer", isInLayer { return [] }
      found += properties(part, path, isInLayer: isInLayer || name == "layer")
    }
    if let items = schema["items"] as? [String: Any] {
      found += properties(items, path + ["[]"], isInLayer: isInLayer)
    }
    for (name, part) in (schema["properties"] as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
      found.append(path + [name])
      if let part = part as? [String: Any] { found += properties(part, path + [name], isInLayer: isInLayer) }
    }
    return found
  }

  /// A small chart with a value at a path, or without it.
  private func spec(_ path: [String], _ value: Any?) -> Any {
    var base: [String: Any] = [
      "mark": "bar", "data": ["values": [["a": "x", "b": 1]]],
      "encoding": ["x": ["field": "a"], "y": ["field": "b", "type": "quantitative"]],
    ]
    if path.contains("layer") { base["mark"] = nil }
    if path.contains("totals") { base["mark"] = ["type": "waterfall"] }
    return setting(base, path[...], value, tried: path)
  }

  private func setting(_ base: Any?, _ path: ArraySlice<String>, _ value: Any?, tried: [String]) -> Any {
    guard let first = path.first else { return value ?? NSNull() }
    if first == "[]" {
      return [setting((base as? [Any])?.first, path.dropFirst(), value, tried: tried)]
    }
    var mapping = base as? [String: Any] ?? [:]
    if let word = base as? String { mapping = ["type": word] }
    if path.count == 1 {
      mapping[first] = value
    } else {
      mapping[first] = setting(mapping[first] ?? usual(first, tried), path.dropFirst(), value, tried: tried)
    }
    return mapping
  }

  /// What a part of a chart needs besides the property that is tried.
  private func usual(_ property: String, _ tried: [String]) -> Any? {
    switch property {
    case "filter": ["field": "b"]
    case "aggregate": [["op": "sum", "field": "b", "as": "c"]]
    case "transform" where tried.contains("filter"): [[String: Any]()]
    case "transform" where tried.contains("aggregate") || tried.contains("groupby"):
      [["aggregate": [["op": "sum", "field": "b", "as": "c"]]]]
    case "transform": [["fold": ["b"]]]
    case "layer": [["mark": "bar"]]
    case "sort": ["field": "b", "op": "sum"]
    default: ChannelName.allCases.contains { $0.word == property } ? ["field": "b"] : nil
    }
  }

  private func reports(_ spec: Any) throws -> [String] {
    let bytes = Array(try JSONSerialization.data(withJSONObject: spec, options: [.sortedKeys]))
    var diagnostics: [Diagnostic] = []
    let node = try #require(parseYAML(SourceText(path: "a", bytes: bytes), diagnostics: &diagnostics))
    _ = parseChartSpec(node, path: "a", diagnostics: &diagnostics)
    return diagnostics.map { $0.code.id + $0.message }
  }

  // MARK: Validation

  /// What a value breaks of a schema: the keywords that ours uses (JSON Schema 2020-12).
  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let part = (self.schema["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
      found += problems(value, part ?? [:], path)
    }
    if let parts = schema["anyOf"] as? [[String: Any]] {
      let all = parts.map { problems(value, $0, path) }
      if !all.contains(where: \.isEmpty) { found += all.min { $0.count < $1.count } ?? [] }
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { isType(value, $0) }) {
      found.append("\(path) is not \(types)")
    }
    if let words = schema["enum"] as? [Any], !words.contains(where: { isEqual($0, value) }) {
      found.append("\(path) is none of \(words)")
    }
    if let constant = schema["const"], !isEqual(constant, value) {
      found.append("\(path) is not \(constant)")
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { found += problems(item, items, "\(path)[\(index)]") }
    }
    if let mapping = value as? [String: Any] {
      let known = schema["properties"] as? [String: Any] ?? [:]
      for (key, item) in mapping {
        if let part = known[key] as? [String: Any] {
          found += problems(item, part, "\(path).\(key)")
        } else if known[key] == nil {
          if schema["additionalProperties"] as? Bool == false { found.append("\(path).\(key) is unknown") }
          if let part = schema["additionalProperties"] as? [String: Any] {
            found += problems(item, part, "\(path).\(key)")
          }
        }
      }
      for key in schema["required"] as? [String] ?? [] where mapping[key] == nil {
        found.append("\(path).\(key) is missing")
      }
    }
    return found
  }

  private func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    default: value is Double
    }
  }

  private func isEqual(_ a: Any, _ b: Any) -> Bool {
    if a is NSNull || b is NSNull { return a is NSNull && b is NSNull }
    if let a = a as? String, let b = b as? String { return a == b }
    if let b = b as? Bool { return (a as? Bool) == b && !(a is String) }
    return (a as? Double) == (b as? Double) && b is Double
  }

  private func value(of node: Node) -> Any {
    switch node.value {
    case .sequence(let items): return items.map { value(of: $0) }
    case .mapping(let entries):
      return Dictionary(entries.map { ($0.key, value(of: $0.value)) }) { first, _ in first }
    case .scalar(let scalar):
      if scalar.isNull { return NSNull() }
      guard scalar.isPlain else { return scalar.text }
      if scalar.text == "true" || scalar.text == "false" { return scalar.text == "true" }
      return Double(scalar.text) ?? scalar.text
    }
  }
}
