import Foundation
public import ReleaseFormat

/// A site in memory: paths below its folder and their text.
///
/// Zones come from the system's database where it is installed; `UTC` always works.
public func siteSource(_ files: [String: String]) -> SiteSource {
  siteSource(files.mapValues { Array($0.utf8) })
}

/// A site in memory: paths below its folder and their bytes.
public func siteSource(_ files: [String: [UInt8]]) -> SiteSource {
  let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return SiteSource(
    files: paths.map { .init(path: $0, size: files[$0]?.count ?? 0) },
    read: { path in
      files[path].map(Result.success) ?? .failure(.init(reason: "no such file"))
    },
    zone: { name in
      (try? Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))).map(Array.init)
    })
}

/// Every regular file below a folder, by its path relative to it.
public func filesBelow(_ folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    let path = folder + "/" + name
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else { continue }
    files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
  return files
}

/// The folders directly below a folder, in order; none when it does not exist.
public func foldersIn(_ folder: String) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.sorted().filter { name in
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// Whether this run writes golden files anew instead of comparing: `SITEGEN_RECORD=1`.
public var isRecording: Bool { ProcessInfo.processInfo.environment["SITEGEN_RECORD"] == "1" }

/// Writes a golden file, making its folders.
public func record(_ bytes: [UInt8], at path: String) throws {
  let url = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: url)
}

/// Removes a folder of golden files before it is written anew.
public func removeFolder(_ path: String) throws {
  if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
}
