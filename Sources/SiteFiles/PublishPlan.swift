/// What turns the published site into the new one, decided before anything is touched.
struct PublishPlan {
  /// Files of the last build that stand where a folder goes, or in a folder that stands where a file goes.
  var clearFirst: [String] = []
  /// Folders that make room for a file once they are empty, innermost first.
  var clearFolders: [String] = []
  /// Folders to be made, outermost first.
  var makeFolders: [String] = []
  /// Staged files in the order in which they take their places.
  var moves: [String] = []
  /// Files of the last build that the new one lacks, removed last.
  var removals: [String] = []
  /// Every file of the last build that the new one lacks, wherever it stands.
  let obsoleteFiles: [String]

  /// - Parameters:
  ///   - staged: the new and changed files.
  ///   - obsolete: the files of earlier builds that are there, and that the new one lacks.
  init(staged: [String], obsolete: Set<String>, survey: OutputSurvey) throws(FileFailure) {
    var early: Set<String> = []
    var newFolders: Set<String> = []
    for path in staged {
      for above in foldersAbove(path) where !newFolders.contains(above) {
        if survey.kept.contains(above) { throw inTheWay(above, of: path) }
        if survey.folders.contains(above) { continue }
        if survey.files.contains(above) {
          guard obsolete.contains(above) else { throw inTheWay(above, of: path) }
          early.insert(above)
        }
        newFolders.insert(above)
      }
      if survey.kept.contains(path) { throw inTheWay(path, of: path) }
      if survey.folders.contains(path) {
        let inside = { (other: String) in other.hasPrefix(path + "/") }
        if let foreign = survey.kept.filter(inside).sorted(by: pathPrecedes).first {
          throw inTheWay(foreign, of: path)
        }
        early.formUnion(survey.files.filter(inside))
        clearFolders += survey.folders.filter(inside) + [path]
      }
    }
    clearFirst = early.sorted(by: pathPrecedes)
    clearFolders.sort { pathPrecedes($1, $0) }
    makeFolders = newFolders.sorted(by: pathPrecedes)
    moves =
      publishOrder(staged.filter { !Manifest.lists.contains($0) }, published: survey.files)
      + Manifest.lists.filter(staged.contains)
    removals = removalOrder(obsolete.subtracting(early))
    obsoleteFiles = obsolete.sorted(by: pathPrecedes)
  }

  /// Whether files take the places of others, and nothing else changes.
  func replaces(_ survey: OutputSurvey) -> Bool {
    clearFirst.isEmpty && clearFolders.isEmpty && makeFolders.isEmpty && removals.isEmpty
      && moves.allSatisfy(survey.files.contains)
  }

  /// The folders of the new files, which must let files be moved in.
  var touchedFolders: Set<String> {
    Set((moves + removals).map { foldersAbove($0).last ?? "." })
  }
}

private func inTheWay(_ obstacle: String, of path: String) -> FileFailure {
  FileFailure(
    .cannotCreate, .inTheWay,
    obstacle == path
      ? "'\(path)' in the output folder is not sitegen's to replace"
      : "'\(obstacle)' in the output folder stands in the way of '\(path)'",
    hints: ["move it away and build again"])
}
