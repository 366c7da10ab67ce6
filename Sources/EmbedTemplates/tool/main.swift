import Foundation

// Usage: embed-templates FOLDER OUTPUT.swift
// Writes the files of the folder, in the order of their paths, as one array of raw string literals.
let arguments = CommandLine.arguments
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
  .filter { name in
    var isFolder: ObjCBool = false
    let path = folder.appending(path: name).path
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
  .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }

var text = """
  /// The default theme, file by file, as it stood in `Templates/` when sitegen was built.
  public let defaultTheme: [(path: String, text: String)] = [

  """
for name in names {
  let content = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  var fence = "#"
  while content.contains("\"\"\"\(fence)") || content.contains("\\\(fence)") { fence += "#" }
  text += "  (path: \"Templates/\(name)\", text: \(fence)\"\"\"\n\(content)\n\"\"\"\(fence)),\n"
}
text += "]\n"
try text.write(to: URL(fileURLWithPath: arguments[2]), atomically: true, encoding: .utf8)
