import CCMarkGFM
import Glibc

/// Memory for one thread's parsing: handed out by moving a pointer, given back all at once.
///
/// cmark-gfm asks for many small pieces and frees them one by one; a bump allocator makes both free of
/// cost. Its `cmark_mem` has no room for a context, so the arena in use hangs on the thread. Parsing may
/// nest (a block's hook may render Markdown itself), therefore memory is released back to a mark.
struct ParserArena {
  /// A state of the arena to return to.
  struct Mark {
    fileprivate var chunk: Int
    fileprivate var used: Int
    fileprivate var bytes: Int
  }

  /// How many bytes are handed out.
  private(set) var bytes = 0

  /// What is left of the current chunk.
  private var next: UnsafeMutableRawPointer?
  private var rest = 0
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var current = -1

  /// Every piece is preceded by its size, which `realloc` needs, and aligned like malloc's.
  private static let header = 16
  private static let firstChunk = 256 * 1024
  /// Chunks beyond this are returned to the system when a document is done.
  private static let keptBytes = 4 * 1024 * 1024

  /// The calling thread's arena; it lies where it is as long as the thread lives.
  static var ofThisThread: UnsafeMutablePointer<ParserArena> {
    if let known = pthread_getspecific(arenaKey) { return known.assumingMemoryBound(to: ParserArena.self) }
    let arena = UnsafeMutablePointer<ParserArena>.allocate(capacity: 1)
    arena.initialize(to: ParserArena())
    pthread_setspecific(arenaKey, arena)
    return arena
  }

  /// The functions cmark-gfm allocates with.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in ParserArena.ofThisThread.pointee.allocate(count * size, zeroed: true) },
        realloc: { piece, size in ParserArena.ofThisThread.pointee.resize(piece, to: size) },
        free: { _ in }))
    return allocator
  }()

  var mark: Mark {
    Mark(chunk: current, used: current < 0 ? 0 : chunks[current].count - rest, bytes: bytes)
  }

  /// Takes back everything that was handed out since `mark`.
  mutating func release(to mark: Mark) {
    current = mark.chunk
    bytes = mark.bytes
    open(from: mark.used)
    var kept = chunks.prefix(current + 1).reduce(0) { $0 + $1.count }
    var keep = current + 1
    while keep < chunks.count, kept + chunks[keep].count <= Self.keptBytes {
      kept += chunks[keep].count
      keep += 1
    }
    for chunk in chunks[keep...] { chunk.deallocate() }
    chunks.removeSubrange(keep...)
  }

  fileprivate func deallocate() {
    for chunk in chunks { chunk.deallocate() }
  }

  @inline(__always)
  private mutating func allocate(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
    let needed = (size + Self.header + 15) & ~15
    let start: UnsafeMutableRawPointer
    if rest >= needed, let next { start = next } else { start = openChunk(for: needed) }
    next = start + needed
    rest -= needed
    bytes += needed
    start.storeBytes(of: size, as: Int.self)
    let piece = start + Self.header
    if zeroed { memset(piece, 0, size) }
    return piece
  }

  private mutating func resize(_ piece: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return allocate(size, zeroed: false) }
    let old = (piece - Self.header).load(as: Int.self)
    if size <= old { return piece }
    let isLast = piece + ((old + 15) & ~15) == next
    let more = ((size + 15) & ~15) - ((old + 15) & ~15)
    if isLast, rest >= more {
      next = next.map { $0 + more }
      rest -= more
      bytes += more
      (piece - Self.header).storeBytes(of: size, as: Int.self)
      return piece
    }
    let moved = allocate(size, zeroed: false)
    moved.copyMemory(from: piece, byteCount: old)
    return moved
  }

  /// Moves on to a chunk with room for `needed` bytes, a kept one or a new one of twice the last's size.
  @inline(never)
  private mutating func openChunk(for needed: Int) -> UnsafeMutableRawPointer {
    while current + 1 < chunks.count {
      current += 1
      if chunks[current].count >= needed, let start = open(from: 0) { return start }
    }
    let last = chunks.last?.count ?? Self.firstChunk / 2
    let size = max(needed, min(last * 2, 16 * 1024 * 1024))
    let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    chunks.append(UnsafeMutableRawBufferPointer(start: start, count: size))
    current = chunks.count - 1
    open(from: 0)
    return start
  }

  /// Goes on in the current chunk behind what is used of it.
  @discardableResult
  private mutating func open(from used: Int) -> UnsafeMutableRawPointer? {
    guard current >= 0, let start = chunks[current].baseAddress else {
      (next, rest) = (nil, 0)
      return nil
    }
    (next, rest) = (start + used, chunks[current].count - used)
    return next
  }
}

private let arenaKey: pthread_key_t = {
  var key = pthread_key_t()
  pthread_key_create(&key) { memory in
    guard let arena = memory?.assumingMemoryBound(to: ParserArena.self) else { return }
    arena.pointee.deallocate()
    arena.deinitialize(count: 1)
    arena.deallocate()
  }
  return key
}()
