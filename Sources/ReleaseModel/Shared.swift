/// A value that its copies share: a copy costs one reference whatever the value holds.
///
/// Changing one copy leaves the others as they are. Equal values that came about apart can be made one in memory by
/// ``SharedParts``.
public struct Shared<Value: Sendable>: Sendable {
  @usableFromInline final class Box: Sendable {
    @usableFromInline let value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  @inlinable public init(_ value: Value) { box = Box(value) }

  @inlinable public var value: Value {
    get { box.value }
    set { box = Box(newValue) }
  }
}

extension Shared: Equatable where Value: Equatable {
  public static func == (a: Shared, b: Shared) -> Bool { a.box === b.box || a.value == b.value }
}

extension Shared: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
