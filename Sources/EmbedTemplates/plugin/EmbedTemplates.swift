// The theme's files come from `Templates/`; the plugin writes `defaultTheme` beside this file.
import Foundation
import PackagePlugin

/// Turns the files of `Templates/` into one Swift file before the theme's module is compiled.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Templates", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "Theme.swift")
    // The folders too, because a file that is added or removed changes them and no other input.
    let contents = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return [
      .buildCommand(
        displayName: "Embedding Templates/",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [folder.path, output.path],
        inputFiles: [folder] + contents.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
