import Glibc

/// Memory of a sink.
///
/// Pages are made one after the other, each with the same few sinks. So a thread keeps the memory that its sinks
/// have given back, and asks for it once.
struct SinkMemory {
  var base: UnsafeMutablePointer<UInt8>
  var count: Int

  /// At least so many bytes: some that the thread has kept, or new ones.
  static func take(_ count: Int) -> SinkMemory {
    if let kept = kept(), let memory = kept.pointee.take(count) { return memory }
    let count = max(count, 4096)
    return SinkMemory(base: .allocate(capacity: count), count: count)
  }

  /// Keeps the memory for the thread's next sinks, as long as that is little.
  func give() {
    let kept = SinkMemory.kept() ?? SinkMemory.beginKeeping()
    if !kept.pointee.keep(self) { base.deallocate() }
  }

  private static func kept() -> UnsafeMutablePointer<KeptMemory>? {
    pthread_getspecific(keptKey)?.assumingMemoryBound(to: KeptMemory.self)
  }

  private static func beginKeeping() -> UnsafeMutablePointer<KeptMemory> {
    let kept = UnsafeMutablePointer<KeptMemory>.allocate(capacity: 1)
    kept.initialize(to: KeptMemory())
    pthread_setspecific(keptKey, kept)
    return kept
  }
}

/// What one thread keeps.
private struct KeptMemory {
  private var blocks: UnsafeMutablePointer<SinkMemory> = .allocate(capacity: most)
  private var count = 0

  private static let most = 8
  private static let largest = 262_144

  mutating func take(_ wanted: Int) -> SinkMemory? {
    for index in 0..<count where blocks[index].count >= wanted {
      let memory = blocks[index]
      count -= 1
      blocks[index] = blocks[count]
      return memory
    }
    return nil
  }

  /// Whether there was room for it.
  mutating func keep(_ memory: SinkMemory) -> Bool {
    guard count < Self.most, memory.count <= Self.largest else { return false }
    (blocks + count).initialize(to: memory)
    count += 1
    return true
  }

  func deallocate() {
    for index in 0..<count { blocks[index].base.deallocate() }
    blocks.deallocate()
  }
}

private let keptKey: pthread_key_t = {
  var key = pthread_key_t()
  // A thread that ends gives back what it has kept.
  pthread_key_create(&key) { memory in
    guard let kept = memory?.assumingMemoryBound(to: KeptMemory.self) else { return }
    kept.pointee.deallocate()
    kept.deallocate()
  }
  return key
}()
