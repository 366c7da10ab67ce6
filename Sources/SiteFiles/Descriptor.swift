import Glibc

/// An open file or folder, closed with its owner.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  /// Opens a folder; a link in its place is refused.
  static func folder(_ path: String, below folder: Int32 = AT_FDCWD) -> Descriptor? {
    Descriptor(openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  /// Opens a file for reading; a link in its place is refused, and a pipe does not block.
  static func file(_ path: String, below folder: Int32) -> Descriptor? {
    Descriptor(openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  }

  /// What `fstat` says, or `nil` with `errno` set.
  borrowing func status() -> stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// The first bytes of a file, at most so many; `nil` with `errno` set where it cannot be read.
  borrowing func head(_ most: Int) -> [UInt8]? {
    var taken = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      taken = pread(number, buffer.baseAddress, most, 0)
      count = max(0, taken)
    }
    return taken < 0 ? nil : bytes
  }

  /// All bytes of a regular file of at most `limit` bytes; `nil` with `errno` set.
  borrowing func bytes(limit: Int) -> [UInt8]? {
    guard let status = status() else { return nil }
    guard status.isRegular else {
      errno = EINVAL
      return nil
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      errno = EFBIG
      return nil
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let taken = read(number, buffer.baseAddress! + count, size - count)
        if taken < 0 && errno == EINTR { continue }
        if taken <= 0 {
          failed = taken < 0
          break
        }
        count += taken
      }
    }
    return failed ? nil : bytes
  }

  /// Writes all bytes; false with `errno` set.
  borrowing func write(_ bytes: UnsafeRawBufferPointer) -> Bool { Self.write(bytes, to: number) }

  /// The same to a file by the number of its descriptor.
  static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32) -> Bool {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      let written = Glibc.write(number, start, rest.count)
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }
}

extension stat {
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
