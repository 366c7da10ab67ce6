/// How a site is published.
public struct PublishOptions: Sendable {
  /// What the manifest says made the site: `sitegen 1.0.0`.
  public var generator: String
  /// How long to wait for another build that is publishing to the same folder, in seconds.
  public var patience: Double = 0
  /// Told once, when the wait begins.
  public var waiting: @Sendable () -> Void = {}
  /// Asked while waiting; true ends the wait.
  public var isStopped: @Sendable () -> Bool = { false }
  /// Whether every file and folder is on the disk before the next step is taken (`fsync`).
  public var isDurable = false
  /// Why the site is not for publication yet, such as a preview; then it takes no published site's place.
  public var reservation: Reservation?

  /// A site that must not take a published one's place.
  public enum Reservation: Hashable, Sendable {
    /// It holds drafts and releases that are still held.
    case preview
    /// It is built for a moment that the clock has not reached.
    case ahead
  }

  public init(generator: String) { self.generator = generator }
}
