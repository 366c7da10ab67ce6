import Foundation
import Testing

@testable import SVGCharts

/// The gallery in a second engine: librsvg draws every file without complaint.
///
/// Skipped, with a word, where `rsvg-convert` is not installed (Debian: librsvg2-bin).
@Suite struct RenderingTests {
  @Test func librsvgDrawsTheGallery() throws {
    let tool = "/usr/bin/rsvg-convert"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("rsvg-convert is not installed; drawing the gallery with librsvg is passed over")
      return
    }
    for name in GalleryTests.names {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      process.arguments = ["--format", "png", GalleryTests.folder + name + ".svg"]
      process.standardOutput = FileHandle.nullDevice
      let said = Pipe()
      process.standardError = said
      try process.run()
      let words = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && words.isEmpty, "\(name): \(words)")
    }
  }
}
