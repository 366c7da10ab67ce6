import Foundation

// Usage: embed-templates FOLDER OUTPUT.swift NAME...
// Writes the named files of the folder as one array of raw string literals.
let arguments = CommandLine.arguments
let folder = URL(fileURLWithPath: arguments[1])
var text = """
  /// The default theme, file by file, as it stood in `Templates/` when sitegen was built.
  public let defaultTheme: [(path: String, text: String)] = [

  """
for name in arguments.dropFirst(3) {
  let content = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  var fence = "#"
  while content.contains("\"\"\"\(fence)") || content.contains("\\\(fence)") { fence += "#" }
  text += "  (path: \"Templates/\(name)\", text: \(fence)\"\"\"\n\(content)\n\"\"\"\(fence)),\n"
}
text += "]\n"
try text.write(to: URL(fileURLWithPath: arguments[2]), atomically: true, encoding: .utf8)
