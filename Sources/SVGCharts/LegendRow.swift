/// Names of series beside their swatches, one after the other, in more rows where one is too short.
struct LegendRow {
  private let left: Pixels
  private let right: Pixels
  private var x: Pixels
  private var y: Pixels = 6
  private(set) var isEmpty = true

  init(from left: Pixels, to right: Pixels) {
    self.left = left
    self.right = right
    x = left
  }

  /// Where the legend ends.
  var foot: Pixels { y + Self.swatchSide }

  /// How high swatches are, and how wide unless they show a line.
  static let swatchSide: Pixels = 14
  static let lineSwatch: Pixels = 26

  /// Adds a name; one that is too long for a row takes up to three lines.
  ///
  /// - Parameters:
  ///   - swatch: how wide the name's swatch is; zero for a name without one.
  ///   - draw: draws it.
  mutating func add(
    _ name: String, swatch: Pixels, into scene: inout Scene, _ draw: (Box, inout Scene) -> Void
  ) {
    isEmpty = false
    let before = swatch == 0 ? 0 : swatch + 7
    let room = right - left - before
    let whole = textWidth(name)
    let lines =
      whole <= room ? [name] : wrapped(name, into: room, lines: 3) ?? [shortened(name, to: room)]
    let width = before + (whole <= room ? whole : lines.reduce(0) { max($0, textWidth($1)) })
    if x > left, x + width > right {
      x = left
      y += 22
    }
    if swatch > 0 { draw(Box(x: x, y: y, width: swatch, height: Self.swatchSide), &scene) }
    for (row, line) in lines.enumerated() {
      scene.add(Label(x: x + before, y: y + 12 + lineHeight * row, text: line))
    }
    y += lineHeight * (lines.count - 1)
    x += width + 22
  }
}
