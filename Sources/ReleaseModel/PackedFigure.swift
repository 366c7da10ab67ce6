public import ExactNumbers

/// A figure, or what stands in its place, in eight bytes: an archive holds millions.
///
/// The two lowest bits tell what it is. Of a figure the next five bits are the scale, the eight after them the
/// decimals, and the others the mantissa. Where that needs more than 49 bits it lies apart, and they are its place.
@usableFromInline struct PackedFigure: Sendable, BitwiseCopyable {
  @usableFromInline var bits: UInt64

  @inlinable init(bits: UInt64) { self.bits = bits }

  @inlinable static var absent: PackedFigure { PackedFigure(bits: 0) }
  @inlinable static var dash: PackedFigure { PackedFigure(bits: 1) }
  /// Not even a cell.
  @inlinable static var none: PackedFigure { PackedFigure(bits: .max) }

  /// - Parameter keep: takes a mantissa that needs more than 49 bits, and returns its place.
  @inlinable init(_ amount: Amount, decimals: Int8, keep: (Int64) -> Int) {
    let rest = UInt64(amount.scale) << 2 | UInt64(UInt8(bitPattern: decimals)) << 7
    let fits = (amount.mantissa << 15) >> 15 == amount.mantissa
    let high = fits ? UInt64(bitPattern: amount.mantissa) : UInt64(keep(amount.mantissa))
    bits = high << 15 | rest | (fits ? 2 : 3)
  }

  @inlinable var isFigure: Bool { bits & 2 != 0 && bits != .max }

  /// The scale of a figure; 0 for anything else.
  @inlinable var digitsAfterPoint: Int { isFigure ? Int(bits >> 2 & 0x1F) : 0 }

  @inlinable var decimals: Int8 { Int8(truncatingIfNeeded: bits >> 7) }

  /// The amount of a figure.
  ///
  /// - Parameter kept: gives the mantissa that lies at a place.
  @inlinable func amount(kept: (Int) -> Int64) -> Amount {
    var amount = Amount(bits & 1 == 0 ? Int64(bitPattern: bits) >> 15 : kept(Int(bits >> 15)))
    amount.scale = UInt8(bits >> 2 & 0x1F)
    return amount
  }
}
