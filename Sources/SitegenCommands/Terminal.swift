import Glibc

/// Where a command writes to.
enum StandardStream: Int32 {
  case output = 1
  case error = 2
}

func isTerminal(_ stream: StandardStream) -> Bool { isatty(stream.rawValue) == 1 }

/// Whether colours help: a terminal, and `NO_COLOR` (no-color.org) is unset or empty.
func usesColor(_ stream: StandardStream) -> Bool {
  guard isTerminal(stream) else { return false }
  guard let wish = getenv("NO_COLOR") else { return true }
  return wish.pointee == 0
}

/// How many columns the terminal has; 80 where that is unknown.
func terminalWidth(_ stream: StandardStream) -> Int {
  var size = winsize()
  guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}

/// Writes text to a stream; a reader that went away is not our error.
///
/// An output that is lost for another reason, such as a full disk, ends the process: whoever asked for it must
/// not take what is there for the whole.
func write(_ text: String, to stream: StandardStream) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, rest.count > 0 {
      let written = Glibc.write(stream.rawValue, start, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        if stream == .output, errno != EPIPE { endForLostOutput(errno) }
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

private func endForLostOutput(_ error: Int32) -> Never {
  write("sitegen: cannot write to the standard output: \(String(cString: strerror(error)))\n", to: .error)
  exit(ExitStatus.inputOutput.rawValue)
}
