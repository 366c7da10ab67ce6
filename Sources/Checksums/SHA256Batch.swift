#if arch(x86_64)
  import CIPSecMB
  import Synchronization
#endif

/// Texts whose digests nobody needs yet: together they cost less than one by one.
///
/// A processor without instructions for SHA-256 reckons several digests at once, one in each lane of its vector registers
/// (Gueron and Krasnov, "Simultaneous Hashing of Multiple Messages", 2012).
public struct SHA256Batch: Sendable {
  /// One text after the other.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  /// Whether there is enough to fill the lanes; more gains little and takes memory.
  public var isFull: Bool { ends.count >= 16 || bytes.count >= 1 << 19 }

  /// Takes a text; its place is how many came before.
  public mutating func add(_ text: UnsafeRawBufferPointer) {
    // Growing bit by bit would take twice the memory.
    if ends.count == 1 { bytes.reserveCapacity(1 << 19) }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// The digests of the texts, in their order.
  public func digests() -> [SHA256Digest] {
    bytes.withUnsafeBytes { bytes in
      let texts = zip([0] + ends, ends).map { UnsafeRawBufferPointer(rebasing: bytes[$0..<$1]) }
      return sha256Digests(of: texts)
    }
  }
}

/// The digests of several texts, in their order.
private func sha256Digests(of texts: [UnsafeRawBufferPointer]) -> [SHA256Digest] {
  #if arch(x86_64)
    // A few would leave most lanes empty.
    if texts.count >= 4 { return withLanes { $0.digests(of: texts) } }
  #endif
  return texts.map { SHA256Digest(of: $0) }
}

#if arch(x86_64)
  /// Hands over lanes that nobody else uses, and keeps them for the next.
  private func withLanes<Result>(_ body: (borrowing Lanes) -> Result) -> Result {
    let lanes = idle.withLock { $0.popLast() } ?? Lanes(manager: alloc_mb_mgr(0))
    defer { idle.withLock { $0.append(lanes) } }
    return body(lanes)
  }

  private let idle = Mutex<[Lanes]>([])

  /// The library's state, which one thread uses at a time.
  private struct Lanes: @unchecked Sendable {
    /// `nil` where there was no memory for it.
    let manager: UnsafeMutablePointer<IMB_MGR>?

    init(manager: UnsafeMutablePointer<IMB_MGR>?) {
      self.manager = manager
      if let manager { init_mb_mgr_auto(manager, nil) }
    }

    func digests(of texts: [UnsafeRawBufferPointer]) -> [SHA256Digest] {
      var digests = [SHA256Digest](repeating: SHA256Digest(), count: texts.count)
      var isDone = [Bool](repeating: false, count: texts.count)
      digests.withUnsafeMutableBytes { reckon(texts, into: $0, &isDone) }
      // What the library does not take, such as a text that is too long for its lanes.
      for place in texts.indices where !isDone[place] { digests[place] = SHA256Digest(of: texts[place]) }
      return digests
    }

    private func reckon(
      _ texts: [UnsafeRawBufferPointer], into digests: UnsafeMutableRawBufferPointer, _ isDone: inout [Bool]
    ) {
      guard let manager, let start = digests.baseAddress else { return }
      func note(_ job: UnsafeMutablePointer<IMB_JOB>?) {
        guard let job, job.pointee.status == IMB_STATUS_COMPLETED else { return }
        isDone[Int(bitPattern: job.pointee.user_data)] = true
      }
      for (place, text) in texts.enumerated() {
        guard let job = manager.pointee.get_next_job(manager) else { return }
        job.pointee = IMB_JOB()
        job.pointee.cipher_mode = IMB_CIPHER_NULL
        job.pointee.cipher_direction = IMB_DIR_ENCRYPT
        job.pointee.chain_order = IMB_ORDER_HASH_CIPHER
        job.pointee.hash_alg = IMB_AUTH_SHA_256
        job.pointee.src = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
        job.pointee.msg_len_to_hash_in_bytes = UInt64(text.count)
        job.pointee.auth_tag_output = start.advanced(by: place * SHA256Digest.size)
          .assumingMemoryBound(to: UInt8.self)
        job.pointee.auth_tag_output_len_in_bytes = UInt64(SHA256Digest.size)
        job.pointee.user_data = UnsafeMutableRawPointer(bitPattern: place)
        note(manager.pointee.submit_job(manager))
      }
      while let job = manager.pointee.flush_job(manager) { note(job) }
    }
  }
#endif
