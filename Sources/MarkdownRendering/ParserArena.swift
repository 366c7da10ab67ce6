import CCMarkGFM
import Glibc

/// Memory for one thread's parsing: handed out by moving a pointer, given back all at once.
///
/// cmark-gfm asks for many small pieces and frees them one by one; a bump allocator makes both free of
/// cost. Its `cmark_mem` has no room for a context, so the arena in use hangs on the thread. Parsing may
/// nest (a block's hook may render Markdown itself), therefore memory is released back to a mark.
final class ParserArena {
  /// A state of the arena to return to.
  struct Mark {
    fileprivate var chunk: Int
    fileprivate var used: Int
    fileprivate var bytes: Int
  }

  /// What is left of the current chunk, beside the object: nothing has to watch over access to it.
  private struct Rest {
    var next: UnsafeMutableRawPointer
    var count: Int
    /// How many bytes are handed out.
    var bytes: Int
  }

  /// How many bytes are handed out.
  var bytes: Int { rest.pointee.bytes }

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var current = -1
  private let rest: UnsafeMutablePointer<Rest>

  /// Every piece is preceded by its size, which `realloc` needs, and aligned like malloc's.
  private static let header = 16
  private static let firstChunk = 256 * 1024
  /// Chunks beyond this are returned to the system when a document is done.
  private static let keptBytes = 4 * 1024 * 1024

  init() {
    rest = .allocate(capacity: 1)
    // The first piece opens the first chunk.
    rest.initialize(to: Rest(next: UnsafeMutableRawPointer(rest), count: 0, bytes: 0))
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
    rest.deallocate()
  }

  /// The calling thread's arena; it lives as long as the thread.
  static var ofThisThread: ParserArena {
    if let known = pthread_getspecific(arenaKey) {
      return Unmanaged<ParserArena>.fromOpaque(known).takeUnretainedValue()
    }
    let arena = ParserArena()
    pthread_setspecific(arenaKey, Unmanaged.passRetained(arena).toOpaque())
    return arena
  }

  /// The functions cmark-gfm allocates with.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in ParserArena.ofThisThread.allocate(count * size, zeroed: true) },
        realloc: { piece, size in ParserArena.ofThisThread.resize(piece, to: size) },
        free: { _ in }))
    return allocator
  }()

  var mark: Mark {
    let used = current < 0 ? 0 : chunks[current].count - rest.pointee.count
    return Mark(chunk: current, used: used, bytes: bytes)
  }

  /// Takes back everything that was handed out since `mark`.
  func release(to mark: Mark) {
    current = mark.chunk
    rest.pointee.bytes = mark.bytes
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

  @inline(__always)
  private func allocate(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
    let needed = (size + Self.header + 15) & ~15
    if rest.pointee.count < needed { openChunk(for: needed) }
    let start = rest.pointee.next
    take(needed)
    start.storeBytes(of: size, as: Int.self)
    let piece = start + Self.header
    if zeroed { memset(piece, 0, size) }
    return piece
  }

  @inline(__always)
  private func take(_ count: Int) {
    rest.pointee.next += count
    rest.pointee.count -= count
    rest.pointee.bytes += count
  }

  private func resize(_ piece: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return allocate(size, zeroed: false) }
    let old = (piece - Self.header).load(as: Int.self)
    if size <= old { return piece }
    let isLast = piece + ((old + 15) & ~15) == rest.pointee.next
    let more = ((size + 15) & ~15) - ((old + 15) & ~15)
    if isLast, rest.pointee.count >= more {
      take(more)
      (piece - Self.header).storeBytes(of: size, as: Int.self)
      return piece
    }
    let moved = allocate(size, zeroed: false)
    moved.copyMemory(from: piece, byteCount: old)
    return moved
  }

  /// Moves on to a chunk with room for `needed` bytes, a kept one or a new one of twice the last's size.
  @inline(never)
  private func openChunk(for needed: Int) {
    while current + 1 < chunks.count {
      current += 1
      if chunks[current].count >= needed { return open(from: 0) }
    }
    let last = chunks.last?.count ?? Self.firstChunk / 2
    let size = max(needed, min(last * 2, 16 * 1024 * 1024))
    chunks.append(.allocate(byteCount: size, alignment: 16))
    current = chunks.count - 1
    open(from: 0)
  }

  /// Goes on in the current chunk behind what is used of it.
  private func open(from used: Int) {
    guard current >= 0, let start = chunks[current].baseAddress else {
      rest.pointee.count = 0
      return
    }
    rest.pointee.next = start + used
    rest.pointee.count = chunks[current].count - used
  }
}

private let arenaKey: pthread_key_t = {
  var key = pthread_key_t()
  pthread_key_create(&key) { arena in
    guard let arena else { return }
    Unmanaged<ParserArena>.fromOpaque(arena).release()
  }
  return key
}()
