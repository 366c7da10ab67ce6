public import Diagnostics

/// A value of a YAML file with its place.
///
/// Scalars keep the author's spelling: whoever reads a node decides what type it wants, so `NO` stays text
/// and `1.10` keeps its zero.
public struct Node: Sendable {
  public var value: Value
  public var range: SourceRange

  public enum Value: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  public struct Scalar: Sendable {
    public var text: String
    /// Written without quotation marks and not as a block.
    public var isPlain: Bool

    public init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }

    /// Whether it is YAML's null: plain and empty, `~` or `null`.
    public var isNull: Bool { isPlain && (text.isEmpty || text == "~" || text == "null") }
  }

  public struct Entry: Sendable {
    public var key: String
    public var keyRange: SourceRange
    public var value: Node

    public init(key: String, keyRange: SourceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }
}
