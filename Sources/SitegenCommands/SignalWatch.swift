import Glibc
import SiteFiles
import Synchronization

/// Ends a build that is told to stop so that it leaves nothing half done.
///
/// SIGINT, SIGTERM and SIGHUP are taken by a thread that waits for them, so they may come at any moment. Before
/// files take their places, what was put together is removed and the process ends; from then on the build
/// finishes first. What the caller had set to be ignored stays ignored.
final class SignalWatch: Sendable {
  private let state = Mutex(State())

  private struct State {
    var publication: Publication?
    var received: Signal?
  }

  /// A signal that asks a process to end.
  struct Signal: Sendable {
    var number: Int32

    var name: String {
      switch number {
      case SIGINT: "SIGINT"
      case SIGTERM: "SIGTERM"
      default: "SIGHUP"
      }
    }

    /// What shells see of a process that a signal ended.
    var exitCode: Int32 { 128 + number }
  }

  /// Starts watching; threads that begin later leave the signals to the watch.
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let watch = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<SignalWatch>.fromOpaque(pointer).takeRetainedValue().waitForSignals() }
        return nil
      }, watch)
    pthread_detach(thread)
  }

  /// The first signal that came.
  var received: Signal? { state.withLock { $0.received } }

  /// Lets a signal stop a publication, from now on or if it came before.
  func guarding(_ publication: Publication) {
    state.withLock { $0.publication = publication }
    if let received { end(received) }
  }

  private func waitForSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { return }
      let signal = Signal(number: number)
      state.withLock { if $0.received == nil { $0.received = signal } }
      end(signal)
    }
  }

  /// Ends the process unless files take their places or have taken them: what was done then, the build itself says.
  private func end(_ signal: Signal) {
    guard let publication = state.withLock({ $0.publication }) else { return }
    guard publication.stop() else { return }
    write("\nsitegen: stopped by \(signal.name); nothing was published\n", to: .error)
    _exit(signal.exitCode)
  }
}

private func isIgnored(_ number: Int32) -> Bool {
  var action = sigaction()
  guard sigaction(number, nil, &action) == 0 else { return false }
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}
