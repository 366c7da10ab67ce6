import Diagnostics

/// Takes away what texts are told about figures whose columns stand in mixed order, and says so there.
///
/// Where two headings are swapped, every link to a figure under them seems to be wrong, and nothing is to be mended in
/// the texts. What is wrong in them besides, shows once the headings are right.
func dropFollowUpsOfMixedColumns(_ diagnostics: inout [Diagnostic]) {
  let causes = diagnostics.indices.filter {
    diagnostics[$0].code.id == "V604" && diagnostics[$0].severity == .error
  }
  guard !causes.isEmpty else { return }
  var followUps: [String: Int] = [:]
  for index in causes { followUps[diagnostics[index].place?.path ?? ""] = 0 }
  let isFollowUp = diagnostics.map { finding in
    guard codesOfTexts.contains(finding.code.id), let file = finding.related.first?.place.path,
      followUps[file] != nil, finding.related.allSatisfy({ $0.place.path == file })
    else { return false }
    followUps[file, default: 0] += 1
    return true
  }
  for index in causes {
    guard let count = followUps.removeValue(forKey: diagnostics[index].place?.path ?? ""), count > 0 else {
      continue
    }
    diagnostics[index].notes.append("with it fail \(count) figures in texts, which are not listed")
  }
  diagnostics = zip(diagnostics, isFollowUp).filter { !$1 }.map(\.0)
}

/// The checks that hold a text against a figure.
private let codesOfTexts: Set = ["V401", "V402", "V403", "V509"]
