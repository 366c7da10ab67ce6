import Diagnostics
import Foundation
import SourceSyntax
import TestSupport
import Testing

@testable import SVGCharts

/// The gallery: small specs, most of them with awkward data, each with its committed drawing beside it.
///
/// With `SITEGEN_RECORD=1` in the environment the drawings are written anew.
@Suite struct GalleryTests {
  static let folder = testsFolder + "/ChartGallery/"

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  static func chart(_ name: String) throws -> Chart {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder + name + ".yaml")))
    var diagnostics: [Diagnostic] = []
    let source = SourceText(path: name, bytes: bytes)
    let node = try #require(parseYAML(source, diagnostics: &diagnostics), "\(diagnostics)")
    let chart = parseChartSpec(node, path: name, diagnostics: &diagnostics)
    return try #require(chart, "\(diagnostics)")
  }

  @Test func thereAreSixtySpecsAndFortyAwkwardOnes() throws {
    #expect(Self.names.count >= 60)
    let awkward = try Self.names.filter { try Self.text($0 + ".yaml").hasPrefix("# Awkward: ") }
    #expect(awkward.count >= 40)
  }

  @Test func everySpecHasItsDrawingAndNoDrawingLacksASpec() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let drawings = files.filter { $0.hasSuffix(".svg") }.map { String($0.dropLast(4)) }.sorted()
    #expect(drawings == Self.names)
    #expect(files.count == Self.names.count * 2)
  }

  /// The site of the gallery has each spec as it stands in its file, and published each drawing as it is here.
  ///
  /// Not while drawings are recorded: the site's are recorded at the same time.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SITEGEN_RECORD"] != "1"))
  func theSiteShowsEverySpec() throws {
    let site = testsFolder + "/GoldenSites/chart-gallery/"
    var pages = ""
    var published: Set<Data> = []
    for folder in ["bars", "lines", "names", "parts", "points"] {
      pages += try String(contentsOfFile: site + "site/content/pages/gallery/\(folder).md", encoding: .utf8)
      let shown = site + "expected/gallery/\(folder)/"
      for file in try FileManager.default.contentsOfDirectory(atPath: shown) where file.hasSuffix(".svg") {
        published.insert(try Data(contentsOf: URL(fileURLWithPath: shown + file)))
      }
    }
    for name in Self.names {
      let spec = try Self.text(name + ".yaml")
      let isShown = pages.contains("```chart\n\(spec)```\n")
      #expect(isShown, "\(name) is not on the site")
      let drawing = try Data(contentsOf: URL(fileURLWithPath: Self.folder + name + ".svg"))
      let isPublished = published.contains(drawing)
      #expect(isPublished, "\(name).svg is not published")
    }
  }

  private static func text(_ file: String) throws -> String {
    try String(contentsOfFile: folder + file, encoding: .utf8)
  }

  @Test(arguments: names) func drawingIsAsCommitted(_ name: String) throws {
    let drawn = try Self.chart(name).standaloneSVG()
    let url = URL(fileURLWithPath: Self.folder + name + ".svg")
    if ProcessInfo.processInfo.environment["SITEGEN_RECORD"] == "1" { try Data(drawn).write(to: url) }
    #expect(try Array(Data(contentsOf: url)) == drawn, "\(name).svg differs")
  }

  /// At every width all texts are within the drawing, and no two of them meet.
  @Test(arguments: names) func textsStandClear(_ name: String) throws {
    let chart = try Self.chart(name)
    for width in ChartWidth.allCases {
      let scene = chart.scene(for: width)
      var boxes: [(text: String, box: Box)] = []
      for case .text(let label) in scene.shapes {
        let box = label.box
        #expect(
          box.x >= -1 && box.right <= scene.width + 1 && box.bottom <= scene.height, "\(label.text) is cut")
        #expect(box.y >= -4, "\(label.text) is cut above")
        // Line boxes may touch; ink does not.
        let ink = Box(x: box.x + 1, y: box.y + 3, width: box.width - 2, height: box.height - 5)
        for other in boxes where other.box.meets(ink) {
          Issue.record("\(name) \(width): '\(label.text)' meets '\(other.text)'")
        }
        boxes.append((label.text, ink))
      }
    }
  }
}
