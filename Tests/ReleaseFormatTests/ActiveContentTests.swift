import Testing

@testable import ReleaseFormat

@Test(arguments: [
  "slides.pdf", "images/plant.JPG", "results.xlsx", "call.mp3", "filing.zip", "letter.txt",
])
func documentsAndPicturesRunNothing(name: String) {
  #expect(activeContent(of: name) { nil } == nil)
}

@Test(arguments: [
  "page.html", "page.HTM", "page.xhtml", "data.xml", "code.js", "code.mjs", "module.wasm", "old.swf",
  "look.css",
  "README", "page.html.", "x.pdf.html", "book.epub",
])
func whatMayRunIsNoAttachment(name: String) {
  #expect(activeContent(of: name) { nil } != nil)
}

private let plain = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

@Test(arguments: [
  "<svg \(plain)/>",
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <script> --><svg \(plain)><style>.a{fill:red}</style></svg>",
  "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg \(plain)/>",
  "<svg \(plain)><defs><g id=\"a\"/></defs><use xlink:href=\"#a\"/><text>a &lt;script> of 5 > 3</text></svg>",
  "<svg \(plain)><image href=\"data:image/png;base64,AAAA\" width=\"1\"/></svg>",
  "<svg \(plain)><animate attributeName=\"x\" values=\"0;1\" to=\"2\"/></svg>",
  "<svg \(plain)><![CDATA[<script>]]></svg>",
])
func drawingsRunNothing(svg: String) {
  #expect(activePart(ofDrawing: Array(svg.utf8)) == nil)
}

@Test(arguments: [
  "<svg \(plain)><script>alert(1)</script></svg>", "<svg \(plain)><svg:script/></svg>",
  "<svg \(plain) onload=\"alert(1)\"/>", "<svg \(plain) oNcLiCk = 'x'/>", "<svg/onload='x'/>",
  "<svg \(plain)><a href=\"javascript:alert(1)\"/></svg>",
  "<svg \(plain)><a xlink:href=\" &#106;avascript:x\"/></svg>",
  "<svg \(plain)><use href=\"https://example.com/a.svg#b\"/></svg>",
  "<svg \(plain)><image href=\"data:image/svg+xml,x\"/></svg>",
  "<svg \(plain)><foreignObject/></svg>",
  "<svg \(plain)><set attributeName=\"href\" to=\"javascript:x\"/></svg>",
  "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg \(plain)/>", "<?xml-stylesheet href=\"a.xsl\"?><svg \(plain)/>",
  "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg \(plain)/>", "<svg \(plain) x=y onload=z />",
])
func drawingsThatRunSomething(svg: String) {
  #expect(activePart(ofDrawing: Array(svg.utf8)) != nil)
}

@Test func drawingsInOtherEncodings() {
  #expect(activePart(ofDrawing: Array("<svg/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })) != nil)
  #expect(activePart(ofDrawing: [0x3C, 0xFF]) != nil)
}
