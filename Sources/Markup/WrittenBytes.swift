/// Bytes that have been written, to be handed on without a copy.
public final class WrittenBytes: @unchecked Sendable {
  // Nothing changes the sink any more, so that all threads may read it.
  private let sink: ByteSink

  public init(_ sink: consuming ByteSink) { self.sink = sink }

  public var count: Int { sink.count }

  /// Gives a view of the bytes.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    sink.withBytes(body)
  }

  /// A copy of the bytes.
  public func bytes() -> [UInt8] { sink.bytes() }
}

extension ByteSink {
  /// Appends bytes as they are.
  public mutating func append(_ written: WrittenBytes) {
    written.withBytes { append($0) }
  }
}
