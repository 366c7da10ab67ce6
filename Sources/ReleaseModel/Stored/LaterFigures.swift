import Records
import Synchronization

/// The statements and single figures of a release that was read from a record: decoded when they are first asked for.
///
/// Most builds with a record ask for those of few releases.
@usableFromInline final class LaterFigures: Sendable {
  /// The currency of the first statement; `nil` where there is none.
  let currency: String?
  private let stored: ArraySlice<UInt8>
  private let decoded = AtomicLazyReference<Figures>()

  @usableFromInline final class Figures: Sendable {
    @usableFromInline let statements: [Statement]
    @usableFromInline let figures: [StatedFigure]

    init(_ statements: [Statement], _ figures: [StatedFigure]) {
      self.statements = statements
      self.figures = figures
    }
  }

  init(_ stored: ArraySlice<UInt8>, currency: String?) {
    self.stored = stored
    self.currency = currency
  }

  @usableFromInline var figures: Figures { decoded.load() ?? decoded.storeIfNil(decode()) }

  private func decode() -> Figures {
    stored.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      guard let statements = [Statement](from: &reader), let figures = [StatedFigure](from: &reader),
        reader.isAtEnd
      else {
        // The record's checksum holds, and this program wrote it.
        preconditionFailure("the record of a release does not hold its figures")
      }
      return Figures(statements, figures)
    }
  }
}
